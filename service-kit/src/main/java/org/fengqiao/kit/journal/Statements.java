package org.fengqiao.kit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Plain statements within the caller's transaction. */
public final class Statements {

    private Statements() {}

    /** Binds the values in order; how many rows it wrote. */
    public static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
