package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;

/**
 * How many rows an account may take away in a day, with persons and without, and what an approved
 * application adds. Counted from the charges in the database, so that all replicas share it.
 */
@ApplicationScoped
public class ExportQuota {

    private static final int COUNT_SECONDS = 600;

    private final AgroalDataSource database;
    private final Clock clock;
    private final Caller caller;
    private final int personalRows;
    private final int plainRows;

    ExportQuota(
            AgroalDataSource database,
            Clock clock,
            Caller caller,
            @ConfigProperty(name = "fengqiao.limits.exports.personal-rows-per-day")
                    int personalRows,
            @ConfigProperty(name = "fengqiao.limits.exports.rows-per-day") int plainRows) {
        this.database = database;
        this.clock = clock;
        this.caller = caller;
        this.personalRows = personalRows;
        this.plainRows = plainRows;
    }

    /**
     * What is about to leave.
     *
     * @param operation of the API
     * @param kind of ledger
     * @param personal whether personal columns are filled
     */
    public record Taking(String operation, String kind, boolean personal) {}

    /**
     * Counts the rows and charges the caller with them, before the first one leaves: a file that
     * breaks off in the middle would say nothing.
     *
     * @param rows gives them, best without opening what is sealed
     * @throws Refusal 403 EXPORT_QUOTA_EXCEEDED
     */
    public void charge(Taking export, Consumer<Consumer<Map<String, Object>>> rows) {
        int[] count = {0};
        QuarkusTransaction.requiringNew()
                .timeout(COUNT_SECONDS)
                .run(() -> rows.accept(row -> count[0]++));
        QuarkusTransaction.requiringNew().run(() -> charge(export, count[0]));
    }

    private void charge(Taking export, int rows) {
        int quota = export.personal() ? personalRows : plainRows;
        LocalDate today = LocalDate.ofInstant(clock.instant(), Commands.SHANGHAI);
        try (Connection connection = database.getConnection()) {
            lock(connection);
            long taken = taken(connection, export.personal(), today);
            UUID approval = null;
            if (taken + rows > quota) {
                approval = approval(connection, export.kind(), rows, today);
                if (approval == null) {
                    throw exceeded(export.kind(), rows, quota, taken);
                }
            }
            insert(connection, export, rows, today, approval);
        } catch (SQLException e) {
            throw new LedgerFailed(e);
        }
    }

    /** Two exports at once must not both see the same rest. */
    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            select.setString(1, "export " + caller.issuer() + " " + caller.subject());
            select.executeQuery().close();
        }
    }

    private long taken(Connection connection, boolean personal, LocalDate today)
            throws SQLException {
        String sql =
                """
                select coalesce(sum(row_count), 0)
                from export_charge
                where issuer = ?
                  and subject = ?
                  and on_day = ?
                  and personal = ?
                  and approval_id is null
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, caller.issuer());
            select.setString(2, caller.subject());
            select.setObject(3, today);
            select.setBoolean(4, personal);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * What was approved to this account, for this area and purpose, with room; the first to end.
     */
    private UUID approval(Connection connection, String kind, int rows, LocalDate today)
            throws SQLException {
        String sql =
                """
                select id
                from export_approval a
                where issuer = ?
                  and subject = ?
                  and kind = ?
                  and division = ?
                  and purpose = ?
                  and state = 'APPROVED'
                  and until >= ?
                  and rows_granted - ? >= (
                    select coalesce(sum(row_count), 0)
                    from export_charge
                    where approval_id = a.id)
                order by until, id
                limit 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, caller.issuer());
            select.setString(2, caller.subject());
            select.setString(3, kind);
            select.setString(4, caller.division());
            select.setString(5, caller.purpose().orElse(null));
            select.setObject(6, today);
            select.setInt(7, rows);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    private void insert(
            Connection connection, Taking export, int rows, LocalDate today, UUID approval)
            throws SQLException {
        String sql =
                """
                insert into export_charge
                    (at, on_day, issuer, subject, client, operation, kind, personal, row_count,
                    approval_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Object[] values = {
            clock.instant().atOffset(ZoneOffset.UTC),
            today,
            caller.issuer(),
            caller.subject(),
            caller.client(),
            export.operation(),
            export.kind(),
            export.personal(),
            rows,
            approval
        };
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static Refusal exceeded(String kind, int rows, int quota, long taken) {
        return Refusal.of(
                        403,
                        "EXPORT_QUOTA_EXCEEDED",
                        "超过每日导出限额%d行（今日已导出%d行，本次%d行）：可向 export-approvals 申请（种类 %s），导出时注明所批准的用途"
                                .formatted(quota, taken, rows, kind),
                        "Beyond the daily quota of %d rows (%d today, %d now): apply at export-approvals for %s, and export with the purpose that is approved"
                                .formatted(quota, taken, rows, kind))
                .citing("SETTING");
    }
}
