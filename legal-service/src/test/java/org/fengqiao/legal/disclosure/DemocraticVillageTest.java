package org.fengqiao.legal.disclosure;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A village is named before it is reviewed, and a review has a day and a result. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DemocraticVillageTest {

    private static final String HOME = "410423106000";
    private static final String VILLAGE = "410423106219";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void onlyAVillageIsOne() {
        refused(HOME, "", "VILLAGE_REQUIRED");
    }

    @Test
    void whatIsNotNamedIsNotReviewed() {
        refused(VILLAGE, ",\"reviewedOn\":\"2024-06-01\",\"review\":\"KEPT\"", "NOT_NAMED");
        refused(VILLAGE, ",\"endedOn\":\"2024-06-01\"", "NOT_NAMED");
    }

    @Test
    void aReviewHasADayAndAResult() {
        String named = ",\"namedOn\":\"2022-05-01\"";
        refused(VILLAGE, named + ",\"review\":\"KEPT\"", "REVIEW_INCOMPLETE");
        refused(VILLAGE, named + ",\"reviewedOn\":\"2024-06-01\"", "REVIEW_INCOMPLETE");
        office.post(
                        "/democratic-villages",
                        body(VILLAGE, named + ",\"reviewedOn\":\"2024-06-01\",\"review\":\"KEPT\""))
                .then()
                .statusCode(201);
    }

    @Test
    void aTitleThatIsLostEndsOnADay() {
        String lost = ",\"namedOn\":\"2022-05-01\",\"reviewedOn\":\"2024-06-01\",\"review\":";
        for (String review : new String[] {"\"WITHDRAWN\"", "\"CANCELLED\""}) {
            refused(VILLAGE, lost + review, "TITLE_ENDED");
            String ended = body(VILLAGE, lost + review + ",\"endedOn\":\"2024-06-20\"");
            office.post("/democratic-villages", ended).then().statusCode(201);
        }
    }

    private void refused(String division, String more, String code) {
        office.post("/democratic-villages", body(division, more))
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static String body(String division, String more) {
        return "{\"division\":\"%s\",\"startedOn\":\"2022-01-01\",\"level\":\"COUNTY\"%s}"
                .formatted(division, more);
    }
}
