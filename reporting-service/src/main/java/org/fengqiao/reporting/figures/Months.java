package org.fengqiao.reporting.figures;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.facts.OneMoment;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.figures.Counts.Measure;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/**
 * Numbers of an area above the county, month by month: each is kept, with the state of the facts
 * that it was counted of, and counted again when they changed (ADR 0012). So a province's year is
 * read and not counted, and still is what its facts come to.
 */
final class Months {

    /** A day that no filter looks back from: what two days ask alike is asked in the same words. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private static final int PREFECTURE_DIGITS = Level.PREFECTURE.digits();

    /** Of one statement, which the limit of a query is for. */
    private static final int MONTHS_AT_ONCE = 12;

    /**
     * A number to count, named by a digest of its SQL.
     *
     * @param measures all that it is the number of: M-01 is the denominator of M-05
     */
    private record Named(UUID id, List<Measure> measures, boolean asksForToday) {

        String sql(LocalDate today) {
            return measures.get(0).sql(today);
        }
    }

    /** The digest is of all that the number depends on, beside division and month. */
    private List<Named> named(Cohort population, List<Measure> measures) {
        String facts =
                String.join(
                        "\n",
                        population.table().name(),
                        population.place().sql(),
                        population.from().sql());
        return measures.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> it.sql(ANY_DAY), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(
                        it ->
                                new Named(
                                        UUID.nameUUIDFromBytes(
                                                (facts + "\n" + it.getKey())
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        it.getValue(),
                                        !it.getKey().equals(it.getValue().get(0).sql(today))))
                .toList();
    }

    /** The numbers of a month, by child division or 本级; none where it has no record. */
    private record Month(
            Named named, YearMonth month, String state, Map<String, BigDecimal> numbers) {

        void addTo(Map<String, Map<Indicator, Cell>> cells, Breakdown by) {
            numbers.forEach(
                    (child, number) -> {
                        String row =
                                switch (by.by()) {
                                    case MONTH -> month.toString();
                                    case DIVISION -> child;
                                    case NONE, CODE -> "";
                                };
                        named.measures().forEach(it -> add(cells, row, it, number));
                    });
        }

        private static void add(
                Map<String, Map<Indicator, Cell>> cells,
                String row,
                Measure measure,
                BigDecimal number) {
            cells.computeIfAbsent(row, key -> new HashMap<>())
                    .computeIfAbsent(
                            measure.indicator(), key -> new Cell(new EnumMap<>(Part.class)))
                    .numbers()
                    .merge(measure.list(), number, BigDecimal::add);
        }
    }

    /** A read of all that one answer needs. */
    interface Reading {
        Map<String, Map<Indicator, Cell>> read() throws SQLException;
    }

    private final Connection connection;
    private final QueryLimit limit;
    private final Area area;
    private final LocalDate today;
    private final List<Month> counted = new ArrayList<>();

    Months(Connection connection, QueryLimit limit, Area area, LocalDate today) {
        this.connection = connection;
        this.limit = limit;
        this.area = area;
        this.today = today;
    }

    /** Whether numbers of the area, divided so, are kept: up to a county they are counted. */
    boolean keep(Breakdown by) {
        return by.by() != By.CODE
                && area.moved().isEmpty()
                && new DivisionCode(area.division()).level().compareTo(Level.COUNTY) < 0;
    }

    /** Reads in a transaction that sees one moment, then keeps what had to be counted. */
    Map<String, Map<Indicator, Cell>> ofOneMoment(Collection<Table> tables, Reading reading)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            OneMoment.hold(connection, tables);
            return reading.read();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            store(); // also what was counted before a limit was reached: the next one goes on there
        }
    }

    /** Adds the numbers of measures of one population to the cells of their rows. */
    void add(
            Cohort population,
            List<Measure> measures,
            Period period,
            Breakdown by,
            Map<String, Map<Indicator, Cell>> cells)
            throws SQLException {
        List<Named> named = named(population, measures);
        Map<YearMonth, String> states = states(population.table().kind(), period);
        List<Month> months = kept(named, states);
        List<YearMonth> missing =
                states.keySet().stream()
                        .filter(
                                month ->
                                        months.stream().filter(it -> it.month.equals(month)).count()
                                                < named.size())
                        .toList();
        months.removeIf(it -> missing.contains(it.month));
        for (int from = 0; from < missing.size(); from += MONTHS_AT_ONCE) {
            int to = Math.min(missing.size(), from + MONTHS_AT_ONCE);
            List<Month> now = count(population, named, missing.subList(from, to), states);
            months.addAll(now);
            counted.addAll(now);
        }
        months.forEach(it -> it.addTo(cells, by));
    }

    /**
     * What every month's facts of a kind are known by: they are the same as long as this is. Each
     * change gives its prefecture and month a higher stamp, and a rebuild all of them.
     */
    private Map<YearMonth, String> states(String kind, Period period) throws SQLException {
        String sql =
                """
                select first::date, (select stamp from fact_change_base) || ':' || coalesce(sum(stamp), 0)
                from generate_series(?::date, ?::date, '1 month') months (first)
                left join fact_change changed
                    on changed.kind = ? and changed.month = first::date
                    and changed.prefecture between ? and ?
                group by 1
                order by 1
                """;
        DivisionCode code = new DivisionCode(area.division());
        Map<YearMonth, String> states = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            limit.on(select);
            select.setObject(1, period.first().atDay(1));
            select.setObject(2, period.last().atDay(1));
            select.setString(3, kind);
            select.setString(4, code.first().substring(0, PREFECTURE_DIGITS));
            select.setString(5, code.last().substring(0, PREFECTURE_DIGITS));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getString(2));
                }
            }
        }
        return states;
    }

    private String state(Named named, String facts) {
        return named.asksForToday ? facts + ":" + today : facts;
    }

    /** The kept numbers that still are what the facts come to. */
    private List<Month> kept(List<Named> named, Map<YearMonth, String> states) throws SQLException {
        String sql =
                """
                select measure, month, state, children, numbers
                from month_number
                where division = ? and measure = any (?::uuid[]) and month = any (?::date[])
                """;
        Map<UUID, Named> byId = named.stream().collect(Collectors.toMap(Named::id, it -> it));
        List<Month> months = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            limit.on(select);
            select.setString(1, area.division());
            select.setArray(2, array("text", byId.keySet().toArray()));
            select.setArray(
                    3, array("text", states.keySet().stream().map(it -> it + "-01").toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Named it = byId.get(row.getObject(1, UUID.class));
                    YearMonth month = YearMonth.from(row.getObject(2, LocalDate.class));
                    String state = row.getString(3);
                    if (state.equals(state(it, states.get(month)))) {
                        months.add(new Month(it, month, state, numbers(row)));
                    }
                }
            }
        }
        return months;
    }

    private static Map<String, BigDecimal> numbers(ResultSet row) throws SQLException {
        String[] children = (String[]) row.getArray(4).getArray();
        BigDecimal[] numbers = (BigDecimal[]) row.getArray(5).getArray();
        Map<String, BigDecimal> byChild = new LinkedHashMap<>();
        for (int i = 0; i < children.length; i++) {
            byChild.put(children[i], numbers[i]);
        }
        return byChild;
    }

    private List<Month> count(
            Cohort population,
            List<Named> named,
            List<YearMonth> missing,
            Map<YearMonth, String> states)
            throws SQLException {
        Period all = new Period("", missing.get(0), missing.get(missing.size() - 1));
        String sql =
                """
                select to_char(ends, 'YYYY-MM'), %s, %s
                %s and month_of(%s) in (%s)
                group by 1, 2
                """
                        .formatted(
                                Breakdown.DIVISION.sql(population, area.division()),
                                named.stream()
                                        .map(it -> it.sql(today))
                                        .collect(Collectors.joining(", ")),
                                population.from(area, all, true),
                                population.from().sql(),
                                Cohort.months(missing));
        Map<YearMonth, List<Month>> months = new LinkedHashMap<>();
        for (YearMonth month : missing) {
            months.put(
                    month,
                    named.stream()
                            .map(
                                    it ->
                                            new Month(
                                                    it,
                                                    month,
                                                    state(it, states.get(month)),
                                                    new LinkedHashMap<>()))
                            .toList());
        }
        try (Statement statement = connection.createStatement()) {
            limit.on(statement);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    int column = 3;
                    for (Month it : months.get(YearMonth.parse(row.getString(1)))) {
                        it.numbers.put(row.getString(2), row.getBigDecimal(column));
                        column++;
                    }
                }
            }
        }
        return months.values().stream().flatMap(List::stream).toList();
    }

    /** In one order, so that two that counted the same do not both wait for each other. */
    private void store() throws SQLException {
        String sql =
                """
                insert into month_number (measure, division, month, state, children, numbers)
                values (?, ?, ?, ?, ?, ?)
                on conflict (division, measure, month) do update
                set state = excluded.state, children = excluded.children,
                    numbers = excluded.numbers, counted_at = excluded.counted_at
                """;
        // Of whatever nobody asks for any more, and were one ever wrong, not for long.
        String forget = "delete from month_number where counted_at < now() - interval '7 days'";
        if (counted.isEmpty()) {
            return;
        }
        counted.sort(Comparator.comparing((Month it) -> it.named.id()).thenComparing(Month::month));
        try (PreparedStatement upsert = connection.prepareStatement(sql);
                Statement old = connection.createStatement()) {
            old.executeUpdate(forget);
            for (Month it : counted) {
                upsert.setObject(1, it.named.id());
                upsert.setString(2, area.division());
                upsert.setObject(3, it.month.atDay(1));
                upsert.setString(4, it.state);
                upsert.setArray(5, array("text", it.numbers.keySet().toArray()));
                upsert.setArray(6, array("numeric", it.numbers.values().toArray()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
