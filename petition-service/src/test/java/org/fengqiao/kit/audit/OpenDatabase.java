package org.fengqiao.kit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A database in the hands of somebody with all rights, who takes rows of it by chance. */
final class OpenDatabase {

    private final Connection connection;
    private final Random random;

    OpenDatabase(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    List<String> columns(String table) throws SQLException {
        String[] name = table.contains(".") ? table.split("\\.") : new String[] {"public", table};
        return texts(
                """
                select column_name || ' ' || data_type
                from information_schema.columns
                where table_schema = '%s' and table_name = '%s'
                order by ordinal_position
                """
                        .formatted(name[0], name[1]));
    }

    static String name(String column) {
        return column.split(" ", 2)[0];
    }

    String anyRow(String table) throws SQLException {
        return text(
                "select ctid::text from %s order by md5(ctid::text || '%d') limit 1"
                        .formatted(table, random.nextInt()));
    }

    /** Whether the table says another thing afterwards. */
    boolean changed(String table, String sql) throws SQLException {
        String all =
                "select md5(string_agg(md5(t::text), '' order by t::text)) from %s t"
                        .formatted(table);
        String before = text(all);
        run(sql);
        return !before.equals(text(all));
    }

    void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    List<String> texts(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    String[] twoIds(String table, String column) throws SQLException {
        List<String> two =
                texts(
                        "select %s::text from %s order by md5(%1$s::text || '%d') limit 2"
                                .formatted(column, table, random.nextInt()));
        return two.size() < 2 ? null : two.toArray(String[]::new);
    }
}
