package org.fengqiao.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The newest version of each record of another service that was seen; in the batch's transaction.
 */
@ApplicationScoped
class SeenVersions {

    private final AgroalDataSource database;

    SeenVersions(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of the records that were seen before. */
    Map<UUID, Integer> of(String topic, Collection<UUID> records) throws SQLException {
        String sql =
                """
                select record_id, version
                from inbox_version
                where topic = ? and record_id = any (?)
                """;
        Map<UUID, Integer> versions = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", records.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return versions;
    }

    /** Notes the versions, and forgets a record that has none: it was removed. */
    void note(String topic, Map<UUID, Integer> versions) throws SQLException {
        String upsert =
                """
                insert into inbox_version (topic, record_id, version)
                values (?, ?, ?)
                on conflict (topic, record_id) do update set version = excluded.version
                """;
        String delete = "delete from inbox_version where topic = ? and record_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement noted = connection.prepareStatement(upsert);
                PreparedStatement forgotten = connection.prepareStatement(delete)) {
            for (Map.Entry<UUID, Integer> it : versions.entrySet()) {
                PreparedStatement statement = it.getValue() == null ? forgotten : noted;
                statement.setString(1, topic);
                statement.setObject(2, it.getKey());
                if (it.getValue() != null) {
                    statement.setInt(3, it.getValue());
                }
                statement.addBatch();
            }
            noted.executeBatch();
            forgotten.executeBatch();
        }
    }
}
