package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.ledger.ImportLine.Decided;
import org.fengqiao.kit.ledger.ImportLine.Outcome;
import org.fengqiao.kit.ledger.ImportLine.RowKey;
import org.fengqiao.kit.ledger.ImportResource.Choice;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** What became of each row of an import. */
@ApplicationScoped
class ImportLines {

    private static final String SELECT =
            """
            select id, line, outcome, column_title, code, reason_zh, reason_en, legal_basis, record_id,
                row_year, row_key, row_digest, decided_choice, decided_by, decided_at
            from ledger_import_line
            """;

    private final AgroalDataSource database;

    ImportLines(AgroalDataSource database) {
        this.database = database;
    }

    void insert(Connection connection, UUID importId, List<ImportLine> lines) throws SQLException {
        String sql =
                """
                insert into ledger_import_line
                    (import_id, line, outcome, column_title, code, reason_zh, reason_en, legal_basis,
                    record_id, row_year, row_key, row_digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (ImportLine line : lines) {
                RowKey key = line.outcome() == Outcome.CONFLICT ? line.key() : null;
                Object[] values = {
                    importId,
                    line.line(),
                    line.outcome().name(),
                    line.column(),
                    line.code(),
                    line.reasonZh(),
                    line.reasonEn(),
                    line.legalBasis(),
                    line.recordId(),
                    key == null ? null : key.year(),
                    key == null ? null : key.number(),
                    key == null ? null : key.digest()
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Lines in the order of the file; those of one outcome where asked. */
    Page<ImportLine> list(UUID importId, Outcome outcome, String cursor, int limit) {
        String sql =
                SELECT
                        + """
                where import_id = ?
                  and id > ?
                  and (?::text is null or outcome = ?)
                order by id
                limit ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, importId);
            select.setLong(2, Cursor.number(cursor, 0));
            select.setString(3, outcome == null ? null : outcome.name());
            select.setString(4, outcome == null ? null : outcome.name());
            select.setInt(5, limit + 1);
            return page(select, limit);
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private static Page<ImportLine> page(PreparedStatement select, int limit) throws SQLException {
        List<ImportLine> lines = new ArrayList<>();
        String next = null;
        long last = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (lines.size() == limit) {
                    next = Cursor.encode(String.valueOf(last));
                    break;
                }
                last = row.getLong("id");
                lines.add(line(row));
            }
        }
        return new Page<>(lines, next);
    }

    /** The conflict of a row, or {@code null}. */
    ImportLine conflict(UUID importId, int line) {
        String sql = SELECT + "where import_id = ? and line = ? and outcome = 'CONFLICT'";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, importId);
            select.setInt(2, line);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? line(row) : null;
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private static ImportLine line(ResultSet row) throws SQLException {
        String digest = row.getString("row_digest");
        RowKey key =
                digest == null
                        ? null
                        : new RowKey(row.getInt("row_year"), row.getString("row_key"), digest);
        return new ImportLine(
                row.getInt("line"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("column_title"),
                row.getString("code"),
                row.getString("reason_zh"),
                row.getString("reason_en"),
                row.getString("legal_basis"),
                row.getObject("record_id", UUID.class),
                decided(row),
                key);
    }

    private static Decided decided(ResultSet row) throws SQLException {
        String choice = row.getString("decided_choice");
        return choice == null
                ? null
                : new Decided(
                        Choice.valueOf(choice),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class));
    }

    /** Keeps with the conflict of a row what a person decided. */
    void decide(UUID importId, int line, Decided decided) {
        String sql =
                """
                update ledger_import_line
                set decided_choice = ?, decided_by = ?, decided_at = ?
                where import_id = ? and line = ? and outcome = 'CONFLICT'
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, decided.choice().name());
            update.setString(2, decided.by());
            update.setObject(3, decided.at());
            update.setObject(4, importId);
            update.setInt(5, line);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }
}
