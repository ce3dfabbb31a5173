package org.fengqiao.reporting;

import org.fengqiao.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The shared rules, on this service. */
class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ArchitectureRules.check("org.fengqiao.reporting");
    }

    @Test
    void itsTestsKeepTheRules() {
        ArchitectureRules.checkTests("org.fengqiao.reporting");
    }
}
