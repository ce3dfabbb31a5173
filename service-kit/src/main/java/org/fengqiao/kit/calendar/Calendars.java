package org.fengqiao.kit.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.journal.Snapshots;

/** The calendar a service counts by: the data files, and over them the years loaded since. */
@ApplicationScoped
public class Calendars {

    private final AgroalDataSource dataSource;
    private final boolean rolls;
    private volatile WorkCalendar cached;

    Calendars(
            AgroalDataSource dataSource,
            @ConfigProperty(name = "fengqiao.calendar.roll-to-working-day", defaultValue = "true")
                    boolean rolls) {
        this.dataSource = dataSource;
        this.rolls = rolls;
    }

    /** The calendar to derive deadlines by; another replica's load shows within seconds. */
    public WorkCalendar current() {
        WorkCalendar calendar = cached;
        return calendar != null ? calendar : refresh();
    }

    /** Reads the loaded years anew. Not inside a transaction that loads one. */
    WorkCalendar refresh() {
        cached = stored();
        return cached;
    }

    /** The calendar as the present transaction sees it. */
    WorkCalendar stored() {
        WorkCalendar calendar = WorkCalendar.published().rolling(rolls);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select year, data from calendar_year");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                CalendarDay[] days = Snapshots.read(row.getString(2), CalendarDay[].class);
                calendar = calendar.with(row.getInt(1), List.of(days));
            }
            return calendar;
        } catch (SQLException e) {
            throw new IllegalStateException("The loaded calendar years cannot be read", e);
        }
    }

    /** Puts a year in the caller's transaction, in the place of what was known of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(int year, List<CalendarDay> days, String by, Instant at) {
        String sql =
                """
                insert into calendar_year (year, data, loaded_at, loaded_by)
                values (?, ?::jsonb, ?, ?)
                on conflict (year) do update
                set data = excluded.data,
                    loaded_at = excluded.loaded_at,
                    loaded_by = excluded.loaded_by
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, year);
            insert.setString(2, Snapshots.write(days.toArray(CalendarDay[]::new)));
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setString(4, by);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The calendar of " + year + " cannot be kept", e);
        }
    }
}
