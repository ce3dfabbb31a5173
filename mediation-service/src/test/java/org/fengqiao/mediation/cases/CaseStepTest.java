package org.fengqiao.mediation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life cycle as a table: complete, drawn, and every article on file. */
class CaseStepTest {

    private static final LifeCycle<CaseStatus, CaseStep> LIFE =
            LifeCycle.of(CaseStatus.class, CaseStep.class);

    private static final Map<CaseStep, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry(CaseStep.REGISTER, "registerCase"),
                    Map.entry(CaseStep.ACCEPT, "acceptCase"),
                    Map.entry(CaseStep.REFUSE, "refuseCase"),
                    Map.entry(CaseStep.RECUSE, "recuseMediator"),
                    Map.entry(CaseStep.HOLD_SESSION, "holdSession"),
                    Map.entry(CaseStep.EXTEND, "extendCase"),
                    Map.entry(CaseStep.AGREE, "agreeCase"),
                    Map.entry(CaseStep.VARY_AGREEMENT, "varyAgreement"),
                    Map.entry(CaseStep.TERMINATE, "terminateCase"),
                    Map.entry(CaseStep.END_BY_PARTY, "terminateCase"),
                    Map.entry(CaseStep.WITHDRAW, "withdrawCase"),
                    Map.entry(CaseStep.HAND_OVER, "handOverCase"),
                    Map.entry(CaseStep.RECORD_PERFORMANCE, "recordPerformance"),
                    Map.entry(CaseStep.APPLY_FOR_CONFIRMATION, "applyForConfirmation"),
                    Map.entry(CaseStep.RULE_ON_CONFIRMATION, "ruleOnConfirmation"),
                    Map.entry(CaseStep.FOLLOW_UP, "recordFollowUpVisit"),
                    Map.entry(CaseStep.PREVENT, "recordPreventionAct"),
                    Map.entry(CaseStep.REPORT_RISK, "reportRisk"),
                    Map.entry(CaseStep.ARCHIVE, "archiveCase"),
                    Map.entry(CaseStep.CORRECT, "correctCase"),
                    Map.entry(CaseStep.VOID, "voidCase"));

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> CaseStep.REFUSE.takenFrom(CaseStatus.ACCEPTED));
        assertEquals("RT 17", refusal.legalBasis());
        assertEquals("REFUSE is not allowed when the case is ACCEPTED", refusal.en());
        assertEquals("“已受理”的案件不能“不予受理”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        LIFE.endsAre(
                EnumSet.complementOf(
                        EnumSet.of(
                                CaseStatus.REGISTERED,
                                CaseStatus.ACCEPTED,
                                CaseStatus.IN_MEDIATION)));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        LIFE.isCitedAlikeIn("docs/generated/openapi/mediation.yaml", OPERATIONS);
    }

    @Test
    void preventingAndReportingAreOpenAtTheSameTimes() {
        assertEquals(CaseStep.REPORT_RISK.from(), CaseStep.PREVENT.from());
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn(
                "docs/generated/lifecycle/mediation-case.md",
                "调解案件的生命周期 Life cycle of a mediation case");
    }
}
