package org.fengqiao.reporting.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Cohort;

/**
 * How a figure is divided into rows that add up to it.
 *
 * @param dimensions the columns, where the rows are codes; of several each row is a combination
 */
public record Breakdown(By by, List<Column> dimensions) {

    public static final Breakdown NONE = new Breakdown(By.NONE, List.of());

    public static final Breakdown MONTH = new Breakdown(By.MONTH, List.of());

    static final Breakdown DIVISION = new Breakdown(By.DIVISION, List.of());

    /** By the codes of a column. */
    public static Breakdown of(Column dimension) {
        return new Breakdown(By.CODE, List.of(dimension));
    }

    /** Between the codes of a combination; no code contains it. */
    static final String AND = ",";

    /** The parent's own records, without those of its children: 本级. */
    public static final String OWN_LEVEL = "OWN_LEVEL";

    /** Records without a code. */
    public static final String NO_CODE = "NONE";

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
            case MONTH -> "to_char(ends, 'YYYY-MM')";
            case DIVISION ->
                    "case %1$s when '%2$s' then '%3$s' else rpad(left(%1$s, %4$d), 12, '0') end"
                            .formatted(
                                    population.place().sql(),
                                    division,
                                    OWN_LEVEL,
                                    childDigits(division));
            case CODE ->
                    dimensions.stream()
                            .map(it -> "coalesce(%s, '%s')".formatted(it.sql(), NO_CODE))
                            .collect(Collectors.joining(" || '" + AND + "' || "));
        };
    }

    private static int childDigits(String division) {
        return new DivisionCode(division).levelBelow().digits();
    }

    /** The rows of an answer, in order; of codes only those that occur. */
    List<Row> rows(Set<String> found, Area area, Period period, Divisions divisions) {
        String division = area.division();
        return switch (by) {
            case NONE -> List.of(new Row(null, null, division, period));
            case MONTH -> period.months().stream().map(it -> month(it, division)).toList();
            case DIVISION -> children(found, area, period, divisions);
            case CODE -> codes(found, division, period);
        };
    }

    private static Row month(YearMonth month, String division) {
        String label = "%d年%d月".formatted(month.getYear(), month.getMonthValue());
        return new Row(
                month.toString(), label, division, new Period(month.toString(), month, month));
    }

    /** Those that are divisions by these boundaries, and any other that has records. */
    private static List<Row> children(
            Set<String> found, Area area, Period period, Divisions divisions) {
        String division = area.division();
        Set<String> children = new TreeSet<>(found);
        children.remove(OWN_LEVEL);
        List<Division> known =
                switch (area.boundaries()) {
                    case AS_REPORTED -> divisions.children(division, period.start(), period.end());
                    case TODAY -> divisions.children(division);
                };
        known.forEach(it -> children.add(it.code().value()));
        List<Row> rows = new ArrayList<>();
        children.forEach(it -> rows.add(new Row(it, divisions.name(it), it, period)));
        rows.add(new Row(OWN_LEVEL, "本级", division, period));
        return rows;
    }

    private List<Row> codes(Set<String> found, String division, Period period) {
        return found.stream()
                .sorted(inListOrder())
                .map(it -> new Row(it, label(it), division, period))
                .toList();
    }

    /** In the lists' order; those of an open list after it, and without a code last. */
    private Comparator<String> inListOrder() {
        Comparator<String> order = (one, other) -> 0;
        for (int i = 0; i < dimensions.size(); i++) {
            int at = i;
            List<String> listed = List.copyOf(dimensions.get(i).codes().keySet());
            order =
                    order.thenComparing(it -> place(listed, codesOf(it).get(at)))
                            .thenComparing(it -> codesOf(it).get(at));
        }
        return order;
    }

    private static int place(List<String> listed, String code) {
        if (code.equals(NO_CODE)) {
            return listed.size() + 1;
        }
        int at = listed.indexOf(code);
        return at < 0 ? listed.size() : at;
    }

    private String label(String row) {
        List<String> codes = codesOf(row);
        return IntStream.range(0, codes.size())
                .mapToObj(it -> word(dimensions.get(it), codes.get(it)))
                .collect(Collectors.joining("、"));
    }

    static String word(Column dimension, String code) {
        return code.equals(NO_CODE) ? "未填" : dimension.word(code);
    }

    /** The codes of a row, one of each dimension. */
    static List<String> codesOf(String row) {
        return List.of(row.split(AND, -1));
    }

    /** What a receipt needs beside division and period to show the same row. */
    Optional<String> condition(Row row) {
        return switch (by) {
            case NONE, MONTH -> Optional.empty();
            case DIVISION ->
                    row.where().equals(OWN_LEVEL)
                            ? Optional.of("division:" + OWN_LEVEL)
                            : Optional.empty();
            case CODE -> {
                List<String> codes = codesOf(row.where());
                yield Optional.of(
                        IntStream.range(0, codes.size())
                                .mapToObj(it -> dimensions.get(it).name() + ":" + codes.get(it))
                                .collect(Collectors.joining(AND)));
            }
        };
    }
}
