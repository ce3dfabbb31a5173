package org.fengqiao.reporting.facts;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.DeadLetters.Limits;
import org.fengqiao.reporting.facts.DeadLetters.Stopped;
import org.fengqiao.reporting.facts.Facts.Batch;
import org.fengqiao.reporting.facts.Facts.Reader;
import org.jboss.logging.Logger;

/**
 * Applies the topics to the facts, on a thread of its own. Positions live in the database and move
 * in the transaction that writes the facts: an event is applied, whatever dies when.
 */
@ApplicationScoped
class FactConsumer {

    private static final Logger LOG = Logger.getLogger(FactConsumer.class);
    private static final int POLL_EVENTS = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration DEAF = Duration.ofSeconds(30);
    private static final String DATA_EXCEPTION = "22";

    private final DataSource database;
    private final KafkaLog log;
    private final Positions stored;
    private final Clock clock;
    private final Map<String, Reader> readers;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();
    private Limits limits = new Limits();
    private volatile boolean running = true;
    private volatile String stopReason;
    private volatile long lagEvents;
    private volatile Instant lookedAt;
    private Thread thread;

    FactConsumer(
            DataSource database,
            KafkaLog log,
            Positions stored,
            @All List<Table> tables,
            Clock clock) {
        this.database = database;
        this.log = log;
        this.stored = stored;
        this.clock = clock;
        this.lookedAt = clock.instant();
        this.readers = tables.stream().collect(Collectors.toMap(Table::topic, Reader::new));
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "fact-consumer");
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.join(10_000);
    }

    String stopReason() {
        return stopReason;
    }

    long lagEvents() {
        return lagEvents;
    }

    /** Whether the log has not answered for half a minute: what came meanwhile is not counted. */
    boolean isDeaf() {
        return lookedAt.plus(DEAF).isBefore(clock.instant());
    }

    double silentSeconds() {
        return Duration.between(lookedAt, clock.instant()).toMillis() / 1_000.0;
    }

    private void run() {
        while (running && stopReason == null) {
            limits = new Limits(); // the batch that failed is read again: do not count it twice
            try (KafkaConsumer<String, byte[]> kafka = log.consumer(POLL_EVENTS)) {
                kafka.subscribe(readers.keySet(), new Seek(kafka));
                consume(kafka);
            } catch (Stopped e) {
                stopReason = e.getMessage();
                LOG.errorf("The consumer has stopped; reads go on. %s", stopReason);
            } catch (RuntimeException | SQLException e) {
                LOG.warnf(e, "The consumer lost its place and starts again");
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private void consume(KafkaConsumer<String, byte[]> kafka) throws SQLException {
        long looked = 0;
        while (running) {
            Instant polledAt = clock.instant();
            ConsumerRecords<String, byte[]> polled = poll(kafka);
            for (TopicPartition partition : polled.partitions()) {
                long to = kafka.position(partition);
                if (apply(partition, polled.records(partition), positions.get(partition), to)) {
                    positions.put(partition, to);
                } else {
                    LOG.infof("%s was moved by another hand: reading its place again", partition);
                    seek(kafka, List.of(partition));
                }
            }
            if (System.nanoTime() - looked > LOOK_NANOS) {
                look(kafka, polledAt);
                looked = System.nanoTime();
            }
        }
    }

    private ConsumerRecords<String, byte[]> poll(KafkaConsumer<String, byte[]> kafka)
            throws SQLException {
        try {
            return kafka.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            // The log is shorter than what was applied. Read it all: an equal version is harmless.
            LOG.warnf("Out of range, reading from the start: %s", e.partitions());
            stored.restart(e.partitions());
            seek(kafka, e.partitions());
            return ConsumerRecords.empty();
        }
    }

    /** Once a second: was a topic made anew, or a place moved? Who is at the log's end? */
    private void look(KafkaConsumer<String, byte[]> kafka, Instant polledAt) throws SQLException {
        if (!positions.isEmpty() && !log.topicIds(readers.keySet()).equals(topicIds)) {
            seek(kafka, List.copyOf(positions.keySet()));
        }
        long lag = 0;
        for (TopicPartition partition : List.copyOf(positions.keySet())) {
            long behind = kafka.currentLag(partition).orElse(1);
            lag += behind;
            if (behind == 0 && !stored.atEnd(partition, positions.get(partition), polledAt)) {
                seek(kafka, List.of(partition));
            }
        }
        lagEvents = lag;
        lookedAt = polledAt;
    }

    /**
     * Applies a batch of one partition: all of it, or nothing.
     *
     * @param from the position it was polled at
     * @param to the position after it
     * @return false where another consumer, or an operator, has moved the partition since
     * @throws Stopped where the batch is not to be understood
     */
    boolean apply(
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> events,
            long from,
            long to)
            throws SQLException {
        Map<ConsumerRecord<String, byte[]>, String> bad = new LinkedHashMap<>();
        Batch batch = read(events, bad);
        Instant eventAt = KafkaLog.time(events.get(events.size() - 1));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // First of all: it fences a consumer that lost the partition, and others wait.
                boolean mine = advance(connection, partition, from, to, eventAt);
                if (mine) {
                    batch.write(connection, readers.get(partition.topic()).table);
                    DeadLetters.erase(connection, partition.topic(), batch.removed);
                    DeadLetters.add(connection, topicId(partition), bad, clock.instant());
                    connection.commit();
                }
                return mine;
            } catch (SQLException e) {
                if (String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
                    throw new Stopped(partition + " from " + from + ": " + e.getMessage());
                }
                throw e;
            } finally {
                connection.rollback();
            }
        }
    }

    /** Compare and set: moves the offset only from where this consumer believes it to be. */
    private boolean advance(
            Connection connection, TopicPartition partition, long from, long to, Instant eventAt)
            throws SQLException {
        String sql =
                """
                update consumer_offset
                set position = ?, event_at = coalesce(?, event_at)
                where topic = ? and partition = ? and topic_id = ? and position = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, to);
            update.setObject(2, eventAt == null ? null : eventAt.atOffset(ZoneOffset.UTC));
            update.setString(3, partition.topic());
            update.setInt(4, partition.partition());
            update.setString(5, topicId(partition));
            update.setLong(6, from);
            return update.executeUpdate() == 1;
        }
    }

    private Batch read(
            List<ConsumerRecord<String, byte[]>> events,
            Map<ConsumerRecord<String, byte[]>, String> bad) {
        Batch batch = new Batch();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                read(event, readers.get(event.topic()), batch);
                limits.good();
            } catch (BadEvent e) {
                bad.put(event, e.getMessage());
                limits.bad(event.topic(), e.getMessage());
            }
        }
        return batch;
    }

    /**
     * Takes one event into a batch: its state, or that its record was removed.
     *
     * @throws Stopped for a new major: it is a new meaning, and nothing may be taken from it
     */
    static void read(ConsumerRecord<String, byte[]> event, Reader reader, Batch batch)
            throws BadEvent {
        if (event.value() == null) {
            batch.remove(Reader.id(event.key()));
            return;
        }
        String schema = KafkaLog.header(event, "ce_dataschema");
        if (schema == null) {
            throw new BadEvent("Header ce_dataschema is missing");
        }
        if (!schema.equals(event.topic() + "/1")) {
            throw new Stopped("Unknown schema in " + event.topic() + ": " + schema);
        }
        batch.add(reader.read(event.key(), event.value()));
    }

    private void seek(KafkaConsumer<String, byte[]> kafka, Collection<TopicPartition> partitions)
            throws SQLException {
        topicIds.clear();
        for (TopicPartition partition : partitions) {
            long position = stored.of(partition, topicId(partition));
            positions.put(partition, position);
            kafka.seek(partition, position);
        }
    }

    private String topicId(TopicPartition partition) {
        if (topicIds.isEmpty()) {
            topicIds.putAll(log.topicIds(readers.keySet()));
        }
        return topicIds.get(partition.topic());
    }

    private final class Seek implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> kafka;

        Seek(KafkaConsumer<String, byte[]> kafka) {
            this.kafka = kafka;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                seek(kafka, partitions);
            } catch (SQLException e) {
                throw new KafkaException("The offsets cannot be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
        }
    }
}
