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
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.reporting.facts.Facts.Batches;
import org.fengqiao.reporting.facts.Facts.Reader;

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
    private final List<Table> tables;

    DeadLetters(DataSource database, @All List<Table> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Keeps what could not be read, in the transaction of its batch. */
    static void add(
            Connection connection,
            String topicId,
            Map<ConsumerRecord<String, byte[]>, String> bad,
            Instant at)
            throws SQLException {
        if (bad.isEmpty()) {
            return;
        }
        String sql =
                """
                insert into dead_letter (topic, topic_id, partition, position, record_id, body,
                    schema, reason, failed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (topic, topic_id, partition, position) do update
                set reason = excluded.reason, failed_at = excluded.failed_at
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<ConsumerRecord<String, byte[]>, String> it : bad.entrySet()) {
                ConsumerRecord<String, byte[]> event = it.getKey();
                insert.setString(1, event.topic());
                insert.setString(2, topicId);
                insert.setInt(3, event.partition());
                insert.setLong(4, event.offset());
                insert.setString(5, Reader.isId(event.key()) ? event.key() : null);
                insert.setBytes(6, event.value());
                insert.setString(7, KafkaLog.header(event, "ce_dataschema"));
                insert.setString(8, it.getValue());
                insert.setObject(9, at.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
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
        String sql = "delete from dead_letter where topic_id = any (?) and failed_at < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("text", topicIds.toArray()));
            delete.setObject(2, before.atOffset(ZoneOffset.UTC));
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
        String sql =
                "select topic, record_id, body, schema from dead_letter where id = ? for update";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                holdConsumers(connection, id);
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new java.util.NoSuchElementException();
                    }
                    apply(connection, row);
                }
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

    private void apply(Connection connection, ResultSet letter) throws SQLException, BadEvent {
        String topic = letter.getString(1);
        byte[] body = letter.getBytes(3);
        Kinds kinds = Kinds.byTopic(tables).get(topic);
        if (kinds == null) {
            throw new BadEvent("No fact table reads the topic");
        }
        if (body == null) {
            throw new BadEvent("The event has no body");
        }
        // Letters of before V7 kept no schema: their topics have one kind, which the topic names.
        String schema = letter.getString(4) == null ? topic + "/1" : letter.getString(4);
        Reader reader = kinds.reader(schema, topic);
        Batches batch = new Batches();
        batch.add(reader.table, reader.read(Reader.id(letter.getString(2)), body));
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
