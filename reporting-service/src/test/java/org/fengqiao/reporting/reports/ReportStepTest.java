package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The way of a report as a table: complete, drawn, and every article on file. */
class ReportStepTest {

    private static final LifeCycle<ReportStatus, ReportStep> LIFE =
            LifeCycle.of(ReportStatus.class, ReportStep.class);

    private static final Map<ReportStep, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry(ReportStep.BEGIN, "beginReport"),
                    Map.entry(ReportStep.EDIT, "editReport"),
                    Map.entry(ReportStep.CHECK, "checkReport"),
                    Map.entry(ReportStep.RETURN, "returnReport"),
                    Map.entry(ReportStep.SIGN, "signReport"),
                    Map.entry(ReportStep.SUBMIT, "submitReport"),
                    Map.entry(ReportStep.REVIEW, "reviewReport"),
                    Map.entry(ReportStep.PUBLISH, "publishReport"),
                    Map.entry(ReportStep.REVISE, "reviseReport"),
                    Map.entry(ReportStep.PUBLISH_REVISION, "publishReport"),
                    Map.entry(ReportStep.ABANDON, "abandonRevision"),
                    Map.entry(ReportStep.ABANDON_AGAIN, "abandonRevision"));

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> ReportStep.SIGN.takenFrom(ReportStatus.DRAFT));
        assertEquals("TJ 24", refusal.legalBasis());
        assertEquals("“起草”的报告不能“签发”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    /** What is published can be revised, again and again. */
    @Test
    void thereIsNoEnd() {
        LIFE.endsAre(EnumSet.noneOf(ReportStatus.class));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        LIFE.isCitedAlikeIn("docs/generated/openapi/reporting.yaml", OPERATIONS);
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn("docs/generated/lifecycle/report.md", "年度报告的流程 Way of an annual report");
    }
}
