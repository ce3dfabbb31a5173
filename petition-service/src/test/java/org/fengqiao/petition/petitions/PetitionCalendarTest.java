package org.fengqiao.petition.petitions;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Traces;
import org.junit.jupiter.api.Test;

/**
 * A notice that comes late is counted by: what is open moves and says so, what has ended stays. In
 * 2018, of which this build has no notice and which no other test counts in.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionCalendarTest {

    private static final String HOME = "410423208000";
    private static final String COUNTY = "410423000000";
    // Nothing that is counted here ends or passes on it.
    private static final String ELSEWHERE = day("2018-12-31", "HOLIDAY");
    private static final String NATIONAL_DAY =
            String.join(
                    ",",
                    day("2018-09-29", "MAKE_UP_WORKDAY"),
                    day("2018-09-30", "MAKE_UP_WORKDAY"),
                    day("2018-10-01", "HOLIDAY"),
                    day("2018-10-02", "HOLIDAY"),
                    day("2018-10-03", "HOLIDAY"),
                    day("2018-10-04", "HOLIDAY"),
                    day("2018-10-05", "HOLIDAY"),
                    ELSEWHERE);

    private final PetitionOffice office = office(HOME);
    private final PetitionOffice county = office(COUNTY);

    @Test
    void openDeadlinesMoveWithALateNoticeAndEndedOnesStay() {
        String sent = sent();
        String handled = accepted();
        String replied = replied();
        String objected = sent();
        office.taken(objected, "objection", "{\"on\":\"2018-09-28\",\"reason\":\"不属于本镇\"}");
        String concluded = accepted();
        office.taken(concluded, "conclusion", PetitionOffice.handlingOpinion("2018-09-20"));
        String tag = office.get(handled).header("ETag");
        List<String> open = List.of(sent, handled, replied);

        // Five working days of a week without a holiday; days 60 and 30 are Friday 5 October.
        standsAt(sent, "OBJECTION", "2018-10-04", null);
        standsAt(sent, "TELL", "2018-10-12", null);
        standsAt(handled, "HANDLE", "2018-10-05", null);
        standsAt(replied, "REEXAMINATION_REQUEST", "2018-10-05", null);

        loaded(ELSEWHERE, 0);
        standsAt(sent, "OBJECTION", "2018-10-04", null);
        standsAt(handled, "HANDLE", "2018-10-05", null);

        loaded(NATIONAL_DAY, open.size());
        // 28, 29 and 30 September, 8 and 9 October.
        standsAt(sent, "OBJECTION", "2018-10-09", "2018-10-04");
        standsAt(handled, "HANDLE", "2018-10-08", "2018-10-05");
        standsAt(replied, "REEXAMINATION_REQUEST", "2018-10-08", "2018-10-05");
        for (String it : open) {
            assertTrue(office.get(it + "/deadlines").asString().contains("2018年的放假安排变动后重新计算"), it);
        }
        // The holidays lie within these fifteen days, and no last day falls on one.
        standsAt(sent, "TELL", "2018-10-12", null);
        // What had ended.
        standsAt(objected, "OBJECTION", "2018-10-04", null);
        standsAt(concluded, "HANDLE", "2018-10-05", null);

        office.get(handled).then().header("ETag", tag).body("dueOn", equalTo("2018-10-08"));
        office.get(concluded).then().body("dueOn", equalTo("2018-10-05"));
        listed(handled);
        published(handled, "\"dueOn\":\"2018-10-08\"");
        loaded(NATIONAL_DAY, 0);
        standsAt(handled, "HANDLE", "2018-10-08", "2018-10-05");
        laterWrites(objected, concluded, handled);
    }

    /** A later write counts by the notice what is open, and leaves what has ended. */
    private void laterWrites(String objected, String concluded, String handled) {
        for (String it : List.of(objected, concluded, handled)) {
            office.taken(it, "correction", "{\"reason\":\"漏记\",\"persons\":2}");
        }
        standsAt(objected, "OBJECTION", "2018-10-04", null);
        standsAt(concluded, "HANDLE", "2018-10-05", null);
        standsAt(handled, "HANDLE", "2018-10-08", "2018-10-05");
        office.get(concluded).then().body("dueOn", equalTo("2018-10-05"));
        // One entered now has never been counted otherwise.
        standsAt(sent(), "OBJECTION", "2018-10-09", null);
    }

    /** Came by the county's transfer on Thursday 27 September. */
    private String sent() {
        String it = county.registered("2018-09-26");
        county.taken(
                it, "transfer", "{\"on\":\"2018-09-27\",\"toDivision\":\"%s\"}".formatted(HOME));
        return it;
    }

    /** Accepted on 6 August, told at once. */
    private String accepted() {
        String it = office.accepted("2018-08-06");
        office.taken(it, "notification", "{\"on\":\"2018-08-06\"}");
        return it;
    }

    /** A handling opinion that the petitioner has had since 5 September. */
    private String replied() {
        String it = accepted();
        office.taken(it, "conclusion", PetitionOffice.handlingOpinion("2018-09-03"));
        office.taken(
                it,
                "delivery",
                "{\"on\":\"2018-09-04\",\"receivedOn\":\"2018-09-05\",\"method\":\"MAIL\"}");
        return it;
    }

    private void standsAt(String petition, String rule, String dueOn, String before) {
        JsonPath it = office.read(petition + "/deadlines");
        String found = "find { it.rule == '" + rule + "' }.";
        assertEquals(dueOn, it.getString(found + "dueOn"), it::prettify);
        assertEquals(before, it.getString(found + "previousDueOn"), it::prettify);
    }

    private void listed(String petition) {
        String found = "items.find { it.recordId == '" + PetitionOffice.id(petition) + "' }.";
        JsonPath open = office.read("/deadlines?limit=200&dueBefore=2019-01-01");
        assertEquals("2018-10-08", open.getString(found + "dueOn"), open::prettify);
        assertEquals("2018-10-05", open.getString(found + "previousDueOn"));
    }

    private static void published(String petition, String part) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertTrue(
                                        Traces.holding(
                                                        Traces.messages(),
                                                        PetitionOffice.id(petition))
                                                .stream()
                                                .anyMatch(it -> it.contains(part))));
    }

    private static void loaded(String days, int moved) {
        given().auth()
                .oauth2(Tokens.of("clerk", COUNTY, "calendars:write"))
                .contentType(ContentType.JSON)
                .body("{\"days\":[" + days + "]}")
                .put("/petition/v1/calendars/2018")
                .then()
                .statusCode(200)
                .body("deadlinesMoved", equalTo(moved));
    }

    private static String day(String day, String kind) {
        return "{\"day\":\"%s\",\"kind\":\"%s\",\"name\":\"国庆节\",\"notice\":\"国办\"}"
                .formatted(day, kind);
    }

    private static PetitionOffice office(String division) {
        return PetitionOffice.of(
                Tokens.of("office", division, "records:read", "petitions:read", "petitions:write"));
    }
}
