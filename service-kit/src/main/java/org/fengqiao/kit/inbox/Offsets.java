package org.fengqiao.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition stands, in the service's own database: moved in the transaction of what its
 * events bring about.
 */
public class Offsets {

    private final DataSource database;
    private final String table;

    /**
     * @param table its columns: {@code topic, partition} (the key), {@code topic_id, position,
     *     event_at, at_end_at}
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
                set position = ?, event_at = coalesce(?, event_at)
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
                    position = case old.topic_id when excluded.topic_id then old.position else 0 end
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
                "update %s set position = 0 where topic = ? and partition = ?".formatted(table);
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
