package org.fengqiao.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition stands, in the service's own database: moved in the transaction of what its
 * events bring about.
 */
public class Offsets {

    private final DataSource database;
    private final String table;
    private final Map<String, Long> signedFrom = new ConcurrentHashMap<>();

    /**
     * @param table its columns: {@code topic, partition} (the key), {@code topic_id, position,
     *     furthest, signed_from, event_at, at_end_at}
     */
    public Offsets(DataSource database, String table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Moves a partition, compare and set: only from where the caller believes it to be. First of
     * all in a batch's transaction: it fences whoever lost the partition, and others wait.
     *
     * @param eventAt time of the last event; null where it is not known
     * @return false where another has moved it since
     */
    public boolean advance(
            Connection connection,
            TopicPartition partition,
            String topicId,
            Move move,
            Instant eventAt)
            throws SQLException {
        String sql =
                """
                update %s
                set furthest = greatest(furthest, position),
                    position = ?,
                    event_at = coalesce(?, event_at)
                where topic = ? and partition = ? and topic_id = ? and position = ?
                """
                        .formatted(table);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, move.to());
            update.setObject(2, eventAt == null ? null : eventAt.atOffset(ZoneOffset.UTC));
            update.setString(3, partition.topic());
            update.setInt(4, partition.partition());
            update.setString(5, topicId);
            update.setLong(6, move.from());
            return update.executeUpdate() == 1;
        }
    }

    /**
     * How far the log was read before the batch of this transaction, which has advanced the
     * partition. What stands before is read again: it may be older than what is stored.
     */
    public long furthest(Connection connection, TopicPartition partition) throws SQLException {
        String sql = "select furthest from %s where topic = ? and partition = ?".formatted(table);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * The offset from which on the partition's events must be signed: 0, but where a version that
     * knew no signatures has read it.
     */
    public long signedFrom(TopicPartition partition, String topicId) throws SQLException {
        Long known = signedFrom.get(topicId + partition);
        if (known != null) {
            return known;
        }
        String sql =
                "select signed_from from %s where topic = ? and partition = ? and topic_id = ?"
                        .formatted(table);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            select.setString(3, topicId);
            try (ResultSet row = select.executeQuery()) {
                long from = row.next() ? row.getLong(1) : 0;
                signedFrom.put(topicId + partition, from);
                return from;
            }
        }
    }

    /** From the position that a batch was polled at to the one after it. */
    public record Move(long from, long to) {}

    /** The stored position; 0 for a partition, or a topic id, that was never seen. */
    long of(TopicPartition partition, String topicId) throws SQLException {
        String sql =
                """
                insert into %s as old (topic, partition, topic_id, position)
                values (?, ?, ?, 0)
                on conflict (topic, partition) do update
                set topic_id = excluded.topic_id,
                    position = case old.topic_id when excluded.topic_id then old.position else 0 end,
                    furthest = case old.topic_id when excluded.topic_id then old.furthest else 0 end,
                    signed_from =
                        case old.topic_id when excluded.topic_id then old.signed_from else 0 end
                returning position
                """
                        .formatted(table);
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, partition.topic());
            upsert.setInt(2, partition.partition());
            upsert.setString(3, topicId);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Sends the partitions back to the start of their logs. */
    void restart(Collection<TopicPartition> partitions) throws SQLException {
        String sql =
                """
                update %s
                set furthest = greatest(furthest, position), position = 0
                where topic = ? and partition = ?
                """
                        .formatted(table);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (TopicPartition partition : partitions) {
                update.setString(1, partition.topic());
                update.setInt(2, partition.partition());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Notes that a poll found nothing after the position; false where it was moved meanwhile. */
    boolean atEnd(TopicPartition partition, long position, Instant polledAt) throws SQLException {
        String sql =
                """
                update %s
                set at_end_at = ?
                where topic = ? and partition = ? and position = ?
                """
                        .formatted(table);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, polledAt.atOffset(ZoneOffset.UTC));
            update.setString(2, partition.topic());
            update.setInt(3, partition.partition());
            update.setLong(4, position);
            return update.executeUpdate() == 1;
        }
    }
}
