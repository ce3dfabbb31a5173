package org.fengqiao.legal.decisions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MajorDecisionsTest {

    @Inject MajorDecisions register;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/legal-decision.md",
                        "重大决策的期限 Deadlines of a major decision");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("MajorDecisions", register);
    }
}
