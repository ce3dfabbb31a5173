package org.fengqiao.legal.decisions;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a major decision over HTTP and as a row of the ledger. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MajorDecisionTest {

    static final String HOME = "410423101000";
    static final String DECISIONS = "/major-decisions";

    private static final String FORBIDDEN = "STEP_FORBIDDEN";
    private static final String COMMENT = "{\"on\":\"2024-05-07\",\"until\":\"2024-06-10\"}";
    private static final String LAWFUL = "{\"on\":\"2024-05-22\",\"result\":\"LAWFUL\"}";
    private static final String UNLAWFUL = LAWFUL.replace("LAWFUL", "UNLAWFUL");

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void whatThePublicMayStillCommentOnIsNotDiscussed() {
        String path = reviewed();
        office.taken(path, "public-comment", COMMENT);
        String lastDay = adopted("2024-06-10");
        office.step(path, "decision", lastDay)
                .then()
                .statusCode(422)
                .body("code", equalTo("COMMENT_RUNNING"))
                .body("legalBasis", equalTo("ZD 15"))
                .body("errors[0].pointer", equalTo("/discussedOn"));
        office.taken(path, "decision", adopted("2024-06-11"));
    }

    @Test
    void aWholeLifeIsRecorded() {
        String path = proposed("MAJOR_DECISION");
        taken(path, "public-comment", COMMENT, "PROPOSED");
        taken(path, "review-request", on("2024-05-10"), "IN_REVIEW");
        taken(path, "counsel-opinion", "{\"on\":\"2024-05-20\",\"opinion\":\"合法\"}", "IN_REVIEW");
        taken(path, "legality-review", LAWFUL, "REVIEWED");
        taken(path, "decision", adopted("2024-06-11"), "DECIDED");
        taken(path, "archive", on("2024-06-14"), "ARCHIVED");
        assertEquals("2024-06-11", office.read(path).getString("record.discussedOn"));
        forbidden(path, "withdrawal", on("2024-06-15"), "SETTING");
    }

    @Test
    void aMajorDecisionIsNotDiscussedWithoutALegalityReview() {
        String path = proposed("MAJOR_DECISION");
        notReviewed(path);
        office.taken(path, "public-comment", "{\"on\":\"2024-05-07\",\"until\":\"2024-05-08\"}");
        notReviewed(path);
        office.taken(path, "review-request", on("2024-05-10"));
        notReviewed(path);
        office.refused(
                        DECISIONS,
                        decision("MAJOR_DECISION", decided("2024-05-22")),
                        "NOT_REVIEWED",
                        "/reviewedOn")
                .body("legalBasis", equalTo("ZD 25"));
        office.correct(path, decision("MAJOR_DECISION", ",\"discussedOn\":\"2024-05-22\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_REVIEWED"))
                .body("errors[0].pointer", equalTo("/record/reviewedOn"));
    }

    @Test
    void whatWasFoundUnlawfulIsNotDiscussed() {
        String path = proposed("MAJOR_DECISION");
        office.taken(path, "review-request", on("2024-05-10"));
        taken(path, "legality-review", UNLAWFUL, "REVIEWED");
        office.step(path, "decision", adopted("2024-06-11"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNLAWFUL"))
                .body("legalBasis", equalTo("ZD 25"));
        taken(path, "withdrawal", on("2024-06-11"), "WITHDRAWN");
    }

    /** What the state has no rules for may be tried, the risk being stated (ZD 25). */
    @Test
    void anExploratoryReformIsDiscussedWhereItsRiskIsStated() {
        String path = proposed("MAJOR_DECISION");
        office.taken(path, "review-request", on("2024-05-10"));
        String risk = ",\"statedRisk\":\"国家尚无明确规定，可能被认定超越权限\"}";
        taken(path, "legality-review", UNLAWFUL.replace("}", risk), "REVIEWED");
        taken(path, "decision", adopted("2024-06-11"), "DECIDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROJECT", "PERSONNEL", "LARGE_FUNDS"})
    void anotherMatterIsDecidedWithoutAReviewButNotWithinOne(String kind) {
        taken(proposed(kind), "decision", adopted("2024-05-22"), "DECIDED");
        office.created(DECISIONS, decision(kind, decided("2024-05-22")));
        String path = proposed(kind);
        office.taken(path, "review-request", on("2024-05-10"));
        forbidden(path, "decision", adopted("2024-05-22"), "ZD 30");
        String within = decision(kind, ",\"papersOn\":\"2024-05-10\"" + decided("2024-05-22"));
        office.refused(DECISIONS, within, FORBIDDEN, "/decidedOn");
        office.correct(path, within).then().statusCode(422).body("code", equalTo(FORBIDDEN));
        taken(path, "legality-review", LAWFUL, "REVIEWED");
        taken(path, "decision", adopted("2024-05-22"), "DECIDED");
    }

    @Test
    void whatWasDecidedIsNotWithdrawnOrOpinedOnAnyMore() {
        String decided = decided("2024-05-22");
        office.refused(
                DECISIONS,
                decision("PROJECT", decided + ",\"withdrawnOn\":\"2024-05-23\""),
                FORBIDDEN,
                "/withdrawnOn");
        office.refused(
                        DECISIONS,
                        decision("PROJECT", decided + ",\"counselOpinionOn\":\"2024-05-23\""),
                        FORBIDDEN,
                        "/counselOpinionOn")
                .body("legalBasis", equalTo("ZD 28"));
        office.created(
                DECISIONS, decision("PROJECT", decided + ",\"counselOpinionOn\":\"2024-05-22\""));
    }

    @Test
    void onlyWhatWasDecidedIsArchived() {
        forbidden(proposed("PROJECT"), "archive", on("2024-05-23"), "ZD 33");
        office.refused(
                DECISIONS,
                decision("PROJECT", ",\"archivedOn\":\"2024-05-23\""),
                FORBIDDEN,
                "/archivedOn");
    }

    @Test
    void aDecisionIsTakenUponCollectiveDiscussion() {
        String alone = ",\"decidedOn\":\"2024-05-22\",\"outcome\":\"ADOPTED\"";
        office.refused(DECISIONS, decision("PROJECT", alone), "NOT_DISCUSSED", "/discussedOn")
                .body("legalBasis", equalTo("ZD 30"));
    }

    @Test
    void aReviewIsNotOfPapersThatCameLater() {
        office.refused(
                DECISIONS,
                decision(
                        "PROJECT",
                        ",\"papersOn\":\"2024-05-14\",\"reviewedOn\":\"2024-05-13\""
                                + ",\"reviewResult\":\"LAWFUL\""),
                "DATE_ORDER",
                "/reviewedOn");
    }

    private String proposed(String kind) {
        return office.created(DECISIONS, decision(kind, ""));
    }

    private void taken(String path, String step, String body, String status) {
        assertEquals(status, office.taken(path, step, body).getString("record.status"));
    }

    private void forbidden(String path, String step, String body, String article) {
        office.step(path, step, body)
                .then()
                .statusCode(409)
                .body("code", equalTo(FORBIDDEN))
                .body("legalBasis", equalTo(article));
    }

    private void notReviewed(String path) {
        office.step(path, "decision", adopted("2024-05-22"))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_REVIEWED"))
                .body("legalBasis", equalTo("ZD 25"))
                .body("errors[0].pointer", equalTo("/reviewedOn"));
    }

    private String reviewed() {
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", ""));
        office.taken(path, "review-request", on("2024-05-10"));
        office.taken(path, "legality-review", LAWFUL);
        return path;
    }

    static String on(String day) {
        return "{\"on\":\"" + day + "\"}";
    }

    /** The body of the step that decides. */
    static String adopted(String day) {
        return """
               {"on":"%s","outcome":"ADOPTED","headSpokeLast":true,"dissents":0}"""
                .formatted(day);
    }

    /** What a record says of a decision upon discussion on one day. */
    static String decided(String day) {
        return ",\"discussedOn\":\"%s\",\"decidedOn\":\"%s\",\"outcome\":\"ADOPTED\""
                .formatted(day, day);
    }

    static String decision(String matterKind, String more) {
        return """
        {"division":"%s","title":"镇区道路改造","matterKind":"%s","proposedOn":"2024-05-06"%s}"""
                .formatted(HOME, matterKind, more);
    }
}
