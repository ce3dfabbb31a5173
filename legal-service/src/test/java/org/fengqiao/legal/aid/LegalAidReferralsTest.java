package org.fengqiao.legal.aid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengqiao.testkit.DeadlineTable;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The rules as a jurist reads them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalAidReferralsTest {

    @Inject LegalAidReferrals register;

    @Test
    void theTableIsCurrent() {
        table().isDrawnIn(
                        "docs/generated/deadlines/legal-aid.md", "法律援助的期限 Deadlines of legal aid");
    }

    @Test
    void everyArticleIsOnFile() {
        table().everyArticleIsOnFile();
    }

    private DeadlineTable table() {
        return DeadlineTable.of("LegalAidReferrals", register);
    }
}
