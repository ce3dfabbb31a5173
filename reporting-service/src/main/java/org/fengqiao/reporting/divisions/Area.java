package org.fengqiao.reporting.divisions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;

/**
 * Which records a division counts, those of all divisions below it included.
 *
 * <p>At today's boundaries the codes that moved are replaced while the facts are read, and nowhere
 * else: whatever looks at the counting division (a row, a filter, a key that counts once) sees
 * today's. So two villages that were merged are one village, their successor; one that was split is
 * no village, and its records are its township's own.
 *
 * @param division 12 digits
 * @param moved codes that are no more and lay in the division, or lie in it today, each with the
 *     one where it counts; empty as reported
 */
public record Area(String division, Boundaries boundaries, SortedMap<String, String> moved) {

    // The code that a record carries, beside the one where it counts.
    private static final String CARRIED = "carried_division";

    public Area {
        moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
    }

    /** By the codes that records carry. */
    public static Area asReported(String division) {
        return new Area(division, Boundaries.AS_REPORTED, Collections.emptySortedMap());
    }

    /** The facts to count: the table, with the counting division replaced where codes moved. */
    public String facts(Table table, Column place) {
        if (moved.isEmpty()) {
            return table.name();
        }
        Stream<String> others =
                table.columns().stream().map(Column::sql).filter(it -> !it.equals(place.sql()));
        return """
                (select %1$s, coalesce(became, %2$s) as %2$s, %2$s as %3$s
                from %4$s left join (values %5$s) moved (was, became) on was = %2$s)"""
                .formatted(
                        others.collect(Collectors.joining(", ")),
                        place.sql(),
                        CARRIED,
                        table.name(),
                        moved.entrySet().stream()
                                .map(it -> "('%s', '%s')".formatted(it.getKey(), it.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    /** The condition, in parentheses, that one of those facts counts in the division. */
    public String sql(Column place) {
        String counts = within(place.sql());
        if (moved.isEmpty()) {
            return "(" + counts + ")";
        }
        // The carried code alone is in an index: a range, and the few codes that came.
        List<String> arrived =
                moved.entrySet().stream()
                        .filter(it -> contains(it.getValue()) && !contains(it.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
        String carried = within(CARRIED);
        if (!arrived.isEmpty()) {
            carried += " or %s in ('%s')".formatted(CARRIED, String.join("', '", arrived));
        }
        return "((%s) and %s)".formatted(carried, counts);
    }

    private String within(String column) {
        DivisionCode code = new DivisionCode(division);
        return "%s between '%s' and '%s'".formatted(column, code.first(), code.last());
    }

    private boolean contains(String code) {
        return new DivisionCode(division).contains(new DivisionCode(code));
    }

    /** What the description of a figure says of it; nothing as reported. */
    public String words() {
        return switch (boundaries) {
            case AS_REPORTED -> "";
            case TODAY -> "（按现行区划）";
        };
    }

    /** What it says besides where villages are counted; nothing as reported. */
    public String wordsOnVillages() {
        return switch (boundaries) {
            case AS_REPORTED -> "";
            case TODAY -> "；合并的村按一个村计，拆分的村不再是村，其记录属乡镇本级";
        };
    }
}
