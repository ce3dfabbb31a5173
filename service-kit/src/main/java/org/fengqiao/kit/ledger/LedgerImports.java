package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.ledger.ImportLine.Outcome;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;

/** The imports as the worker sees them: claimed, advanced, ended. */
@ApplicationScoped
class LedgerImports {

    private final AgroalDataSource database;
    private final PersonalData personalData;
    private final ImportLines lines;
    private final Clock clock;

    LedgerImports(
            AgroalDataSource database, PersonalData personalData, ImportLines lines, Clock clock) {
        this.database = database;
        this.personalData = personalData;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * An import that this instance runs.
     *
     * @param nextLine rows below this line of the file are done
     */
    record Claimed(String kind, int nextLine, byte[] cipher, ImportContext context) {}

    boolean areWaiting() {
        String sql = "select 1 from ledger_import where status in ('QUEUED', 'RUNNING') limit 1";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /** The oldest import that is not at its end, now RUNNING. */
    Optional<Claimed> claim() {
        String sql =
                """
                update ledger_import
                set status = 'RUNNING', started_at = coalesce(started_at, ?)
                where id = (
                    select id
                    from ledger_import
                    where status in ('QUEUED', 'RUNNING')
                    order by created_at, id
                    limit 1)
                returning id, kind, division, year, dry_run, next_line, file, issuer, subject, client, created_at
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, now());
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? Optional.of(claimed(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("created_at", OffsetDateTime.class);
        ImportContext context =
                new ImportContext(
                        row.getObject("id", UUID.class),
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getString("client"),
                        row.getString("division"),
                        Scope.of(row.getString("division")),
                        at.toInstant(),
                        LocalDate.ofInstant(at.toInstant(), Commands.SHANGHAI),
                        row.getInt("year"),
                        row.getBoolean("dry_run"));
        return new Claimed(
                row.getString("kind"), row.getInt("next_line"), row.getBytes("file"), context);
    }

    /** The file's ciphertext. */
    byte[] encrypt(byte[] file, UUID id) {
        String cipher =
                personalData.encrypt(
                        Base64.getEncoder().encodeToString(file), "ledger_import", id, "file");
        return Base64.getDecoder().decode(cipher);
    }

    /** The file of a claimed import, read again. One at a time: a large file takes memory. */
    synchronized LedgerSheet read(Claimed claimed, LedgerKind kind) {
        ImportContext context = claimed.context();
        String cipher = Base64.getEncoder().encodeToString(claimed.cipher());
        String plain = personalData.decrypt(cipher, "ledger_import", context.importId(), "file");
        return LedgerFile.read(
                Base64.getDecoder().decode(plain), kind.columns(), context.year(), context.year());
    }

    /** Reads a file that just arrived. */
    synchronized LedgerSheet read(byte[] file, LedgerKind kind, Integer year, int thisYear) {
        return LedgerFile.read(file, kind.columns(), year, thisYear);
    }

    /**
     * Holds the import for this transaction.
     *
     * @throws ImportRun.LostRace where another instance has advanced or ended it
     */
    void lock(UUID id, int expectedLine) {
        String sql = "select status, next_line from ledger_import where id = ? for update";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()
                        || !row.getString(1).equals("RUNNING")
                        || row.getInt(2) != expectedLine) {
                    throw new ImportRun.LostRace();
                }
            }
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /**
     * Notes what became of rows, in their transaction. A row without a line was taken apart: it
     * leaves the total, too.
     *
     * @param rows how many there were
     * @return {@code nextLine}
     * @throws ImportRun.LostRace where another instance was faster
     */
    int advance(UUID id, int expectedLine, int nextLine, int rows, List<ImportLine> results) {
        String sql =
                """
                update ledger_import
                set next_line = ?,
                    total = total - ?,
                    accepted = accepted + ?,
                    corrected = corrected + ?,
                    unchanged = unchanged + ?,
                    conflicts = conflicts + ?,
                    rejected = rejected + ?
                where id = ? and next_line = ? and status = 'RUNNING'
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int i = 1;
            update.setInt(i++, nextLine);
            update.setInt(
                    i++,
                    rows - (int) results.stream().mapToInt(ImportLine::line).distinct().count());
            for (Outcome outcome : COUNTED) {
                update.setInt(i++, rowsOf(outcome, results));
            }
            update.setObject(i++, id);
            update.setInt(i, expectedLine);
            if (update.executeUpdate() == 0) {
                throw new ImportRun.LostRace();
            }
            lines.insert(connection, id, results);
            return nextLine;
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private static final List<Outcome> COUNTED =
            List.of(
                    Outcome.ACCEPTED,
                    Outcome.CORRECTED,
                    Outcome.UNCHANGED,
                    Outcome.CONFLICT,
                    Outcome.REJECTED);

    private static int rowsOf(Outcome outcome, List<ImportLine> results) {
        // A rejected row may have several faults and still is one row.
        return (int)
                results.stream()
                        .filter(it -> it.outcome() == outcome)
                        .mapToInt(ImportLine::line)
                        .distinct()
                        .count();
    }

    /** Ends the import and erases its file. */
    void end(UUID id, String failure) {
        String sql =
                """
                update ledger_import
                set status = ?, failure = ?, ended_at = ?, file = null
                where id = ? and status = 'RUNNING'
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, failure == null ? "DONE" : "FAILED");
            update.setString(2, failure);
            update.setObject(3, now());
            update.setObject(4, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
