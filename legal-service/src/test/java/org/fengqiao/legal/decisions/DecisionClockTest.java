package org.fengqiao.legal.decisions;

import static org.fengqiao.legal.decisions.MajorDecisionTest.DECISIONS;
import static org.fengqiao.legal.decisions.MajorDecisionTest.HOME;
import static org.fengqiao.legal.decisions.MajorDecisionTest.decided;
import static org.fengqiao.legal.decisions.MajorDecisionTest.decision;
import static org.fengqiao.legal.decisions.MajorDecisionTest.on;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The times that must be given before a major decision, each counted by hand. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DecisionClockTest {

    private static final String COMMENT = "PUBLIC_COMMENT";
    private static final String REVIEW = "LEGALITY_REVIEW";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aProposalStartsNoClock() {
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", ""));
        office.get(path + "/deadlines").then().statusCode(200).body("$", hasSize(0));
    }

    /** 7 May is not counted: thirty days end on 6 June. */
    @Test
    void thePublicIsGivenThirtyDays() {
        clock(asked("2024-06-05"), COMMENT, "2024-06-06", "TOO_EARLY");
        clock(asked("2024-06-06"), COMMENT, "2024-06-06", "MET");
    }

    @Test
    void aCommentWhoseLastDayIsAheadIsRunning() {
        String path = asked("2099-06-10");
        clock(path, COMMENT, "2024-06-06", "RUNNING");
        office.get(path + "/deadlines").then().body("[0].endedOn", nullValue());
    }

    /** Saturday, 11 May, was worked on: 11, 13 to 17 and 20 May are the seven days. */
    @Test
    void theReviewIsGivenSevenWorkingDaysBeforeTheDiscussion() {
        clock(discussed("2024-05-20"), REVIEW, "2024-05-20", "TOO_EARLY");
        clock(discussed("2024-05-21"), REVIEW, "2024-05-20", "MET");
    }

    @Test
    void aReviewThatIsNotFollowedByADiscussionIsStillGivenTime() {
        String reviewed =
                ",\"papersOn\":\"2024-05-10\",\"reviewedOn\":\"2024-05-13\",\"reviewResult\":\"LAWFUL\"";
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", reviewed));
        clock(path, REVIEW, "2024-05-20", "RUNNING");
    }

    @Test
    void aReviewWithoutADayOfThePapersIsUnknown() {
        String reviewed = ",\"reviewedOn\":\"2024-05-13\",\"reviewResult\":\"LAWFUL\"";
        String path =
                office.created(
                        DECISIONS, decision("MAJOR_DECISION", reviewed + decided("2024-05-14")));
        clock(path, REVIEW, null, "UNKNOWN");
    }

    @Test
    void nobodyIsOwedTimeForWhatWasWithdrawnOrIsVoid() {
        String withdrawn = asked("2024-06-10");
        office.taken(withdrawn, "withdrawal", on("2024-05-20"));
        office.get(withdrawn + "/deadlines").then().body("$", hasSize(0));
        String mistaken = asked("2024-06-10");
        office.voided(mistaken);
        office.get(mistaken + "/deadlines").then().body("$", hasSize(0));
    }

    private String asked(String until) {
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", ""));
        office.taken(path, "public-comment", "{\"on\":\"2024-05-07\",\"until\":\"" + until + "\"}");
        return path;
    }

    private String discussed(String day) {
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", ""));
        office.taken(path, "review-request", on("2024-05-10"));
        office.taken(path, "legality-review", "{\"on\":\"2024-05-17\",\"result\":\"LAWFUL\"}");
        office.taken(path, "decision", MajorDecisionTest.adopted(day));
        return path;
    }

    private void clock(String path, String rule, String dueOn, String state) {
        office.get(path + "/deadlines")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].rule", equalTo(rule))
                .body("[0].dueOn", dueOn == null ? nullValue() : equalTo(dueOn))
                .body("[0].state", equalTo(state));
    }
}
