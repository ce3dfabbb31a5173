package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.IdempotencyKeys;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/** The imports as a caller sees them: ordered once per key, found inside the caller's area. */
@ApplicationScoped
class ImportRegister {

    private static final String COLUMNS =
            """
            id, kind, division, year, dry_run, status, failure, total, accepted, corrected, unchanged,
            conflicts, rejected, created_at, started_at, ended_at
            """;

    private final AgroalDataSource database;

    ImportRegister(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What is ordered.
     *
     * @param cipher the encrypted file
     * @param nameDigest keyed digest of the file's name
     * @param total rows of the file
     */
    record Order(
            UUID id,
            String kind,
            String division,
            int year,
            boolean dryRun,
            byte[] cipher,
            String nameDigest,
            int total) {}

    /**
     * The import ordered before under this command's key, or {@code null}.
     *
     * @throws Refusal 422 where the key was used for another request; 404 where that import left
     *     the caller's area
     */
    LedgerImport orderedBefore(Command command) {
        String sql =
                "select request_digest, "
                        + COLUMNS
                        + " from ledger_import where idempotency_key = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, command.idempotencyKey());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString("request_digest").equals(command.requestDigest())) {
                    throw IdempotencyKeys.reused();
                }
                return inside(command.scope(), view(row));
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /** Queues the import; a twin that was faster under the same key wins. */
    LedgerImport order(Order order, Command command) {
        String sql =
                """
                insert into ledger_import
                    (id, kind, division, year, dry_run, status, file_name_digest, file, total, issuer, subject,
                    client, idempotency_key, request_digest, created_at)
                values (?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (idempotency_key) do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Object[] values = {
                order.id(),
                order.kind(),
                order.division(),
                order.year(),
                order.dryRun(),
                order.nameDigest(),
                order.cipher(),
                order.total(),
                command.issuer(),
                command.subject(),
                command.client(),
                command.idempotencyKey(),
                command.requestDigest(),
                command.at().atOffset(ZoneOffset.UTC)
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
        return orderedBefore(command);
    }

    /** The import, or 404: the same for one that is absent and one outside of the area. */
    LedgerImport get(UUID id, Scope scope) {
        String sql =
                "select "
                        + COLUMNS
                        + " from ledger_import where id = ? and "
                        + scope.sql("division");
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            bind(select, 2, scope);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                return view(row);
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /** Imports inside the area, newest first. */
    Page<LedgerImport> list(Scope scope, String cursor, int limit) {
        // Ids are UUIDv7: their order is that of time.
        String sql =
                "select "
                        + COLUMNS
                        + " from ledger_import where id < ? and "
                        + scope.sql("division")
                        + " order by id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, before(cursor));
            int next = bind(select, 2, scope);
            select.setInt(next, limit + 1);
            List<LedgerImport> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            boolean more = found.size() > limit;
            List<LedgerImport> shown = more ? found.subList(0, limit) : found;
            return new Page<>(
                    shown, more ? Cursor.encode(shown.get(limit - 1).id().toString()) : null);
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /** The id that a page ends before; that of all ids for the first page. */
    static UUID before(String cursor) {
        try {
            return cursor == null
                    ? new UUID(-1, -1)
                    : UUID.fromString(Cursor.decode(cursor).get(0));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /**
     * Settles a conflict for the imports to come: the record as it now stands is what the row
     * became, so that the same row is either known (the record holds) or a change (the row holds).
     */
    void settle(LedgerImport of, ImportLine conflict, boolean recordHolds, int version) {
        String sql =
                """
                insert into ledger_key
                    (division, kind, year, number, record_id, row_digest, version_after_import)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (division, kind, year, number) do update
                set row_digest = excluded.row_digest,
                    version_after_import = excluded.version_after_import
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, of.division());
            update.setString(2, of.kind());
            update.setInt(3, conflict.key().year());
            update.setString(4, conflict.key().number());
            update.setObject(5, conflict.recordId());
            update.setString(6, recordHolds ? conflict.key().digest() : "");
            update.setInt(7, version);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private static LedgerImport inside(Scope scope, LedgerImport it) {
        if (!scope.contains(it.division())) {
            throw Refusal.notFound();
        }
        return it;
    }

    private static int bind(PreparedStatement statement, int first, Scope scope)
            throws SQLException {
        int i = first;
        for (String argument : scope.arguments()) {
            statement.setString(i++, argument);
        }
        return i;
    }

    private static LedgerImport view(ResultSet row) throws SQLException {
        return new LedgerImport(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("division"),
                row.getInt("year"),
                row.getBoolean("dry_run"),
                LedgerImport.Status.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getInt("total"),
                row.getInt("accepted"),
                row.getInt("corrected"),
                row.getInt("unchanged"),
                row.getInt("conflicts"),
                row.getInt("rejected"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class));
    }
}
