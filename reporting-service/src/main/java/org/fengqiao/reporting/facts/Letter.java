package org.fengqiao.reporting.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.reporting.facts.Facts.Reader;

/**
 * A dead letter: the event as it came, with all that its signature covers.
 *
 * @param topicId Kafka's id of the topic
 */
record Letter(ConsumerRecord<String, byte[]> event, String topicId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Letters of one batch on their way into the table. */
    static final class Insertion {
        private static final String SQL =
                """
                insert into dead_letter (topic, topic_id, partition, position, record_id, body,
                    schema, headers, reason, fault, failed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (topic, topic_id, partition, position) do update
                set reason = excluded.reason,
                    fault = excluded.fault,
                    headers = excluded.headers,
                    failed_at = excluded.failed_at
                """;

        private final Connection connection;
        private final String topicId;
        private final Instant at;
        private final List<Object[]> rows = new ArrayList<>();

        Insertion(Connection connection, String topicId, Instant at) {
            this.connection = connection;
            this.topicId = topicId;
            this.at = at;
        }

        /**
         * @param doubt why it is not believed; null where it could not be read
         */
        void add(ConsumerRecord<String, byte[]> event, String reason, EventDoubt doubt) {
            rows.add(
                    new Object[] {
                        event.topic(),
                        topicId,
                        event.partition(),
                        event.offset(),
                        Reader.isId(event.key()) ? event.key() : null,
                        event.value(),
                        header(event, "ce_dataschema"),
                        headers(event),
                        reason,
                        doubt == null ? null : doubt.name(),
                        at.atOffset(ZoneOffset.UTC)
                    });
        }

        void write() throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement insert = connection.prepareStatement(SQL)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static Stream<String> kept() {
        return Stream.concat(
                EventKeys.HEADERS.stream(), Stream.of(EventKeys.KEY_ID, EventKeys.MAC));
    }

    /** Without the character that PostgreSQL does not take: none of ours has it. */
    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        String value = KafkaLog.header(event, name);
        return value == null ? null : value.replace("\0", "");
    }

    private static String headers(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new TreeMap<>();
        kept().forEach(
                        it -> {
                            String value = header(event, it);
                            if (value != null) {
                                headers.put(it, value);
                            }
                        });
        try {
            return JSON.writeValueAsString(headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of them, its row locked.
     *
     * @throws NoSuchElementException where there is none
     */
    static Letter held(Connection connection, long id) throws SQLException {
        String sql =
                """
                select topic, partition, position, record_id, body, schema, headers, topic_id
                from dead_letter
                where id = ?
                for update
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NoSuchElementException();
                }
                ConsumerRecord<String, byte[]> event =
                        new ConsumerRecord<>(
                                row.getString(1),
                                row.getInt(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getBytes(5));
                headers(row)
                        .forEach(
                                (name, value) ->
                                        event.headers()
                                                .add(name, value.getBytes(StandardCharsets.UTF_8)));
                return new Letter(event, row.getString(8));
            }
        }
    }

    private static Map<String, String> headers(ResultSet row) throws SQLException {
        String headers = row.getString(7);
        if (headers == null) {
            // Of before V31, and of before V7 without a schema: then the topic has one kind.
            String schema = row.getString(6) == null ? row.getString(1) + "/1" : row.getString(6);
            return Map.of("ce_dataschema", schema);
        }
        try {
            return JSON.readValue(headers, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
