package org.fengqiao.legal.aid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life of a referral as a table: complete, drawn, and every article on file. */
class AidStepTest {

    private static final LifeCycle<AidStatus, AidStep> LIFE =
            LifeCycle.of(AidStatus.class, AidStep.class);

    private static final Map<AidStep, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry(AidStep.REFER, "createLegalAidReferral"),
                    Map.entry(AidStep.APPLY, "receiveApplicationOfLegalAidReferral"),
                    Map.entry(AidStep.ASK_PAPERS, "askPapersOfLegalAidReferral"),
                    Map.entry(AidStep.SUPPLY_PAPERS, "supplyPapersOfLegalAidReferral"),
                    Map.entry(AidStep.GRANT, "grantLegalAidReferral"),
                    Map.entry(AidStep.SUPPLY_AFTER_GRANT, "supplyPapersOfLegalAidReferral"),
                    Map.entry(AidStep.REFUSE, "refuseLegalAidReferral"),
                    Map.entry(AidStep.APPOINT, "appointForLegalAidReferral"),
                    Map.entry(AidStep.OBJECT, "objectToLegalAidReferral"),
                    Map.entry(AidStep.UPHOLD, "upholdObjectionToLegalAidReferral"),
                    Map.entry(AidStep.REJECT, "rejectObjectionToLegalAidReferral"),
                    Map.entry(AidStep.CLOSE, "closeLegalAidReferral"),
                    Map.entry(AidStep.DEEM_WITHDRAWN, "withdrawLegalAidReferral"),
                    Map.entry(AidStep.WITHDRAW, "withdrawLegalAidReferral"));

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> AidStep.APPOINT.takenFrom(AidStatus.APPLIED));
        assertEquals("FY 43", refusal.legalBasis());
        assertEquals("“已申请”的法律援助申请不能“指派”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        LIFE.endsAre(EnumSet.of(AidStatus.CLOSED, AidStatus.WITHDRAWN));
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
                "docs/generated/lifecycle/legal-aid.md",
                "引导法律援助的生命周期 Life cycle of a referral to legal aid");
    }
}
