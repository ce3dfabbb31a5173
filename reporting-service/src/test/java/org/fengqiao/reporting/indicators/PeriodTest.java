package org.fengqiao.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024,2024-01-01,2024-12-31",
        "2024-H1,2024-01-01,2024-06-30",
        "2024-H2,2024-07-01,2024-12-31",
        "2024-Q1,2024-01-01,2024-03-31",
        "2024-Q3,2024-07-01,2024-09-30",
        "2024-02,2024-02-01,2024-02-29",
        "2023-02,2023-02-01,2023-02-28",
        "2024-01..2024-11,2024-01-01,2024-11-30",
        "2023-11..2024-02,2023-11-01,2024-02-29"
    })
    void aPeriodIsWholeMonths(String text, String start, String end) {
        Period period = Period.parse(text).orElseThrow();
        assertEquals(start, period.start().toString());
        assertEquals(end, period.end().toString());
        assertEquals(text, period.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-13",
                "2024-00",
                "2024-H3",
                "2024-Q5",
                "2024-1",
                "2024-01-01",
                "2024-06..2024-01",
                "2024..2025",
                "2024-Q1..2024-Q2",
                "2024-01..",
                "..2024-01",
                "2024-01..2024-02..2024-03",
                "1999-01..2024-01",
                " 2024"
            })
    void anythingElseIsNone(String text) {
        assertTrue(Period.parse(text).isEmpty(), text);
    }

    @Test
    void aRangeListsItsMonths() {
        assertEquals(4, Period.parse("2023-11..2024-02").orElseThrow().months().size());
        assertEquals(
                "2023年11月1日至2024年2月29日", Period.parse("2023-11..2024-02").orElseThrow().words());
    }
}
