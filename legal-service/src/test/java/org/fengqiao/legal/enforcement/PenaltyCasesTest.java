package org.fengqiao.legal.enforcement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PenaltyCasesTest {

    @Inject PenaltyCases register;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/legal-penalty.md",
                        "行政处罚案件的期限 Deadlines of a penalty case");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("PenaltyCases", register);
    }
}
