package org.fengqiao.kit.privacy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.audit.LawfulRewrites;
import org.fengqiao.kit.audit.LawfulRewrites.Rows;
import org.fengqiao.kit.audit.LawfulRewrites.Why;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/** The rows of one batch of records, rewritten in the caller's transaction. */
final class SealedRows {

    private final Connection connection;
    private final RowChange change;

    SealedRows(Connection connection, RowChange change) {
        this.connection = connection;
        this.change = change;
    }

    private record Row(String place, UUID id, String bound, Map<Column, String> values) {}

    /** The next ids of a table after one. */
    List<UUID> next(SealedTable table, UUID after, int limit) throws SQLException {
        String sql =
                "select %s from %s where %s > ? order by %s limit ?"
                        .formatted(
                                table.idColumn(), table.name(), table.idColumn(), table.idColumn());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, after);
            select.setInt(2, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /**
     * Rewrites the rows of these records, and proves those of the journal anew.
     *
     * @return how many had something to rewrite
     */
    int rewrite(SealedTable table, List<UUID> ids, LawfulRewrites door, Why why)
            throws SQLException {
        if (!table.isJournal()) {
            return rewrite(table, ids);
        }
        Array asked = connection.createArrayOf("uuid", ids.toArray());
        Rows versions = new Rows("t.record_id = any (?)", asked);
        return door.rewrite(why, connection, versions, () -> rewrite(table, ids));
    }

    /**
     * Rewrites the rows of these records.
     *
     * @return how many had something to rewrite
     */
    int rewrite(SealedTable table, List<UUID> ids) throws SQLException {
        List<Column> columns = SealedColumns.of(connection, table.name());
        int rewritten = 0;
        for (Row row : rows(table, columns, ids)) {
            Map<Column, String> next =
                    change.of(row.values(), table.boundTo(), row.id(), row.bound());
            next.entrySet().removeIf(it -> it.getValue().equals(row.values().get(it.getKey())));
            if (!next.isEmpty()) {
                write(table, row.place(), next);
                rewritten++;
            }
        }
        return rewritten;
    }

    private List<Row> rows(SealedTable table, List<Column> columns, List<UUID> ids)
            throws SQLException {
        String sql =
                "select ctid::text, %s, %s, %s from %s where %s = any (?) order by %s for update"
                        .formatted(
                                table.idColumn(),
                                table.boundColumn() == null ? "null" : table.boundColumn(),
                                columns.stream()
                                        .map(SealedRows::read)
                                        .collect(Collectors.joining(", ")),
                                table.name(),
                                table.idColumn(),
                                table.idColumn());
        Array asked = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, asked);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<Column, String> values = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String value = row.getString(i + 4);
                        if (value != null) {
                            values.put(columns.get(i), value);
                        }
                    }
                    rows.add(
                            new Row(
                                    row.getString(1),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    values));
                }
            }
            return rows;
        }
    }

    private static String read(Column it) {
        return switch (it.type()) {
            case "bytea" -> "translate(encode(%s, 'base64'), E'\\n', '')".formatted(it.name());
            case "text[]" -> "to_jsonb(%s)::text".formatted(it.name());
            default -> it.name() + "::text";
        };
    }

    private static String written(Column it) {
        return switch (it.type()) {
            case "bytea" -> "decode(?, 'base64')";
            case "text[]" -> "array(select jsonb_array_elements_text(?::jsonb))";
            default -> "?::" + it.type();
        };
    }

    // The row is locked: it stays where it was read.
    private void write(SealedTable table, String place, Map<Column, String> values)
            throws SQLException {
        Map<Column, String> inOrder = new LinkedHashMap<>(values);
        String set =
                inOrder.keySet().stream()
                        .map(it -> it.name() + " = " + written(it))
                        .collect(Collectors.joining(", "));
        String sql = "update %s set %s where ctid = ?::tid".formatted(table.name(), set);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            int i = 1;
            for (String value : inOrder.values()) {
                update.setString(i++, value);
            }
            update.setString(i, place);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("A locked row of " + table.name() + " has moved");
            }
        }
    }
}
