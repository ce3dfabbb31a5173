package org.fengqiao.kit.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/** The open LIMITs of organs: what an office still has to do, and by when. */
@ApplicationScoped
class OpenLimits {

    /**
     * An open limit of one record.
     *
     * @param recordKind the record's kind, e.g. {@code mediation.case.v1}
     * @param href the record itself
     * @param dueOn last day, included; absent without a start or during an open suspension
     * @param previousDueOn the last day before it moved; absent if it never did
     * @param handler whom it lies with; absent where nobody is named
     */
    @Schema(name = "OpenDeadline")
    public record OpenDeadline(
            String recordKind,
            UUID recordId,
            String href,
            String division,
            String handler,
            String rule,
            String title,
            String titleEn,
            String legalBasis,
            LocalDate startedOn,
            LocalDate dueOn,
            LocalDate previousDueOn,
            Deadline.State state,
            Deadline.Escalation escalation) {}

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final AgroalDataSource dataSource;
    private final Map<String, String> paths;

    OpenLimits(
            AgroalDataSource dataSource,
            Instance<RecordKind> kinds,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.dataSource = dataSource;
        this.paths =
                kinds.stream()
                        .collect(Collectors.toMap(RecordKind::name, it -> root + "/" + it.path()));
    }

    /** The last item of the page before, in the list's order; absent due dates come last. */
    private record Place(LocalDate dueOn, String kind, UUID id, String rule, int seq) {

        static final Place FIRST = new Place(LocalDate.of(1, 1, 1), "", new UUID(0, 0), "", -1);

        static Place of(String cursor) {
            List<String> parts = Cursor.decode(cursor);
            if (parts.isEmpty()) {
                return FIRST;
            }
            if (parts.size() != 5) {
                throw Cursor.invalid();
            }
            try {
                return new Place(
                        LocalDate.parse(parts.get(0)),
                        parts.get(1),
                        UUID.fromString(parts.get(2)),
                        parts.get(3),
                        Integer.parseInt(parts.get(4)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Cursor.invalid();
            }
        }

        static String cursorAt(ResultSet row) throws SQLException {
            return Cursor.encode(
                    row.getString("place"),
                    row.getString("record_kind"),
                    row.getString("record_id"),
                    row.getString("rule"),
                    row.getString("seq"));
        }
    }

    /**
     * What a list is asked for.
     *
     * @param organ division of the organ whose limits they are, 12 digits
     * @param below whether those of the divisions below it are listed as well
     * @param state RUNNING, MISSED, SUSPENDED, UNKNOWN or {@code null} for all
     * @param dueBefore only those due before this day; {@code null} for all
     * @param handler only those that lie with this person; {@code null} for all
     */
    record Asked(
            String organ,
            boolean below,
            Deadline.State state,
            LocalDate dueBefore,
            String handler) {}

    /**
     * One page, by due date.
     *
     * @throws Refusal 400 for a state that no open limit has, or a foreign cursor
     */
    Page<OpenDeadline> list(Asked asked, LocalDate today, int limit, String cursor) {
        Scope scope = Scope.of(asked.organ());
        String sql =
                """
                select record_kind, record_id, rule, seq, division, handler, due_on, definition,
                    course, explanation, previous_due_on, calendar_note,
                    coalesce(due_on, ?) as place
                from deadline,
                    (select ?::date as today, ?::date as due_before, ?::text as by) asked
                where ended_on is null
                  and kind = 'LIMIT'
                  and holder = 'ORGAN'
                  and %s
                  and %s
                  and (division = ? or ?)
                  and (due_before is null or due_on < due_before)
                  and (by is null or handler = by)
                  and (coalesce(due_on, ?), record_kind, record_id, rule, seq) > (?, ?, ?, ?, ?)
                order by place, record_kind, record_id, rule, seq
                limit ?
                """
                        .formatted(condition(asked.state()), scope.sql("division"));
        List<Object> arguments = new ArrayList<>();
        arguments.add(NEVER);
        arguments.add(today);
        arguments.add(asked.dueBefore());
        arguments.add(asked.handler());
        arguments.addAll(scope.arguments());
        arguments.add(asked.organ());
        arguments.add(asked.below());
        arguments.add(NEVER);
        Place after = Place.of(cursor);
        arguments.addAll(
                List.of(after.dueOn(), after.kind(), after.id(), after.rule(), after.seq()));
        arguments.add(limit + 1);
        return page(sql, arguments, today, limit);
    }

    private static String condition(Deadline.State state) {
        if (state == null) {
            return "true";
        }
        return switch (state) {
            case RUNNING ->
                    "started_on is not null and (due_on is null or due_on >= today)"
                            + " and not suspended @> today";
            case SUSPENDED -> "(due_on is null or due_on >= today) and suspended @> today";
            case MISSED -> "due_on < today";
            case UNKNOWN -> "started_on is null";
            case MET, USED, LAPSED, TOO_EARLY ->
                    throw Refusal.parameter(
                            "state",
                            "未结期限的状态只有 RUNNING、MISSED、SUSPENDED、UNKNOWN",
                            "An open limit is RUNNING, MISSED, SUSPENDED or UNKNOWN");
        };
    }

    private Page<OpenDeadline> page(
            String sql, List<Object> arguments, LocalDate today, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                select.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<OpenDeadline> items = new ArrayList<>();
                String last = null;
                while (row.next()) {
                    if (items.size() == limit) {
                        return new Page<>(items, last);
                    }
                    items.add(item(row, today));
                    last = Place.cursorAt(row);
                }
                return new Page<>(items, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The open limits cannot be read", e);
        }
    }

    private OpenDeadline item(ResultSet row, LocalDate today) throws SQLException {
        DeadlineView it = Deadlines.view(row, today);
        String kind = row.getString("record_kind");
        UUID id = row.getObject("record_id", UUID.class);
        return new OpenDeadline(
                kind,
                id,
                paths.containsKey(kind) ? paths.get(kind) + "/" + id : null,
                row.getString("division"),
                row.getString("handler"),
                it.rule(),
                it.title(),
                it.titleEn(),
                it.legalBasis(),
                it.startedOn(),
                it.dueOn(),
                it.previousDueOn(),
                it.state(),
                it.escalation());
    }
}
