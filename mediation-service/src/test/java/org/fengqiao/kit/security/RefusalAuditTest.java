package org.fengqiao.kit.security;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Who was refused is on file, whatever else the request says. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RefusalAuditTest {

    private final String subject = "prober-" + UUID.randomUUID();
    private final String token = Tokens.of(subject, "410423106000", "cases:read");

    @Test
    void noHeaderKeepsARefusalFromTheAudit() throws SQLException {
        for (Map<String, String> headers :
                List.of(
                        Map.of("Fengqiao-Acting-User", "u"),
                        Map.of("Fengqiao-Purpose", "x"),
                        Map.of("Fengqiao-Acting-User", "no body"))) {
            given().auth()
                    .oauth2(token)
                    .headers(headers)
                    .get("/mediation/v1/cases/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
            given().auth()
                    .oauth2(token)
                    .headers(headers)
                    .get("/mediation/v1/audit-entries")
                    .then()
                    .statusCode(403);
        }
        assertEquals(List.of("FORBIDDEN 3", "NOT_FOUND 3"), audited());
    }

    private List<String> audited() throws SQLException {
        String sql =
                """
                select array_agg(result || ' ' || n order by result)
                from (
                    select result, count(*) as n
                    from read_audit
                    where subject = ?
                    group by result
                ) as results
                """;
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            }
        }
    }
}
