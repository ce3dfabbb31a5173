package org.fengqiao.kit.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.events.Dated;
import org.fengqiao.kit.events.DatedKind;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.kit.outbox.Outbox;

/** The deadlines of a service's records, as derived when they or the calendar last changed. */
@ApplicationScoped
public class Deadlines {

    private static final int BATCH_RECORDS = 500;

    private static final String KEEP =
            """
            on conflict (record_kind, record_id, rule, seq) do update
            set division = excluded.division,
                handler = excluded.handler,
                kind = excluded.kind,
                holder = excluded.holder,
                started_on = excluded.started_on,
                due_on = excluded.due_on,
                previous_due_on = case
                    when deadline.due_on is distinct from excluded.due_on
                    then coalesce(deadline.due_on, deadline.previous_due_on)
                    else deadline.previous_due_on end,
                calendar_note = case
                    when deadline.due_on is not distinct from excluded.due_on
                    then deadline.calendar_note end,
                ended_on = excluded.ended_on,
                extension_days = excluded.extension_days,
                suspended = excluded.suspended,
                definition = excluded.definition,
                course = excluded.course,
                explanation = excluded.explanation
            where deadline.ended_on is null or deadline.course <> excluded.course
            """;

    private static final String RECOUNTED =
            """
            update deadline
            set due_on = ?,
                previous_due_on = case when ? then due_on else previous_due_on end,
                calendar_note = case when ? then ? else calendar_note end,
                explanation = ?::jsonb
            where record_kind = ?
              and record_id = ?
              and rule = ?
              and seq = ?
            """;

    /** What a row holds beside its record, as one JSON object. */
    private record Row(
            String organ,
            String handler,
            String rule,
            int seq,
            Rule.Kind kind,
            Rule.Holder holder,
            LocalDate startedOn,
            LocalDate dueOn,
            LocalDate endedOn,
            int extensionDays,
            String suspended,
            Rule definition,
            Course course,
            Explanation explanation) {}

    private record Key(String kind, UUID id, String rule, int seq) {}

    private record Kept(Key key, Deadline deadline) {}

    private final AgroalDataSource dataSource;
    private final Calendars calendars;
    private final Instance<DatedKind> datedKinds;
    private final Outbox outbox;
    private final EntityManager entities;

    Deadlines(
            AgroalDataSource dataSource,
            Calendars calendars,
            Instance<DatedKind> datedKinds,
            Outbox outbox,
            EntityManager entities) {
        this.dataSource = dataSource;
        this.calendars = calendars;
        this.datedKinds = datedKinds;
        this.outbox = outbox;
        this.entities = entities;
    }

    /**
     * Sets the deadlines of a record, in the caller's transaction and with the record locked. A
     * rule may occur more than once; the order of its occurrences identifies them. A deadline that
     * is not among them any more is dropped; one that had ended and whose facts are the same stays
     * as it was counted; where the last day moved, the one before is kept.
     *
     * @param kind the record's kind, e.g. {@code mediation.case.v1}
     * @return the last days that stay although they would be counted otherwise now, by rule; of a
     *     rule that occurs more than once the first
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, LocalDate> replace(String kind, UUID id, List<Duty> duties) {
        String sql =
                """
                with now as (
                    select *
                    from jsonb_to_recordset(?::jsonb) as d (organ text, handler text, rule text,
                        seq smallint, kind text, holder text, "startedOn" date, "dueOn" date, "endedOn" date,
                        "extensionDays" integer, suspended datemultirange, definition jsonb,
                        course jsonb, explanation jsonb)
                ), gone as (
                    delete from deadline d
                    where d.record_kind = ?
                      and d.record_id = ?
                      and not exists (select from now n where n.rule = d.rule and n.seq = d.seq)
                ), kept as (
                    insert into deadline (record_kind, record_id, division, handler, rule, seq, kind,
                        holder, started_on, due_on, ended_on, extension_days, suspended, definition,
                        course, explanation)
                    select ?, ?, now.*
                    from now
                    %s
                )
                select d.rule, d.due_on
                from deadline d
                join now n on n.rule = d.rule and n.seq = d.seq
                where d.record_kind = ?
                  and d.record_id = ?
                  and d.seq = 0
                  and d.ended_on is not null
                  and d.course = n.course
                  and d.due_on <> n."dueOn"
                """
                        .formatted(KEEP);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, Snapshots.write(rows(duties)));
            insert.setString(2, kind);
            insert.setObject(3, id);
            insert.setString(4, kind);
            insert.setObject(5, id);
            insert.setString(6, kind);
            insert.setObject(7, id);
            Map<String, LocalDate> kept = new HashMap<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    kept.put(row.getString(1), row.getObject(2, LocalDate.class));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("The deadlines of " + id + " cannot be kept", e);
        }
    }

    /** In the order of the primary key, so that two writers lock rows in one order. */
    private static Row[] rows(List<Duty> duties) {
        Map<String, Integer> seen = new HashMap<>();
        return duties.stream()
                .map(it -> row(it, seen.merge(it.deadline().rule().code(), 1, Integer::sum) - 1))
                .sorted(Comparator.comparing(Row::rule).thenComparing(Row::seq))
                .toArray(Row[]::new);
    }

