package org.fengqiao.kit.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Statements;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What is proposed to be erased, and by whom it is released; {@link ErasureRun} does it. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class Erasures {

    /**
     * An erasure and how far it is.
     *
     * @param records proposed; just these are erased, unless they are held or no longer due by then
     * @param notDue corrected since: their time has not come
     * @param failed could not be erased; the log says why, and the rest was gone on with
     */
    @Schema(name = "Erasure")
    record Erasure(
            UUID id,
            String kind,
            String division,
            LocalDate dueBefore,
            String status,
            String proposedBy,
            OffsetDateTime proposedAt,
            String releasedBy,
            OffsetDateTime releasedAt,
            OffsetDateTime endedAt,
            long records,
            long erased,
            long held,
            long notDue,
            long failed) {}

    private static final int PAGE_RECORDS = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final AgroalDataSource dataSource;
    private final RetainedRecords records;
    private final Clock clock;

    Erasures(AgroalDataSource dataSource, RetainedRecords records, Clock clock) {
        this.dataSource = dataSource;
        this.records = records;
        this.clock = clock;
    }

    /** Who proposes what. */
    record Proposal(String kind, LocalDate dueBefore, boolean dryRun, String division, String by) {}

    /**
     * Proposes to erase the records of a kind that are due before a day. Those under hold are
     * counted, and kept.
     *
     * @throws Refusal 400 where the day is to come: what is not due yet is not proposed
     */
    @Transactional
    Erasure propose(Proposal given, Scope scope) {
        if (given.dueBefore().isAfter(today())) {
            throw Refusal.parameter("dueBefore", "不得晚于今日", "must not be after today");
        }
        RetentionRule rule = records.rule(given.kind());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String sql =
                """
                insert into erasure
                    (id, kind, division, due_before, status, proposed_at, proposed_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        update(
                sql,
                id,
                given.kind(),
                given.division(),
                given.dueBefore(),
                given.dryRun() ? "DRY_RUN" : "PROPOSED",
                now(),
                given.by());
        UUID after = FIRST;
        List<RetainedRecords.Retained> page;
        do {
            page = records.due(rule, scope, given.dueBefore(), after, PAGE_RECORDS);
            for (RetainedRecords.Retained it : page) {
                update(
                        "insert into erasure_record (erasure_id, record_id) values (?, ?)",
                        id,
                        it.id());
                after = it.id();
            }
        } while (page.size() == PAGE_RECORDS);
        return get(id, scope);
    }

    /**
     * Lets it be done; again, where records could not be erased.
     *
     * @throws Refusal 403 {@code SECOND_PERSON} for who proposed it; 409 where it was only counted
     */
    @Transactional
    Erasure release(UUID id, Scope scope, String by) {
        Erasure proposed = get(id, scope);
        if (proposed.proposedBy().equals(by)) {
            throw Refusal.of(403, "SECOND_PERSON", "须由另一人批准", "Another person has to release it");
        }
        String sql =
                """
                update erasure
                set status = 'RUNNING', released_by = ?, released_at = ?
                where id = ? and status in ('PROPOSED', 'FAILED')
                """;
        if (proposed.status().equals("DRY_RUN")) {
            throw Refusal.of(409, "DRY_RUN", "只是试算，未拟销毁", "It was counted, not proposed");
        }
        if (update(sql, by, now(), id) > 0) {
            update(
                    "update erasure_record set outcome = null where erasure_id = ? and outcome = ?",
                    id,
                    "FAILED");
        }
        return get(id, scope);
    }

    /** An erasure of the scope, or 404. */
    Erasure get(UUID id, Scope scope) {
        String sql =
                """
                select e.kind, e.division, e.due_before, e.status, e.proposed_by, e.proposed_at,
                    e.released_by, e.released_at, e.ended_at,
                    count(r.record_id),
                    count(*) filter (where r.outcome = 'ERASED'),
                    count(*) filter (where r.outcome = 'HELD'),
                    count(*) filter (where r.outcome = 'NOT_DUE'),
                    count(*) filter (where r.outcome = 'FAILED')
                from erasure e
                left join erasure_record r on r.erasure_id = e.id
                where e.id = ?
                group by e.id
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !scope.contains(row.getString(2))) {
                    throw Refusal.notFound();
                }
                return erasure(id, row);
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private static Erasure erasure(UUID id, ResultSet row) throws SQLException {
        return new Erasure(
                id,
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                row.getObject(9, OffsetDateTime.class),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Commands.SHANGHAI);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.run(connection, sql, values);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
