package org.fengqiao.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** Audit and journal as an auditor asks for them: newest first, within the auditor's area. */
@ApplicationScoped
public class AuditedRows {

    /**
     * What is asked for.
     *
     * @param equal value by column; a null one asks for nothing
     * @param from the first day, in Asia/Shanghai; null: no first one
     * @param to the last day, included
     */
    public record Asked(
            Scope scope, Map<String, Object> equal, LocalDate from, LocalDate to, String cursor) {}

    /** A read of personal data, or a refusal. */
    @Schema(name = "AuditEntry")
    public record Read(
            long id,
            OffsetDateTime at,
            String by,
            String issuer,
            String client,
            String actingUser,
            String purpose,
            String operation,
            String kind,
            String recordId,
            String result,
            String division) {}

    /** A step of a record. */
    @Schema(name = "WriteEntry")
    public record Written(
            long id,
            OffsetDateTime at,
            String by,
            String issuer,
            String client,
            String kind,
            UUID recordId,
            int version,
            String step,
            LocalDate on,
            String division) {}

    @FunctionalInterface
    private interface View<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AgroalDataSource dataSource;

    AuditedRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads and refusals of callers of these offices. */
    public Page<Read> reads(Asked asked, int limit) {
        String select =
                """
                select id, at, subject, issuer, client, acting_user, purpose, operation,
                    record_kind, record_id, result, division
                from read_audit
                """;
        return page(select, asked, limit, AuditedRows::read);
    }

    /** Steps of the records of these offices. */
    public Page<Written> writes(Asked asked, int limit) {
        String select =
                """
                select id, at, subject, issuer, client, kind, record_id, version, step,
                    business_date, division
                from journal
                """;
        return page(select, asked, limit, AuditedRows::written);
    }

    private <T> Page<T> page(String select, Asked asked, int limit, View<T> view) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        conditions.add(asked.scope().sql("division"));
        values.addAll(asked.scope().arguments());
        asked.equal()
                .forEach(
                        (column, value) -> {
                            if (value != null) {
                                conditions.add(column + " = ?");
                                values.add(value);
                            }
                        });
        if (asked.from() != null) {
            conditions.add("at >= ?");
            values.add(asked.from().atStartOfDay(SHANGHAI).toOffsetDateTime());
        }
        if (asked.to() != null) {
            conditions.add("at < ?");
            values.add(asked.to().plusDays(1).atStartOfDay(SHANGHAI).toOffsetDateTime());
        }
        conditions.add("id < ?");
        values.add(Cursor.number(asked.cursor(), Long.MAX_VALUE));
        String sql =
                "%swhere %s order by id desc limit %d"
                        .formatted(select, String.join(" and ", conditions), limit + 1);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return page(statement, limit, view);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit cannot be read", e);
        }
    }

    private static <T> Page<T> page(PreparedStatement statement, int limit, View<T> view)
            throws SQLException {
        List<T> items = new ArrayList<>();
        long last = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (items.size() == limit) {
                    return new Page<>(items, Cursor.encode(Long.toString(last)));
                }
                last = row.getLong(1);
                items.add(view.of(row));
            }
        }
        return new Page<>(items, null);
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getInt(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getString(11));
    }
}
