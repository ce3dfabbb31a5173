package org.fengqiao.legal;

import java.util.Map;
import org.fengqiao.testkit.ArchitectureRules;
import org.fengqiao.testkit.SameLines;
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

    /** A register is added by what is its own, never by copying another. */
    @Test
    void noTwoRegistersSayTheSame() {
        SameLines.check(
                "legal-service/src/main/java",
                Map.of(
                        "ContractReview.java ~ LegalityReview.java: LocalDate reviewedOn,",
                        "Java records inherit no components, and both reviews have one course",
                        "ConflictCheckResource.java ~ SearchResource.java: this.records = records;",
                        "JAX-RS reads who may call an operation at each operation itself"));
    }
}
