package org.fengqiao.kit.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.journal.Snapshots;

/** The deadlines of a service's records, as derived when they or the calendar last changed. */
@ApplicationScoped
public class Deadlines {

    private static final int BATCH_ROWS = 500;

    private static final String KEEP =
            """
            on conflict (record_kind, record_id, rule, seq) do update
            set division = excluded.division,
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

    /** What a row holds beside its record, as one JSON object. */
    private record Row(
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

    Deadlines(AgroalDataSource dataSource, Calendars calendars) {
        this.dataSource = dataSource;
        this.calendars = calendars;
    }

    /**
     * Sets the deadlines of a record, in the caller's transaction and with the record locked. A
     * rule may occur more than once; the order of its occurrences identifies them. A deadline that
     * is not among them any more is dropped; one that had ended and whose facts are the same stays
     * as it was counted; where the last day moved, the one before is kept.
     *
     * @param kind the record's kind, e.g. {@code mediation.case.v1}
     * @param division 12 digits
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(String kind, UUID id, String division, List<Deadline> derived) {
        String sql =
                """
                with now as (
                    select *
                    from jsonb_to_recordset(?::jsonb) as d (rule text, seq smallint, kind text,
                        holder text, "startedOn" date, "dueOn" date, "endedOn" date,
                        "extensionDays" integer, suspended datemultirange, definition jsonb,
                        course jsonb, explanation jsonb)
                ), gone as (
                    delete from deadline d
                    where d.record_kind = ?
                      and d.record_id = ?
                      and not exists (select from now n where n.rule = d.rule and n.seq = d.seq)
                )
                insert into deadline (record_kind, record_id, division, rule, seq, kind, holder,
                    started_on, due_on, ended_on, extension_days, suspended, definition, course,
                    explanation)
                select ?, ?, ?, now.*
                from now
                """
                        + KEEP;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, Snapshots.write(rows(derived)));
            insert.setString(2, kind);
            insert.setObject(3, id);
            insert.setString(4, kind);
            insert.setObject(5, id);
            insert.setString(6, division);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The deadlines of " + id + " cannot be kept", e);
        }
    }

    /** In the order of the primary key, so that two writers lock rows in one order. */
    private static Row[] rows(List<Deadline> derived) {
        Map<String, Integer> seen = new HashMap<>();
        return derived.stream()
                .map(it -> row(it, seen.merge(it.rule().code(), 1, Integer::sum) - 1))
                .sorted(Comparator.comparing(Row::rule).thenComparing(Row::seq))
                .toArray(Row[]::new);
    }

    private static Row row(Deadline it, int seq) {
        Rule rule = it.rule();
        Course course = it.course();
        String suspended =
                it.suspensions().stream()
                        .map(s -> "[" + s.from() + "," + (s.to() == null ? "" : s.to()) + "]")
                        .collect(Collectors.joining(",", "{", "}"));
        return new Row(
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
     * before is kept beside the new one; what has ended stays as it was counted.
     *
     * @return number of deadlines whose last day moved
     */
    @Transactional
    public int rederiveOpen(int year) {
        WorkCalendar calendar = calendars.stored();
        int moved = 0;
        try (Connection connection = dataSource.getConnection()) {
            List<Kept> batch = open(connection, year, new Key("", new UUID(0, 0), "", -1));
            while (!batch.isEmpty()) {
                moved += recount(connection, batch, calendar, year);
                batch = open(connection, year, batch.get(batch.size() - 1).key());
            }
            return moved;
        } catch (SQLException e) {
            throw new IllegalStateException("The open deadlines cannot be counted again", e);
        }
    }

    private static List<Kept> open(Connection connection, int year, Key after) throws SQLException {
        String sql =
                """
                select record_kind, record_id, rule, seq, due_on, definition, course, explanation
                from deadline
                where ended_on is null
                  and started_on <= ?
                  and (due_on is null or due_on >= ?)
                  and (record_kind, record_id, rule, seq) > (?, ?, ?, ?)
                order by record_kind, record_id, rule, seq
                limit ?
                for update
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, LocalDate.of(year, 12, 31));
            select.setObject(2, LocalDate.of(year, 1, 1));
            select.setString(3, after.kind());
            select.setObject(4, after.id());
            select.setString(5, after.rule());
            select.setInt(6, after.seq());
            select.setInt(7, BATCH_ROWS);
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

    private static int recount(
            Connection connection, List<Kept> batch, WorkCalendar calendar, int year)
            throws SQLException {
        String sql =
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
        int moved = 0;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Kept it : batch) {
                Deadline before = it.deadline();
                Deadline now = Deadline.of(before.rule(), before.course(), calendar);
                if (!now.equals(before)) {
                    boolean move = !Objects.equals(now.dueOn(), before.dueOn());
                    moved += move ? 1 : 0;
                    bind(update, it.key(), now, move, year);
                }
            }
            update.executeBatch();
        }
        return moved;
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
