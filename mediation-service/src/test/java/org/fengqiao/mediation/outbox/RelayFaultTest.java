package org.fengqiao.mediation.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fengqiao.kit.outbox.SecondRelay;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.Test;

/** Whatever happens to the relay and the broker, the topic ends up with what the database holds. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RelayFaultTest {

    private static final String TOPIC = "mediation.case.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String SESSIONS_OF_SECOND =
            "select count(*) from pg_stat_activity where application_name = 'second-relay'";
    private static final String ADVISORY_LOCKS_OF_SECOND =
            """
            select count(*)
            from pg_locks
            join pg_stat_activity using (pid)
            where locktype = 'advisory'
              and application_name = 'second-relay'
            """;

    private final Office office = Office.township();

    @Test
    void nothingIsLostWhenTheRelaysSessionIsTerminated() throws Exception {
        String committee = office.committee("410423106201", "VILLAGE");
        Future<?> writing = writeCases(committee, 60);
        int terminated = 0;
        while (!writing.isDone()) {
            terminated += terminateRelay();
        }
        writing.get();
        assertTrue(terminated > 0, "no session was terminated: the test proves nothing");
        topicEqualsDatabase();
    }

    @Test
    void nothingIsLostWhenTheBrokerIsKilled() throws Exception {
        String committee = office.committee("410423106202", "VILLAGE");
        Future<?> writing = writeCases(committee, 40);
        Platform.broker().kill();
        writing.get();
        Platform.broker().restart();
        topicEqualsDatabase();
    }

    @Test
    void aReplayFillsABrokerThatLostItsFolder() throws Exception {
        office.agreed(office.committee("410423106203", "VILLAGE"), "2024-05-01");
        topicEqualsDatabase();
        Platform.broker().wipe();
        assertEquals(0, Topic.read(TOPIC).messages());
        Office.of(Tokens.admin())
                .post("/replays", "{\"kind\":\"mediation.case.v1\"}")
                .then()
                .statusCode(202);
        topicEqualsDatabase();
    }

    @Test
    void aRelayThatWakesUpLateIsFenced() throws Exception {
        String committee = office.committee("410423106204", "VILLAGE");
        String path = office.inMediation(committee, "2024-05-01");
        topicEqualsDatabase();
        try (KafkaProducer<String, String> asleep = relaysProducer()) {
            asleep.initTransactions();
            asleep.beginTransaction();
            asleep.send(staleEvent(Office.id(path)));
            asleep.flush();
            // The service's relay finds itself fenced, takes its place anew, and so fences this
            // one.
            office.step(path, "agreement", Office.writtenAgreement("2024-05-02"))
                    .then()
                    .statusCode(200);
            await().atMost(PATIENCE).until(() -> rows("select count(*) from outbox") == 0);
            RuntimeException fenced =
                    assertThrows(RuntimeException.class, asleep::commitTransaction);
            assertTrue(
                    fenced instanceof ProducerFencedException
                            || fenced instanceof InvalidProducerEpochException,
                    () -> "not fenced but " + fenced);
        }
        topicEqualsDatabase();
    }

    @Test
    void aSecondRelayThatIsPausedAndWokenDoublesNothing() throws Exception {
        String committee = office.committee("410423106205", "VILLAGE");
        try (SecondRelay second = secondRelay()) {
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                terminateRelay();
                                return rows(ADVISORY_LOCKS_OF_SECOND) == 1;
                            });
            Future<?> writing = writeCases(committee, 40);
            await().atMost(PATIENCE).until(() -> rows("select count(*) from outbox") > 0);
            second.pause();
            writing.get();
            assertTrue(rows("select count(*) from outbox") > 0, "it was not paused at work");
            // As the database does by itself once the paused one's connection times out.
            terminate(SecondRelay.SESSION);
            topicEqualsDatabase();
            office.agreed(committee, "2024-05-01");

            second.wake();
            // Awake, it finds its session gone and opens another to ask for its place.
            await().atMost(PATIENCE).until(() -> rows(SESSIONS_OF_SECOND) == 1);
            office.agreed(committee, "2024-05-02");
            topicEqualsDatabase();
        }
    }

    private static SecondRelay secondRelay() throws IOException {
        Config config = ConfigProvider.getConfig();
        return SecondRelay.start(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class),
                Platform.broker().bootstrapServers(),
                config.getValue("fengqiao.events.key-file", String.class));
    }

    private static void topicEqualsDatabase() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            Topic.Content content = Topic.read(TOPIC);
                            assertEquals(database(), content.versions());
                            assertEquals(List.of(), content.regressions());
                        });
    }

    private Future<?> writeCases(String committee, int count) {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Callable<String>> cases =
                IntStream.range(0, count)
                        .<Callable<String>>mapToObj(
                                i -> () -> office.agreed(committee, "2024-04-01"))
                        .toList();
        ExecutorService all = Executors.newSingleThreadExecutor();
        Future<?> done =
                all.submit(
                        () -> {
                            for (Future<String> it : writers.invokeAll(cases)) {
                                it.get();
                            }
                            return null;
                        });
        all.shutdown();
        return done;
    }

    private static int terminateRelay() throws SQLException {
        return terminate("outbox-relay");
    }

    private static int terminate(String session) throws SQLException {
        return rows(
                """
                select count(pg_terminate_backend(pid))
                from pg_stat_activity
                where application_name = '%s'
                """
                        .formatted(session));
    }

    private static int rows(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Map<UUID, Integer> database() throws SQLException {
        Map<UUID, Integer> versions = new HashMap<>();
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select =
                        connection.prepareStatement("select id, version from mediation_case");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                versions.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        }
        return versions;
    }

    private static KafkaProducer<String, String> relaysProducer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Platform.broker().bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "mediation-outbox"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static ProducerRecord<String, String> staleEvent(String id) {
        ProducerRecord<String, String> message = new ProducerRecord<>(TOPIC, id, "{}");
        message.headers().add("ce_recordversion", "1".getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
