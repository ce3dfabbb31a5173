package org.fengqiao.reporting.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Row;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Filter.Pending;
import org.fengqiao.reporting.indicators.Filter.Settled;

/**
 * Which records: of one kind, by one date, through all filters. A value: it gives the number, the
 * list behind it, its digest (all through {@link #sql}) and its description in words.
 *
 * @param place the division that counts a record: of the record, or another that the record names
 * @param from the date that puts a record into a period; of a stock the day it begins to count
 * @param until of a stock the day that ends it; otherwise null
 * @param throughUntil of a stock: whether it still counts on that day
 */
public record Cohort(
        Table table,
        Column place,
        Column from,
        Column until,
        boolean throughUntil,
        List<Filter> filters) {

    /** Records of a kind by a date: counted in the period of that date. */
    public static Cohort by(Table table, String date, Filter... filters) {
        return at(table, table.column(date), null, false, List.of(filters));
    }

    /** What is open when the period ends: what was ended on its last day is open no more. */
    public static Cohort open(Table table, String from, String ended) {
        return at(table, table.column(from), table.column(ended), false, List.of());
    }

    /** Who is in office on the period's last day: whoever leaves that day still is. */
    public static Cohort inOffice(Table table, String from, String lastDay) {
        return at(table, table.column(from), table.column(lastDay), true, List.of());
    }

    private static Cohort at(
            Table table, Column from, Column until, boolean throughUntil, List<Filter> filters) {
        return new Cohort(table, table.place(), from, until, throughUntil, filters);
    }

    /** The same records, counted at another division that they name. */
    public Cohort countedAt(String division) {
        return new Cohort(table, table.column(division), from, until, throughUntil, filters);
    }

    /** Whether records are counted elsewhere than at their own division. */
    public boolean hasOtherPlace() {
        return !place.equals(table.place());
    }

    /** The cohort of those that also pass the filter. */
    public Cohort narrowedTo(Filter filter) {
        return with(Stream.concat(filters.stream(), Stream.of(filter)).toList());
    }

    private Cohort with(List<Filter> others) {
        return new Cohort(table, place, from, until, throughUntil, others);
    }

    /** Narrowed to committees of the levels. */
    public Cohort at(String... levels) {
        return narrowedTo(Filter.in(table, "committeeLevel", levels));
    }

    /** Whether the other is made by narrowing this one: then it can never be larger. */
    public boolean contains(Cohort other) {
        return population().equals(other.population()) && other.filters.containsAll(filters);
    }

    /** Whether no record can be in both: of one kind, with other codes in the same column. */
    public boolean isApartFrom(Cohort other) {
        return table.equals(other.table)
                && filters.stream()
                        .anyMatch(it -> other.filters.stream().anyMatch(that -> it.excludes(that)));
    }

    /** Those whose window is still open, where the cohort wants settled ones. */
    public Optional<Cohort> pending() {
        if (filters.stream().noneMatch(Settled.class::isInstance)) {
            return Optional.empty();
        }
        List<Filter> open =
                filters.stream()
                        .map(it -> it instanceof Settled settled ? new Pending(settled) : it)
                        .toList();
        return Optional.of(with(open));
    }

    /** What cohorts share that one statement can count: kind, place, date and the way it counts. */
    public Cohort population() {
        return with(List.of());
    }

    /**
     * The population in an area and a period as {@code from … where …}. Only typed values enter the
     * text (codes of divisions, dates): with them PostgreSQL plans for what is asked.
     *
     * <p>{@code ends} is the day that filters look back from: the last one of the period.
     *
     * @param byMonth at the end of each month, not only of the period
     */
    public String from(Area area, Period period, boolean byMonth) {
        String facts = area.facts(table, place);
        String inArea = "not voided and " + area.sql(place);
        if (until == null) {
            String ends =
                    byMonth
                            ? "(date_trunc('month', %s) + interval '1 month - 1 day')::date"
                                    .formatted(from.sql())
                            : "date '%s'".formatted(period.end());
            return """
                    from (select *, %1$s as ends from %2$s) counted
                    where %3$s and %4$s between date '%5$s' and date '%6$s'
                        and month_of(%4$s) in (%7$s)
                    """
                    .formatted(
                            ends,
                            facts,
                            inArea,
                            from.sql(),
                            period.start(),
                            period.end(),
                            months(period.months()));
        }
        String moments =
                (byMonth ? period.months() : List.of(period.last()))
                        .stream()
                                .map(it -> "(date '" + it.atEndOfMonth() + "')")
                                .collect(Collectors.joining(", "));
        return """
                from (values %1$s) as moment (ends)
                join %2$s counted on %3$s <= ends and (%4$s is null or %4$s %5$s ends)
                where %6$s and %3$s is not null
                """
                .formatted(
                        moments, facts, from.sql(), until.sql(), throughUntil ? ">=" : ">", inArea);
    }

    /** Months as SQL: the indexes begin with them, so that nothing of other months is read. */
    public static String months(List<YearMonth> months) {
        return months.stream()
                .map(it -> "date '" + it.atDay(1) + "'")
                .collect(Collectors.joining(", "));
    }

    /**
     * Whether its number in a period is the sum of those of the months, and changes only with its
     * records: it asks each record alone, and not what there is when the period ends.
     */
    public boolean isSumOfMonths() {
        return until == null && filters.stream().allMatch(Filter::isOfItsRecord);
    }

    /** Whether it takes only what happened in a village (行政村). */
    public boolean isOfVillages() {
        return filters.stream().anyMatch(Filter.InVillage.class::isInstance);
    }

    /** All filters as one SQL condition over the table's columns. */
    public String sql(LocalDate today) {
        return filters.isEmpty()
                ? "true"
                : filters.stream().map(it -> it.sql(today)).collect(Collectors.joining(" and "));
    }

    /**
     * Whether it counts a row, judged without SQL: what {@link #from} and {@link #sql} ask of the
     * database, once more in Java, so that neither can be wrong unseen.
     *
     * @param area the first digits of the divisions
     */
    public boolean counts(Row row, String area, Period period, Moment at) {
        return !row.isVoided()
                && row.has(place)
                && row.text(place).startsWith(area)
                && inTime(row.day(from), row.day(until == null ? from : until), period)
                && filters.stream().allMatch(it -> it.holds(row, at));
    }

    private boolean inTime(LocalDate day, LocalDate ended, Period period) {
        if (day == null || day.isAfter(period.end())) {
            return false;
        }
        if (until == null) {
            return !day.isBefore(period.start());
        }
        return ended == null
                || ended.isAfter(period.end())
                || (throughUntil && ended.isEqual(period.end()));
    }

    /** The cohort in Chinese words, without period and place. */
    public String words() {
        List<String> words = new ArrayList<>();
        words.add(until == null ? from.label() + "在期内" : from.label() + "不晚于期末且" + stillThere());
        filters.forEach(it -> words.add(it.words()));
        words.add("未作废");
        table.note().ifPresent(words::add);
        return table.label() + "：" + String.join("；", words);
    }

    private String stillThere() {
        String ended = act(until);
        return throughUntil
                ? "期末前未" + ended + "（期末当日" + ended + "的仍计入）"
                : "至期末尚未" + ended + "（期末当日" + ended + "的不计入）";
    }

    /** What happens on a day: 离岗 on 离岗日期. */
    static String act(Column day) {
        return day.label().replaceFirst("日期$", "");
    }
}
