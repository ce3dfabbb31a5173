package org.fengqiao.mediation.calendar;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.Test;

/** A notice that comes late reaches the case, its event and what the parties may still do. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseCalendarTest {

    private static final String TOPIC = "mediation.case.v1";

    private final Office office = Office.township();

    @Test
    void theWindowOfACaseMovesWithTheCalendar() {
        String committee =
                office.created(
                        "/committees",
                        """
                        {"division":"410423106214","level":"VILLAGE","name":"日历村调委会",
                         "establishedOn":"2018-03-01"}""");
        String it = agreed(committee);
        String applied = agreed(committee);
        apply(applied, "2019-10-02").statusCode(200);
        String tag = office.get(it).then().extract().header("ETag");
        office.get(it).then().body("confirmationWindowEndsOn", equalTo("2019-10-02"));

        given().auth()
                .oauth2(Tokens.of("clerk", "410423000000", "calendars:write"))
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"days":[
                          {"day":"2019-10-02","kind":"HOLIDAY","name":"国庆节","notice":"国办"},
                          {"day":"2019-10-03","kind":"HOLIDAY","name":"国庆节","notice":"国办"}]}""")
                .put("/mediation/v1/calendars/2019")
                .then()
                .statusCode(200)
                .body("deadlinesMoved", equalTo(1));

        office.get(it)
                .then()
                .header("ETag", tag)
                .body("confirmationWindowEndsOn", equalTo("2019-10-04"));
        office.get(applied).then().body("confirmationWindowEndsOn", equalTo("2019-10-02"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals("2019-10-04", published(it)));
        apply(it, "2019-10-05").statusCode(422).body("code", equalTo("WINDOW_CLOSED"));
        apply(it, "2019-10-04").statusCode(200);
        // What had ended stays as it was counted, at later writes too.
        office.step(applied, "follow-up-visits", "{\"on\":\"2019-11-01\"}")
                .then()
                .statusCode(200)
                .body("confirmationWindowEndsOn", equalTo("2019-10-02"));
        office.get(applied + "/deadlines")
                .then()
                .body("find { it.rule == 'CONFIRMATION_WINDOW' }.dueOn", equalTo("2019-10-02"));
    }

    private static String published(String record) {
        String body = Topic.read(TOPIC).bodies().get(UUID.fromString(Office.id(record)));
        return JsonPath.from(body).getString("confirmationWindowEndsOn");
    }

    private String agreed(String committee) {
        String it = office.inMediation(committee, "2019-08-01");
        office.step(
                        it,
                        "agreement",
                        "{\"on\":\"2019-09-02\",\"form\":\"WRITTEN\",\"content\":\"赔偿\"}")
                .then()
                .statusCode(200);
        return it;
    }

    private ValidatableResponse apply(String record, String on) {
        return office.step(
                        record,
                        "judicial-confirmation-application",
                        "{\"on\":\"" + on + "\",\"jointly\":true}")
                .then();
    }
}
