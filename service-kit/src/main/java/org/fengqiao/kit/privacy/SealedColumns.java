package org.fengqiao.kit.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns that could hold a ciphertext or a blind index, as the database itself tells. */
final class SealedColumns {

    /**
     * A column, by its quoted names.
     *
     * @param type to cast its text to: {@code jsonb}, {@code text}, {@code text[]}, {@code bytea}
     */
    record Column(String table, String name, String type) {

        boolean isBinary() {
            return type.equals("bytea");
        }

        /** Whether its text is JSON: a list is read as one. */
        boolean isDocument() {
            return type.equals("jsonb") || type.equals("text[]");
        }

        /** {@code person_index}. */
        String plainName() {
            return name.replace("\"", "");
        }
    }

    private SealedColumns() {}

    /** Every table, with its schema: {@code "accusations"."act"}. */
    static List<String> tables(Connection connection) throws SQLException {
        String sql =
                """
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r'
                  and n.nspname not in ('pg_catalog', 'information_schema')
                order by 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    /** The columns of a table that could. */
    static List<Column> of(Connection connection, String table) throws SQLException {
        String sql =
                """
                select attname, format_type(atttypid, null)
                from pg_attribute
                where attrelid = ?::regclass
                  and attnum > 0
                  and not attisdropped
                  and format_type(atttypid, null) in
                      ('text', 'text[]', 'jsonb', 'bytea', 'character varying')
                order by attnum
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                List<Column> columns = new ArrayList<>();
                while (row.next()) {
                    String name = "\"" + row.getString(1) + "\"";
                    columns.add(new Column(table, name, row.getString(2)));
                }
                return columns;
            }
        }
    }
}
