package org.fengqiao.petition.supervision;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The rule as a jurist reads it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SupervisionDeadlinesTest {

    @Inject SupervisionDeadlines deadlines;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/petition-supervision.md",
                        "督办的期限 Deadlines of a supervision");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("SupervisionDeadlines", deadlines);
    }
}
