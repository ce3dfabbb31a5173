package org.fengqiao.kit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Snapshots;

/** Publishes records again as they stand, no step having been taken. */
@ApplicationScoped
public class Outbox {

    private final AgroalDataSource dataSource;
    private final Clock clock;

    Outbox(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Appends one event per record, in the caller's transaction and with the records locked: an
     * event of a concurrent write comes after it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAgain(Collection<? extends Recorded> records) {
        String sql =
                """
                insert into outbox (topic, record_id, version, type, at, body)
                values (?, ?, ?, ?, ?, ?)
                """;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Recorded record : records) {
                insert.setString(1, record.kind());
                insert.setObject(2, record.id());
                insert.setInt(3, record.version());
                insert.setString(4, record.eventType());
                insert.setObject(5, now);
                insert.setString(6, Snapshots.write(record.event()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
