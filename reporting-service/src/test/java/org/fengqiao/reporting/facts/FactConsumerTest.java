package org.fengqiao.reporting.facts;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.EventCounts;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FactConsumerTest {

    private static final String CASES = "mediation.case.v1";

    @Inject DataSource database;
    @Inject KafkaLog log;
    @Inject Positions positions;
    @Inject Clock clock;
    @Inject EventKeys keys;
    @Inject EventCounts counts;
    @Inject @All List<Table> tables;

    private final String township = Api.township();

    /** Other tests send histories in any order: their letters would fill the first page. */
    @BeforeEach
    void forgetWhatCameLate() throws SQLException {
        execute("delete from dead_letter where fault is not null");
    }

    @Test
    void aDuplicateIsCountedOnce() {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed, agreed);
        publish(agreed, agreedCase(township, "TOWNSHIP", "2024-03-06"));
        awaitCount(township, "M-01", "2024", 2);
    }

    @Test
    void anOlderVersionThatArrivesLateChangesNothing() {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        Snapshot corrected = agreed.next().with("closedOn", "2024-04-05");
        publish(corrected);
        publish(agreed, agreedCase(township, "TOWNSHIP", "2024-05-05"));
        awaitCount(township, "M-01", "2024", 2);
        awaitCount(township, "M-01", "2024-03", 0);
        awaitCount(township, "M-01", "2024-04", 1);
    }

    @Test
    void anEqualVersionIsAppliedAgainSoThatNewFieldsArrive() {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed);
        awaitCount(township, "M-12", "2024", 0);
        publish(agreed.with("agreementAmountYuan", 1200.5));
        patiently()
                .untilAsserted(
                        () ->
                                assertEquals(
                                        1200.5, Api.count(township, "M-12", "2024").doubleValue()));
    }

    @Test
    void aVoidedRecordIsCountedNowhere() {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed);
        awaitCount(township, "M-01", "2024", 1);
        publish(agreed.next().with("voided", true));
        awaitCount(township, "M-01", "2024", 0);
    }

    @Test
    void aTombstoneRemovesTheFact() throws SQLException {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed);
        awaitCount(township, "M-01", "2024", 1);
        Events.send(List.of(Events.message(CASES, agreed.id(), null, CASES + "/1")));
        awaitCount(township, "M-01", "2024", 0);
        assertEquals(
                0,
                number(
                        "select count(*) from mediation_case_fact where record_id = '"
                                + agreed.id()
                                + "'"));
    }

    @Test
    void offsetsThatAreResetOnlyRepeatTheWork() throws SQLException {
        publish(agreedCase(township, "TOWNSHIP", "2024-03-05"));
        awaitCount(township, "M-01", "2024", 1);
        execute("update consumer_offset set position = 0 where topic = '" + CASES + "'");
        publish(agreedCase(township, "TOWNSHIP", "2024-03-06"));
        awaitCount(township, "M-01", "2024", 2);
        execute("delete from consumer_offset where topic = '" + CASES + "'");
        publish(agreedCase(township, "TOWNSHIP", "2024-03-07"));
        awaitCount(township, "M-01", "2024", 3);
    }

    @Test
    void offsetsThatAreResetWhileNothingArrivesAreNoticed() throws SQLException {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed);
        awaitCount(township, "M-01", "2024", 1);
        TopicPartition partition = partitionOf(agreed);
        long before = position(partition);
        execute("delete from mediation_case_fact where record_id = '" + agreed.id() + "'");
        execute("update consumer_offset set position = 0 where topic = '" + CASES + "'");
        awaitCount(township, "M-01", "2024", 1);
        patiently().until(() -> position(partition) == before);
    }

    @Test
    void aBrokerThatLostItsDataIsReadFromTheStartAgain() {
        Snapshot first = agreedCase(township, "TOWNSHIP", "2024-03-05");
        Snapshot second = agreedCase(township, "TOWNSHIP", "2024-03-06");
        publish(first, second);
        awaitCount(township, "M-01", "2024", 2);

        Platform.broker().wipe();
        publish(first, second.next().with("closedOn", "2024-04-06"));
        publish(agreedCase(township, "TOWNSHIP", "2024-05-05"));

        awaitCount(township, "M-01", "2024", 3);
        awaitCount(township, "M-01", "2024-04", 1);
    }

    @Test
    void aConsumerThatWasPausedIsFencedByTheOffset() throws SQLException {
        Snapshot agreed = agreedCase(township, "TOWNSHIP", "2024-03-05");
        publish(agreed);
        awaitCount(township, "M-01", "2024", 1);
        TopicPartition partition = partitionOf(agreed);
        long before = position(partition) - 1;

        // It polled another case of the partition before that, slept, and wakes up now.
        Snapshot other = agreedCase(township, "TOWNSHIP", "2024-03-06");
        FactConsumer paused = consumer(clock);
        List<ConsumerRecord<String, byte[]>> batch = List.of(polled(partition, before, other));
        assertFalse(paused.apply(partition, batch, before, before + 1));
        assertEquals(1, Api.count(township, "M-01", "2024").intValue());

        // The same batch from where the partition stands would have been applied.
        long now = position(partition);
        assertTrue(paused.apply(partition, batch, now, now));
        assertEquals(2, Api.count(township, "M-01", "2024").intValue());
    }

    @Test
    void anUnknownCodeBecomesADeadLetterAndIsRetried() throws SQLException {
        Snapshot odd = agreedCase(township, "TOWNSHIP", "2024-03-05").with("difficulty", "ODD");
        publish(odd, agreedCase(township, "TOWNSHIP", "2024-03-06"));
        awaitCount(township, "M-01", "2024", 1);
        patiently()
                .untilAsserted(
                        () ->
                                letters()
                                        .body("items.recordId", hasItem(odd.id()))
                                        .body(
                                                "items.reason",
                                                hasItem("Unknown code in field difficulty: ODD")));

        int id = letterOf(odd);
        Api.as(township)
                .post("/reporting/v1/dead-letters/{id}/retry", id)
                .then()
                .statusCode(422)
                .body("code", equalTo("DEAD_LETTER_UNREADABLE"));
        // As if this version knew the code: the event says it, signed as it was.
        Events.signLetter(id, odd.with("difficulty", "MAJOR"));
        Api.as(township).post("/reporting/v1/dead-letters/{id}/retry", id).then().statusCode(204);
        awaitCount(township, "M-01", "2024", 2);
        letters().body("items.recordId", not(hasItem(odd.id())));
    }

    @Test
    void brokenEventsAreKeptWithTheirReason() {
        String id = UUID.randomUUID().toString();
        Snapshot good = agreedCase(township, "TOWNSHIP", "2024-03-05");
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        events.add(Events.message(CASES, id, "{\"id\":", CASES + "/1"));
        events.add(
                Events.message(good.with("closedOn", "2024-02-31").with("id", id), CASES + "/1"));
        events.add(Events.message(good.with("personsInvolved", 2.5).with("id", id), CASES + "/1"));
        events.add(Events.message(good.with("division", null).with("id", id), CASES + "/1"));
        events.add(Events.message(CASES, id, Events.json(good.fields()), CASES + "/1"));
        events.add(Events.message(good, CASES + "/1"));
        Events.send(events);
        awaitCount(township, "M-01", "2024", 1);
        // The broken ones have another key: their partition may be read after the good one's.
        patiently()
                .untilAsserted(
                        () ->
                                letters()
                                        .body(
                                                "items.findAll { it.recordId == '"
                                                        + id
                                                        + "' }.size()",
                                                equalTo(5))
                                        .body(
                                                "items.reason",
                                                hasItem(containsString("no valid JSON")))
                                        .body("items.reason", hasItem("Field closedOn is no DATE"))
                                        .body(
                                                "items.reason",
                                                hasItem("Field personsInvolved is no INTEGER"))
                                        .body("items.reason", hasItem("Field division is missing"))
                                        .body(
                                                "items.reason",
                                                hasItem("The key is not the record's id")));
    }

    @Test
    void fiftyBrokenEventsInARowStopTheConsumerBeforeTheyAreAcknowledged() throws SQLException {
        TopicPartition partition = new TopicPartition(CASES, 0);
        FactConsumer consumer = consumer(clock);
        long now = position(partition);
        List<ConsumerRecord<String, byte[]>> batch =
                IntStream.range(0, 50).mapToObj(it -> broken(partition, now + it)).toList();
        assertTrue(consumer.apply(partition, batch.subList(0, 49), now, now));
        Stopped stopped =
                assertThrows(
                        Stopped.class,
                        () -> consumer.apply(partition, batch.subList(49, 50), now, now));
        assertTrue(stopped.getMessage().startsWith("50 unreadable events in a row"));
        // Taken out again: real events will come to these positions.
        String gone =
                """
                with gone as (
                    delete from dead_letter
                    where reason like '%%no valid JSON%%' and position >= %d
                        and topic = '%s' and partition = 0
                    returning id)
                select count(*) from gone
                """
                        .formatted(now, CASES);
        assertEquals(49, number(gone));
    }

    @Test
    void anUnknownSchemaMajorStopsTheConsumerAndItsHealth() throws Exception {
        String topic = "test.stop" + UUID.randomUUID().toString().substring(0, 8) + ".v1";
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Platform.broker().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        execute("create table if not exists stop_fact (like meeting_fact including all)");
        Table table = Table.table(topic, "stop_fact", "/test/", "试验", "区划");
        FactConsumer consumer =
                new FactConsumer(
                        database,
                        new KafkaLog(ConfigProvider.getConfig(), "stop-test"),
                        positions,
                        List.of(table),
                        keys,
                        counts,
                        clock);
        Snapshot meeting = new Snapshot(topic, Events.meeting(township, "2024-03-05").fields());
        Events.send(
                List.of(
                        Events.message(meeting, topic + "/1"),
                        Events.message(meeting.next(), topic + "/2")));
        consumer.start(null);
        patiently().until(() -> consumer.stopReason() != null);
        HealthCheckResponse health = new ConsumerHealth(consumer).call();
        assertEquals(HealthCheckResponse.Status.DOWN, health.getStatus());
        assertTrue(consumer.stopReason().contains(topic + "/2"), consumer.stopReason());
        assertEquals(
                0, number("select position from consumer_offset where topic = '" + topic + "'"));
        consumer.stop(null);
    }

    @Test
    void aSilentBrokerIsTold() {
        Instant began = clock.instant();
        AtomicReference<Clock> now = new AtomicReference<>(Clock.fixed(began, ZoneOffset.UTC));
        FactConsumer consumer = consumer(new Moving(now));
        assertEquals(
                HealthCheckResponse.Status.UP, new ConsumerHealth(consumer).call().getStatus());
        now.set(Clock.fixed(began.plusSeconds(31), ZoneOffset.UTC));
        HealthCheckResponse health = new ConsumerHealth(consumer).call();
        assertEquals(HealthCheckResponse.Status.DOWN, health.getStatus());
        assertTrue(health.getData().orElseThrow().get("reason").toString().contains("broker"));
    }

    private static final class Moving extends Clock {
        private final AtomicReference<Clock> now;

        private Moving(AtomicReference<Clock> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get().instant();
        }

        @Override
        public ZoneId getZone() {
            return now.get().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return now.get().withZone(zone);
        }
    }

    private FactConsumer consumer(Clock its) {
        return new FactConsumer(database, log, positions, tables, keys, counts, its);
    }

    private static ConsumerRecord<String, byte[]> broken(TopicPartition partition, long offset) {
        return record(partition, offset, UUID.randomUUID().toString(), "{");
    }

    private static ConsumerRecord<String, byte[]> polled(
            TopicPartition partition, long offset, Snapshot it) {
        return record(partition, offset, it.id(), Events.json(it.fields()));
    }

    private static ConsumerRecord<String, byte[]> record(
            TopicPartition partition, long offset, String key, String body) {
        String topic = partition.topic();
        ProducerRecord<String, byte[]> sent = Events.message(topic, key, body, topic + "/1");
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>(topic, partition.partition(), offset, key, sent.value());
        sent.headers().forEach(event.headers()::add);
        return event;
    }

    private io.restassured.response.ValidatableResponse letters() {
        return Api.as(township)
                .queryParam("limit", 200)
                .get("/reporting/v1/dead-letters")
                .then()
                .statusCode(200);
    }

    private int letterOf(Snapshot snapshot) throws SQLException {
        return (int) number("select id from dead_letter where record_id = '" + snapshot.id() + "'");
    }

    private TopicPartition partitionOf(Snapshot snapshot) {
        int partition =
                org.apache.kafka.common.utils.Utils.toPositive(
                                org.apache.kafka.common.utils.Utils.murmur2(
                                        snapshot.id().getBytes(StandardCharsets.UTF_8)))
                        % 6;
        return new TopicPartition(CASES, partition);
    }

    private long position(TopicPartition partition) throws SQLException {
        return number(
                "select position from consumer_offset where topic = '%s' and partition = %d"
                        .formatted(partition.topic(), partition.partition()));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
