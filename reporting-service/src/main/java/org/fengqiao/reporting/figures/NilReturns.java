package org.fengqiao.reporting.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.confirmations.Confirmations.Confirmed;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.figures.Breakdown.Row;

/**
 * Which zeros are nil returns: where each unit of a month whose records the row counts has
 * confirmed it. At today's boundaries those are also the units that were merged in since.
 */
record NilReturns(Confirmed confirmed, Area area, Divisions register) {

    boolean cover(Row row, String chapter) {
        boolean ownLevel = Breakdown.OWN_LEVEL.equals(row.where());
        return row.period().months().stream()
                .allMatch(
                        month ->
                                units(row.division(), ownLevel, month)
                                        .allMatch(
                                                it ->
                                                        confirmed.covers(
                                                                it,
                                                                ownLevel,
                                                                period(month),
                                                                chapter)));
    }

    private Stream<String> units(String division, boolean ownLevel, YearMonth month) {
        List<String> moved =
                area.moved().entrySet().stream()
                        .filter(it -> counts(it.getValue(), division, ownLevel))
                        .map(Map.Entry::getKey)
                        .filter(it -> existed(it, month))
                        .toList();
        boolean itself = moved.isEmpty() || existed(division, month);
        return Stream.concat(itself ? Stream.of(division) : Stream.empty(), moved.stream());
    }

    private static boolean counts(String place, String division, boolean ownLevel) {
        return ownLevel
                ? place.equals(division)
                : new DivisionCode(division).contains(new DivisionCode(place));
    }

    private boolean existed(String division, YearMonth month) {
        LocalDate first = month.atDay(1);
        return register.existed(division, first, month.atEndOfMonth());
    }

    private static Period period(YearMonth month) {
        return new Period(month.toString(), month, month);
    }
}
