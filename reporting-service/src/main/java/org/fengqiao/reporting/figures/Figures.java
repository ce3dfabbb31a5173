package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.reporting.confirmations.Confirmations;
import org.fengqiao.reporting.confirmations.Confirmations.Confirmed;
import org.fengqiao.reporting.facts.Positions;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.figures.Breakdown.Row;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Cohort;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Unit;

/** Figures straight from facts: one statement for all indicators over the same kind and date. */
@ApplicationScoped
public class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Why a figure has a value or none. OK; NIL_REPORTED: 零报告, zero, and confirmed for each month;
     * NOT_REPORTED: zero that nobody confirmed; NO_DENOMINATOR: a share of nothing; PARTIAL: the
     * source was silent for part of the period.
     *
     * <p>SUPPRESSED, of definitions D1, is not produced: only authorised officials read these
     * figures. An anonymous edition, which has to suppress small cells, comes with the issue of the
     * report.
     */
    @Schema(name = "FigureStatus")
    public enum Status {
        OK,
        NIL_REPORTED,
        NOT_REPORTED,
        NO_DENOMINATOR,
        PARTIAL
    }

    /**
     * One figure.
     *
     * @param where the row of a breakdown: a month, a child division or OWN_LEVEL, a code or NONE
     * @param value present only where the status is OK or NIL_REPORTED
     * @param numerator of a share, like the denominator and what is not yet due
     * @param definition version of the definition
     * @param receipt path of the list behind the figure
     */
    @Schema(name = "Figure")
    public record Figure(
            String indicator,
            String title,
            String division,
            String period,
            String where,
            String whereLabel,
            Status status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal notYetDue,
            Unit unit,
            String unitLabel,
            int decimals,
            int definition,
            String receipt) {

        /** As it is printed: no trailing zeros; a word where there is no value. */
        public String rendered() {
            return switch (status) {
                case OK, NIL_REPORTED -> value.stripTrailingZeros().toPlainString();
                case NOT_REPORTED -> "〔未报告〕";
                case NO_DENOMINATOR -> "—";
                case PARTIAL -> "〔数据不全〕";
            };
        }
    }

    /**
     * Figures, and how fresh they are.
     *
     * @param asOf per source the moment up to which it has been heard
     */
    @Schema(name = "FigureSet")
    public record FigureSet(List<Figure> figures, Map<String, Instant> asOf) {}

    /** What a figure is made of; of a share the part, the whole, and what is not yet due. */
    private record Cell(BigDecimal value, BigDecimal whole, BigDecimal pending) {
        private static final Cell ZERO =
                new Cell(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private final DataSource database;
    private final Positions positions;
    private final Confirmations confirmations;
    private final Divisions divisions;
    private final Clock clock;
    private final String root;

    Figures(
            DataSource database,
            Positions positions,
            Confirmations confirmations,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.database = database;
        this.positions = positions;
        this.confirmations = confirmations;
        this.divisions = divisions;
        this.clock = clock;
        this.root = root;
    }

    /** Figures of a division and period, in the order asked for. */
    public FigureSet of(List<Indicator> indicators, String division, Period period)
            throws SQLException {
        return of(indicators, division, period, Breakdown.NONE);
    }

    /** The same, broken down; all rows of an indicator together. */
    public FigureSet of(List<Indicator> indicators, String division, Period period, Breakdown by)
            throws SQLException {
        Map<String, Instant> asOf = positions.asOf(); // first: what is counted is as new, or newer
        Map<String, Map<Indicator, Cell>> cells = count(indicators, division, period, by);
        List<Row> rows = by.rows(cells.keySet(), division, period, divisions);
        Confirmed confirmed = confirmations.of(rows.stream().map(Row::division).toList(), period);
        LocalDate today = LocalDate.now(clock);
        List<Figure> figures = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (Row row : rows) {
                String key = row.where() == null ? "" : row.where();
                Cell cell = cells.getOrDefault(key, Map.of()).getOrDefault(indicator, Cell.ZERO);
                boolean silent = isSilent(asOf.get(indicator.chapter()), row.period());
                boolean nil =
                        confirmed.covers(
                                row.division(),
                                Breakdown.OWN_LEVEL.equals(row.where()),
                                row.period(),
                                indicator.chapter());
                Status status =
                        row.period().start().isAfter(today)
                                ? Status.NOT_REPORTED
                                : status(indicator, cell, silent, nil);
                figures.add(figure(indicator, row, by, cell, status));
            }
        }
        return new FigureSet(figures, asOf);
    }

    private Map<String, Map<Indicator, Cell>> count(
            List<Indicator> indicators, String division, Period period, Breakdown by)
            throws SQLException {
        Map<Cohort, List<Indicator>> populations =
                indicators.stream()
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.whole().population(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<String, Map<Indicator, Cell>> cells = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<Cohort, List<Indicator>> population : populations.entrySet()) {
                List<Indicator> counted = population.getValue();
                String from =
                        population.getKey().from(Scope.of(division), period, by.by() == By.MONTH);
                String sql =
                        "select %s, %s %s group by 1"
                                .formatted(
                                        by.sql(population.getKey(), division),
                                        expressions(counted),
                                        from);
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        Map<Indicator, Cell> found =
                                cells.computeIfAbsent(row.getString(1), it -> new HashMap<>());
                        read(row, counted, found);
                    }
                }
            }
        }
        return cells;
    }

    private String expressions(List<Indicator> indicators) {
        LocalDate today = LocalDate.now(clock);
        return indicators.stream()
                .map(
                        it -> {
                            String whole = counted(it.whole(), today);
                            return switch (it.kind()) {
                                case COUNT, STOCK -> whole + ", 0, 0";
                                case SUM -> total(it, today) + ", 0, 0";
                                case SHARE ->
                                        String.join(
                                                ", ",
                                                counted(it.part(), today),
                                                whole,
                                                it.whole()
                                                        .pending()
                                                        .map(open -> counted(open, today))
                                                        .orElse("0"));
                            };
                        })
                .collect(Collectors.joining(", "));
    }

    private static String counted(Cohort cohort, LocalDate today) {
        return "count(*) filter (where %s)".formatted(cohort.sql(today));
    }

    private static String total(Indicator indicator, LocalDate today) {
        return "coalesce(sum(%s) filter (where %s), 0)"
                .formatted(indicator.amount().sql(), indicator.whole().sql(today));
    }

    private static void read(ResultSet row, List<Indicator> indicators, Map<Indicator, Cell> cells)
            throws SQLException {
        int column = 2;
        for (Indicator indicator : indicators) {
            Cell cell =
                    new Cell(
                            row.getBigDecimal(column),
                            row.getBigDecimal(column + 1),
                            row.getBigDecimal(column + 2));
            cells.put(indicator, cell);
            column += 3;
        }
    }

    /** Silent for part of the period: what is past of it was not heard to its end. */
    private boolean isSilent(Instant heard, Period period) {
        if (heard == null) {
            return true;
        }
        LocalDate today = LocalDate.now(clock);
        if (period.end().isBefore(today)) {
            return heard.isBefore(
                    period.end().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        }
        return LocalDate.ofInstant(heard, clock.getZone()).isBefore(today);
    }

    private static Status status(Indicator indicator, Cell cell, boolean silent, boolean nil) {
        if (silent) {
            return Status.PARTIAL;
        }
        if (indicator.kind() == Kind.SHARE) {
            return cell.whole().signum() == 0 ? Status.NO_DENOMINATOR : Status.OK;
        }
        if (cell.value().signum() != 0) {
            return Status.OK;
        }
        return nil ? Status.NIL_REPORTED : Status.NOT_REPORTED;
    }

    private Figure figure(Indicator indicator, Row row, Breakdown by, Cell cell, Status status) {
        boolean share = indicator.kind() == Kind.SHARE;
        boolean hasValue = status == Status.OK || status == Status.NIL_REPORTED;
        BigDecimal value = share ? percent(cell) : cell.value();
        String receipt =
                "%s/v1/figures/%s/%s/%s/receipt"
                        .formatted(root, indicator.code(), row.division(), row.period().text());
        return new Figure(
                indicator.code(),
                indicator.title(),
                row.division(),
                row.period().text(),
                row.where(),
                row.label(),
                status,
                hasValue ? value.setScale(indicator.unit().decimals(), Unit.ROUNDING) : null,
                share ? cell.value() : null,
                share ? cell.whole() : null,
                share ? cell.pending() : null,
                indicator.unit(),
                indicator.unit().label(),
                indicator.unit().decimals(),
                indicator.definition(),
                receipt + by.condition(row).map(it -> "?where=" + it).orElse(""));
    }

    /** Rounded, but a share below 1 never to 100. */
    private static BigDecimal percent(Cell cell) {
        if (cell.whole().signum() == 0) {
            return null;
        }
        BigDecimal exact = cell.value().multiply(HUNDRED);
        BigDecimal rounded = exact.divide(cell.whole(), 2, Unit.ROUNDING);
        boolean below = cell.value().compareTo(cell.whole()) < 0;
        return below && rounded.compareTo(HUNDRED) >= 0
                ? exact.divide(cell.whole(), 2, RoundingMode.DOWN)
                : rounded;
    }
}