    private static Row row(Duty duty, int seq) {
        Deadline it = duty.deadline();
        Rule rule = it.rule();
        Course course = it.course();
        String suspended =
                it.suspensions().stream()
                        .map(s -> "[" + s.from() + "," + (s.to() == null ? "" : s.to()) + "]")
                        .collect(Collectors.joining(",", "{", "}"));
        return new Row(
                duty.organ(),
                duty.handler(),
                rule.code(),
                seq,
                rule.kind(),
                rule.holder(),
                course.startedOn(),
                it.dueOn(),
                course.endedOn(),
                course.extensionDays(),
                suspended,
                rule,
                course,
                it.explanation());
    }

    /** The deadlines of a record as they stand on this day, earliest start first. */
    public List<DeadlineView> of(String kind, UUID id, LocalDate today) {
        String sql =
                """
                select due_on, definition, course, explanation, previous_due_on, calendar_note
                from deadline
                where record_kind = ?
                  and record_id = ?
                order by started_on nulls last, rule, seq
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, kind);
            select.setObject(2, id);
            try (ResultSet row = select.executeQuery()) {
                List<DeadlineView> views = new ArrayList<>();
                while (row.next()) {
                    views.add(view(row, today));
                }
                return views;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The deadlines of " + id + " cannot be read", e);
        }
    }

    /** Columns {@code previous_due_on} and {@code calendar_note} beside those of a deadline. */
    static DeadlineView view(ResultSet row, LocalDate today) throws SQLException {
        Deadline kept = deadline(row);
        Integer year = row.getObject("calendar_note", Integer.class);
        Deadline noted = year == null ? kept : kept.noting(Explanation.Note.recounted(year));
        return DeadlineView.of(noted, row.getObject("previous_due_on", LocalDate.class), today);
    }

    /** Columns {@code due_on, definition, course, explanation}. */
    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                Snapshots.read(row.getString("definition"), Rule.class),
                Snapshots.read(row.getString("course"), Course.class),
                row.getObject("due_on", LocalDate.class),
                Snapshots.read(row.getString("explanation"), Explanation.class));
    }

    /**
     * Counts the open deadlines that touch a year again, after its holidays changed. The last day
     * before is kept beside the new one, and the records that carry it are brought in line and
     * published again; what has ended stays as it was counted.
     *
     * @return number of deadlines whose last day moved
     */
    @Transactional
    public int rederiveOpen(int year) {
        WorkCalendar calendar = calendars.stored();
        int moved = 0;
        try (Connection connection = dataSource.getConnection()) {
            for (String kind : kinds(connection)) {
                List<UUID> batch = touched(connection, year, kind, new UUID(0, 0));
                while (!batch.isEmpty()) {
                    moved += recount(connection, year, kind, batch, calendar);
                    batch = touched(connection, year, kind, batch.get(batch.size() - 1));
                }
            }
            return moved;
        } catch (SQLException e) {
            throw new IllegalStateException("The open deadlines cannot be counted again", e);
        }
    }

    private static List<String> kinds(Connection connection) throws SQLException {
        String sql = "select distinct record_kind from deadline order by record_kind";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> kinds = new ArrayList<>();
            while (row.next()) {
                kinds.add(row.getString(1));
            }
            return kinds;
        }
    }

    /** The next records with an open deadline that touches the year. */
    private static List<UUID> touched(Connection connection, int year, String kind, UUID after)
            throws SQLException {
        String sql =
                """
                select distinct record_id
                from deadline
                where ended_on is null
                  and started_on <= ?
                  and (due_on is null or due_on >= ?)
                  and record_kind = ?
                  and record_id > ?
                order by record_id
                limit ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, LocalDate.of(year, 12, 31));
            select.setObject(2, LocalDate.of(year, 1, 1));
            select.setString(3, kind);
            select.setObject(4, after);
            select.setInt(5, BATCH_RECORDS);
            try (ResultSet row = select.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    /** The records first, as every command locks them; their deadlines after. */
    private int recount(
            Connection connection, int year, String kind, List<UUID> ids, WorkCalendar calendar)
            throws SQLException {
        Map<UUID, Dated> records =
                datedKinds.stream()
                        .filter(it -> it.name().equals(kind))
                        .flatMap(it -> it.lock(ids).stream())
                        .collect(Collectors.toMap(Dated::id, it -> it));
        Map<UUID, Dated> changed = new LinkedHashMap<>();
        int moved = 0;
        try (PreparedStatement update = connection.prepareStatement(RECOUNTED)) {
            for (Kept it : open(connection, year, kind, ids)) {
                Deadline before = it.deadline();
                Deadline now = Deadline.of(before.rule(), before.course(), calendar);
                boolean move = !Objects.equals(now.dueOn(), before.dueOn());
                if (!now.equals(before)) {
                    bind(update, it.key(), now, move, year);
                }
                Dated record = records.get(it.key().id());
                if (move && record != null) {
                    record.moveLastDay(it.key().rule(), now.dueOn());
                    changed.put(record.id(), record);
                }
                moved += move ? 1 : 0;
            }
            update.executeBatch();
        }
        outbox.publishAgain(changed.values());
        entities.flush();
        entities.clear();
        return moved;
    }

    private static List<Kept> open(Connection connection, int year, String kind, List<UUID> ids)
            throws SQLException {
        String sql =
                """
                select record_kind, record_id, rule, seq, due_on, definition, course, explanation
                from deadline
                where ended_on is null
                  and started_on <= ?
                  and (due_on is null or due_on >= ?)
                  and record_kind = ?
                  and record_id = any(?)
                order by record_kind, record_id, rule, seq
                for update
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, LocalDate.of(year, 12, 31));
            select.setObject(2, LocalDate.of(year, 1, 1));
            select.setString(3, kind);
            select.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<Kept> kept = new ArrayList<>();
                while (row.next()) {
                    UUID id = row.getObject(2, UUID.class);
                    Key key = new Key(row.getString(1), id, row.getString(3), row.getInt(4));
                    kept.add(new Kept(key, deadline(row)));
                }
                return kept;
            }
        }
    }

    private static void bind(
            PreparedStatement update, Key key, Deadline now, boolean moved, int year)
            throws SQLException {
        update.setObject(1, now.dueOn());
        update.setBoolean(2, moved);
        update.setBoolean(3, moved);
        update.setInt(4, year);
        update.setString(5, Snapshots.write(now.explanation()));
        update.setString(6, key.kind());
        update.setObject(7, key.id());
        update.setString(8, key.rule());
        update.setInt(9, key.seq());
        update.addBatch();
    }
}
