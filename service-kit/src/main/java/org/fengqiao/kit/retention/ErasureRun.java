package org.fengqiao.kit.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Statements;
import org.fengqiao.kit.privacy.RecordErasure;
import org.jboss.logging.Logger;

/** Erases what was released, a record to a transaction; stopped anywhere, it goes on. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class ErasureRun {

    /** The next record of an erasure, with who released it. */
    private record Next(String kind, UUID record, LocalDate dueBefore, String by) {}

    private static final Logger LOG = Logger.getLogger(ErasureRun.class);

    private static final String OUTCOME =
            "update erasure_record set outcome = ? where erasure_id = ? and record_id = ?";

    private final AgroalDataSource dataSource;
    private final RetainedRecords records;
    private final RecordErasure erasure;
    private final ExecutorService executor;
    private final Clock clock;

    ErasureRun(
            AgroalDataSource dataSource,
            RetainedRecords records,
            RecordErasure erasure,
            ExecutorService executor,
            Clock clock) {
        this.dataSource = dataSource;
        this.records = records;
        this.erasure = erasure;
        this.executor = executor;
        this.clock = clock;
    }

    /** One that the service was stopped in goes on where it stood. */
    void resume(@Observes StartupEvent event) {
        String sql = "select id from erasure where status = 'RUNNING'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                start(row.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    void start(UUID id) {
        executor.execute(() -> run(id));
    }

    private void run(UUID id) {
        try {
            boolean more = true;
            while (more) {
                more = next(id);
            }
            end(id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Erasure %s stands still until it is released again", id);
            end(id);
        }
    }

    /** One record; whether there may be more. What cannot be erased is passed by, and told. */
    private boolean next(UUID id) {
        AtomicReference<UUID> record = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> next(id, record));
        } catch (RuntimeException e) {
            if (record.get() == null) {
                throw e;
            }
            LOG.errorf(e, "Record %s of erasure %s cannot be erased", record, id);
            QuarkusTransaction.requiringNew().run(() -> failed(id, record.get()));
            return true;
        }
    }

    private void failed(UUID id, UUID record) {
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(connection, OUTCOME, "FAILED", id, record);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private boolean next(UUID id, AtomicReference<UUID> record) {
        try (Connection connection = dataSource.getConnection()) {
            Next next = waiting(connection, id);
            if (next == null) {
                return false;
            }
            record.set(next.record());
            RetentionRule rule = records.rule(next.kind());
            RetainedRecords.Retained it = records.lock(connection, rule, next.record());
            // Looked at again under the lock: a hold or a correction may have come since.
            String outcome =
                    it == null || !it.isDue(next.dueBefore())
                            ? "NOT_DUE"
                            : isHeld(connection, next.record()) ? "HELD" : "ERASED";
            if (outcome.equals("ERASED")) {
                erasure.overwrite(connection, rule.table(), next.record(), rule.clear(), next.by());
                note(connection, id, rule, next);
            }
            Statements.run(connection, OUTCOME, outcome, id, next.record());
            return true;
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private static Next waiting(Connection connection, UUID id) throws SQLException {
        String sql =
                """
                select e.kind, r.record_id, e.due_before, e.released_by
                from erasure e
                join erasure_record r on r.erasure_id = e.id
                where e.id = ? and e.status = 'RUNNING' and r.outcome is null
                order by r.record_id
                limit 1
                for update of r
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Next(
                                row.getString(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, LocalDate.class),
                                row.getString(4))
                        : null;
            }
        }
    }

    // Its own statement: that which waited for the lock has the holds of before.
    private static boolean isHeld(Connection connection, UUID record) throws SQLException {
        String sql = "select 1 from legal_hold where record_id = ? and released_at is null";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, record);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void note(Connection connection, UUID id, RetentionRule rule, Next next)
            throws SQLException {
        Instant at = clock.instant();
        String sql =
                """
                insert into erased_record
                    (record_id, kind, version, erased_on, erased_at, erasure_id, by)
                select id, ?, version, ?, ?, ?, ?
                from %s
                where id = ?
                """;
        Statements.run(
                connection,
                sql.formatted(rule.table()),
                rule.kind(),
                LocalDate.ofInstant(at, Commands.SHANGHAI),
                at.atOffset(ZoneOffset.UTC),
                id,
                next.by(),
                next.record());
    }

    /** Done, or to be released again where a record is left. */
    private void end(UUID id) {
        String sql =
                """
                update erasure
                set status = case
                        when exists (
                            select 1
                            from erasure_record
                            where erasure_id = erasure.id
                              and coalesce(outcome, 'FAILED') = 'FAILED'
                        ) then 'FAILED'
                        else 'DONE'
                    end,
                    ended_at = ?
                where id = ? and status = 'RUNNING'
                """;
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(connection, sql, clock.instant().atOffset(ZoneOffset.UTC), id);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
