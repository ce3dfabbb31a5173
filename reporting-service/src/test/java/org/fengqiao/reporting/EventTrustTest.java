package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.patiently;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Forgery;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Forged, altered and replayed events change nothing, in facts and figures, and are reported. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestMethodOrder(OrderAnnotation.class)
class EventTrustTest {

    private static final String CASES = "mediation.case.v1";
    private static final int ROUNDS = Integer.getInteger("fengqiao.trust.rounds", 5);

    @Inject MeterRegistry meters;

    private final String township = Api.township();

    @Test
    void nothingThatIsForgedAlteredOrReplayedHasAnEffectAndAllIsReported() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            round(new Random(20_260 + round), "seed " + (20_260 + round));
        }
    }

    private void round(Random random, String seed) throws SQLException {
        Snapshot agreed = agreed(random);
        List<ProducerRecord<String, byte[]>> versions =
                List.of(message(agreed), message(agreed.next()), message(agreed.next().next()));
        Snapshot gone = agreed(random);
        List<ProducerRecord<String, byte[]>> removal =
                List.of(message(gone), Events.message(CASES, gone.id(), null, CASES + "/1"));
        deliver(versions);
        deliver(removal);
        String before = state();

        Map<EventDoubt, Integer> expected = new EnumMap<>(EventDoubt.class);
        List<ProducerRecord<String, byte[]>> hostile = new ArrayList<>();
        for (ProducerRecord<String, byte[]> it : List.of(versions.get(2), removal.get(1))) {
            for (Forgery forged : Forgery.of(it, random)) {
                hostile.add(forged.message());
                expected.merge(forged.why(), 1, Integer::sum);
            }
        }
        // True, and sent again by another hand.
        hostile.add(versions.get(0));
        hostile.add(versions.get(1));
        expected.put(EventDoubt.LATE, 2);
        hostile.add(removal.get(0));
        expected.put(EventDoubt.REMOVED, 1);
        hostile.add(versions.get(2)); // the same again: harmless, and no fault
        Collections.shuffle(hostile, random);

        Map<EventDoubt, Integer> letters = letters();
        Map<EventDoubt, Integer> counted = counted();
        double again = meters.counter("fengqiao.events.duplicate").count();
        deliver(hostile);
        assertEquals(before, state(), seed);
        assertEquals(expected, grown(letters, letters()), seed + ": dead letters");
        assertEquals(expected, grown(counted, counted()), seed + ": metric");
        assertTrue(meters.counter("fengqiao.events.duplicate").count() > again, seed);
        isUp();
        forget();
    }

    /** The control: what the owner signs has an effect. */
    @Test
    void whatItsOwnerSignedHasAnEffect() throws SQLException {
        String before = state();
        deliver(List.of(message(agreed(new Random(1)))));
        assertTrue(!before.equals(state()));
    }

    /**
     * Last: a rebuild reads its flood again, which leaves no room for letters of that partition.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void aFloodOfForgeriesNeitherStopsTheConsumerNorFillsTheDatabase() throws SQLException {
        Snapshot agreed = agreed(new Random(2));
        ProducerRecord<String, byte[]> genuine = message(agreed);
        List<ProducerRecord<String, byte[]>> flood = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Forgery.of(genuine, new Random(i)).forEach(it -> flood.add(it.message()));
        }
        Map<EventDoubt, Integer> counted = counted();
        deliver(flood);
        deliver(List.of(genuine));
        Api.awaitCount(township, "M-01", "2024", 1);
        isUp();
        assertEquals(
                flood.size(), grown(counted, counted()).values().stream().mapToInt(it -> it).sum());
        String most =
                """
                select max(count) from (
                    select count(*) from dead_letter where fault is not null group by topic, partition
                ) per_partition
                """;
        assertEquals("100", Sql.text(most));
    }

    /** A second reading of the log is none, and a rebuild believes no more than the live path. */
    @Test
    void aRebuildLeavesForgeriesOutAsWell() throws SQLException {
        Snapshot agreed = agreed(new Random(3));
        Snapshot gone = agreed(new Random(4));
        deliver(List.of(message(agreed), message(agreed.next()), message(gone)));
        deliver(List.of(Events.message(CASES, gone.id(), null, CASES + "/1")));
        deliver(
                Forgery.of(message(agreed.next()), new Random(5)).stream()
                        .map(Forgery::message)
                        .toList());
        deliver(List.of(message(agreed), message(gone)));
        String before = state();
        String letters = "select count(*) from dead_letter where record_id = '" + agreed.id() + "'";
        String reported = Sql.text(letters);
        String rebuild =
                Api.as(township)
                        .post("/reporting/v1/rebuilds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        patiently()
                .untilAsserted(
                        () ->
                                Api.as(township)
                                        .get(rebuild)
                                        .then()
                                        .body("error", equalTo(null))
                                        .body("state", equalTo("DONE")));
        assertEquals(before, state());
        assertEquals(reported, Sql.text(letters));
    }

    /** What an older version has read stays good; behind that, and in another log, nothing does. */
    @Test
    void unsignedEventsAreReadOnlyWhereSignaturesWereNotKnown() throws SQLException {
        Snapshot agreed = agreed(new Random(6));
        ProducerRecord<String, byte[]> unsigned =
                Forgery.of(message(agreed), new Random(7)).get(1).message();
        deliver(List.of(unsigned));
        assertEquals(
                "UNSIGNED",
                Sql.text("select fault from dead_letter where record_id = '" + agreed.id() + "'"));
        String letter =
                Sql.text("select id from dead_letter where record_id = '" + agreed.id() + "'");
        Api.as(township)
                .post("/reporting/v1/dead-letters/{id}/retry", letter)
                .then()
                .statusCode(422)
                .body("code", equalTo("DEAD_LETTER_UNREADABLE"));
    }

    private static void isUp() {
        RestAssured.get("/q/health/group/consumer").then().statusCode(200);
    }

    private Snapshot agreed(Random random) {
        return Events.agreedCase(township, "TOWNSHIP", "2024-0" + (1 + random.nextInt(9)) + "-05");
    }

    private static ProducerRecord<String, byte[]> message(Snapshot snapshot) {
        return Events.message(snapshot, CASES + "/1");
    }

    private static void deliver(List<ProducerRecord<String, byte[]>> messages) {
        SourceEvent.publish(messages).awaitRead("consumer_offset");
    }

    /** Every fact of the township and every figure of its year, as text. */
    private String state() throws SQLException {
        String figures =
                Api.figures(
                                township,
                                "indicator",
                                "M-01,M-02,M-05",
                                "period",
                                "2024",
                                "by",
                                "month")
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("figures")
                        .toString();
        return FactTables.rows(township) + figures;
    }

    private static Map<EventDoubt, Integer> letters() throws SQLException {
        String sql =
                "select fault, count(*) from dead_letter where fault is not null group by fault";
        Map<EventDoubt, Integer> letters = new EnumMap<>(EventDoubt.class);
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                letters.put(EventDoubt.valueOf(row.getString(1)), row.getInt(2));
            }
        }
        return letters;
    }

    private Map<EventDoubt, Integer> counted() {
        Map<EventDoubt, Integer> counted = new EnumMap<>(EventDoubt.class);
        for (EventDoubt it : EventDoubt.values()) {
            double events = meters.counter("fengqiao.events.refused", "reason", it.name()).count();
            counted.put(it, (int) events);
        }
        return counted;
    }

    private static Map<EventDoubt, Integer> grown(
            Map<EventDoubt, Integer> before, Map<EventDoubt, Integer> after) {
        Map<EventDoubt, Integer> grown = new EnumMap<>(EventDoubt.class);
        after.forEach(
                (why, count) -> {
                    int more = count - before.getOrDefault(why, 0);
                    if (more != 0) {
                        grown.put(why, more);
                    }
                });
        return grown;
    }

    /** Other tests of this service leave and count letters of their own. */
    @BeforeEach
    @AfterEach
    void forget() {
        Sql.run("delete from dead_letter where fault is not null");
    }
}
