package org.fengqiao.reporting.drift;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.facts.OneMoment;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Counts;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.figures.Receipts;
import org.fengqiao.reporting.figures.Receipts.Total;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Compares figures and receipts with a slow count of the single facts, sheet by sheet. */
@ApplicationScoped
class Verification {

    /**
     * A list of a figure that is not what the single facts come to.
     *
     * @param expected what they come to
     * @param figure what is counted for the figure
     * @param receipt what its list comes to
     */
    @Schema(name = "DriftCell")
    record Drift(
            String indicator,
            String division,
            String period,
            Part part,
            Total expected,
            BigDecimal figure,
            Total receipt,
            Instant seenAt) {

        boolean agrees() {
            return expected.value().compareTo(figure) == 0
                    && expected.value().compareTo(receipt.value()) == 0
                    && expected.recordCount() == receipt.recordCount()
                    && expected.digest().equals(receipt.digest());
        }
    }

    /**
     * What came out.
     *
     * @param cells figures that were compared, each in one division and period
     */
    record Outcome(long cells, List<Drift> drift) {

        static final Outcome NONE = new Outcome(0, List.of());

        Outcome and(Outcome other) {
            return new Outcome(
                    cells + other.cells,
                    Stream.concat(drift.stream(), other.drift.stream()).toList());
        }
    }

    private final DataSource database;
    private final List<Table> tables;
    private final Counts counts;
    private final Receipts receipts;
    private final Clock clock;
    private final int pageRows;

    Verification(
            DataSource database,
            @All List<Table> tables,
            Counts counts,
            Receipts receipts,
            Clock clock,
            @ConfigProperty(name = "fengqiao.drift.page-rows", defaultValue = "1000")
                    int pageRows) {
        this.database = database;
        this.tables = tables;
        this.counts = counts;
        this.receipts = receipts;
        this.clock = clock;
        this.pageRows = pageRows;
    }

    /** Verifies a sheet: all that is read of it is of one moment, whatever is written meanwhile. */
    Outcome of(Sheet sheet) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        Outcome outcome = once(sheet, today);
        // What is not yet due changes at midnight, for whoever reads the clock after it.
        return LocalDate.now(clock).equals(today) ? outcome : once(sheet, LocalDate.now(clock));
    }

    private Outcome once(Sheet sheet, LocalDate today) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                OneMoment.hold(connection, tables);
                SlowCount slow = new SlowCount(connection, sheet, today, pageRows);
                return compared(connection, sheet, slow.tallies());
            } finally {
                connection.rollback();
            }
        }
    }

    private Outcome compared(Connection connection, Sheet sheet, List<Tally> tallies)
            throws SQLException {
        Map<Period, Map<Indicator, Cell>> figures = new HashMap<>();
        for (Period period : sheet.periods()) {
            List<Indicator> indicators = sheet.indicators(period);
            figures.put(period, counts.of(connection, indicators, sheet.division(), period));
        }
        List<Drift> drift = new ArrayList<>();
        for (Tally it : tallies) {
            BigDecimal figure = figures.get(it.period()).get(it.indicator()).of(it.part());
            Total expected = it.total();
            if (figure.signum() != 0 || expected.recordCount() != 0) {
                drift.add(drift(connection, sheet, it, expected, figure));
            }
        }
        drift.removeIf(Drift::agrees);
        long cells = tallies.stream().filter(it -> it.part() == Part.DENOMINATOR).count();
        return new Outcome(cells, drift);
    }

    private Drift drift(
            Connection connection, Sheet sheet, Tally tally, Total expected, BigDecimal figure)
            throws SQLException {
        Total receipt =
                receipts.total(
                        connection,
                        tally.indicator(),
                        tally.part(),
                        sheet.division(),
                        tally.period());
        return new Drift(
                tally.indicator().code(),
                sheet.division(),
                tally.period().text(),
                tally.part(),
                expected,
                figure,
                receipt,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
