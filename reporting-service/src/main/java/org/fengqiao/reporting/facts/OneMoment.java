package org.fengqiao.reporting.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.stream.Collectors;

/** A transaction that sees the facts of one moment, whatever is written or rebuilt meanwhile. */
public final class OneMoment {

    private OneMoment() {}

    /**
     * Makes a transaction so, before its first query. Whoever then changes a row that another one
     * has changed since fails with SQL state 40001.
     *
     * @param tables that it reads: a rebuild that swapped them after the snapshot would leave it
     *     none to see
     */
    public static void hold(Connection connection, Collection<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
            statement.execute(
                    "lock table %s in access share mode"
                            .formatted(
                                    tables.stream()
                                            .map(Table::name)
                                            .distinct()
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** Whether a transaction is so. */
    public static boolean isHeld(Connection connection) throws SQLException {
        return connection.getTransactionIsolation() >= Connection.TRANSACTION_REPEATABLE_READ;
    }
}
