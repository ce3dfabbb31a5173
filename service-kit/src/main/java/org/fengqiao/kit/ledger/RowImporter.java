package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.ledger.ImportLine.Outcome;
import org.fengqiao.kit.ledger.ImportLine.RowKey;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.web.Refusal;

/**
 * Takes one row: new, unchanged, changed, or changed on both sides (definitions D5). Runs in a
 * transaction.
 */
@ApplicationScoped
class RowImporter {

    private final AgroalDataSource database;
    private final PersonalData personalData;

    RowImporter(AgroalDataSource database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    /** What an earlier import made of the row's key. */
    private record Known(UUID recordId, String digest, int version) {}

    /** The lines of a row: its outcome first, then remarks. */
    List<ImportLine> take(LedgerSheet.Line line, LedgerKind kind, ImportContext context) {
        List<ImportLine> lines = new ArrayList<>();
        if (line.skipped()) {
            lines.add(ImportLine.of(line.line(), Outcome.SKIPPED, null, null));
        } else if (line.row() == null) {
            line.faults()
                    .forEach(it -> lines.add(ImportLine.of(line.line(), Outcome.REJECTED, it)));
        } else {
            lines.addAll(takeRow(line.row(), kind, context));
        }
        line.notes().forEach(it -> lines.add(ImportLine.of(line.line(), Outcome.WARNING, it)));
        return lines;
    }

    private List<ImportLine> takeRow(LedgerRow row, LedgerKind kind, ImportContext context) {
        try (Connection connection = database.getConnection();
                Statement savepoint = connection.createStatement()) {
            // A kind refuses before it writes; the savepoint holds even where one does not. As
            // plain SQL: the pool lets
            // nobody roll back a connection that belongs to a transaction.
            savepoint.execute("savepoint ledger_row");
            try {
                List<ImportLine> lines = decide(connection, row, kind, context);
                savepoint.execute("release savepoint ledger_row");
                return lines;
            } catch (Refusal refusal) {
                savepoint.execute("rollback to savepoint ledger_row");
                return ImportLine.rejected(row.line(), refusal);
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private List<ImportLine> decide(
            Connection connection, LedgerRow row, LedgerKind kind, ImportContext context)
            throws SQLException {
        String digest = personalData.blindIndex("ledger_row", row.content());
        RowKey key = RowKey.of(row, digest);
        Known known = known(connection, key, kind, context);
        if (known == null) {
            Applied applied = kind.apply(row, context);
            remember(connection, key, kind, context, applied);
            return lines(row, Outcome.ACCEPTED, applied, key);
        }
        if (known.digest().equals(digest)) {
            return List.of(ImportLine.of(row.line(), Outcome.UNCHANGED, known.recordId(), key));
        }
        if (kind.version(known.recordId()) != known.version()) {
            return List.of(conflict(row, known, key));
        }
        Applied applied = kind.correct(known.recordId(), row, context);
        remember(connection, key, kind, context, applied);
        boolean changed = applied.version() != known.version();
        return lines(row, changed ? Outcome.CORRECTED : Outcome.UNCHANGED, applied, key);
    }

    private static List<ImportLine> lines(
            LedgerRow row, Outcome outcome, Applied applied, RowKey key) {
        List<ImportLine> lines = new ArrayList<>();
        lines.add(ImportLine.of(row.line(), outcome, applied.recordId(), key));
        applied.notes().forEach(it -> lines.add(ImportLine.of(row.line(), Outcome.WARNING, it)));
        return lines;
    }

    private static ImportLine conflict(LedgerRow row, Known known, RowKey key) {
        return new ImportLine(
                row.line(),
                Outcome.CONFLICT,
                null,
                "CHANGED_ON_BOTH_SIDES",
                "台账此行与系统中的记录都有改动，请人工决定以哪个为准",
                "Both this row and the record were changed: a person decides which one holds",
                null,
                known.recordId(),
                key);
    }

    private static Known known(
            Connection connection, RowKey key, LedgerKind kind, ImportContext context)
            throws SQLException {
        String sql =
                """
                select record_id, row_digest, version_after_import
                from ledger_key
                where division = ? and kind = ? and year = ? and number = ?
                for update
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, context.division());
            select.setString(2, kind.kind());
            select.setInt(3, key.year());
            select.setString(4, key.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Known(row.getObject(1, UUID.class), row.getString(2), row.getInt(3))
                        : null;
            }
        }
    }

    private static void remember(
            Connection connection,
            RowKey key,
            LedgerKind kind,
            ImportContext context,
            Applied applied)
            throws SQLException {
        String sql =
                """
                insert into ledger_key
                    (division, kind, year, number, record_id, row_digest, version_after_import)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (division, kind, year, number) do update
                set row_digest = excluded.row_digest,
                    version_after_import = excluded.version_after_import
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, context.division());
            insert.setString(2, kind.kind());
            insert.setInt(3, key.year());
            insert.setString(4, key.number());
            insert.setObject(5, applied.recordId());
            insert.setString(6, key.digest());
            insert.setInt(7, applied.version());
            insert.executeUpdate();
        }
    }
}
