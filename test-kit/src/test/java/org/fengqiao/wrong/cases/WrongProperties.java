package org.fengqiao.wrong.cases;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks testsAreRun, thrice: its name is none that Surefire takes. */
class WrongProperties {

    @Test
    void holdsOnPaper() {}

    @ParameterizedTest
    @ValueSource(ints = 1)
    void holdsForOne(int number) {}

    @Nested
    class Within {

        @Test
        void holdsWithin() {}
    }
}
