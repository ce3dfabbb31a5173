package org.fengqiao.kit.journal;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The feed of changes over transactions whose numbers have more and more digits. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ChangeOrderTest {

    private static final String TOWNSHIP = "410423250000";

    /** By text, 10 would come first, and whoever goes on from it never sees 9. */
    @Test
    void transactionsComeInTheOrderOfTheirNumbers() throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            for (int xid : new int[] {10, 9, 100}) {
                statement.execute(
                        """
                        insert into journal
                            (xid, kind, record_id, version, division, step, issuer, subject, client, at)
                        values ('%1$d'::xid8, 'mediation.case.v1', gen_random_uuid(), %1$d, '%2$s',
                            'REGISTER', 'i', 's', 'c', now())
                        """
                                .formatted(xid, TOWNSHIP));
            }
        }
        List<Integer> seen = new ArrayList<>();
        JsonPath page = after(null);
        while (!page.getList("items").isEmpty()) {
            seen.add(page.getInt("items[0].version"));
            page = after(page.getString("next"));
        }
        assertEquals(List.of(9, 10, 100), seen);
    }

    private static JsonPath after(String place) {
        RequestSpecification request =
                given().auth()
                        .oauth2(Tokens.of("follower", TOWNSHIP, "records:read"))
                        .queryParam("limit", 1);
        if (place != null) {
            request.queryParam("after", place);
        }
        return request.get("/mediation/v1/changes").then().statusCode(200).extract().jsonPath();
    }
}
