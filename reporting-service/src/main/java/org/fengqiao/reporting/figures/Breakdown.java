package org.fengqiao.reporting.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Cohort;

/**
 * How a figure is divided into rows that add up to it.
 *
 * @param dimension the column, where the rows are codes; otherwise null
 */
public record Breakdown(By by, Column dimension) {

    static final Breakdown NONE = new Breakdown(By.NONE, null);

    public static final Breakdown MONTH = new Breakdown(By.MONTH, null);

    /** The parent's own records, without those of its children: 本级. */
    static final String OWN_LEVEL = "OWN_LEVEL";

    /** Records without a code. */
    static final String NO_CODE = "NONE";

    /** Into nothing, months, child divisions or codes. */
    public enum By {
        NONE,
        MONTH,
        DIVISION,
        CODE
    }

    /**
     * One row: what it is called, and whose figure of which period it is.
     *
     * @param where null without a breakdown
     */
    record Row(String where, String label, String division, Period period) {}

    /** The expression that names a record's row. */
    String sql(Cohort population, String division) {
        return switch (by) {
            case NONE -> "''";
            case MONTH ->
                    "to_char(%s, 'YYYY-MM')"
                            .formatted(
                                    population.until() == null ? population.from().sql() : "ends");
            case DIVISION ->
                    "case division when '%s' then '%s' else rpad(left(division, %d), 12, '0') end"
                            .formatted(division, OWN_LEVEL, childDigits(division));
            case CODE -> "coalesce(%s, '%s')".formatted(dimension.sql(), NO_CODE);
        };
    }

    private static int childDigits(String division) {
        return new DivisionCode(division).level().below().digits();
    }

    /** The rows of an answer, in order; of codes only those that occur. */
    List<Row> rows(Set<String> found, String division, Period period, Divisions divisions) {
        return switch (by) {
            case NONE -> List.of(new Row(null, null, division, period));
            case MONTH -> period.months().stream().map(it -> month(it, division)).toList();
            case DIVISION -> children(found, division, period, divisions);
            case CODE -> codes(found, division, period);
        };
    }

    private static Row month(YearMonth month, String division) {
        String label = "%d年%d月".formatted(month.getYear(), month.getMonthValue());
        return new Row(
                month.toString(), label, division, new Period(month.toString(), month, month));
    }

    private static List<Row> children(
            Set<String> found, String division, Period period, Divisions divisions) {
        Set<String> children = new TreeSet<>(found);
        children.remove(OWN_LEVEL);
        divisions.children(division).forEach(it -> children.add(it.code().value()));
        List<Row> rows = new ArrayList<>();
        children.forEach(it -> rows.add(new Row(it, divisions.name(it), it, period)));
        rows.add(new Row(OWN_LEVEL, "本级", division, period));
        return rows;
    }

    private List<Row> codes(Set<String> found, String division, Period period) {
        // In the list's order; those of an open list after it, sorted.
        Set<String> codes = new LinkedHashSet<>(dimension.codes().keySet());
        codes.addAll(new TreeSet<>(found));
        codes.retainAll(found);
        codes.remove(NO_CODE);
        List<Row> rows = new ArrayList<>();
        codes.forEach(it -> rows.add(new Row(it, dimension.word(it), division, period)));
        if (found.contains(NO_CODE)) {
            rows.add(new Row(NO_CODE, "未填", division, period));
        }
        return rows;
    }

    /** What a receipt needs beside division and period to show the same row. */
    Optional<String> condition(Row row) {
        return switch (by) {
            case NONE, MONTH -> Optional.empty();
            case DIVISION ->
                    row.where().equals(OWN_LEVEL)
                            ? Optional.of("division:" + OWN_LEVEL)
                            : Optional.empty();
            case CODE -> Optional.of(dimension.name() + ":" + row.where());
        };
    }
}
