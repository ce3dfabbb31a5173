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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.Limits;
import org.fengqiao.kit.inbox.LogFollower;
import org.fengqiao.kit.inbox.Offsets.Move;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.Facts.Batches;

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
    private final LogFollower follower;
    private Limits limits = new Limits();

    FactConsumer(
            DataSource database,
            KafkaLog log,
            Positions stored,
            @All List<Table> tables,
            Clock clock) {
        this.database = database;
        this.stored = stored;
        this.clock = clock;
        this.topics = Kinds.byTopic(tables);
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
        limits = new Limits();
    }

    @Override
    public boolean apply(
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> events,
            long from,
            long to)
            throws SQLException {
        Map<ConsumerRecord<String, byte[]>, String> bad = new LinkedHashMap<>();
        Batches batch = read(events, bad);
        Instant eventAt = KafkaLog.time(events.get(events.size() - 1));
        String topicId = follower.topicId(partition);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // First of all: it fences a consumer that lost the partition, and others wait.
                boolean mine =
                        stored.advance(connection, partition, topicId, new Move(from, to), eventAt);
                if (mine) {
                    batch.write(connection, table -> table);
                    DeadLetters.erase(connection, partition.topic(), batch.removed);
                    DeadLetters.add(connection, topicId, bad, clock.instant());
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

    private Batches read(
            List<ConsumerRecord<String, byte[]>> events,
            Map<ConsumerRecord<String, byte[]>, String> bad) {
        Batches batch = new Batches();
        for (ConsumerRecord<String, byte[]> event : events) {
            try {
                topics.get(event.topic()).read(event, batch);
                limits.good();
            } catch (BadEvent e) {
                bad.put(event, e.getMessage());
                limits.bad(event.topic(), e.getMessage());
            }
        }
        return batch;
    }
}
