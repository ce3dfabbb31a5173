package org.fengqiao.reporting.divisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicators;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static final String TOWNSHIP = "410423106000";
    private static final Cohort MEETINGS = Indicators.OF_CHAPTERS.get("M-06").whole();
    private static final Cohort MEDIATORS = Indicators.OF_CHAPTERS.get("M-25").whole();

    private static Area today(Map<String, String> moved) {
        return new Area(TOWNSHIP, Boundaries.TODAY, new TreeMap<>(moved));
    }

    private static String sql(Cohort cohort, Area area) {
        return cohort.from(area, Period.of("2024"), false);
    }

    @Test
    void whereNothingMovedTodaysFiguresAreReadAsEver() {
        assertEquals(
                """
                from (select *, date '2024-12-31' as ends from meeting_fact) counted
                where not voided and (division between '410423106000' and '410423106999') and held_on between date '2024-01-01' and date '2024-12-31'
                    and month_of(held_on) in (%s)
                """
                        .formatted(
                                IntStream.rangeClosed(1, 12)
                                        .mapToObj("date '2024-%02d-01'"::formatted)
                                        .collect(Collectors.joining(", "))),
                sql(MEETINGS, today(Map.of())));
        for (Cohort it : new Cohort[] {MEETINGS, MEDIATORS}) {
            assertEquals(sql(it, Area.asReported(TOWNSHIP)), sql(it, today(Map.of())));
        }
    }

    @Test
    void onlyWhatCameIsLookedForBesideTheRange() {
        String came = sql(MEETINGS, today(Map.of("410423109201", "410423106201")));
        assertTrue(
                came.contains(
                        "((carried_division between '410423106000' and '410423106999'"
                                + " or carried_division in ('410423109201'))"
                                + " and division between '410423106000' and '410423106999')"),
                came);
        assertTrue(came.contains("(values ('410423109201', '410423106201')) moved (was, became)"));
        String left = sql(MEDIATORS, today(Map.of("410423106202", "410423107205")));
        assertFalse(left.contains(" in ("), left);
    }
}
