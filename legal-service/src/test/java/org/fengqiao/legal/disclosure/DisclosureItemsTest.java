package org.fengqiao.legal.disclosure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DisclosureItemsTest {

    @Inject DisclosureItems register;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/legal-disclosure.md",
                        "公开的期限 Deadlines of disclosure");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("DisclosureItems", register);
    }
}
