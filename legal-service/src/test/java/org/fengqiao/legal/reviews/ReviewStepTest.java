package org.fengqiao.legal.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life of a review as a table: complete, drawn, and every article on file. */
class ReviewStepTest {

    private static final LifeCycle<ReviewStatus, ReviewStep> LIFE =
            LifeCycle.of(ReviewStatus.class, ReviewStep.class);

    @Test
    void aRefusalNamesTheStepAndTheStatus() {
        Refusal refusal =
                assertThrows(
                        Refusal.class, () -> ReviewStep.ANSWER.takenFrom(ReviewStatus.RECEIVED));
        assertEquals("SETTING", refusal.legalBasis());
        assertEquals("“待审查”的审查不能“答复采纳情况”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        LIFE.endsAre(EnumSet.of(ReviewStatus.DECIDED, ReviewStatus.WITHDRAWN));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        isCitedAlike("ContractReview");
        isCitedAlike("LegalityReview");
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn(
                "docs/generated/lifecycle/legal-review.md", "审查的生命周期 Life cycle of a review");
    }

    private static void isCitedAlike(String record) {
        LIFE.isCitedAlikeIn(
                "docs/generated/openapi/legal.yaml",
                Map.of(
                        ReviewStep.RECEIVE, "create" + record,
                        ReviewStep.GIVE_OPINION, "giveOpinionOn" + record,
                        ReviewStep.ANSWER, "answer" + record,
                        ReviewStep.WITHDRAW, "withdraw" + record));
    }
}
