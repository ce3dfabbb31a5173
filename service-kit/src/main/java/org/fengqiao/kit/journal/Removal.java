package org.fengqiao.kit.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fengqiao.kit.audit.LawfulRewrites;
import org.fengqiao.kit.audit.LawfulRewrites.Rows;
import org.fengqiao.kit.audit.LawfulRewrites.Why;
import org.fengqiao.kit.outbox.Outbox;

/**
 * Takes a record, or a text of it, out of everything that the kit keeps: where the law wants no
 * trace. What is left of a whole record is who read its id (the audit is append-only) and a
 * tombstone. Each call joins the caller's transaction, with the record locked.
 */
@ApplicationScoped
public class Removal {

    /**
     * What a record was known by, for whoever must know it again.
     *
     * @param idempotencyKeys digests of the keys its writes came with
     * @param ledgerRows {@code division|kind|year|number} of its rows in ledgers
     */
    public record Removed(List<String> idempotencyKeys, List<String> ledgerRows) {}

    // Who moved it is nobody's business outside of where it went (ADR 0009).
    private static final Why REMOVED = new Why("REMOVED", null);
    private static final Why TEXTS_REPLACED = new Why("TEXTS_REPLACED", null);
    private static final Why EMPTIED = new Why("EMPTIED", null);
    private static final Why UNLINKED = new Why("UNLINKED", null);

    private final AgroalDataSource dataSource;
    private final LawfulRewrites rewrites;
    private final Outbox outbox;

    Removal(AgroalDataSource dataSource, LawfulRewrites rewrites, Outbox outbox) {
        this.dataSource = dataSource;
        this.rewrites = rewrites;
        this.outbox = outbox;
    }

    /**
     * Removes a record whose own row is gone already: journal, deadlines, what waits to be
     * published, the rows of ledgers that became it; then tells that it is gone.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Removed remove(String kind, UUID id) {
        String journal = "delete from journal where record_id = ? returning idempotency_key";
        String ledger =
                """
                delete from ledger_key
                where record_id = ?
                returning concat_ws('|', division, kind, year, number)
                """;
        try (Connection connection = dataSource.getConnection()) {
            List<String> requests = new ArrayList<>();
            rewrites.rewrite(
                    REMOVED,
                    connection,
                    of(id),
                    () -> requests.addAll(texts(connection, journal, id)));
            Removed erased = new Removed(requests, texts(connection, ledger, id));
            run(connection, "delete from deadline where record_id = ?", id);
            run(connection, "delete from outbox where record_id = ?", id);
            forgetLines(connection, id);
            outbox.tombstone(kind, id);
            return erased;
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /** A row that became the record leaves its import as if it had been blank: no gap tells. */
    private static void forgetLines(Connection connection, UUID id) throws SQLException {
        String sql =
                """
                with found as (
                    select distinct import_id, line
                    from ledger_import_line
                    where record_id = ?
                ),
                gone as (
                    delete from ledger_import_line l
                    using found f
                    where l.import_id = f.import_id and l.line = f.line
                    returning l.import_id, l.line, l.outcome
                ),
                rows as (
                    select import_id,
                        count(distinct line) as total,
                        count(*) filter (where outcome = 'ACCEPTED') as accepted,
                        count(*) filter (where outcome = 'CORRECTED') as corrected,
                        count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                        count(*) filter (where outcome = 'CONFLICT') as conflicts
                    from gone
                    group by import_id
                )
                update ledger_import i
                set total = i.total - r.total,
                    accepted = i.accepted - r.accepted,
                    corrected = i.corrected - r.corrected,
                    unchanged = i.unchanged - r.unchanged,
                    conflicts = i.conflicts - r.conflicts
                from rows r
                where i.id = r.import_id
                """;
        run(connection, sql, id);
    }

    /**
     * Puts texts in place of others in every snapshot of a record. Digests of requests that held
     * the old ones go, so that a repeated request is refused instead of answered.
     *
     * @param document the field of the snapshots that holds the texts
     * @param fields names of the texts
     * @param texts the new ones by name as a JSON object of ciphertexts; a missing one is taken out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaceTexts(UUID id, String document, List<String> fields, String texts) {
        String sql =
                """
                update journal
                set snapshot = jsonb_set(
                        snapshot,
                        array[?::text],
                        ((snapshot -> ?::text) - ?::text[]) || ?::jsonb),
                    request_digest = case when request_digest is not null then 'erased' end
                where record_id = ?
                """;
        try (Connection connection = dataSource.getConnection()) {
            Array names = connection.createArrayOf("text", fields.toArray());
            rewrites.rewrite(
                    TEXTS_REPLACED,
                    connection,
                    of(id),
                    () -> run(connection, sql, document, document, names, texts, id));
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /**
     * Rewrites all that is kept of a record that stays, before the caller writes its last version:
     * what of earlier ones waits to be published goes. Reasons go, too, and digests of requests, so
     * that a repeated request is refused instead of answered; of a step that an event of another
     * service brought about, the topic is all that is left.
     *
     * @param rewritten gives a snapshot as it may stay
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rewrite(UUID id, UnaryOperator<String> rewritten) {
        String versions = "select id, snapshot::text from journal where record_id = ? order by id";
        String sql =
                """
                update journal
                set snapshot = ?::jsonb,
                    reason = null,
                    request_digest = case when request_digest is not null then 'erased' end,
                    client = case issuer when 'urn:fengqiao:event' then subject else client end
                where id = ?
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(versions);
                PreparedStatement update = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            rewrites.rewrite(
                    EMPTIED,
                    connection,
                    of(id),
                    () -> {
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                String was = row.getString(2);
                                update.setString(1, was == null ? null : rewritten.apply(was));
                                update.setLong(2, row.getLong(1));
                                update.addBatch();
                            }
                        }
                        update.executeBatch();
                    });
            run(connection, "delete from outbox where record_id = ?", id);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /** Takes the id of a removed record out of the snapshots of those that named it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unlink(String kind, String field, UUID id) {
        String sql =
                """
                update journal
                set snapshot = snapshot - ?::text
                where kind = ? and snapshot ->> ?::text = ?
                """;
        try (Connection connection = dataSource.getConnection()) {
            String link = id.toString();
            rewrites.rewrite(
                    UNLINKED,
                    connection,
                    new Rows("t.kind = ? and t.snapshot ->> ?::text = ?", kind, field, link),
                    () -> run(connection, sql, field, kind, field, link));
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private static Rows of(UUID id) {
        return new Rows("t.record_id = ?", id);
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static List<String> texts(Connection connection, String sql, UUID id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (row.next()) {
                    if (row.getString(1) != null) {
                        texts.add(row.getString(1));
                    }
                }
                return texts;
            }
        }
    }
}
