package org.fengqiao.petition.petitions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Reexamination and final review: by whom, and until which day (XF 35, 36). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionReviewTest {

    private static final String OPINION =
            "{\"on\":\"%s\",\"result\":\"CHANGED\",\"opinion\":\"改为支持\"}";
    private static final String HEARING = "{\"from\":\"2024-06-20\",\"to\":\"2024-06-21\"}";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();
    private final PetitionOffice city = PetitionOffice.city();

    /** The reply came on Thursday 14 March: day 30 is Saturday 13 April, which moves to Monday. */
    @Test
    void aReexaminationIsAskedForUntilTheThirtiethDay() {
        String late = delivered("2024-03-14");
        closed(county, late, "reexamination-request", "2024-04-16", "XF 35", "2024-04-15");
        assertEquals("CONCLUDED", office.read(late).getString("status"));
        assertEquals(
                "IN_REEXAMINATION",
                county.taken(late, "reexamination-request", "{\"on\":\"2024-04-15\"}")
                        .getString("status"));
    }

    @Test
    void aFinalReviewIsAskedForUntilTheThirtiethDay() {
        // The reexamination's reply came on Friday 10 May: day 30 is Sunday 9 June, then the
        // Dragon Boat festival: Tuesday 11 June.
        String it = reexamined("2024-05-10");
        closed(city, it, "final-review-request", "2024-06-12", "XF 36", "2024-06-11");
        assertEquals(
                "IN_FINAL_REVIEW",
                city.taken(it, "final-review-request", "{\"on\":\"2024-06-11\"}")
                        .getString("status"));
    }

    /** No reply has been received: no time has begun, and none is over. */
    @Test
    void whatWasNotReceivedClosesNoWindow() {
        String it = office.concluded("2024-03-01", "2024-03-08");
        county.taken(it, "reexamination-request", "{\"on\":\"2024-12-02\"}");
    }

    private static void closed(
            PetitionOffice by, String it, String step, String on, String basis, String until) {
        by.step(it, step, "{\"on\":\"" + on + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("WINDOW_CLOSED"))
                .body("legalBasis", equalTo(basis))
                .body("errors[0].pointer", equalTo("/on"))
                .body("errors[0].detail", equalTo("期限至" + until));
    }

    @Test
    void everyStepOfTheFinalReviewIsForTheOrganTwoLevelsUp() {
        String it = reexamined("2024-05-10");
        String request = "{\"on\":\"2024-06-03\"}";
        notTheirs(it, "final-review-request", request);
        city.taken(it, "final-review-request", request);
        notTheirs(it, "final-review-hearings", HEARING);
        city.taken(it, "final-review-hearings", HEARING);
        notTheirs(it, "final-review-opinion", OPINION.formatted("2024-07-01"));
        city.taken(it, "final-review-opinion", OPINION.formatted("2024-07-01"));
        String delivery =
                "{\"on\":\"2024-07-02\",\"receivedOn\":\"2024-07-03\",\"method\":\"MAIL\"}";
        for (PetitionOffice other : List.of(office, county)) {
            other.step(it, "delivery", delivery)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("STEP_NOT_YOURS"))
                    .body("legalBasis", equalTo("XF 35"));
        }
        city.taken(it, "delivery", delivery);
        city.shown(it)
                .body("said.finalReview.requestedOn", equalTo("2024-06-03"))
                .body("said.finalReview.result", equalTo("CHANGED"))
                .body("said.finalReview.delivery.receivedOn", equalTo("2024-07-03"))
                .body("said.reexamination.delivery.receivedOn", equalTo("2024-05-10"))
                .body("said.hearings", hasSize(1));
    }

    @Test
    void aHearingDoesNotEndBeforeItBegins() {
        String it = reexamined("2024-05-10");
        city.taken(it, "final-review-request", "{\"on\":\"2024-06-03\"}");
        city.step(it, "final-review-hearings", "{\"from\":\"2024-06-20\",\"to\":\"2024-06-19\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("legalBasis", equalTo("SETTING"))
                .body("errors[0].pointer", equalTo("/to"));
    }

    private void notTheirs(String it, String step, String body) {
        int version = city.read(it).getInt("version");
        for (PetitionOffice other : List.of(office, county)) {
            other.step(it, step, body)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("STEP_NOT_YOURS"))
                    .body("legalBasis", equalTo("XF 36"));
        }
        assertEquals(version, city.read(it).getInt("version"));
    }

    private String delivered(String receivedOn) {
        String it = office.concluded("2024-03-01", "2024-03-08");
        office.taken(it, "delivery", delivery(receivedOn));
        return it;
    }

    private String reexamined(String receivedOn) {
        String it = delivered("2024-03-14");
        county.taken(it, "reexamination-request", "{\"on\":\"2024-04-10\"}");
        county.taken(it, "reexamination-opinion", OPINION.formatted("2024-05-06"));
        county.taken(it, "delivery", delivery(receivedOn));
        return it;
    }

    private static String delivery(String receivedOn) {
        return "{\"on\":\"%1$s\",\"receivedOn\":\"%1$s\",\"method\":\"MAIL\"}"
                .formatted(receivedOn);
    }
}
