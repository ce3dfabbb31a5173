package org.fengqiao.reporting.drift;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.drift.DriftCells.Cell;
import org.fengqiao.reporting.drift.Rounds.Round;
import org.fengqiao.reporting.drift.Verification.Outcome;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.jboss.logging.Logger;

/**
 * Walks over all cells in the background, round after round, a few divisions at a time: kind after
 * kind, division after division, the recent years and one older year, another one in each round.
 */
@ApplicationScoped
class DriftWalk {

    private static final Logger LOG = Logger.getLogger(DriftWalk.class);
    private static final String LOCK = "hashtextextended('drift-walk', 0)";

    private final DataSource database;
    private final List<Table> tables;
    private final Verification verification;
    private final DriftCells cells;
    private final Rounds rounds;
    private final Places places;
    private final Catalogue catalogue;
    private final Clock clock;
    private final int slice;
    private final int recentYears;
    private volatile long differing;

    DriftWalk(
            DataSource database,
            @All List<Table> tables,
            Verification verification,
            DriftCells cells,
            Rounds rounds,
            Places places,
            Catalogue catalogue,
            Clock clock,
            @ConfigProperty(name = "fengqiao.drift.slice", defaultValue = "5") int slice,
            @ConfigProperty(name = "fengqiao.drift.recent-years", defaultValue = "3")
                    int recentYears) {
        this.database = database;
        this.tables = tables.stream().sorted(Comparator.comparing(Table::kind)).toList();
        this.catalogue = catalogue;
        this.verification = verification;
        this.cells = cells;
        this.rounds = rounds;
        this.places = places;
        this.clock = clock;
        this.slice = slice;
        this.recentYears = recentYears;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("fengqiao.reporting.drift.cells", this, it -> it.differing)
                .description("Figures and receipts that are not what the single facts come to")
                .register(meters);
    }

    /** A slice, unless another replica is at it. */
    @Scheduled(
            every = "${fengqiao.drift.every:1m}",
            delayed = "${fengqiao.drift.after:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void walk() throws SQLException {
        // The lock belongs to this connection's session, and dies with it.
        try (Connection session = database.getConnection()) {
            if (ask(session, "select pg_try_advisory_lock(" + LOCK + ")")) {
                try {
                    boolean more = true;
                    for (int steps = 0; more && steps < slice; steps++) {
                        more = step();
                    }
                } finally {
                    ask(session, "select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        }
        differing = cells.count();
    }

    private static boolean ask(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Verifies one kind in one division; false at the end of a round. */
    private boolean step() throws SQLException {
        Optional<Round> current = rounds.current();
        Indicators known = catalogue.everywhere();
        Round round = current.isPresent() ? current.get() : begin(known);
        for (Table table : counted(known)) {
            int order = table.kind().compareTo(round.kind());
            if (order >= 0) {
                Optional<String> next =
                        places.next(table, known, order == 0 ? round.division() : "");
                if (next.isPresent()) {
                    verify(table.kind(), next.get(), sheets(table, next.get(), round));
                    return true;
                }
            }
        }
        // Where nothing is left to walk over, what differed may agree by now.
        verify(round.kind(), round.division(), unseenSince(round.startedAt()));
        rounds.finish();
        return false;
    }

    private List<Table> counted(Indicators known) {
        return tables.stream().filter(it -> Sheet.isCounted(it, known)).toList();
    }

    private List<Sheet> unseenSince(Instant moment) throws SQLException {
        Set<Sheet> sheets = new LinkedHashSet<>();
        for (Cell it : cells.unseenSince(moment)) {
            Indicators known = catalogue.of(it.division());
            Table table = known.get(it.indicator()).whole().table();
            sheets.add(new Sheet(table, known, it.division(), it.year()));
        }
        return List.copyOf(sheets);
    }

    private Round begin(Indicators known) throws SQLException {
        cells.keepOnly(known.definitions().map(Indicator::code).distinct().toList());
        int newest = LocalDate.now(clock).getYear() - recentYears;
        int oldest = places.firstYear(counted(known), known).orElse(newest + 1);
        Integer before = rounds.last().map(Round::olderYear).orElse(null);
        int next = before == null || before - 1 < oldest ? newest : before - 1;
        return rounds.begin(next < oldest ? null : next);
    }

    private List<Sheet> sheets(Table table, String division, Round round) throws SQLException {
        Indicators known = catalogue.of(division);
        int year = LocalDate.now(clock).getYear();
        return Stream.concat(
                        IntStream.range(0, recentYears).mapToObj(it -> year - it),
                        Stream.ofNullable(round.olderYear()))
                .map(it -> new Sheet(table, known, division, it))
                .toList();
    }

    /** A sheet that cannot be verified is told and passed by: it must not stop the walk. */
    private void verify(String kind, String division, List<Sheet> sheets) throws SQLException {
        long compared = 0;
        long failures = 0;
        for (Sheet sheet : sheets) {
            try {
                compared += verified(sheet).cells();
            } catch (SQLException | Refusal | IllegalStateException e) {
                LOG.warnf(e, "Not verified: %s", sheet);
                failures++;
            }
        }
        rounds.stand(kind, division, compared, failures);
    }

    private Outcome verified(Sheet sheet) throws SQLException {
        Outcome outcome = verification.of(sheet);
        cells.replace(sheet, outcome.drift());
        outcome.drift().stream()
                .findFirst()
                .ifPresent(
                        it ->
                                LOG.warnf(
                                        "%d figures differ from their facts: %s; first %s of %s, %s",
                                        outcome.drift().size(),
                                        sheet,
                                        it.indicator(),
                                        it.period(),
                                        it.part()));
        return outcome;
    }

    /** Verifies all figures of a division and year now. */
    Outcome verify(String division, int year) throws SQLException {
        Outcome all = Outcome.NONE;
        Indicators known = catalogue.of(division);
        for (Table table : counted(known)) {
            all = all.and(verified(new Sheet(table, known, division, year)));
        }
        differing = cells.count();
        return all;
    }
}
