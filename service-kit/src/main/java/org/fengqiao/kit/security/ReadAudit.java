package org.fengqiao.kit.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.audit.RowProofs;
import org.fengqiao.kit.web.Refusal;

/**
 * Who read which personal data and why, and who was refused: append-only, written before the answer
 * leaves.
 */
@ApplicationScoped
public class ReadAudit {

    /** The audit of every resource that is not {@link AuditedIn} another table. */
    static final String TABLE = "read_audit";

    private static final String INSERT =
            """
            insert into %s
              (at, issuer, subject, client, acting_user, purpose, operation, record_kind, record_id,
               result, division, mac)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final Clock clock;
    private final Caller caller;
    private final RowProofs proofs;

    ReadAudit(DataSource database, Clock clock, Caller caller, RowProofs proofs) {
        this.database = database;
        this.clock = clock;
        this.caller = caller;
        this.proofs = proofs;
    }

    /** What became of the attempt. */
    @Schema(name = "AuditResult")
    public enum Result {
        /** Personal data were shown in clear. */
        SHOWN,
        /** The caller lacks the scope. */
        FORBIDDEN,
        /** There is no such record, or it lies outside the caller's area. */
        NOT_FOUND
    }

    /** Who asked, as text; taken from the request while it is at hand. */
    record Reader(
            String issuer,
            String subject,
            String client,
            String actingUser,
            String purpose,
            String division) {

        static Reader of(Caller caller) {
            return new Reader(
                    caller.issuer(),
                    caller.subject(),
                    caller.client(),
                    stated(caller::actingUser),
                    stated(caller::purpose),
                    caller.namedDivision().orElse(null));
        }

        /** A header that says nothing valid keeps nobody from being audited. */
        private static String stated(Supplier<Optional<String>> header) {
            try {
                return header.get().orElse(null);
            } catch (Refusal invalid) {
                return null;
            }
        }
    }

    /** What was asked for: the operation's id, the kind of record and its id. */
    record Access(String operation, String recordKind, String recordId, Result result) {}

    /**
     * Records that personal data are about to be shown. Commits on its own: call it after the
     * read's transaction and before the answer, never inside a transaction, where it would hold a
     * second connection.
     *
     * @param operation operationId of the API
     * @param recordKind kind of the record, e.g. {@code mediation.case}
     * @throws IllegalStateException inside a transaction, or where the row cannot be written: then
     *     nothing is shown
     */
    public void record(String operation, String recordKind, Object recordId, Result result) {
        recordIn(TABLE, operation, recordKind, recordId, result);
    }

    /**
     * The same in another table of that shape.
     *
     * @param table a constant of the program, with its schema
     */
    public void recordIn(
            String table, String operation, String recordKind, Object recordId, Result result) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException(
                    "A read is audited outside of the transaction that reads");
        }
        write(
                table,
                clock.instant(),
                Reader.of(caller),
                new Access(operation, recordKind, String.valueOf(recordId), result));
    }

    /**
     * Whether the answer about to be given shows persons in clear. Where it does, that is recorded
     * first, as by {@link #record}.
     */
    public boolean showsPersons(String operation, String recordKind, Object recordId) {
        boolean shown = caller.mayReadPersons();
        if (shown) {
            record(operation, recordKind, recordId, Result.SHOWN);
        }
        return shown;
    }

    void write(String table, Instant at, Reader reader, Access access) {
        QuarkusTransaction.requiringNew().run(() -> insert(table, at, reader, access));
    }

    private void insert(String table, Instant at, Reader reader, Access access) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT.formatted(table))) {
            Instant kept = RowProofs.kept(at);
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("at", kept.toString());
            columns.put("issuer", reader.issuer());
            columns.put("subject", reader.subject());
            columns.put("client", reader.client());
            columns.put("acting_user", reader.actingUser());
            columns.put("purpose", reader.purpose());
            columns.put("operation", access.operation());
            columns.put("record_kind", access.recordKind());
            columns.put("record_id", access.recordId());
            columns.put("result", access.result().name());
            columns.put("division", reader.division());
            int place = 0;
            for (Object value : columns.values()) {
                insert.setObject(++place, place == 1 ? kept.atOffset(ZoneOffset.UTC) : value);
            }
            insert.setBytes(++place, proofs.of(table, columns));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A read cannot be audited", e);
        }
    }
}
