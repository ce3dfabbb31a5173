package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    private static final int NEVER_IMPORTED = 0;

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final PersonalData personalData;

    RowImporter(AgroalDataSource database, EntityManager entities, PersonalData personalData) {
        this.database = database;
        this.entities = entities;
        this.personalData = personalData;
    }

    /** What an earlier import made of the row's key. */
    private record Known(UUID recordId, String digest, int version) {}

    /** The row and its record differ, and both have changed: nothing of the row is kept. */
    private static final class ChangedHere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportLine line;

        ChangedHere(ImportLine line) {
            super(null, null, false, false);
            this.line = line;
        }
    }

    /** The lines of a row: its outcome first, then remarks; none where it was taken apart. */
    List<ImportLine> take(LedgerSheet.Line line, LedgerKind kind, ImportContext context) {
        List<ImportLine> lines = new ArrayList<>();
        if (line.skipped()) {
            lines.add(ImportLine.of(line.line(), Outcome.SKIPPED, null, null));
        } else if (line.row() == null) {
            line.faults()
                    .forEach(it -> lines.add(ImportLine.of(line.line(), Outcome.REJECTED, it)));
        } else {
            lines.addAll(takeRow(line.row(), kind, context));
            if (lines.isEmpty()) {
                return lines;
            }
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
            } catch (ChangedHere changed) {
                savepoint.execute("rollback to savepoint ledger_row");
                entities.clear();
                return List.of(changed.line);
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
        if (kind.takeApart(row, known == null ? null : known.recordId(), context)) {
            return List.of();
        }
        if (known == null) {
            known = knownOtherwise(connection, row, key, kind, context);
        }
        if (known == null) {
            Applied applied = kind.apply(row, context);
            remember(connection, key, kind, context, applied);
            return lines(row, Outcome.ACCEPTED, applied, key);
        }
        // While the key of digests rotates, an older one may have made it.
        if (personalData.blindIndexes("ledger_row", row.content()).contains(known.digest())) {
            return List.of(ImportLine.of(row.line(), Outcome.UNCHANGED, known.recordId(), key));
        }
        int version = kind.version(known.recordId());
        Applied applied =
                version == known.version()
                        ? kind.correct(known.recordId(), row, context)
                        : requireAgreement(row, known, version, key, kind, context);
        remember(connection, key, kind, context, applied);
        boolean changed = applied.version() != version;
        return lines(row, changed ? Outcome.CORRECTED : Outcome.UNCHANGED, applied, key);
    }

    /** A record that was changed here, too, must say what the row says, or a person decides. */
    private static Applied requireAgreement(
            LedgerRow row,
            Known known,
            int version,
            RowKey key,
            LedgerKind kind,
            ImportContext context) {
        // A row that could not be taken anyway says why, instead of asking a person in vain.
        Applied applied = kind.correct(known.recordId(), row, context);
        if (applied.version() == version) {
            return applied;
        }
        throw new ChangedHere(conflict(row, known, key));
    }

    /** The record that a new number is about, if the number names it or the kind finds it. */
    private static Known knownOtherwise(
            Connection connection,
            LedgerRow row,
            RowKey key,
            LedgerKind kind,
            ImportContext context)
            throws SQLException {
        RecordNumber named = RecordNumber.of(key.number());
        if (named != null) {
            return new Known(named.id(), "", named.version());
        }
        UUID standing = kind.standing(row, context);
        return standing == null ? null : lastKnown(connection, standing, key, kind, context);
    }

    /**
     * As the unit's latest import left it. {@code null} where another row of the year's own ledger
     * is about it: this one is then a new record, or a double one.
     */
    private static Known lastKnown(
            Connection connection,
            UUID recordId,
            RowKey key,
            LedgerKind kind,
            ImportContext context)
            throws SQLException {
        String sql =
                """
                select year, version_after_import
                from ledger_key
                where record_id = ?
                  and division = ?
                  and kind = ?
                order by (year = ?) desc, year desc
                limit 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, recordId);
            select.setString(2, context.division());
            select.setString(3, kind.kind());
            select.setInt(4, key.year());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Known(recordId, "", NEVER_IMPORTED);
                }
                return row.getInt(1) == key.year() ? null : new Known(recordId, "", row.getInt(2));
            }
        }
    }

    private static List<ImportLine> lines(
            LedgerRow row, Outcome outcome, Applied applied, RowKey key) {
        List<ImportLine> lines = new ArrayList<>();
        lines.add(ImportLine.of(row.line(), outcome, applied.recordId(), key));
        applied.notes().forEach(it -> lines.add(ImportLine.of(row.line(), Outcome.WARNING, it)));
        return lines;
    }

    private static ImportLine conflict(LedgerRow row, Known known, RowKey key) {
        boolean never = known.version() == NEVER_IMPORTED;
        return new ImportLine(
                row.line(),
                Outcome.CONFLICT,
                null,
                never ? "ENTERED_HERE" : "CHANGED_ON_BOTH_SIDES",
                never
                        ? "系统中已登记同一编号或名称的记录，内容与本行不同：是同一件的，请决定以哪个为准；不是同一件的，请改编号或名称"
                        : "台账此行与系统中的记录都有改动，请人工决定以哪个为准",
                never
                        ? "A record of this number or name was entered here and differs: decide which one"
                                + " holds, or give the row another number or name"
                        : "Both this row and the record were changed: a person decides which one holds",
                null,
                known.recordId(),
                null,
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
