package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.confirmations.Confirmations;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.divisions.Boundaries;
import org.fengqiao.reporting.facts.Positions;
import org.fengqiao.reporting.figures.Breakdown.Row;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.figures.Figure.Comparison;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Scale;
import org.fengqiao.reporting.indicators.Unit;

/** Figures straight from facts, with what is to be known beside the number. */
@ApplicationScoped
public class Figures {

    /**
     * Figures, and how fresh they are.
     *
     * @param asOf per source the moment up to which it has been heard
     */
    @Schema(name = "FigureSet")
    public record FigureSet(List<Figure> figures, Map<String, Instant> asOf) {

        FigureSet scaledTo(Scale scale) {
            return new FigureSet(figures.stream().map(it -> it.scaledTo(scale)).toList(), asOf);
        }
    }

    private final Counts counts;
    private final Catalogue catalogue;
    private final Positions positions;
    private final Confirmations confirmations;
    private final Divisions divisions;
    private final Clock clock;
    private final int most;
    private final String root;

    Figures(
            Counts counts,
            Catalogue catalogue,
            Positions positions,
            Confirmations confirmations,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "fengqiao.figures.most", defaultValue = "20000") int most,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.counts = counts;
        this.catalogue = catalogue;
        this.positions = positions;
        this.confirmations = confirmations;
        this.divisions = divisions;
        this.clock = clock;
        this.most = most;
        this.root = root;
    }

    /** Figures of a division and period as they were reported, in the order asked for. */
    public FigureSet of(List<Indicator> indicators, String division, Period period)
            throws SQLException {
        return of(indicators, division, period, Breakdown.NONE);
    }

    /** The same, broken down; all rows of an indicator together. */
    public FigureSet of(List<Indicator> indicators, String division, Period period, Breakdown by)
            throws SQLException {
        return of(indicators, Area.asReported(division), period, by, Set.of());
    }

    /**
     * The same, each figure beside those of other periods. A row that only they have is there too:
     * nothing that was counted a year ago goes silently.
     */
    public FigureSet of(
            List<Indicator> indicators,
            String division,
            Period period,
            Breakdown by,
            Set<Against> others)
            throws SQLException {
        return of(indicators, Area.asReported(division), period, by, others);
    }

    /** The same by any boundaries. */
    FigureSet of(
            List<Indicator> indicators, Area area, Period period, Breakdown by, Set<Against> others)
            throws SQLException {
        // Of months and divisions the rows are known before anything is counted.
        requireFew(by.rows(Set.of(), area, period, divisions), indicators);
        Map<String, Instant> asOf = positions.asOf(); // first: what is counted is as new, or newer
        Counted now = counted(indicators, area, period, by);
        Map<Against, Counted> then = new EnumMap<>(Against.class);
        Set<String> found = new HashSet<>(now.cells().keySet());
        for (Against it : others) {
            Counted other = counted(indicators, area, it.counted(period, by.by()), by);
            then.put(it, other);
            found.addAll(other.cells().keySet());
        }
        List<Row> rows = by.rows(found, area, period, divisions);
        requireFew(rows, indicators);
        NilReturns nilReturns = nilReturns(area, rows, now, then.values());
        Reading reading = new Reading(asOf, nilReturns, by);
        List<Figure> figures = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Optional<BigDecimal> whole = now.whole(indicator, by);
            for (Row row : rows) {
                Figure counted = reading.figure(now, indicator, row);
                Figure figure = whole.map(counted::shareOf).orElse(counted);
                List<Comparison> compared = new ArrayList<>();
                then.forEach(
                        (against, other) -> {
                            Row there = against.of(row, by.by());
                            Figure before = reading.figure(other, indicator, there);
                            compared.add(Comparison.of(against, figure, before));
                        });
                figures.add(others.isEmpty() ? figure : figure.comparedWith(compared));
            }
        }
        return new FigureSet(figures, asOf);
    }

    /** A figure by a definition that need not be in force. */
    Figure by(Indicator definition, String division, Period period) throws SQLException {
        Map<String, Instant> asOf = positions.asOf();
        Area area = Area.asReported(division);
        Counted counted =
                new Counted(
                        period,
                        Map.of(definition.code(), definition),
                        counts.of(List.of(definition), area, period, Breakdown.NONE));
        List<Row> rows = Breakdown.NONE.rows(Set.of(), area, period, divisions);
        return new Reading(asOf, nilReturns(area, rows, counted, List.of()), Breakdown.NONE)
                .figure(counted, definition, rows.get(0));
    }

    private void requireFew(List<Row> rows, List<Indicator> indicators) {
        long asked = (long) rows.size() * indicators.size();
        if (asked > most) {
            throw Refusal.of(
                    422,
                    "QUERY_TOO_COSTLY",
                    "共%d个数，超过一次查询的上限%d个，没有返回部分结果：请减少指标或者分组".formatted(asked, most),
                    "%d figures, more than the %d of one query, and nothing is cut: ask for fewer indicators or rows"
                            .formatted(asked, most));
        }
    }

    private Counted counted(List<Indicator> indicators, Area area, Period period, Breakdown by)
            throws SQLException {
        Map<String, Indicator> inForce = new LinkedHashMap<>();
        for (Indicator it : indicators) {
            inForce.put(it.code(), catalogue.in(it, period));
        }
        List<Indicator> counted = List.copyOf(inForce.values());
        return new Counted(period, inForce, counts.of(counted, area, period, by));
    }

    /** One read for all periods, from the first month of the earliest to the last. */
    private NilReturns nilReturns(Area area, List<Row> rows, Counted now, Collection<Counted> then)
            throws SQLException {
        YearMonth first =
                then.stream()
                        .map(it -> it.period().first())
                        .reduce(
                                now.period().first(),
                                (one, other) -> one.isBefore(other) ? one : other);
        Period all = new Period(now.period().text(), first, now.period().last());
        Set<String> units = new HashSet<>(area.moved().keySet());
        rows.forEach(it -> units.add(it.division()));
        return new NilReturns(confirmations.of(units, all), area, divisions);
    }

    /** What makes figures of numbers: how far each source was heard, and what was confirmed. */
    private final class Reading {
        private final Map<String, Instant> asOf;
        private final NilReturns nilReturns;
        private final Breakdown by;
        private final LocalDate today = LocalDate.now(clock);

        private Reading(Map<String, Instant> asOf, NilReturns nilReturns, Breakdown by) {
            this.asOf = asOf;
            this.nilReturns = nilReturns;
            this.by = by;
        }

        private Figure figure(Counted counted, Indicator asked, Row row) {
            Indicator indicator = counted.inForce().get(asked.code());
            Cell cell = counted.cell(row, indicator);
            boolean silent = isSilent(asOf.get(indicator.chapter()), row.period());
            Status status =
                    row.period().start().isAfter(today)
                            ? Status.NOT_REPORTED
                            : status(
                                    indicator,
                                    cell,
                                    silent,
                                    nilReturns.cover(row, indicator.chapter()));
            return Figures.figure(indicator, row, receipt(indicator, row), cell, status);
        }

        private String receipt(Indicator indicator, Row row) {
            List<String> query = new ArrayList<>();
            by.condition(row).ifPresent(it -> query.add("where=" + it));
            Boundaries boundaries = nilReturns.area().boundaries();
            if (boundaries != Boundaries.AS_REPORTED) {
                query.add("boundaries=" + boundaries);
            }
            return "%s/v1/figures/%s/%s/%s/receipt%s"
                    .formatted(
                            root,
                            indicator.code(),
                            row.division(),
                            row.period().text(),
                            query.isEmpty() ? "" : "?" + String.join("&", query));
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

    static Status status(Indicator indicator, Cell cell, boolean silent, boolean nil) {
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

    static Figure figure(Indicator indicator, Row row, String receipt, Cell cell, Status status) {
        boolean share = indicator.kind() == Kind.SHARE;
        boolean hasValue = status == Status.OK || status == Status.NIL_REPORTED;
        BigDecimal counted = cell.of(indicator.counted());
        BigDecimal whole = cell.of(Part.DENOMINATOR);
        BigDecimal value = share ? Figure.percent(counted, whole) : counted;
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
                receipt,
                null,
                null,
                null);
    }
}
