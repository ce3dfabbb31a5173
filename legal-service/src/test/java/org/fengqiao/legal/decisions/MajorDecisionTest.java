package org.fengqiao.legal.decisions;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The life of a major decision over HTTP and as a row of the ledger. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MajorDecisionTest {

    static final String HOME = "410423101000";
    static final String DECISIONS = "/major-decisions";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void whatThePublicMayStillCommentOnIsNotDiscussed() {
        String path = reviewed();
        office.taken(path, "public-comment", "{\"on\":\"2024-05-07\",\"until\":\"2024-06-10\"}");
        String lastDay = adopted("2024-06-10");
        office.step(path, "decision", lastDay)
                .then()
                .statusCode(422)
                .body("code", equalTo("COMMENT_RUNNING"))
                .body("legalBasis", equalTo("ZD 15"))
                .body("errors[0].pointer", equalTo("/discussedOn"));
        office.taken(path, "decision", adopted("2024-06-11"));
    }

    private String reviewed() {
        String path = office.created(DECISIONS, decision("MAJOR_DECISION", ""));
        office.taken(path, "review-request", on("2024-05-10"));
        office.taken(path, "legality-review", "{\"on\":\"2024-05-22\",\"result\":\"LAWFUL\"}");
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
