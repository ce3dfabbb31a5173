package org.fengqiao.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where in a database a name stands. */
final class Writings {

    // Who was refused, and what, belongs in an audit; the walk exports under that name in each role
    // that may, and is charged for it.
    private static final String TABLES =
            """
            select format('%I.%I', table_schema, table_name)
            from information_schema.tables
            where table_type = 'BASE TABLE'
            and table_schema not in ('pg_catalog', 'information_schema')
            and table_name not like '%audit%'
            and table_name <> 'export_charge'
            """;

    private Writings() {}

    /** The tables of which a row bears it, those of an audit and of charges apart. */
    static List<String> of(Platform.Database database, String name) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                if (bears(connection, tables.getString(1), name)) {
                    found.add(tables.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean bears(Connection connection, String table, String name)
            throws SQLException {
        String sql = "select 1 from " + table + " t where strpos(t::text, ?) > 0 limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
