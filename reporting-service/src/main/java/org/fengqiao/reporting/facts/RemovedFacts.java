package org.fengqiao.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Records that were removed for good, as digests of their ids: an older event of one that comes
 * again, by whatever hand, brings nothing back. Most topics know none.
 */
final class RemovedFacts {

    /** What a row of a table with a {@code record_id} must fulfil, where its topic has any. */
    static final String NOT_REMOVED =
            """
            not exists (
                select from removed_record removed
                where removed.topic = '%s'
                    and removed.digest = sha256(convert_to(%s::text, 'UTF8')))
            """;

    private RemovedFacts() {}

    static boolean any(Connection connection, String topic) throws SQLException {
        String sql = "select exists (select from removed_record where topic = ?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Those of the records that were removed before. */
    static Set<String> among(Connection connection, String topic, Collection<String> ids)
            throws SQLException {
        Set<String> found = new HashSet<>();
        if (ids.isEmpty() || !any(connection, topic)) {
            return found;
        }
        String sql = "select id from unnest(?) id where not " + NOT_REMOVED.formatted(topic, "id");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    /** Notes that records are gone. */
    static void add(Connection connection, String topic, Collection<String> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String sql =
                """
                insert into removed_record (topic, digest)
                select ?, sha256(convert_to(id, 'UTF8'))
                from unnest(?) id
                on conflict do nothing
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setArray(2, connection.createArrayOf("text", ids.toArray()));
            insert.executeUpdate();
        }
    }
}
