package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Counts facts: one statement for all that is counted of one kind, by one date. */
@ApplicationScoped
class Counts {

    /** What a figure is made of: the number of each of its lists. */
    record Cell(Map<Part, BigDecimal> numbers) {

        static final Cell ZERO = new Cell(Map.of());

        BigDecimal of(Part list) {
            return numbers.getOrDefault(list, BigDecimal.ZERO);
        }
    }

    /** One number of one statement. */
    private record Measure(Indicator indicator, Part list, Cohort cohort) {

        static Stream<Measure> of(Indicator indicator) {
            return Arrays.stream(Part.values())
                    .flatMap(
                            list ->
                                    indicator.cohort(list).stream()
                                            .map(it -> new Measure(indicator, list, it)));
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

        private String sum(String records) {
            return "coalesce(sum(%s)%s, 0)".formatted(column(), records);
        }

        private String column() {
            return indicator.summed(list).sql();
        }
    }

    /** The state of a statement that was cancelled. */
    private static final String CANCELLED = "57014";

    private final DataSource database;
    private final Clock clock;
    private final int timeoutSeconds;

    Counts(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "fengqiao.figures.timeout-seconds", defaultValue = "10")
                    int timeoutSeconds) {
        this.database = database;
        this.clock = clock;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The cells of the rows that have records, by the row's code; without a breakdown "". */
    Map<String, Map<Indicator, Cell>> of(
            List<Indicator> indicators, Area area, Period period, Breakdown by)
            throws SQLException {
        Map<Cohort, List<Measure>> populations =
                indicators.stream()
                        .distinct()
                        .flatMap(Measure::of)
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.cohort().population(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<String, Map<Indicator, Cell>> cells = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(timeoutSeconds);
            for (Map.Entry<Cohort, List<Measure>> it : populations.entrySet()) {
                String sql = sql(it.getKey(), it.getValue(), area, period, by);
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        read(row, it.getValue(), cells);
                    }
                }
            }
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                throw tooCostly();
            }
            throw e;
        }
        return cells;
    }

    private Refusal tooCostly() {
        return Refusal.of(
                422,
                "QUERY_TOO_COSTLY",
                "%d秒内未能算完，没有返回部分结果：请缩小区划、期间或者分组".formatted(timeoutSeconds),
                "Not counted within %d s, and nothing is cut: ask for a smaller division, period or breakdown"
                        .formatted(timeoutSeconds));
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
