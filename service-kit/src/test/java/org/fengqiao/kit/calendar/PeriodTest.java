package org.fengqiao.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31",
        "2024-H1, 2024-01-01, 2024-06-30",
        "2024-H2, 2024-07-01, 2024-12-31",
        "2024-Q1, 2024-01-01, 2024-03-31",
        "2024-Q4, 2024-10-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024-01..2024-11, 2024-01-01, 2024-11-30",
        "2023-12..2024-01, 2023-12-01, 2024-01-31",
    })
    void aPeriodIsWholeMonths(String text, String start, String end) {
        assertEquals(start, Period.of(text).start().toString());
        assertEquals(end, Period.of(text).end().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-13",
                "2024-5",
                "2024-H3",
                "2024-Q0",
                "2024-05-01",
                "2024..2025",
                "2024-H1..2024-H2",
                "2024-02..2024-01",
                "2000-01..2020-01",
                "2024-01..2024-02..2024-03",
            })
    void anythingElseIsRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> Period.of(text));
        assertEquals("period", refusal.faults().get(0).pointer());
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2023, 2023",
        "2024-H1, 2023-H2, 2023-H1",
        "2024-H2, 2024-H1, 2023-H2",
        "2024-Q1, 2023-Q4, 2023-Q1",
        "2024-Q3, 2024-Q2, 2023-Q3",
        "2024-01, 2023-12, 2023-01",
        "2024-01..2024-11, 2023-02..2023-12, 2023-01..2023-11",
        "2023-12..2024-01, 2023-10..2023-11, 2022-12..2023-01",
        "2024-01..2024-12, 2023-01..2023-12, 2023-01..2023-12",
    })
    void itIsComparedWithTheOneBeforeAndThatOfTheYearBefore(
            String text, String before, String yearAgo) {
        assertEquals(Period.of(before), Period.of(text).before());
        assertEquals(Period.of(yearAgo), Period.of(text).yearAgo());
    }

    @Test
    void itIsReadOutInChinese() {
        assertEquals("2024年1月1日至2024年6月30日", Period.of("2024-H1").words());
    }

    @Test
    void aRangeListsItsMonths() {
        assertEquals(4, Period.of("2023-11..2024-02").months().size());
    }
}
