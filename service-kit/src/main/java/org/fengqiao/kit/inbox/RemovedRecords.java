package org.fengqiao.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengqiao.kit.privacy.PersonalData;

/**
 * Records of other services that were removed: a log that is read again from its start still tells
 * of them. Kept as keyed digests, so that nobody learns from here which ones they were.
 */
@ApplicationScoped
class RemovedRecords {

    private static final String FIELD = "inbox_removed";

    private final AgroalDataSource database;
    private final PersonalData personalData;

    RemovedRecords(AgroalDataSource database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** Those of the records that were removed before. */
    Set<UUID> among(String topic, Collection<UUID> records) throws SQLException {
        Map<String, UUID> digests = new HashMap<>();
        for (UUID it : records) {
            personalData
                    .blindIndexes(FIELD, it.toString())
                    .forEach(digest -> digests.put(digest, it));
        }
        String sql = "select digest from inbox_removed where topic = ? and digest = any (?)";
        Set<UUID> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("text", digests.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(digests.get(row.getString(1)));
                }
            }
        }
        return found;
    }

    /** Notes that a record is gone, in the transaction of what that brings about. */
    void add(String topic, UUID record) throws SQLException {
        String sql =
                """
                insert into inbox_removed (topic, digest)
                values (?, ?)
                on conflict do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setString(2, personalData.blindIndex(FIELD, record.toString()));
            insert.executeUpdate();
        }
    }
}
