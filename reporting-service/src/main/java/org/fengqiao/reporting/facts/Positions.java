package org.fengqiao.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** Where each partition stands, beside the transaction that moves it ({@link FactConsumer}). */
@ApplicationScoped
public class Positions {

    private final DataSource database;

    Positions(DataSource database) {
        this.database = database;
    }

    /** The stored position; 0 for a partition, or a topic id, that was never seen. */
    long of(TopicPartition partition, String topicId) throws SQLException {
        String sql =
                """
                insert into consumer_offset as old (topic, partition, topic_id, position)
                values (?, ?, ?, 0)
                on conflict (topic, partition) do update
                set topic_id = excluded.topic_id,
                    position = case old.topic_id when excluded.topic_id then old.position else 0 end
                returning position
                """;
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
        String sql = "update consumer_offset set position = 0 where topic = ? and partition = ?";
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
                update consumer_offset
                set at_end_at = ?
                where topic = ? and partition = ? and position = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, polledAt.atOffset(ZoneOffset.UTC));
            update.setString(2, partition.topic());
            update.setInt(3, partition.partition());
            update.setLong(4, position);
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Up to when each source has been heard: the last poll at the end of all its logs, else the
     * time of the last event applied. A source of which a partition was never heard is left out.
     */
    public Map<String, Instant> asOf() throws SQLException {
        String sql =
                """
                select split_part(topic, '.', 1), min(greatest(at_end_at, event_at))
                from consumer_offset
                group by 1
                having bool_and(greatest(at_end_at, event_at) is not null)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            Map<String, Instant> asOf = new TreeMap<>();
            while (row.next()) {
                asOf.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
            return asOf;
        }
    }
}
