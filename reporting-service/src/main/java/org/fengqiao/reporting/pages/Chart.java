package org.fengqiao.reporting.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fengqiao.reporting.figures.Breakdown;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Comparison;
import org.fengqiao.reporting.figures.Figure.Status;

/**
 * The rows of a figure as bars, each beside that of the year before. All lengths are percentages,
 * so that a drawing is as wide as its page, and its letters are not scaled with it.
 *
 * @param months whether the rows are the months: columns; else bars
 * @param year of the bars, and {@code before} of those beside them
 * @param step width of a column's place
 */
public record Chart(
        String id,
        String title,
        String unit,
        boolean months,
        String year,
        String before,
        String step,
        List<Row> rows) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A row.
     *
     * @param place the division whose own page it names; null where it is none
     * @param mark its label where twelve stand beside each other on a phone
     * @param left where its column's place begins
     */
    public record Row(String label, String mark, String place, String left, Bar now, Bar then) {}

    /**
     * A bar.
     *
     * @param period that it counts
     * @param number null where the status says why there is none
     * @param length of the longest of the chart; {@code rest} what is missing to it
     * @param page of the records behind it; null where the reader may not see them
     */
    public record Bar(
            String period, String number, Status status, String length, String rest, String page) {}

    /**
     * @param title of the indicator
     * @param figures the rows, compared with the year before and nothing else; at least one
     * @param linked whether the reader may see the records
     */
    static Chart of(String title, List<Figure> figures, Breakdown by, Terms terms, boolean linked) {
        BigDecimal longest =
                figures.stream()
                        .flatMap(it -> Stream.of(value(it.value()), value(before(it).value())))
                        .reduce(BigDecimal.ONE, BigDecimal::max);
        double step = 100.0 / figures.size();
        List<Row> rows =
                Stream.iterate(0, it -> it < figures.size(), it -> it + 1)
                        .map(
                                it -> {
                                    Figure now = figures.get(it);
                                    String label = terms.row(now, by);
                                    return new Row(
                                            label,
                                            label.replace("月", ""),
                                            place(now, by),
                                            percent(it * step),
                                            bar(now, longest, linked),
                                            bar(before(now), longest, linked));
                                })
                        .toList();
        Figure first = figures.get(0);
        return new Chart(
                "%s-%s".formatted(first.indicator(), name(by)),
                title + terms.by(by),
                terms.unit(first.unit()),
                by.by() == By.MONTH,
                first.period().substring(0, 4),
                before(first).period().substring(0, 4),
                percent(step),
                rows);
    }

    private static String name(Breakdown by) {
        return switch (by.by()) {
            case NONE -> "all";
            case MONTH -> "month";
            case DIVISION -> "division";
            case CODE -> by.dimensions().get(0).name();
        };
    }

    private static Comparison before(Figure it) {
        return it.comparisons().get(0);
    }

    private static String place(Figure it, Breakdown by) {
        boolean child = by.by() == By.DIVISION && !it.where().equals(Breakdown.OWN_LEVEL);
        return child ? it.division() : null;
    }

    private static Bar bar(Figure it, BigDecimal longest, boolean linked) {
        return bar(it.period(), it.value(), it.status(), it.receipt(), longest, linked);
    }

    private static Bar bar(Comparison it, BigDecimal longest, boolean linked) {
        return bar(it.period(), it.value(), it.status(), it.receipt(), longest, linked);
    }

    private static Bar bar(
            String period,
            BigDecimal value,
            Status status,
            String receipt,
            BigDecimal longest,
            boolean linked) {
        double length = value(value).multiply(HUNDRED).doubleValue() / longest.doubleValue();
        return new Bar(
                period,
                value == null ? null : Terms.number(value),
                status,
                percent(length),
                percent(100 - length),
                linked ? Card.page(receipt) : null);
    }

    private static BigDecimal value(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String percent(double it) {
        return String.format(Locale.ROOT, "%.2f%%", it);
    }
}
