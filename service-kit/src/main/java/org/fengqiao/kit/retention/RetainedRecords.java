package org.fengqiao.kit.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** Which records have been kept long enough, and which must stay. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class RetainedRecords {

    /**
     * A record and how long it is kept.
     *
     * @param countedFrom the day it was closed; absent while it is open
     * @param dueOn the first day on which it may be erased
     * @param held whether a legal hold keeps it
     * @param erasedOn the day it was erased
     */
    @Schema(name = "RetainedRecord")
    record Retained(
            String kind,
            UUID id,
            String division,
            LocalDate countedFrom,
            LocalDate dueOn,
            int years,
            String basis,
            boolean held,
            LocalDate erasedOn) {

        /** Whether it may be erased on a day. */
        boolean isDue(LocalDate before) {
            return dueOn != null && dueOn.isBefore(before) && erasedOn == null;
        }
    }

    private final AgroalDataSource dataSource;
    private final Instance<RetentionSchedule> schedules;
    private final Config config;

    RetainedRecords(
            AgroalDataSource dataSource, Instance<RetentionSchedule> schedules, Config config) {
        this.dataSource = dataSource;
        this.schedules = schedules;
        this.config = config;
    }

    /** The rules as they are set. */
    List<RetentionRule> rules() {
        return schedules.stream().flatMap(it -> it.rules().stream()).map(this::set).toList();
    }

    private RetentionRule set(RetentionRule rule) {
        String setting = "fengqiao.retention.years.\"" + rule.kind() + "\"";
        return rule.within(config.getOptionalValue(setting, Integer.class).orElse(rule.years()));
    }

    /** The rule of a kind. */
    RetentionRule rule(String kind) {
        return rules().stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "kind", "无此记录种类的保管期限", "no rule of retention for it"));
    }

    /** Due before a day, in the order of ids, after one; those under hold, too. */
    List<Retained> due(RetentionRule rule, Scope scope, LocalDate before, UUID after, int limit) {
        String condition =
                """
                where %s < ?
                  and e.record_id is null
                  and t.id > ?
                  and %s
                order by t.id
                limit ?
                """
                        .formatted(rule.dueOn(), scope.sql("t.division"));
        List<Object> values = new ArrayList<>(List.of(before, after));
        values.addAll(scope.arguments());
        values.add(limit);
        try (Connection connection = dataSource.getConnection()) {
            return select(connection, rule, condition, values);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /** One record, wherever it is kept; 404 where there is none or the scope has it not. */
    Retained get(UUID id, Scope scope) {
        try (Connection connection = dataSource.getConnection()) {
            for (RetentionRule rule : rules()) {
                Retained it = find(connection, rule, id, false);
                if (it != null && scope.contains(it.division())) {
                    return it;
                }
            }
            throw Refusal.notFound();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /** The record, locked until the transaction ends; null where there is none. */
    Retained lock(Connection connection, RetentionRule rule, UUID id) throws SQLException {
        return find(connection, rule, id, true);
    }

    private Retained find(Connection connection, RetentionRule rule, UUID id, boolean locked)
            throws SQLException {
        String condition = "where t.id = ?" + (locked ? " for update of t" : "");
        List<Retained> found = select(connection, rule, condition, List.of(id));
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Retained> select(
            Connection connection, RetentionRule rule, String condition, List<Object> values)
            throws SQLException {
        String sql =
                """
                select t.id, t.division, %s, %s,
                    exists (
                        select 1
                        from legal_hold h
                        where h.record_id = t.id and h.released_at is null
                    ),
                    e.erased_on
                from %s t
                left join erased_record e on e.record_id = t.id
                """
                        .formatted(rule.countedFrom(), rule.dueOn(), rule.table());
        try (PreparedStatement select = connection.prepareStatement(sql + condition)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<Retained> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Retained(
                                    rule.kind(),
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class),
                                    rule.years(),
                                    rule.basis(),
                                    row.getBoolean(5),
                                    row.getObject(6, LocalDate.class)));
                }
            }
            return found;
        }
    }
}
