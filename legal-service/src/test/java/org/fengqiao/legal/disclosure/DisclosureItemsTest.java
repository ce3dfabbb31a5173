package org.fengqiao.legal.disclosure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** By when a matter has to be public, counted by hand; the rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DisclosureItemsTest {

    private static final String HOME = "410423213000";

    @Inject DisclosureItems register;

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/legal-disclosure.md",
                        "公开事项的期限 Deadlines of items to disclose");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    @Test
    void twentyWorkingDaysOverTheNationalDay() {
        // Formed on Friday 20 September 2024. 23-27: 5; Sunday 29 is worked, 30: 7; 1-7 October are
        // free; 8-11 and Saturday 12, which is worked: 12; 14-18: 17; 21, 22, 23 October: 20.
        String item = entered("GOVERNMENT_INFORMATION", "2024-09-20", "2024-10-23");
        office.shown(item).body("record.dueOn", equalTo("2024-10-23"));
        state(item, "DISCLOSURE", "2024-10-23", "MET");
        String late = entered("SERVICE_COMMITMENT", "2024-09-20", "2024-10-24");
        state(late, "DISCLOSURE", "2024-10-23", "MISSED");
    }

    @Test
    void villageAffairsAreDueByTheEndOfTheNextQuarter() {
        String first = entered("VILLAGE_AFFAIRS", "2024-03-31", "2024-06-30");
        state(first, "VILLAGE_DISCLOSURE", "2024-06-30", "MET");
        String next = entered("FINANCE", "2024-04-01", "2024-10-01");
        state(next, "VILLAGE_DISCLOSURE", "2024-09-30", "MISSED");
        String party = entered("PARTY_AFFAIRS", "2024-11-15", "2025-01-06");
        state(party, "PARTY_DISCLOSURE", "2025-03-31", "MET");
    }

    @Test
    void whatIsNotPublicYetIsOpenWorkUntilItIsOrIsVoid() {
        String item = entered("ENFORCEMENT", "2024-05-06", null);
        open().body("items.recordId", hasItem(RegisterClerk.id(item)));
        office.correct(item, body("ENFORCEMENT", "2024-05-06", "2024-05-20"))
                .then()
                .statusCode(200);
        open().body("items.recordId", not(hasItem(RegisterClerk.id(item))));
        // 7-10 May: 4; Saturday 11, which is worked: 5; three weeks more: 20.
        state(item, "DISCLOSURE", "2024-05-31", "MET");
        String mistaken = entered("ENFORCEMENT", "2024-05-06", null);
        office.voided(mistaken);
        open().body("items.recordId", not(hasItem(RegisterClerk.id(mistaken))));
        office.get(mistaken + "/deadlines").then().statusCode(200).body("$", empty());
        RegisterClerk.of("410423214000").get(item + "/deadlines").then().statusCode(404);
    }

    @Test
    void aLateNoticeMovesTheLastDayOfTheRecordToo() {
        // Twenty weekdays after Thursday 1 September 2016, of which this build has no notice.
        String item = entered("GOVERNMENT_INFORMATION", "2016-09-01", null);
        String done = entered("GOVERNMENT_INFORMATION", "2016-09-01", "2016-09-29");
        office.shown(item).body("record.dueOn", equalTo("2016-09-29"));
        given().auth()
                .oauth2(Tokens.admin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"days":[{"day":"2016-09-15","kind":"HOLIDAY","name":"中秋节","notice":"国办发明电〔2015〕18号"},
                         {"day":"2016-09-16","kind":"HOLIDAY","name":"中秋节","notice":"国办发明电〔2015〕18号"},
                         {"day":"2016-09-18","kind":"MAKE_UP_WORKDAY","name":"中秋节","notice":"国办发明电〔2015〕18号"}]}""")
                .put("/legal/v1/calendars/2016")
                .then()
                .statusCode(200)
                .body("deadlinesMoved", equalTo(1));
        office.shown(item).body("record.dueOn", equalTo("2016-09-30")).body("version", equalTo(1));
        office.shown(done).body("record.dueOn", equalTo("2016-09-29"));
        // A correction of what was public in time leaves it so.
        office.correct(done, body("GOVERNMENT_INFORMATION", "2016-09-01", "2016-09-29"))
                .then()
                .statusCode(200)
                .body("record.dueOn", equalTo("2016-09-29"));
    }

    private ValidatableResponse open() {
        return office.get("/deadlines?limit=200").then().statusCode(200);
    }

    private void state(String item, String rule, String dueOn, String state) {
        office.get(item + "/deadlines")
                .then()
                .statusCode(200)
                .body("rule", contains(rule))
                .body("dueOn", contains(dueOn))
                .body("state", contains(state));
    }

    private String entered(String kind, String formedOn, String publishedOn) {
        return office.created("/disclosure-items", body(kind, formedOn, publishedOn));
    }

    private static String body(String kind, String formedOn, String publishedOn) {
        String published =
                publishedOn == null
                        ? ""
                        : ",\"publishedOn\":\"%s\",\"channel\":\"BOARD\"".formatted(publishedOn);
        return """
               {"division":"%s","disclosureKind":"%s","title":"事项","formedOn":"%s"%s}"""
                .formatted(HOME, kind, formedOn, published);
    }

    private DeadlineTable table() {
        return DeadlineTable.of("DisclosureItems", register);
    }
}
