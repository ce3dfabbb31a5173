package org.fengqiao.legal;

import org.fengqiao.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The shared rules, on this service. */
class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ArchitectureRules.check("org.fengqiao.legal");
    }

    @Test
    void itsTestsKeepTheRules() {
        ArchitectureRules.checkTests("org.fengqiao.legal");
    }
}
