package org.fengqiao.reporting.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.reporting.facts.Letter.Insertion;

/** Events that could not become facts: kept with their reason until they are read at last. */
@ApplicationScoped
class DeadLetters {

    /**
     * One of them, without its body.
     *
     * @param offset where it stands in the partition
     * @param recordId the key; absent where it is no record's id
     */
    record DeadLetter(
            long id,
            String topic,
            int partition,
            long offset,
            String recordId,
            String reason,
            Instant failedAt) {}

    /** An event that cannot become a fact; the message says why, without its content. */
    static final class BadEvent extends Exception {
        BadEvent(String reason) {
            super(reason, null, false, false);
        }
    }

    private final DataSource database;
    private final Positions positions;
    private final List<Table> tables;
    private final EventKeys keys;

    DeadLetters(DataSource database, Positions positions, @All List<Table> tables, EventKeys keys) {
        this.database = database;
        this.positions = positions;
        this.tables = tables;
        this.keys = keys;
    }

    /** Keeps what could not be read, in the transaction of its batch. */
    static void add(
            Connection connection,
            String topicId,
            Map<ConsumerRecord<String, byte[]>, String> bad,
            Instant at)
            throws SQLException {
        Insertion letters = new Insertion(connection, topicId, at);
        for (Map.Entry<ConsumerRecord<String, byte[]>, String> it : bad.entrySet()) {
            letters.add(it.getKey(), it.getValue(), null);
        }
        letters.write();
    }

    /**
     * Keeps what is not believed, as long as there is room for it.
     *
     * @param since letters from before are not counted: a rebuild forgets them
     */
    static void doubt(
            Connection connection,
            String topicId,
            Map<ConsumerRecord<String, byte[]>, EventDoubt> doubts,
            Instant since,
            Instant at)
            throws SQLException {
        if (doubts.isEmpty()) {
            return;
        }
        int partition = doubts.keySet().iterator().next().partition();
        int room = EventDoubt.KEPT - doubts(connection, topicId, partition, since);
        Insertion letters = new Insertion(connection, topicId, at);
        for (Map.Entry<ConsumerRecord<String, byte[]>, EventDoubt> it : doubts.entrySet()) {
            if (room-- > 0) {
                letters.add(it.getKey(), it.getValue().en(), it.getValue());
            }
        }
        letters.write();
    }

    private static int doubts(Connection connection, String topicId, int partition, Instant since)
            throws SQLException {
        String sql =
                """
                select count(*)
                from dead_letter
                where topic_id = ? and partition = ? and fault is not null and failed_at >= ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topicId);
            select.setInt(2, partition);
            select.setObject(3, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** A record that was removed leaves nothing behind here either. */
    static void erase(Connection connection, String topic, Collection<String> recordIds)
            throws SQLException {
        if (recordIds.isEmpty()) {
            return;
        }
        String sql = "delete from dead_letter where topic = ? and record_id = any (?)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, topic);
            delete.setArray(2, connection.createArrayOf("text", recordIds.toArray()));
            delete.executeUpdate();
        }
    }

    /**
     * A rebuild has read these logs anew: what was dead before it began is a fact, or dead anew.
     */
    static void forget(Connection connection, Collection<String> topicIds, Instant before)
            throws SQLException {
        String sql =
                """
                delete from dead_letter
                where topic_id = any (?) and failed_at < ?
                    and (fault is null or fault <> all (?))
                """;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("text", topicIds.toArray()));
            delete.setObject(2, before.atOffset(ZoneOffset.UTC));
            // Only the live path, which knows what was stored, can tell them.
            Object[] late = {EventDoubt.LATE.name(), EventDoubt.REMOVED.name()};
            delete.setArray(3, connection.createArrayOf("text", late));
            delete.executeUpdate();
        }
    }

    /** The next ones after an id, oldest first. */
    List<DeadLetter> list(long after, int limit) throws SQLException {
        String sql =
                """
                select id, topic, partition, position, record_id, reason, failed_at
                from dead_letter
                where id > ?
                order by id
                limit ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<DeadLetter> found = new ArrayList<>();
                while (row.next()) {
                    found.add(
                            new DeadLetter(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getLong(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getObject(7, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        }
    }

    /**
     * Reads one again, as this version can; a newer version of the record stays as it is.
     *
     * @return empty where it became a fact and is gone, else why not
     * @throws java.util.NoSuchElementException where there is none
     */
    Optional<String> retry(long id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                holdConsumers(connection, id);
                Letter letter = Letter.held(connection, id);
                apply(connection, letter);
                delete(connection, id);
                connection.commit();
                return Optional.empty();
            } catch (BadEvent e) {
                return Optional.of(e.getMessage());
            } finally {
                connection.rollback();
            }
        }
    }

    /** No batch of its topic meanwhile: one might change the record, or remove it, beside this. */
    private static void holdConsumers(Connection connection, long id) throws SQLException {
        String sql =
                """
                select from consumer_offset
                where topic = (select topic from dead_letter where id = ?)
                order by partition
                for update
                """;
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, id);
            lock.executeQuery().close();
        }
    }

    /** The same checks as at its arrival, with the keys of today. */
    private void apply(Connection connection, Letter letter) throws SQLException, BadEvent {
        ConsumerRecord<String, byte[]> event = letter.event();
        Kinds kinds = Kinds.byTopic(tables).get(event.topic());
        if (kinds == null) {
            throw new BadEvent("No fact table reads the topic");
        }
        TopicPartition partition = new TopicPartition(event.topic(), event.partition());
        Optional<EventDoubt> doubt =
                keys.doubt(event, positions.signedFrom(partition, letter.topicId()));
        if (doubt.isPresent()) {
            throw new BadEvent(doubt.get().en());
        }
        Batches batch = new Batches();
        kinds.read(event, batch);
        batch.write(connection, table -> table);
    }

    private static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from dead_letter where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }
}
