package org.fengqiao.petition;

import org.fengqiao.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The shared rules, on this service. */
class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ArchitectureRules.check("org.fengqiao.petition");
    }

    @Test
    void itsTestsKeepTheRules() {
        ArchitectureRules.checkTests("org.fengqiao.petition");
    }
}
