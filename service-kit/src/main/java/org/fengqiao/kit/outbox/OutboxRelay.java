package org.fengqiao.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.tracing.TraceParent;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka, in order, at least once. One relay is active per service.
 *
 * <p>It holds its lock, reads and deletes on one connection of its own: a lost connection is a lost
 * lock. The fixed {@code transactional.id} fences a predecessor that wakes up late. A batch that is
 * sent but not deleted is sent again; consumers are guarded by version.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String SESSION = "outbox-relay";
    private static final int BATCH_ROWS = 500;
    private static final long IDLE_NANOS = 15_000_000;
    // A Kafka transaction costs the same for one event as for five hundred: at most ten a second
    // while there is work. The first event after a pause goes at once.
    private static final long PACE_NANOS = 100_000_000;
    private static final long RETRY_NANOS = 500_000_000;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final String service;
    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final Map<String, Object> kafka;
    private final EventKeys keys;
    private volatile boolean running = true;
    private volatile Instant oldestWaiting;
    private volatile boolean active;
    private Thread thread;

    OutboxRelay(
            @ConfigProperty(name = "fengqiao.service") String service,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventKeys keys) {
        this.service = service;
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.kafka = kafka;
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "outbox-relay");
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(10_000);
    }

    /** The entry time of the oldest event that waits to be sent; null when none waits. */
    public Instant oldestWaiting() {
        return oldestWaiting;
    }

    /** Whether this replica holds the lock. */
    public boolean active() {
        return active;
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                if (locked(connection)) {
                    relay(connection);
                } else {
                    connection.rollback();
                    look(connection);
                    LockSupport.parkNanos(RETRY_NANOS);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The relay lost its place and starts again: %s", e.getMessage());
                LockSupport.parkNanos(RETRY_NANOS);
            } finally {
                active = false;
            }
        }
    }

    /** A connection of its own, by name, so that an operator finds it in pg_stat_activity. */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("ApplicationName", SESSION);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    private void relay(Connection connection) throws SQLException {
        KafkaProducer<String, byte[]> producer = producer();
        try {
            look(connection);
            producer.initTransactions();
            active = true;
            while (running) {
                long began = System.nanoTime();
                int sent = sendBatch(connection, producer);
                if (sent < BATCH_ROWS) {
                    long pause = sent == 0 ? IDLE_NANOS : PACE_NANOS - System.nanoTime() + began;
                    LockSupport.parkNanos(pause);
                }
            }
        } finally {
            // Not for ever: a broker that lost its folder never answers to the transaction that
            // an unbounded close waits for. The next producer's initTransactions ends it.
            producer.close(CLOSE_WAIT);
        }
    }

    private int sendBatch(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException {
        String sql =
                """
                select id, topic, record_id, version, type, at, body, coalesce(kind, topic),
                    traceparent
                from outbox
                order by id
                limit ?
                """;
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, BATCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (ids.isEmpty()) {
                        oldestWaiting = row.getObject(6, OffsetDateTime.class).toInstant();
                        producer.beginTransaction();
                    }
                    ids.add(row.getLong(1));
                    producer.send(message(row));
                }
            }
        }
        if (!ids.isEmpty()) {
            producer.commitTransaction();
            delete(connection, ids);
        } else {
            oldestWaiting = null;
        }
        connection.commit();
        return ids.size();
    }

    /**
     * CloudEvents 1.0 in Kafka's binary content mode: attributes as headers, the record as JSON. A
     * tombstone has no value, so neither a version nor a type of content.
     */
    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        String topic = row.getString(2);
        String recordId = row.getString(3);
        String version = row.getString(4);
        String body = row.getString(7);
        Instant time = row.getObject(6, OffsetDateTime.class).toInstant();
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        topic,
                        recordId,
                        body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", recordId + ":" + (body == null ? "removed" : version));
        header(message, "ce_source", "/" + service);
        header(message, "ce_type", row.getString(5));
        header(message, "ce_subject", recordId);
        header(message, "ce_time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        header(message, "ce_dataschema", row.getString(8) + "/1");
        if (body != null) {
            header(message, "ce_recordversion", version);
            header(message, "content-type", "application/json");
        }
        if (row.getString(9) != null) {
            header(message, TraceParent.HEADER, row.getString(9));
        }
        keys.sign(message); // last: it covers all that stands there
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** Notes how long the outbox has waited, so that health tells even while Kafka is away. */
    private void look(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select at from outbox order by id limit 1");
                ResultSet row = select.executeQuery()) {
            oldestWaiting = row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
        }
        connection.rollback();
    }

    private boolean locked(Connection connection) throws SQLException {
        String sql = "select pg_try_advisory_lock(hashtextextended('outbox-relay', 0))";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        // All kafka.* settings of the operator pass through (addresses, TLS, SASL); over them stand
        // ours, which are the guarantee.
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
