package org.fengqiao.reporting.confirmations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;

/** Months that a unit has confirmed: its figures are complete, and a zero is a nil return. */
@ApplicationScoped
public class Confirmations {

    /**
     * A confirmed month.
     *
     * @param month {@code 2024-03}
     * @param confirmedBy the account that confirmed first
     * @param withdrawnBy the account that took it back, where that was done; then it counts no more
     */
    @Schema(name = "Confirmation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirmation(
            String division,
            String month,
            String chapter,
            String confirmedBy,
            Instant confirmedAt,
            String withdrawnBy,
            Instant withdrawnAt) {}

    /** The confirmed months of some divisions. */
    public record Confirmed(Set<String> keys) {

        /**
         * Whether the unit, or its township for it, has confirmed every month of the period. A
         * county's word covers its own level, never the silence of a township.
         */
        public boolean covers(String division, boolean ownLevel, Period period, String chapter) {
            return (ownLevel || !division.endsWith("000000"))
                    && period.months().stream()
                            .allMatch(
                                    month ->
                                            keys.contains(key(division, month, chapter))
                                                    || keys.contains(
                                                            key(
                                                                    township(division),
                                                                    month,
                                                                    chapter)));
        }
    }

    private final DataSource database;

    Confirmations(DataSource database) {
        this.database = database;
    }

    /** What counts for the divisions in the period. */
    public Confirmed of(Collection<String> divisions, Period period) throws SQLException {
        Set<String> units = new HashSet<>(divisions);
        divisions.forEach(it -> units.add(township(it)));
        String sql =
                """
                select division, month, chapter
                from confirmation
                where division = any (?) and month between ? and ? and withdrawn_at is null
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bpchar", units.toArray()));
            select.setObject(2, period.start());
            select.setObject(3, period.end());
            Set<String> keys = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    YearMonth month = YearMonth.from(row.getObject(2, LocalDate.class));
                    keys.add(key(row.getString(1), month, row.getString(3)));
                }
            }
            return new Confirmed(keys);
        }
    }

    /** Confirms; the first confirmation of a month stays. */
    Confirmation confirm(String division, YearMonth month, String chapter, String by, Instant at)
            throws SQLException {
        String sql =
                """
                insert into confirmation (division, month, chapter, confirmed_by, confirmed_at)
                values (?, ?, ?, ?, ?)
                on conflict (division, month, chapter) where withdrawn_at is null do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, division);
            insert.setObject(2, month.atDay(1));
            insert.setString(3, chapter);
            insert.setString(4, by);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return find(division, month, chapter).orElseThrow();
    }

    /** Takes the standing confirmation back; its row stays. Empty where there is none. */
    Optional<Confirmation> withdraw(
            String division, YearMonth month, String chapter, String by, Instant at)
            throws SQLException {
        String sql =
                """
                update confirmation
                set withdrawn_by = ?, withdrawn_at = ?
                where division = ? and month = ? and chapter = ? and withdrawn_at is null
                returning confirmed_by, confirmed_at
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, by);
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setString(3, division);
            update.setObject(4, month.atDay(1));
            update.setString(5, chapter);
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(read(row, division, month, chapter, by, at))
                        : Optional.empty();
            }
        }
    }

    Optional<Confirmation> find(String division, YearMonth month, String chapter)
            throws SQLException {
        String sql =
                """
                select confirmed_by, confirmed_at
                from confirmation
                where division = ? and month = ? and chapter = ? and withdrawn_at is null
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, division);
            select.setObject(2, month.atDay(1));
            select.setString(3, chapter);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(read(row, division, month, chapter, null, null))
                        : Optional.empty();
            }
        }
    }

    private static Confirmation read(
            ResultSet row, String division, YearMonth month, String chapter, String by, Instant at)
            throws SQLException {
        return new Confirmation(
                division,
                month.toString(),
                chapter,
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                by,
                at);
    }

    /** The township of a village; any other division stands for itself. */
    private static String township(String division) {
        return division.substring(0, 9).endsWith("000")
                ? division
                : division.substring(0, 9) + "000";
    }

    private static String key(String division, YearMonth month, String chapter) {
        return division + " " + month + " " + chapter;
    }
}
