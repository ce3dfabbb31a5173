package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.IdempotencyKeys;
import org.fengqiao.kit.journal.Once;
import org.fengqiao.kit.ledger.ExportApproval.Ground;
import org.fengqiao.kit.ledger.ExportApproval.State;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Applications for exports: made by one person, decided by another, each once and for good. */
@ApplicationScoped
class ExportApprovals {

    private static final int SECONDS = 10;
    private static final String SELECT =
            """
            select a.*, rows_granted - (
                select coalesce(sum(row_count), 0)
                from export_charge
                where approval_id = a.id) as remaining
            from export_approval a
            where %s
            """;

    private final AgroalDataSource database;

    ExportApprovals(AgroalDataSource database) {
        this.database = database;
    }

    /** What is asked for. */
    record Asked(String division, String kind, Purpose purpose, int rows, LocalDate until) {}

    /**
     * What is decided.
     *
     * @param rows granted; null where it is refused
     * @param ground null where it is approved
     */
    record Decision(Integer rows, Ground ground) {}

    ExportApproval apply(Asked asked, Command command) {
        String sql =
                """
                insert into export_approval
                    (id, version, division, kind, purpose, rows_asked, until, state, issuer, subject,
                    client, applied_at, application_key, application_digest)
                values (?, 1, ?, ?, ?, ?, ?, 'APPLIED', ?, ?, ?, ?, ?, ?)
                """;
        return once(
                command,
                () -> {
                    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                    update(
                            sql,
                            id,
                            asked.division(),
                            asked.kind(),
                            asked.purpose().name(),
                            asked.rows(),
                            asked.until(),
                            command.issuer(),
                            command.subject(),
                            command.client(),
                            command.at().atOffset(ZoneOffset.UTC),
                            command.idempotencyKey(),
                            command.requestDigest());
                    return get(id, command.scope());
                });
    }

    /**
     * Approves or refuses, once.
     *
     * @throws Refusal 403 for the applicant; 409 where it is decided; 412 at another version; 422
     *     where more is granted than was asked for
     */
    ExportApproval decide(UUID id, Decision decision, Command command) {
        String sql =
                """
                update export_approval
                set version = version + 1, state = ?, rows_granted = ?, ground = ?, decided_by = ?,
                    decided_at = ?, decision_key = ?, decision_digest = ?
                where id = ?
                """;
        return once(
                command,
                () -> {
                    require(id, decision, command);
                    update(
                            sql,
                            (decision.ground() == null ? State.APPROVED : State.REFUSED).name(),
                            decision.rows(),
                            decision.ground() == null ? null : decision.ground().name(),
                            command.subject(),
                            command.at().atOffset(ZoneOffset.UTC),
                            command.idempotencyKey(),
                            command.requestDigest(),
                            id);
                    return get(id, command.scope());
                });
    }

    private void require(UUID id, Decision decision, Command command) throws SQLException {
        String sql = "select issuer, subject from export_approval where id = ? for update";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                ExportApproval standing = get(id, command.scope());
                command.requireVersion(standing.version());
                if (standing.state() != State.APPLIED) {
                    throw Refusal.of(409, "ALREADY_DECIDED", "该申请已有决定", "It was decided before");
                }
                if (row.getString(1).equals(command.issuer())
                        && row.getString(2).equals(command.subject())) {
                    throw Refusal.of(
                            403,
                            "SECOND_PERSON",
                            "申请人不能审批自己的申请",
                            "Nobody decides an application of their own");
                }
                if (decision.rows() != null && decision.rows() > standing.rows()) {
                    throw Refusal.of(422, "GRANT_TOO_WIDE", "超过申请的行数", "More than was asked for")
                            .at("/rows", "不超过" + standing.rows(), "at most " + standing.rows());
                }
            }
        }
    }

    ExportApproval get(UUID id, Scope scope) {
        List<ExportApproval> found = read("a.id = ? and " + scope.sql("division"), scope, id);
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return found.get(0);
    }

    /** Those of the area, newest first. */
    Page<ExportApproval> list(Scope scope, String cursor, int limit) {
        // Ids are UUIDv7: their order is that of time.
        List<ExportApproval> found =
                read(
                        "a.id < ? and %s order by a.id desc limit %d"
                                .formatted(scope.sql("division"), limit + 1),
                        scope,
                        ImportRegister.before(cursor));
        boolean more = found.size() > limit;
        List<ExportApproval> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? Cursor.encode(shown.get(limit - 1).id().toString()) : null);
    }

    private List<ExportApproval> read(String condition, Scope scope, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(SELECT.formatted(condition))) {
            int i = 1;
            select.setObject(i++, id);
            for (String argument : scope.arguments()) {
                select.setString(i++, argument);
            }
            List<ExportApproval> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(view(row, true));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private ExportApproval once(Command command, Act act) {
        try {
            return Once.of(() -> answered(command), SECONDS, act::carryOut);
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    private interface Act {
        ExportApproval carryOut() throws SQLException;
    }

    /** What was answered under this key: an application as it was, whatever was decided since. */
    private Optional<ExportApproval> answered(Command command) throws SQLException {
        String key = command.idempotencyKey();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                SELECT.formatted("? in (application_key, decision_key)"))) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                boolean decision = key.equals(row.getString("decision_key"));
                String digest = row.getString(decision ? "decision_digest" : "application_digest");
                if (!digest.equals(command.requestDigest())) {
                    throw IdempotencyKeys.reused();
                }
                if (!command.scope().contains(row.getString("division"))) {
                    throw Refusal.notFound();
                }
                return Optional.of(view(row, decision));
            }
        }
    }

    private static ExportApproval view(ResultSet row, boolean decided) throws SQLException {
        State state = decided ? State.valueOf(row.getString("state")) : State.APPLIED;
        boolean approved = state == State.APPROVED;
        String ground = decided ? row.getString("ground") : null;
        return new ExportApproval(
                row.getObject("id", UUID.class),
                decided ? row.getInt("version") : 1,
                row.getString("division"),
                row.getString("kind"),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt(approved ? "rows_granted" : "rows_asked"),
                row.getObject("until", LocalDate.class),
                state,
                ground == null ? null : Ground.valueOf(ground),
                approved ? row.getInt("remaining") : null,
                row.getString("subject"),
                row.getObject("applied_at", OffsetDateTime.class),
                decided ? row.getString("decided_by") : null,
                decided ? row.getObject("decided_at", OffsetDateTime.class) : null);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
