package org.fengqiao.legal.registers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The last day is in, and what goes on is in every year to come. */
class TermTest {

    private static final LocalDate FROM = LocalDate.of(2023, 12, 31);
    private static final LocalDate UNTIL = LocalDate.of(2025, 1, 1);

    @Test
    void theFirstAndTheLastDayAreIn() {
        Term term = new Term(FROM, UNTIL);
        assertTrue(term.covers(FROM));
        assertTrue(term.covers(UNTIL));
        assertFalse(term.covers(FROM.minusDays(1)));
        assertFalse(term.covers(UNTIL.plusDays(1)));
        assertTrue(new Term(FROM, null).covers(UNTIL.plusYears(50)));
    }

    @Test
    void aYearIsTouchedByOneDay() {
        Term term = new Term(FROM, UNTIL);
        assertTrue(term.touches(2023) && term.touches(2024) && term.touches(2025));
        assertFalse(term.touches(2022) || term.touches(2026));
        assertTrue(new Term(FROM, null).touches(2099));
    }
}
