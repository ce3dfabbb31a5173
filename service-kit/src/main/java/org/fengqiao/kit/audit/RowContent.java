package org.fengqiao.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a row's proof covers: every column that is not null, by name, but for its id, its
 * transaction and the proof itself. As canonical JSON, so that it is the same before the row is
 * written and after PostgreSQL has read it back: keys sorted, numbers plain, nothing null.
 */
final class RowContent {

    /** The same of a row {@code t} in SQL; read it with {@link #ofRow}. */
    static final String SQL = "(to_jsonb(t) - array['id', 'xid', 'mac'])::text";

    private static final String AT = "at";
    private static final String UNREADABLE = "unreadable";

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private RowContent() {}

    /** PostgreSQL keeps microseconds: what is finer would not come back. */
    static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Of a row about to be written.
     *
     * @param columns numbers and texts as JSON has them; a JSON column as {@link #parsed} gives it
     */
    static byte[] of(String table, Map<String, ?> columns) {
        Map<String, Object> all = new TreeMap<>(columns);
        all.values().removeIf(Objects::isNull);
        all.put("", table);
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of " + table + " cannot be proven", e);
        }
    }

    /**
     * Of a row as {@link #SQL} reads it. What the service cannot have written, such as an infinite
     * moment, is content that no proof fits: one row must not stop the chain, nor who verifies.
     */
    @SuppressWarnings("unchecked")
    static byte[] ofRow(String table, String json) {
        try {
            Map<String, Object> columns = (Map<String, Object>) parsed(json);
            Object at = columns.get(AT);
            if (at != null) {
                columns.put(AT, OffsetDateTime.parse(at.toString()).toInstant().toString());
            }
            return of(table, columns);
        } catch (DateTimeException | IllegalStateException unreadable) {
            return of(table, Map.of(UNREADABLE, json));
        }
    }

    static Object parsed(String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column is no JSON", e);
        }
    }
}
