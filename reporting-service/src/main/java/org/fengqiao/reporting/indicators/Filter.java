package org.fengqiao.reporting.indicators;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Row;
import org.fengqiao.reporting.facts.Table;

/**
 * A condition over the columns of a fact: SQL, the same over one row in Java, by which figures are
 * verified, and the same in Chinese words.
 */
public sealed interface Filter {

    /**
     * @param today decides what is not yet due; in Shanghai
     */
    String sql(LocalDate today);

    /**
     * Whether a row passes. It shares nothing with {@link #sql}: what is wrong there shows here.
     */
    boolean holds(Row row, Moment at);

    String words();

    /** Whether it asks the record alone: not other records, and not when the period ends. */
    default boolean isOfItsRecord() {
        return true;
    }

    /** The one column that it asks; null of a filter that asks others. */
    default Column column() {
        return null;
    }

    /** The filter that passes just what this one does not; null where there is none. */
    default Filter rest() {
        return null;
    }

    /** Whether what passes this one cannot pass the other. */
    default boolean excludes(Filter other) {
        return other.equals(rest());
    }

    /** Whether both days are told, and the first is no later than the other. */
    private static boolean notAfter(LocalDate day, LocalDate other) {
        return day != null && other != null && !day.isAfter(other);
    }

    /** Whether both days are told, and the first is earlier than the other. */
    private static boolean isBefore(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }

    /** However they were named: what asks for the same is the same. */
    private static List<String> inListOrder(Column column, List<String> codes) {
        if (!column.codes().keySet().containsAll(codes)) {
            throw new IllegalArgumentException(column.name() + " has not all of " + codes);
        }
        return column.codes().keySet().stream().filter(codes::contains).toList();
    }

    /** The filter that a code column of the table holds one of the values. */
    static In in(Table table, String column, String... values) {
        return new In(table.column(column), List.of(values));
    }

    /** The column holds one of the codes. */
    record In(Column column, List<String> codes) implements Filter {
        public In {
            codes = inListOrder(column, codes);
        }

        @Override
        public boolean excludes(Filter other) {
            return other instanceof In that
                    && that.column.equals(column)
                    && Collections.disjoint(codes, that.codes);
        }

        @Override
        public String sql(LocalDate today) {
            return codes.stream()
                    .collect(Collectors.joining("', '", column.sql() + " in ('", "')"));
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(column) && codes.contains(row.text(column));
        }

        @Override
        public String words() {
            return codes.stream()
                    .map(column.codes()::get)
                    .collect(Collectors.joining("、", column.label() + "为", ""));
        }
    }

    /** A list of codes has at least one of these. */
    record Has(Column column, List<String> codes) implements Filter {
        public Has {
            codes = inListOrder(column, codes);
        }

        @Override
        public String sql(LocalDate today) {
            return codes.stream()
                    .map(it -> "%s like '%%|%s|%%'".formatted(column.sql(), it))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(column)
                    && Stream.of(row.text(column).split("\\|")).anyMatch(codes::contains);
        }

        @Override
        public String words() {
            return codes.stream()
                    .map(column.codes()::get)
                    .collect(Collectors.joining("或", column.label() + "含", ""));
        }
    }

    /** The division is a village of the kind 行政村: its number begins with 2 (codes 3.1). */
    record InVillage(Column column) implements Filter {
        private static final int VILLAGE_DIGIT = 9;

        @Override
        public String sql(LocalDate today) {
            return "substr(%s, 10, 1) = '2'".formatted(column.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(column) && row.text(column).charAt(VILLAGE_DIGIT) == '2';
        }

        @Override
        public String words() {
            return column.label() + "为行政村";
        }
    }

    /** The column has a value. */
    record With(Column column) implements Filter {
        @Override
        public Filter rest() {
            return new Without(column);
        }

        @Override
        public String sql(LocalDate today) {
            return column.sql() + " is not null";
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(column);
        }

        @Override
        public String words() {
            return "有" + column.label();
        }
    }

    /**
     * No record of the same key is of an earlier day, wherever it is: what goes on for years counts
     * in the first.
     */
    record First(Table table, Column day, Column key) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return """
                    not exists (
                        select from %1$s earlier
                        where earlier.%2$s = counted.%2$s
                            and earlier.%3$s < counted.%3$s
                            and not earlier.voided
                    )"""
                    .formatted(table.name(), key.sql(), day.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return !row.has(key)
                    || at.others().of(table, key, row.text(key)).stream()
                            .filter(it -> !it.isVoided())
                            .noneMatch(it -> isBefore(it.day(day), row.day(day)));
        }

        @Override
        public String words() {
            return "同一" + key.label() + "没有更早的" + day.label();
        }
    }

    /**
     * What a record names was itself in being on the last day of the period.
     *
     * @param table of what is named, and {@code from} and {@code lastDay} its days
     * @param key by which both name it
     */
    record NamesStanding(Table table, Column key, Column from, Column lastDay) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return """
                    exists (
                        select from %1$s named
                        where named.%2$s = counted.%2$s
                            and not named.voided
                            and named.%3$s <= ends
                            and (named.%4$s is null or named.%4$s >= ends)
                    )"""
                    .formatted(table.name(), key.sql(), from.sql(), lastDay.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(key)
                    && at.others().of(table, key, row.text(key)).stream()
                            .filter(it -> !it.isVoided())
                            .filter(it -> notAfter(it.day(from), at.ends()))
                            .anyMatch(it -> !isBefore(it.day(lastDay), at.ends()));
        }

