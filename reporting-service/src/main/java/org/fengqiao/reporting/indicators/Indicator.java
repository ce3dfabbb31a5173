package org.fengqiao.reporting.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.reporting.facts.Facts.Column;
import org.fengqiao.reporting.facts.Facts.Table;

/**
 * One indicator: what it counts, of which records, on whose authority. One code is one figure.
 *
 * @param definition 1, and raised when the cohort changes after a release; an edition names the one
 *     it was made with
 * @param title in the words of the report; {@code titleEn} the same in English
 * @param legalBasis law key and article (keys of the legal sources)
 * @param whole the records; of a share the denominator
 * @param part the numerator of a share, a narrowing of the whole; otherwise null
 * @param amount the column that is added up; null where records are counted
 */
public record Indicator(
        String code,
        String title,
        String titleEn,
        Kind kind,
        Unit unit,
        String legalBasis,
        int definition,
        Cohort whole,
        Cohort part,
        Column amount) {

    /** A sum over time; its last value; or made anew from its parts. */
    @Schema(name = "IndicatorKind")
    public enum Kind {
        COUNT,
        SUM,
        STOCK,
        SHARE
    }

    /** A condition over the columns of a fact: SQL, and the same in Chinese words. */
    public sealed interface Filter permits In, Yes, No, InTime, Settled, Pending {
        /**
         * @param today decides what is not yet due; in Shanghai
         */
        String sql(LocalDate today);

        String words();
    }

    /** The column holds one of the codes. */
    public record In(Column column, List<String> codes) implements Filter {
        public In {
            if (!column.codes().keySet().containsAll(codes)) {
                throw new IllegalArgumentException(column.name() + " has not all of " + codes);
            }
        }

        @Override
        public String sql(LocalDate today) {
            return codes.stream()
                    .collect(Collectors.joining("', '", column.sql() + " in ('", "')"));
        }

        @Override
        public String words() {
            return codes.stream()
                    .map(column.codes()::get)
                    .collect(Collectors.joining("、", column.label() + "为", ""));
        }
    }

    /** The flag is set. */
    public record Yes(Column column) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return column.sql();
        }

        @Override
        public String words() {
            return column.label();
        }
    }

    /** The flag is not set, or nobody has told. */
    public record No(Column column) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return column.sql() + " is not true";
        }

        @Override
        public String words() {
            return "不是" + column.label();
        }
    }

    /** Done, and not after the window closed. */
    public record InTime(Column done, Column windowEnds) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return done.sql() + " <= " + windowEnds.sql();
        }

        @Override
        public String words() {
            return done.label() + "不晚于" + windowEnds.label();
        }
    }

    /** Done, or the window has closed: it can no longer change. The others are "not yet due". */
    public record Settled(Column done, Column windowEnds) implements Filter {
        @Override
        public String sql(LocalDate today) {
            String closed = windowEnds.sql() + " < date '" + today + "'";
            return "(" + done.sql() + " is not null or " + closed + ")";
        }

        @Override
        public String words() {
            return "已有" + done.label() + "或" + windowEnds.label() + "已过";
        }
    }

    /** Neither done nor closed: not yet due, shown apart from a share. */
    public record Pending(Settled settled) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return "not " + settled.sql(today);
        }

        @Override
        public String words() {
            return "尚无" + settled.done().label() + "且" + settled.windowEnds().label() + "未过";
        }
    }

    /**
     * Which records: of one kind, by one date, through all filters. A value: it gives the number,
     * the list behind it, its digest (all through {@link #sql}) and its description in words.
     *
     * @param from the date that puts a record into a period; of a stock the day it begins to count
     * @param until of a stock the day that ends it; otherwise null
     * @param throughUntil of a stock: whether it still counts on that day
     */
    public record Cohort(
            Table table, Column from, Column until, boolean throughUntil, List<Filter> filters) {

        /** Records of a kind by a date: counted in the period of that date. */
        public static Cohort by(Table table, String date, Filter... filters) {
            return new Cohort(table, table.column(date), null, false, List.of(filters));
        }

        /** What is open when the period ends: what was ended on its last day is open no more. */
        public static Cohort open(Table table, String from, String ended) {
            return new Cohort(table, table.column(from), table.column(ended), false, List.of());
        }

        /** Who is in office on the period's last day: whoever leaves that day still is. */
        public static Cohort inOffice(Table table, String from, String lastDay) {
            return new Cohort(table, table.column(from), table.column(lastDay), true, List.of());
        }

        /** The cohort of those that also pass the filter. */
        public Cohort narrowedTo(Filter filter) {
            return with(Stream.concat(filters.stream(), Stream.of(filter)).toList());
        }

        private Cohort with(List<Filter> others) {
            return new Cohort(table, from, until, throughUntil, others);
        }

        /** Narrowed to committees of the levels. */
        public Cohort at(String... levels) {
            return narrowedTo(new In(table.column("committeeLevel"), List.of(levels)));
        }

        /** Whether the other is made by narrowing this one: then it can never be larger. */
        boolean contains(Cohort other) {
            return population().equals(other.population()) && other.filters.containsAll(filters);
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

        /** What cohorts share that one statement can count: kind, date and the way it counts. */
        public Cohort population() {
            return with(List.of());
        }

        /**
         * The population in an area and a period as {@code from … where …}. Only typed values enter
         * the text (codes of divisions, dates): with them PostgreSQL plans for what is asked.
         *
         * @param byMonth of a stock: at the end of each month, not only of the period
         */
        public String from(Scope area, Period period, boolean byMonth) {
            String place =
                    area.ranges().stream()
                            .map(
                                    it ->
                                            "division between '%s' and '%s'"
                                                    .formatted(it.from(), it.to()))
                            .collect(Collectors.joining(" or ", "not voided and (", ")"));
            if (until == null) {
                String days = "%s between date '%s' and date '%s'";
                return "from %s where %s and %s"
                        .formatted(
                                table.name(),
                                place,
                                days.formatted(from.sql(), period.start(), period.end()));
            }
            String moments =
                    (byMonth ? period.months() : List.of(period.last()))
                            .stream()
                                    .map(it -> "(date '" + it.atEndOfMonth() + "')")
                                    .collect(Collectors.joining(", "));
            return """
                    from (values %1$s) as moment (ends)
                    join %2$s on %3$s <= ends and (%4$s is null or %4$s %5$s ends)
                    where %6$s and %3$s is not null
                    """
                    .formatted(
                            moments,
                            table.name(),
                            from.sql(),
                            until.sql(),
                            throughUntil ? ">=" : ">",
                            place);
        }

        /** All filters as one SQL condition over the table's columns. */
        public String sql(LocalDate today) {
            return filters.isEmpty()
                    ? "true"
                    : filters.stream()
                            .map(it -> it.sql(today))
                            .collect(Collectors.joining(" and "));
        }

        /** The cohort in Chinese words, without period and place. */
        public String words() {
            List<String> words = new ArrayList<>();
            words.add(
                    until == null ? from.label() + "在期内" : from.label() + "不晚于期末且" + stillThere());
            filters.forEach(it -> words.add(it.words()));
            return table.label() + "：" + String.join("；", words) + "；未作废";
        }

        private String stillThere() {
            return throughUntil
                    ? "期末前未" + until.label() + "（期末当日" + until.label() + "的仍计入）"
                    : "至期末尚未" + until.label() + "（期末当日" + until.label() + "的不计入）";
        }
    }

    public Indicator {
        if (part != null && !whole.contains(part)) {
            throw new IllegalArgumentException(code + ": the part is no narrowing of the whole");
        }
    }

    /** Records counted, by date or, of a stock, on the last day of the period. */
    static Indicator count(String code, String title, Unit unit, String basis, Cohort cohort) {
        Kind kind = cohort.until() == null ? Kind.COUNT : Kind.STOCK;
        return new Indicator(code, title, null, kind, unit, basis, 1, cohort, null, null);
    }

    /** A column added up over records. */
    static Indicator sum(
            String code, String title, Unit unit, String basis, Cohort cohort, String amount) {
        Column column = cohort.table().column(amount);
        return new Indicator(code, title, null, Kind.SUM, unit, basis, 1, cohort, null, column);
    }

    /** The share of a part in a whole, in percent. */
    static Indicator share(String code, String title, String basis, Cohort whole, Cohort part) {
        Unit unit = Unit.PERCENT;
        return new Indicator(code, title, null, Kind.SHARE, unit, basis, 1, whole, part, null);
    }

    /** The same with its English title. */
    Indicator en(String english) {
        return new Indicator(
                code, title, english, kind, unit, legalBasis, definition, whole, part, amount);
    }

    /** The same after a change of its cohort: figures of another definition are other figures. */
    Indicator definition(int raised) {
        return new Indicator(
                code, title, titleEn, kind, unit, legalBasis, raised, whole, part, amount);
    }

    /** The chapter, named after its source: {@code mediation}. */
    public String chapter() {
        return whole.table().source();
    }
}
