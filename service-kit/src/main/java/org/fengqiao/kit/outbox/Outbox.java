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
import java.util.UUID;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Snapshots;

/** Publishes what no step has told: records as they stand, and that a record is gone for good. */
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
                insert into outbox (topic, kind, record_id, version, type, at, body)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Recorded record : records) {
                insert.setString(1, record.topic());
                insert.setString(2, record.kind());
                insert.setObject(3, record.id());
                insert.setInt(4, record.version());
                insert.setString(5, record.eventType());
                insert.setObject(6, now);
                insert.setString(7, Snapshots.write(record.event()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /**
     * Appends that a record is gone, for good and for every consumer, in the caller's transaction
     * and with the record locked: it comes after every event of the record. A replay does not bring
     * it back, since it reads what is in the table.
     *
     * @param topic the record's kind, e.g. {@code mediation.case.v1}
     * @param key the record's id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tombstone(String topic, UUID key) {
        String sql = "insert into outbox (topic, record_id, type, at) values (?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setObject(2, key);
            insert.setString(3, topic.replaceFirst("\\.v\\d+$", "") + ".removed");
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
