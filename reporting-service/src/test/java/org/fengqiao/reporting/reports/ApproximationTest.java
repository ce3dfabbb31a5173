package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproximationTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "9,9",
        "10,10",
        "20,20",
        "21,20余",
        "29,20余",
        "30,30",
        "186,180余",
        "199,190余"
    })
    void tensAreNamedAndTheRestIsLeftOut(int exact, String printed) {
        assertEquals(printed, Approximation.of(BigDecimal.valueOf(exact)));
    }

    @Test
    void aRoundedNumberStandsForNoOther() {
        assertTrue(Approximation.stands("20余", BigDecimal.valueOf(21)));
        assertFalse(Approximation.stands("20余", BigDecimal.valueOf(20)));
        assertFalse(Approximation.stands("20余", BigDecimal.valueOf(30)));
    }
}
