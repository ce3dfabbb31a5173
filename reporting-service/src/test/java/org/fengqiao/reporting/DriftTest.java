package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures and receipts, counted once more from the single facts. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DriftTest {

    private static final int PERIODS = 13;

    /** What counts different values of an id. */
    private static final List<String> DISTINCT =
            List.of("L-06", "L-06-C", "L-06-U", "P-03-M", "P-04-M", "P-05-M", "P-09-M");

    private static final String KEPT =
            "update pg_index set indisready = %s where indexrelid = 'meeting_held'::regclass";

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private final String township = Api.township();

    @ParameterizedTest
    @ValueSource(longs = {4, 20240612})
    void aRandomHistoryHasNoDrift(long seed) {
        new RandomHistory(township, seed, 160).publish();
        Definitions.add(Definitions.COUNTY, Definitions.code(), Definitions.closed("COUNT"))
                .statusCode(201);
        // What other tests define for the county comes on top.
        int cells = (Indicators.OF_CHAPTERS.all().size() + 1) * PERIODS;
        String county = township.substring(0, 6) + "000000";
        for (String year : List.of("2023", "2024", "2025")) {
            for (String division : List.of(township, Api.village(township, 2))) {
                JsonPath verified = Api.verify(division, year);
                assertEquals(List.of(), verified.getList("items"), division + " in " + year);
                assertTrue(verified.getInt("cells") >= cells, () -> verified.getInt("cells") + "");
            }
        }
        assertEquals(List.of(), Api.verify(county, "2024").getList("items"));
    }

    /** An aggregate for the very type of the column comes before the database's own. */
    @Test
    void whatTheSqlCountsWronglyIsFoundUntilItAgreesAgain() throws SQLException {
        new RandomHistory(township, 9, 120).publish();
        String own = Definitions.code();
        Definitions.add(
                        Definitions.COUNTY,
                        own,
                        Definitions.with(Definitions.closed("DISTINCT"), "column", "matterId"))
                .statusCode(201);
        assertTrue(Api.count(township, own, "2024").signum() > 0);
        Set<String> counted = new TreeSet<>(Set.of(own));
        for (String it : DISTINCT) {
            if (Api.count(township, it, "2024").signum() > 0) {
                counted.add(it);
            }
        }
        int disputes = Api.count(township, "L-06", "2024").intValue();
        execute(
                """
                create function public.two_more(bigint, uuid) returns bigint
                language sql immutable
                return $1 + 2
                """);
        execute(
                """
                create aggregate public.count(uuid)
                (sfunc = public.two_more, stype = bigint, initcond = '0')
                """);
        try {
            JsonPath verified = Api.verify(township, "2024");
            assertEquals(counted, indicators(verified));
            Map<String, Object> year = cell(verified, "L-06", "2024");
            assertEquals(2 * disputes, year.get("figure"));
            assertEquals(disputes, total(year, "expected").get("value"));
            assertEquals(total(year, "expected"), total(year, "receipt"));
            assertTrue(cell(verified, own, "2024").get("figure") != null);
            JsonPath stored = Api.as(township).get("/reporting/v1/drift").jsonPath();
            assertEquals(year, cell(stored, "L-06", "2024"));
            assertEquals(stored.getDouble("total"), gauge());
        } finally {
            execute("drop function public.two_more(bigint, uuid) cascade");
        }
        assertEquals(List.of(), Api.verify(township, "2024").getList("items"));
        List<String> divisions = Api.as(township).get("/reporting/v1/drift").path("items.division");
        assertTrue(!divisions.contains(township), divisions::toString);
    }

    /** The index is used, and no longer kept: as one is that has been damaged. */
    @Test
    void aRecordThatAnIndexHasLostIsFound() throws SQLException {
        Snapshot kept = Events.meeting(township, "2024-03-05");
        Events.publish(kept);
        awaitCount(township, "M-06", "2024", 1);
        execute(KEPT.formatted(false));
        try {
            Snapshot lost = Events.meeting(township, "2024-04-05");
            Events.publish(lost);
            patiently().until(() -> FactTables.versions(township).containsKey(lost.id()));
            execute("alter system set enable_seqscan = off");
            execute("select pg_reload_conf()");
            patiently().until(() -> Api.count(township, "M-06", "2024").intValue() == 1);
            JsonPath verified = Api.verify(township, "2024");
            assertEquals(Set.of("M-06"), indicators(verified));
            Map<String, Object> year = cell(verified, "M-06", "2024");
            assertEquals(1, year.get("figure"));
            assertEquals(2, total(year, "expected").get("recordCount"));
            assertEquals(1, total(year, "receipt").get("recordCount"));
            assertEquals(1, total(cell(verified, "M-06", "2024-04"), "expected").get("value"));
        } finally {
            execute("alter system reset enable_seqscan");
            execute("select pg_reload_conf()");
            execute(KEPT.formatted(true));
            execute("reindex index meeting_held");
        }
        assertEquals(List.of(), Api.verify(township, "2024").getList("items"));
    }

    @Test
    void whatIsWrittenMeanwhileIsNoDrift() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        List<Exception> failed = new ArrayList<>();
        Thread writer =
                new Thread(
                        () -> {
                            try (Connection connection = Platform.postgres().connect();
                                    Statement statement = connection.createStatement()) {
                                while (!ended.get()) {
                                    statement.execute(anotherMeeting());
                                }
                            } catch (SQLException e) {
                                failed.add(e);
                            }
                        });
        writer.start();
        try {
            for (int i = 0; i < 20; i++) {
                assertEquals(List.of(), Api.verify(township, "2024").getList("items"));
            }
        } finally {
            ended.set(true);
            writer.join();
        }
        assertEquals(List.of(), failed);
        assertTrue(Api.count(township, "M-06", "2024").intValue() > 20, "meetings written");
    }

    private String anotherMeeting() {
        return """
                insert into meeting_fact (record_id, version, division, entered_on, voided, held_on)
                values (gen_random_uuid(), 1, '%s', '2024-03-05', false, '2024-03-05')
                """
                .formatted(township);
    }

    private static Set<String> indicators(JsonPath verified) {
        return new TreeSet<>(verified.<String>getList("items.indicator"));
    }

    private Map<String, Object> cell(JsonPath found, String indicator, String period) {
        return found.<Map<String, Object>>getList("items").stream()
                .filter(it -> it.get("division").equals(township))
                .filter(it -> it.get("indicator").equals(indicator))
                .filter(it -> it.get("period").equals(period))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> total(Map<String, Object> cell, String side) {
        return (Map<String, Object>) cell.get(side);
    }

    private double gauge() {
        return RestAssured.get(metrics)
                .asString()
                .lines()
                .filter(it -> it.startsWith("fengqiao_reporting_drift_cells"))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
