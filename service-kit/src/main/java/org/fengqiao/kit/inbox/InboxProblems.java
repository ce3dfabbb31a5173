package org.fengqiao.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/** Events that could not be applied, and why; until a later event of the record is applied. */
@ApplicationScoped
class InboxProblems {

    /** Why an event was not applied. */
    record Problem(UUID recordId, Integer version, String division, long position, Refusal why) {

        static Problem of(Mail.Letter letter, Refusal why) {
            return new Problem(
                    letter.id(),
                    letter.state().map(Received::version).orElse(null),
                    letter.state().map(Received::division).orElse(null),
                    letter.position(),
                    why);
        }

        /** Of an event that could not even be read; its key may still be the record's id. */
        static Problem of(ConsumerRecord<String, byte[]> event, Refusal why) {
            UUID recordId = Received.mayBeId(event).orElse(null);
            return new Problem(recordId, null, null, event.offset(), why);
        }

        /** Of an event that is not believed: whose record it names means nothing. */
        static Problem of(long position, EventDoubt doubt) {
            return new Problem(null, null, null, position, doubt.refusal());
        }
    }

    /**
     * A problem as it is shown.
     *
     * @param kind the topic
     * @param recordId the other service's record; absent where the event's key is no id
     * @param legalBasis the article that refused
     */
    @Schema(name = "InboxProblem")
    public record View(
            long id,
            String kind,
            UUID recordId,
            Integer version,
            String division,
            String code,
            String reasonZh,
            String reasonEn,
            String legalBasis,
            OffsetDateTime at) {}

    private final AgroalDataSource database;

    InboxProblems(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Replaces what was known of these records, and of the same events, by what was found now; in
     * the transaction.
     */
    void replace(
            TopicPartition partition, Collection<UUID> records, List<Problem> found, Instant at)
            throws SQLException {
        String forget = "delete from inbox_problem where topic = ? and record_id = any (?)";
        String sql =
                """
                insert into inbox_problem (topic, partition, position, record_id, version, division,
                    code, reason_zh, reason_en, legal_basis, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (topic, partition, position) do update
                set record_id = excluded.record_id,
                    version = excluded.version,
                    division = excluded.division,
                    code = excluded.code,
                    reason_zh = excluded.reason_zh,
                    reason_en = excluded.reason_en,
                    legal_basis = excluded.legal_basis,
                    at = excluded.at
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(forget);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("uuid", records.toArray());
            delete.setString(1, partition.topic());
            delete.setArray(2, ids);
            delete.executeUpdate();
            for (Problem it : found) {
                Object[] values = {
                    partition.topic(),
                    partition.partition(),
                    it.position(),
                    it.recordId(),
                    it.version(),
                    it.division(),
                    it.why().code(),
                    it.why().zh(),
                    it.why().en(),
                    it.why().legalBasis(),
                    at.atOffset(ZoneOffset.UTC)
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** How many problems of events that are not believed may still be kept of a partition. */
    int roomForDoubts(TopicPartition partition) throws SQLException {
        String sql =
                """
                select count(*)
                from inbox_problem
                where topic = ? and partition = ? and code = any (?)
                """;
        Object[] codes = Stream.of(EventDoubt.values()).map(it -> it.refusal().code()).toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            select.setArray(3, connection.createArrayOf("text", codes));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Math.max(0, EventDoubt.KEPT - row.getInt(1));
            }
        }
    }

    /**
     * Those of an area, newest first.
     *
     * @param nobodys also those whose event told no division
     */
    Page<View> list(Scope scope, boolean nobodys, String cursor, int limit) {
        String sql =
                """
                select id, topic, record_id, version, division, code, reason_zh, reason_en,
                    legal_basis, at
                from inbox_problem
                where (%s or division is null and ?)
                  and id < ?
                order by id desc
                limit ?
                """
                        .formatted(scope.sql("division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            for (String argument : scope.arguments()) {
                select.setString(next++, argument);
            }
            select.setBoolean(next++, nobodys);
            select.setLong(next++, Cursor.number(cursor, Long.MAX_VALUE));
            select.setInt(next, limit + 1);
            return page(select, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox cannot be read", e);
        }
    }

    private static Page<View> page(PreparedStatement select, int limit) throws SQLException {
        List<View> items = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (items.size() == limit) {
                    long last = items.get(limit - 1).id();
                    return new Page<>(items, Cursor.encode(Long.toString(last)));
                }
                items.add(view(row));
            }
        }
        return new Page<>(items, null);
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, Integer.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class));
    }
}
