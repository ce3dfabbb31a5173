package org.fengqiao.reporting.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life cycle as a table: complete, drawn, and each step taken by an operation. */
class SetStepTest {

    private static final LifeCycle<SetStatus, SetStep> LIFE =
            LifeCycle.of(SetStatus.class, SetStep.class);

    @Test
    void whatIsAcceptedIsLocked() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> SetStep.SUBMIT.takenFrom(SetStatus.ACCEPTED));
        assertEquals("“已审核锁定”的数据表不能“报送”", refusal.zh());
        assertEquals("SETTING", refusal.legalBasis());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStatusIsAnEnd() {
        LIFE.endsAre(Set.of());
    }

    @Test
    void everyStepButTheFirstIsAnOperation() {
        LIFE.everyArticleIsOnFile();
        LIFE.isCitedAlikeIn(
                "docs/generated/openapi/reporting.yaml",
                Map.of(
                        SetStep.SUBMIT, "submitFigureSet",
                        SetStep.RETURN, "returnFigureSet",
                        SetStep.ACCEPT, "acceptFigureSet",
                        SetStep.REOPEN, "reopenFigureSet"),
                Set.of(SetStep.OPEN_SET));
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn(
                "docs/generated/lifecycle/figure-set.md", "数据报送的生命周期 Life cycle of a figure set");
    }
}
