package org.fengqiao.reporting.facts;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.fengqiao.kit.inbox.Offsets;

/** Where each partition stands, beside the transaction that moves it ({@link FactConsumer}). */
@Singleton
public class Positions extends Offsets {

    private final DataSource database;

    Positions(DataSource database) {
        super(database, "consumer_offset");
        this.database = database;
    }

    /**
     * Up to when each source has been heard: the last poll at the end of all its logs, else the
     * time of the last event applied. A source of which a partition was never heard is left out.
     */
    public Map<String, Instant> asOf() throws SQLException {
        String sql =
                """
                select split_part(topic, '.', 1), min(greatest(at_end_at, event_at))
                from consumer_offset
                group by 1
                having bool_and(greatest(at_end_at, event_at) is not null)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            Map<String, Instant> asOf = new TreeMap<>();
            while (row.next()) {
                asOf.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
            return asOf;
        }
    }
}
