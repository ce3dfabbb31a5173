package org.fengqiao.reporting.facts;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.EventCounts;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.LogFollower;
import org.fengqiao.kit.inbox.Offsets.Move;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.facts.EventReader.Reading;

/**
 * Applies the topics to the facts, on a thread of its own. Positions live in the database and move
 * in the transaction that writes the facts: an event is applied, whatever dies when.
 */
@ApplicationScoped
class FactConsumer implements LogFollower.Batches {

    private static final int POLL_EVENTS = 1_000;
    private static final String DATA_EXCEPTION = "22";

    private final DataSource database;
    private final Positions stored;
    private final Clock clock;
    private final Map<String, Kinds> topics;
    private final EventKeys keys;
    private final EventCounts counts;
    private final LogFollower follower;
    private EventReader reader;

    FactConsumer(
            DataSource database,
            KafkaLog log,
            Positions stored,
            @All List<Table> tables,
            EventKeys keys,
            EventCounts counts,
            Clock clock) {
        this.database = database;
        this.stored = stored;
        this.clock = clock;
        this.topics = Kinds.byTopic(tables);
        this.keys = keys;
        this.counts = counts;
        this.reader = new EventReader(topics, keys);
        this.follower =
                new LogFollower("fact-consumer", log, stored, topics.keySet(), POLL_EVENTS, clock);
    }

    void start(@Observes StartupEvent event) {
        follower.start(this);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.stop();
    }

    String stopReason() {
        return follower.stopReason();
    }

    long lagEvents() {
        return follower.lagEvents();
    }

    /** Whether the log has not answered for half a minute: what came meanwhile is not counted. */
    boolean isDeaf() {
        return follower.isDeaf();
    }

    double silentSeconds() {
        return follower.silentSeconds();
    }

    @Override
    public void startAgain() {
        reader = new EventReader(topics, keys);
    }

    @Override
    public boolean apply(
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> events,
            long from,
            long to)
            throws SQLException {
        String topicId = follower.topicId(partition);
        Reading reading = reader.read(events, stored.signedFrom(partition, topicId));
        Batches batch = reading.batch();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // First of all: it fences a consumer that lost the partition, and others wait.
                boolean mine =
                        stored.advance(
                                connection, partition, topicId, new Move(from, to), reading.at());
                if (mine) {
                    batch.write(connection, table -> table);
                    DeadLetters.erase(connection, partition.topic(), batch.removed);
                    reading.doubts().putAll(late(connection, partition, batch));
                    DeadLetters.add(connection, topicId, reading.bad(), clock.instant());
                    DeadLetters.doubt(
                            connection, topicId, reading.doubts(), Instant.EPOCH, clock.instant());
                    connection.commit();
                    reading.doubts().values().forEach(it -> counts.refused(it, 1));
                    counts.duplicate(batch.duplicates());
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

    /** What came out of its time. A log that is read again tells its old versions again. */
    private Map<ConsumerRecord<String, byte[]>, EventDoubt> late(
            Connection connection, TopicPartition partition, Batches batch) throws SQLException {
        Map<ConsumerRecord<String, byte[]>, EventDoubt> late = batch.late();
        if (!late.isEmpty()) {
            long furthest = stored.furthest(connection, partition);
            late.keySet().removeIf(it -> it.offset() < furthest);
        }
        return late;
    }
}
