package org.fengqiao.petition.petitions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The deadline rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionDeadlinesTest {

    @Inject PetitionDeadlines deadlines;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn("docs/generated/deadlines/petition.md", "信访件的期限 Deadlines of a petition");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("PetitionDeadlines", deadlines);
    }
}
