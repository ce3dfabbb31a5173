package org.fengqiao.reporting.figures;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.facts.OneMoment;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Counts facts: one statement for all that is counted of one kind, by one date. */
@ApplicationScoped
public class Counts {

    /** What a figure is made of: the number of each of its lists. */
    public record Cell(Map<Part, BigDecimal> numbers) {

        static final Cell ZERO = new Cell(Map.of());

        public BigDecimal of(Part list) {
            return numbers.getOrDefault(list, BigDecimal.ZERO);
        }
    }

    /** One number of one statement. */
    record Measure(Indicator indicator, Part list, Cohort cohort) {

        static Stream<Measure> of(Indicator indicator) {
            return indicator.parts().stream()
                    .map(it -> new Measure(indicator, it, indicator.cohort(it).orElseThrow()));
        }

        String sql(LocalDate today) {
            String records = " filter (where %s)".formatted(cohort.sql(today));
            return switch (indicator.kind()) {
                case COUNT, STOCK -> "count(*)" + records;
                case SHARE -> indicator.column() == null ? "count(*)" + records : sum(records);
                case DISTINCT -> "count(distinct %s)".formatted(column()) + records;
                case SUM -> sum(records);
            };
        }

        /** Whether its number in a period is the sum of those of the months. */
        boolean isSumOfMonths() {
            return indicator.kind() != Kind.DISTINCT && cohort.isSumOfMonths();
        }

        private String sum(String records) {
            return "coalesce(sum(%s)%s, 0)".formatted(column(), records);
        }

        private String column() {
            return indicator.summed(list).sql();
        }
    }

    private final DataSource database;
    private final List<Table> tables;
    private final Clock clock;
    private final QueryLimit limit;

    Counts(DataSource database, @All List<Table> tables, Clock clock, QueryLimit limit) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.limit = limit;
    }

    /** The cells of the rows that have records, by the row's code; without a breakdown "". */
    Map<String, Map<Indicator, Cell>> of(
            List<Indicator> indicators, Area area, Period period, Breakdown by)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Months months = new Months(connection, limit, area, LocalDate.now(clock));
            if (!months.keep(by) || QuarkusTransaction.isActive()) {
                return of(connection, months, indicators, area, period, by);
            }
            return months.ofOneMoment(
                    tables, () -> of(connection, months, indicators, area, period, by));
        }
    }

    /**
     * The cell of each indicator, without a breakdown, as a transaction of the caller sees it,
     * which sees one moment.
     */
    public Map<Indicator, Cell> of(
            Connection connection, List<Indicator> indicators, String division, Period period)
            throws SQLException {
        Area area = Area.asReported(division);
        Months months = new Months(connection, limit, area, LocalDate.now(clock));
        Map<Indicator, Cell> found =
                of(connection, months, indicators, area, period, Breakdown.NONE)
                        .getOrDefault("", Map.of());
        return indicators.stream()
                .collect(Collectors.toMap(it -> it, it -> found.getOrDefault(it, Cell.ZERO)));
    }

    private Map<String, Map<Indicator, Cell>> of(
            Connection connection,
            Months months,
            List<Indicator> indicators,
            Area area,
            Period period,
            Breakdown by)
            throws SQLException {
        // What was kept is of one moment; so must be what it is put beside.
        boolean kept = months.keep(by) && OneMoment.isHeld(connection);
        Map<Boolean, List<Measure>> measures =
                indicators.stream()
                        .distinct()
                        .flatMap(Measure::of)
                        .collect(Collectors.partitioningBy(it -> kept && it.isSumOfMonths()));
        Map<String, Map<Indicator, Cell>> cells = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            limit.on(statement);
            for (Map.Entry<Cohort, List<Measure>> it : populations(measures.get(false))) {
                String sql = sql(it.getKey(), it.getValue(), area, period, by);
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        read(row, it.getValue(), cells);
                    }
                }
            }
            for (Map.Entry<Cohort, List<Measure>> it : populations(measures.get(true))) {
                months.add(it.getKey(), it.getValue(), period, by, cells);
            }
        } catch (SQLException e) {
            throw limit.unlessReached(e);
        }
        return cells;
    }

    private static Set<Map.Entry<Cohort, List<Measure>>> populations(List<Measure> measures) {
        return measures.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> it.cohort().population(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .entrySet();
    }

    private String sql(
            Cohort population, List<Measure> measures, Area area, Period period, Breakdown by) {
        LocalDate today = LocalDate.now(clock);
        return "select %s, %s %s group by 1"
                .formatted(
                        by.sql(population, area.division()),
                        measures.stream()
                                .map(it -> it.sql(today))
                                .collect(Collectors.joining(", ")),
                        population.from(area, period, by.by() == By.MONTH));
    }

    private static void read(
            ResultSet row, List<Measure> measures, Map<String, Map<Indicator, Cell>> cells)
            throws SQLException {
        Map<Indicator, Cell> found = cells.computeIfAbsent(row.getString(1), it -> new HashMap<>());
        int column = 2;
        for (Measure measure : measures) {
            found.computeIfAbsent(measure.indicator(), it -> new Cell(new EnumMap<>(Part.class)))
                    .numbers()
                    .put(measure.list(), row.getBigDecimal(column));
            column++;
        }
    }
}
