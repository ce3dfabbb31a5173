package org.fengqiao.kit.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.fengqiao.kit.audit.RowProofs;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.tracing.TraceParent;
import org.fengqiao.kit.web.Refusal;

/**
 * The door of every write: a command runs once, and what it did is journaled and published in the
 * caller's own transaction, or not at all.
 */
@ApplicationScoped
public class Writes {

    private final AgroalDataSource dataSource;
    private final EntityManager entities;
    private final PersonalData personalData;
    private final RowProofs proofs;
    private final ErasedRecords erased;

    Writes(
            AgroalDataSource dataSource,
            EntityManager entities,
            PersonalData personalData,
            RowProofs proofs,
            ErasedRecords erased) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.personalData = personalData;
        this.proofs = proofs;
        this.erased = erased;
    }

    /**
     * Runs a command, or gives the answer it gave before under the same key.
     *
     * @return the record after the command: as it stands, or as the journal keeps that version
     * @throws Refusal 409 while a twin runs; 422 where the key was used with another body; 404
     *     where the record has left the caller's scope since
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
    public <R extends Recorded> R once(Command command, Class<R> type, Supplier<R> act) {
        try {
            R before = command.idempotencyKey() == null ? null : answeredBefore(command, type);
            return before == null ? save(done(act), command) : before;
        } catch (Refusal refusal) {
            // A refused row of a ledger leaves its chunk's transaction alive, and nothing behind.
            entities.clear();
            throw refusal;
        }
    }

    /**
     * Does it without flushing: a query that it asks would write what it has changed so far, and a
     * refusal after that would leave a change that no journal tells of. Who calls {@link #also} in
     * between writes at once, and rolls back where it refuses after that.
     */
    private <R> R done(Supplier<R> act) {
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            return act.get();
        } finally {
            entities.setFlushMode(FlushModeType.AUTO);
        }
    }

    /** Journals and publishes another record of the same transaction: the other half of a step. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <R extends Recorded> R also(R record, Command command) {
        return append(record, command, null);
    }

    private <R extends Recorded> R save(R record, Command command) {
        return append(record, command, command.idempotencyKey());
    }

    private <R extends Recorded> R answeredBefore(Command command, Class<R> type) {
        // The lock comes first: a twin that waited for the row could not tell "running" from
        // "done".
        String sql =
                """
                select pg_try_advisory_xact_lock(hashtextextended(?, 0)), j.request_digest, j.snapshot
                from (select 1) one
                left join journal j on j.idempotency_key = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, command.idempotencyKey());
            select.setString(2, command.idempotencyKey());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw IdempotencyKeys.inProgress();
                }
                if (row.getString(2) == null) {
                    return null;
                }
                return replayed(command, row.getString(2), row.getString(3), type);
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private static <R extends Recorded> R replayed(
            Command command, String digest, String snapshot, Class<R> type) {
        if (!digest.equals(command.requestDigest())) {
            throw IdempotencyKeys.reused();
        }
        R record = Snapshots.read(snapshot, type);
        if (!command.scope().contains(record.division())) {
            throw Refusal.notFound();
        }
        return record;
    }

    private <R extends Recorded> R append(R record, Command command, String idempotencyKey) {
        erased.requireNotErased(record.id());
        // The outbox id is drawn after the row lock, so that one record's events keep their order.
        entities.flush();
        String sql =
                """
                with steps as (
                    insert into journal (kind, record_id, version, division, step, business_date,
                        reason, issuer, subject, client, at, snapshot, idempotency_key,
                        request_digest, mac)
                    select ?, ?, s.version, ?, s.step, s.on_date, s.reason, ?, ?, ?, ?,
                        case when s.version = ? then ?::jsonb end,
                        case when s.version = ? then ? end,
                        case when s.version = ? then ? end,
                        s.mac
                    from unnest(?::integer[], ?::text[], ?::date[], ?::text[], ?::bytea[])
                        as s (version, step, on_date, reason, mac)
                )
                insert into outbox (topic, kind, record_id, version, type, at, body, traceparent)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            List<String> reasons = record.taken().stream().map(it -> sealed(record, it)).toList();
            bind(
                    insert,
                    connection,
                    new JournalRows(
                            record, command, idempotencyKey, Snapshots.write(record), reasons));
            insert.executeUpdate();
            record.taken().clear();
            return record;
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private void bind(PreparedStatement insert, Connection connection, JournalRows rows)
            throws SQLException {
        Recorded record = rows.record();
        Command command = rows.command();
        int version = record.version();
        Object at = rows.at().atOffset(ZoneOffset.UTC);
        Object[] values = {
            record.kind(),
            record.id(),
            record.division(),
            command.issuer(),
            command.subject(),
            command.client(),
            at,
            version,
            rows.snapshot(),
            version,
            rows.idempotencyKey(),
            version,
            rows.requestDigest(),
            array(connection, "integer", record.taken().stream().map(Taken::version).toList()),
            array(connection, "text", record.taken().stream().map(Taken::step).toList()),
            array(connection, "date", record.taken().stream().map(Writes::sqlDate).toList()),
            array(connection, "text", rows.reasons()),
            connection.createArrayOf("bytea", rows.proven(proofs).toArray(byte[][]::new)),
            record.topic(),
            record.kind(),
            record.id(),
            version,
            record.eventType(),
            at,
            Snapshots.write(record.event()),
            TraceParent.current()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    private static Array array(Connection connection, String type, List<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static String sqlDate(Taken taken) {
        return taken.on() == null ? null : taken.on().toString();
    }

    /** Reasons are free text: they name people as often as not. */
    private String sealed(Recorded record, Taken taken) {
        return personalData.encrypt(taken.reason(), Journal.TABLE, record.id(), Journal.REASON);
    }
}
