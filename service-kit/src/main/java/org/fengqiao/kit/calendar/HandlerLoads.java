package org.fengqiao.kit.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;

/** How many open LIMITs of organs lie with whom. */
@ApplicationScoped
class HandlerLoads {

    /**
     * The open limits that lie with one person.
     *
     * @param handler absent for those that lie with nobody by name
     * @param open all of them
     * @param nearDue those running that are due within 7 days
     * @param late those past their last day
     */
    @Schema(name = "HandlerLoad")
    public record HandlerLoad(String handler, int open, int nearDue, int late) {}

    private final AgroalDataSource dataSource;

    HandlerLoads(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One page, by handler; those that lie with nobody come first. */
    Page<HandlerLoad> list(String organ, boolean below, LocalDate today, int limit, String cursor) {
        Scope scope = Scope.of(organ);
        String sql =
                """
                select handler,
                    count(*) as open,
                    count(*) filter (where due_on between today and near
                        and not suspended @> today) as near_due,
                    count(*) filter (where due_on < today) as late
                from deadline,
                    (select ?::date as today, ?::date as near, ?::text as after) asked
                where ended_on is null
                  and kind = 'LIMIT'
                  and holder = 'ORGAN'
                  and %s
                  and (division = ? or ?)
                  and (after is null or handler > after)
                group by handler
                order by handler nulls first
                limit ?
                """
                        .formatted(scope.sql("division"));
        List<Object> arguments = new ArrayList<>();
        arguments.add(today);
        arguments.add(today.plusDays(Deadline.NEAR_DUE_DAYS));
        arguments.add(after(cursor));
        arguments.addAll(scope.arguments());
        arguments.add(organ);
        arguments.add(below);
        arguments.add(limit + 1);
        return page(sql, arguments, limit);
    }

    /** The handler of the last item of the page before; empty: that of those without one. */
    private static String after(String cursor) {
        List<String> parts = Cursor.decode(cursor);
        if (parts.size() > 1) {
            throw Cursor.invalid();
        }
        return parts.isEmpty() ? null : parts.get(0);
    }

    private Page<HandlerLoad> page(String sql, List<Object> arguments, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                select.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<HandlerLoad> items = new ArrayList<>();
                while (row.next()) {
                    if (items.size() == limit) {
                        return new Page<>(items, cursorAt(items.get(limit - 1)));
                    }
                    items.add(
                            new HandlerLoad(
                                    row.getString("handler"),
                                    row.getInt("open"),
                                    row.getInt("near_due"),
                                    row.getInt("late")));
                }
                return new Page<>(items, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The handlers' open limits cannot be read", e);
        }
    }

    private static String cursorAt(HandlerLoad last) {
        return Cursor.encode(last.handler() == null ? "" : last.handler());
    }
}
