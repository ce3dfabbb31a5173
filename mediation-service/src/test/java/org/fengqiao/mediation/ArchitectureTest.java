package org.fengqiao.mediation;

import org.fengqiao.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The shared rules, on this service. */
class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ArchitectureRules.check("org.fengqiao.mediation");
    }

    @Test
    void itsTestsKeepTheRules() {
        ArchitectureRules.checkTests("org.fengqiao.mediation");
        ArchitectureRules.checkTests("org.fengqiao.kit");
    }
}
