package org.fengqiao.legal.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life of a major decision as a table: complete, drawn, and every article on file. */
class DecisionStepTest {

    private static final LifeCycle<DecisionStatus, DecisionStep> LIFE =
            LifeCycle.of(DecisionStatus.class, DecisionStep.class);

    private static final Map<DecisionStep, String> OPERATIONS =
            Map.of(
                    DecisionStep.PROPOSE, "createMajorDecision",
                    DecisionStep.ASK_THE_PUBLIC, "askThePublicOnMajorDecision",
                    DecisionStep.SEND_FOR_REVIEW, "sendMajorDecisionForReview",
                    DecisionStep.REVIEW, "reviewMajorDecision",
                    DecisionStep.GIVE_OPINION, "giveCounselOpinionOnMajorDecision",
                    DecisionStep.DECIDE, "decideMajorDecision",
                    DecisionStep.DECIDE_UNREVIEWED, "decideMajorDecision",
                    DecisionStep.ARCHIVE, "archiveMajorDecision",
                    DecisionStep.WITHDRAW, "withdrawMajorDecision");

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> DecisionStep.DECIDE.takenFrom(DecisionStatus.IN_REVIEW));
        assertEquals("ZD 30", refusal.legalBasis());
        assertEquals("“审查中”的重大事项不能“集体讨论决定”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        LIFE.endsAre(EnumSet.of(DecisionStatus.ARCHIVED, DecisionStatus.WITHDRAWN));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        LIFE.isCitedAlikeIn("docs/generated/openapi/legal.yaml", OPERATIONS);
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn(
                "docs/generated/lifecycle/legal-decision.md",
                "重大决策的生命周期 Life cycle of a major decision");
    }
}
