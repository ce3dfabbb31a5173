package org.fengqiao.reporting.drift;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.PetitionEvents;
import org.fengqiao.reporting.drift.Rounds.Round;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The walk over all cells of one kind of record that has one indicator: P-08. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DriftWalkTest {

    private static final int RECENT_YEARS = 3;
    private static final int PERIODS = 13;

    @Inject DataSource database;
    @Inject Verification verification;
    @Inject DriftCells cells;
    @Inject Rounds rounds;
    @Inject Places places;
    @Inject Catalogue catalogue;
    @Inject Clock clock;

    private final Table backlog = Indicators.OF_CHAPTERS.get("P-08").whole().table();
    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    @BeforeEach
    void begin() throws SQLException {
        execute("delete from drift_round");
        Events.publish(
                PetitionEvents.backlog(village, "2020-03-05").with("resolvedOn", "2020-04-05"));
        awaitCount(township, "P-08", "2020", 1);
    }

    @Test
    void itGoesOnWhereAnotherStoodUntilEachDivisionWasVerifiedOnce() throws SQLException {
        List<String> visited = new ArrayList<>();
        while (rounds.last().isEmpty()) {
            walk(1).walk(); // each a service of its own: it knows nothing but what is stored
            rounds.current().ifPresent(it -> visited.add(it.division()));
        }
        assertEquals(visited.stream().sorted().toList(), visited);
        assertEquals(new HashSet<>(visited).size(), visited.size());
        String county = township.substring(0, 6) + "000000";
        assertTrue(visited.containsAll(List.of(county, township, village)), visited::toString);
        Round round = rounds.last().orElseThrow();
        assertEquals(visited.size() * (RECENT_YEARS + 1L) * PERIODS, round.cells());
        assertEquals(0, round.failures());
    }

    @Test
    void oneReplicaWalksAtATime() throws SQLException {
        try (Connection other = Platform.postgres().connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('drift-walk', 0))");
            walk(1).walk();
            assertTrue(rounds.current().isEmpty());
            // A connection that is closed keeps its locks for a moment.
            statement.execute("select pg_advisory_unlock_all()");
        }
        walk(1).walk();
        assertTrue(rounds.current().isPresent());
    }

    @Test
    void eachRoundTakesAnotherOlderYear() throws SQLException {
        int newest = LocalDate.now(clock).getYear() - RECENT_YEARS;
        List<Integer> years = new ArrayList<>();
        do {
            walk(Integer.MAX_VALUE).walk();
            years.add(rounds.last().orElseThrow().olderYear());
        } while (years.size() < 2 || years.get(years.size() - 1) != newest);
        assertEquals(newest, years.get(0));
        for (int i = 1; i < years.size() - 1; i++) {
            assertEquals(years.get(i - 1) - 1, years.get(i));
        }
        assertTrue(years.contains(2020), years::toString);
    }

    @Test
    void whatDifferedIsLookedAtAgainWhereNoFactIsLeft() throws SQLException {
        String gone = Api.township();
        for (String indicator : List.of("P-08", "X-99")) {
            execute(
                    """
                    insert into drift_cell
                    values ('%s', '%s', '2019-03', 'DENOMINATOR', 1, 1, '-', 0, 0, 0, '-', now())
                    """
                            .formatted(indicator, gone));
        }
        walk(Integer.MAX_VALUE).walk();
        assertTrue(cells.list(Integer.MAX_VALUE).stream().noneMatch(it -> at(it, gone)));
    }

    /** Its rows cannot be read: what stops one sheet stops no round. */
    @Test
    void whatCannotBeVerifiedIsToldAndPassedBy() throws SQLException {
        String rename = "alter table backlog_fact rename column %s to %s";
        execute(rename.formatted("content_class", "lost"));
        try {
            walk(2).walk();
        } finally {
            execute(rename.formatted("lost", "content_class"));
        }
        Round round = rounds.current().orElseThrow();
        assertEquals(2 * (RECENT_YEARS + 1), round.failures());
        assertEquals(0, round.cells());
        walk(1).walk();
        Round after = rounds.current().orElseThrow();
        assertEquals(round.failures(), after.failures());
        assertEquals((RECENT_YEARS + 1) * PERIODS, after.cells());
    }

    private static boolean at(Verification.Drift cell, String division) {
        return cell.division().equals(division);
    }

    private DriftWalk walk(int slice) {
        return new DriftWalk(
                database,
                List.of(backlog),
                verification,
                cells,
                rounds,
                places,
                catalogue,
                clock,
                slice,
                RECENT_YEARS);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
