package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.confirmations.Confirmations;
import org.fengqiao.reporting.confirmations.Confirmations.Confirmed;
import org.fengqiao.reporting.facts.Positions;
import org.fengqiao.reporting.figures.Breakdown.Row;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;

/** Figures straight from facts, with what is to be known beside the number. */
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
     * @param noLimit what no limit runs for, of a share where that occurs
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
            BigDecimal noLimit,
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

    private final Counts counts;
    private final Positions positions;
    private final Confirmations confirmations;
    private final Divisions divisions;
    private final Clock clock;
    private final String root;

    Figures(
            Counts counts,
            Positions positions,
            Confirmations confirmations,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.counts = counts;
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
        Map<String, Map<Indicator, Cell>> cells = counts.of(indicators, division, period, by);
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
            return cell.of(Part.DENOMINATOR).signum() == 0 ? Status.NO_DENOMINATOR : Status.OK;
        }
        if (cell.of(indicator.counted()).signum() != 0) {
            return Status.OK;
        }
        return nil ? Status.NIL_REPORTED : Status.NOT_REPORTED;
    }

    private Figure figure(Indicator indicator, Row row, Breakdown by, Cell cell, Status status) {
        boolean share = indicator.kind() == Kind.SHARE;
        boolean hasValue = status == Status.OK || status == Status.NIL_REPORTED;
        BigDecimal counted = cell.of(indicator.counted());
        BigDecimal whole = cell.of(Part.DENOMINATOR);
        BigDecimal value = share ? percent(counted, whole) : counted;
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
                share ? counted : null,
                share ? whole : null,
                share ? cell.of(Part.NOT_YET_DUE) : null,
                indicator.cohort(Part.NO_LIMIT).map(it -> cell.of(Part.NO_LIMIT)).orElse(null),
                indicator.unit(),
                indicator.unit().label(),
                indicator.unit().decimals(),
                indicator.definition(),
                receipt + by.condition(row).map(it -> "?where=" + it).orElse(""));
    }

    /** Rounded, but a share below 1 never to 100. */
    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return null;
        }
        BigDecimal exact = part.multiply(HUNDRED);
        BigDecimal rounded = exact.divide(whole, 2, Unit.ROUNDING);
        boolean below = part.compareTo(whole) < 0;
        return below && rounded.compareTo(HUNDRED) >= 0
                ? exact.divide(whole, 2, RoundingMode.DOWN)
                : rounded;
    }
}
