package org.fengqiao.mediation.cases;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The deadline rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseDeadlinesTest {

    @Inject CaseDeadlines deadlines;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/mediation-case.md",
                        "调解案件的期限 Deadlines of a mediation case");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("CaseDeadlines", deadlines);
    }
}