        @Override
        public String words() {
            return "该%s期末当日未%s".formatted(table.label(), Cohort.act(lastDay));
        }
    }

    /** Done by the last day of the period; what is done later is not in it. */
    record DoneByEnd(Column done) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return done.sql() + " <= ends";
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return notAfter(row.day(done), at.ends());
        }

        @Override
        public String words() {
            return done.label() + "不晚于期末";
        }
    }

    /** Valid on the last day of the period. For cohorts of what stands when a period ends. */
    record ValidAtEnd(Column from, Column until, Column withdrawn) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return "(%1$s <= ends and %2$s >= ends and (%3$s is null or %3$s > ends))"
                    .formatted(from.sql(), until.sql(), withdrawn.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return notAfter(row.day(from), at.ends())
                    && notAfter(at.ends(), row.day(until))
                    && !notAfter(row.day(withdrawn), at.ends());
        }

        @Override
        public String words() {
            return "期末当日有效（%s起，%s当日止，未%s）"
                    .formatted(from.label(), until.label(), Cohort.act(withdrawn));
        }
    }

    /** The flag is set. */
    record Yes(Column column) implements Filter {
        @Override
        public Filter rest() {
            return new No(column);
        }

        @Override
        public String sql(LocalDate today) {
            return column.sql();
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.is(column);
        }

        @Override
        public String words() {
            return column.label();
        }
    }

    /** The flag is not set, or nobody has told. */
    record No(Column column) implements Filter {
        @Override
        public Filter rest() {
            return new Yes(column);
        }

        @Override
        public String sql(LocalDate today) {
            return column.sql() + " is not true";
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return !row.is(column);
        }

        @Override
        public String words() {
            return "不是" + column.label();
        }
    }

    /** The column is empty. */
    record Without(Column column) implements Filter {
        @Override
        public Filter rest() {
            return new With(column);
        }

        @Override
        public String sql(LocalDate today) {
            return column.sql() + " is null";
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return !row.has(column);
        }

        @Override
        public String words() {
            return "无" + column.label();
        }
    }

    /** Done, and not after the window closed. */
    record InTime(Column done, Column windowEnds) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return done.sql() + " <= " + windowEnds.sql();
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return notAfter(row.day(done), row.day(windowEnds));
        }

        @Override
        public String words() {
            return done.label() + "不晚于" + windowEnds.label();
        }
    }

    /** Done, or the window has closed: it can no longer change. The others are "not yet due". */
    record Settled(Column done, Column windowEnds) implements Filter {
        @Override
        public String sql(LocalDate today) {
            String closed = windowEnds.sql() + " < date '" + today + "'";
            return "(" + done.sql() + " is not null or " + closed + ")";
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(done) || isBefore(row.day(windowEnds), at.today());
        }

        @Override
        public String words() {
            return "已有" + done.label() + "或" + windowEnds.label() + "已过";
        }
    }

    /** Neither done nor closed: not yet due, shown apart from a share. */
    record Pending(Settled settled) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return "not " + settled.sql(today);
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return !row.has(settled.done()) && notAfter(at.today(), row.day(settled.windowEnds()));
        }

        @Override
        public String words() {
            return "尚无" + settled.done().label() + "且" + settled.windowEnds().label() + "未过";
        }
    }

    /** Not given up, undone, before the window closed: what was is neither in time nor late. */
    record NotEndedBy(Column ended, Column done, Column windowEnds) implements Filter {
        @Override
        public String sql(LocalDate today) {
            return "(%1$s is not null or %2$s is null or %2$s > %3$s)"
                    .formatted(done.sql(), ended.sql(), windowEnds.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return row.has(done)
                    || !row.has(ended)
                    || isBefore(row.day(windowEnds), row.day(ended));
        }

        @Override
        public String words() {
            return "无%s而%s不晚于%s的除外".formatted(done.label(), ended.label(), windowEnds.label());
        }
    }

    /**
     * Not given up by the end of the period. For cohorts of what is open when a period ends, beside
     * the day that ends them.
     */
    record NotYet(Column ended) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return "(%1$s is null or %1$s > ends)".formatted(ended.sql());
        }

        @Override
        public boolean holds(Row row, Moment at) {
            return !notAfter(row.day(ended), at.ends());
        }

        @Override
        public String words() {
            return "至期末无" + ended.label();
        }
    }

    /**
     * The window closes after the period's end, or, where the period still runs, has not closed
     * yet. For cohorts of what is open when a period ends.
     */
    record ClosesLater(Column windowEnds) implements Filter {
        @Override
        public boolean isOfItsRecord() {
            return false;
        }

        @Override
        public String sql(LocalDate today) {
            return "%s > least(ends, date '%s')".formatted(windowEnds.sql(), today.minusDays(1));
        }

        @Override
        public boolean holds(Row row, Moment at) {
            LocalDate yesterday = at.today().minusDays(1);
            LocalDate day = at.ends().isBefore(yesterday) ? at.ends() : yesterday;
            return isBefore(day, row.day(windowEnds));
        }

        @Override
        public String words() {
            return windowEnds.label() + "在期末之后（期末未到的，在今日或之后）";
        }
    }
}
