package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.FeedCursor;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.sets.Filing.Key;
import org.fengqiao.reporting.sets.Filing.Taken;

/** Figure sets: a row per step, which is their history, their feed, and the state they are in. */
@ApplicationScoped
class Filings {

    /** A step of a set, as its history tells it. */
    record Entry(int version, SetStatus status, UUID submission, Taken taken) {}

    /** A step of a set, with the place in the feed after it. */
    record FeedEntry(
            Key key, int version, SetStep step, SetStatus status, Instant at, String next) {}

    private final DataSource database;

    Filings(DataSource database) {
        this.database = database;
    }

    /** The sets of a form and period in an area that anybody has touched, by their divisions. */
    List<Filing> of(String form, Period period, Scope area) throws SQLException {
        String sql =
                """
                select distinct on (division) division, version, status, step, nil_returns, reason,
                    taken_by, taken_at, submission,
                    min(taken_at) filter (where step = 'SUBMIT') over (partition by division)
                from figure_set_step
                where form = ? and period = ? and %s
                order by division, version desc
                """
                        .formatted(area.sql("division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, form);
            select.setString(2, period.text());
            int index = 3;
            for (String argument : area.arguments()) {
                select.setString(index++, argument);
            }
            try (ResultSet row = select.executeQuery()) {
                List<Filing> filings = new ArrayList<>();
                while (row.next()) {
                    filings.add(
                            new Filing(
                                    new Key(form, row.getString(1), period),
                                    row.getInt(2),
                                    SetStatus.valueOf(row.getString(3)),
                                    row.getObject(9, UUID.class),
                                    taken(row, 4),
                                    instant(row, 10)));
                }
                return filings;
            }
        }
    }

    Filing get(Key key) throws SQLException {
        return of(key.form(), key.period(), Scope.of(key.division())).stream()
                .filter(it -> it.key().division().equals(key.division()))
                .findFirst()
                .orElse(Filing.open(key));
    }

    /**
     * The set as that very step left it, whatever came after: a request that was sent twice. Empty
     * where the step was not taken on that version, by that person in those words.
     */
    Optional<Filing> answered(Key key, int ifMatch, Taken asked) throws SQLException {
        // All from one reading: a twin may take the step between two.
        List<Entry> history = history(key);
        Instant first =
                history.stream()
                        .filter(it -> it.submission() != null)
                        .map(it -> it.taken().at())
                        .findFirst()
                        .orElse(null);
        return history.stream()
                .filter(it -> it.version() == ifMatch + 1 && it.taken().repeats(asked))
                .map(
                        it ->
                                new Filing(
                                        key,
                                        it.version(),
                                        it.status(),
                                        it.submission(),
                                        it.taken(),
                                        first))
                .findFirst();
    }

    /** Division and period of each set of a form in an area that anybody has touched. */
    List<Key> touched(String form, Scope area) throws SQLException {
        String sql =
                """
                select distinct division, period
                from figure_set_step
                where form = ? and %s
                order by division, period
                """
                        .formatted(area.sql("division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, form);
            int index = 2;
            for (String argument : area.arguments()) {
                select.setString(index++, argument);
            }
            try (ResultSet row = select.executeQuery()) {
                List<Key> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(new Key(form, row.getString(1), Period.of(row.getString(2))));
                }
                return keys;
            }
        }
    }

    private static Taken taken(ResultSet row, int first) throws SQLException {
        return new Taken(
                SetStep.valueOf(row.getString(first)),
                List.of((String[]) row.getArray(first + 1).getArray()),
                row.getString(first + 2),
                row.getString(first + 3),
                instant(row, first + 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /**
     * Records the step that a set has just taken.
     *
     * @throws Refusal 412 where another step came first
     */
    void add(Filing it) throws SQLException {
        String sql =
                """
                insert into figure_set_step (form, division, period, version, status, submission,
                    step, nil_returns, reason, taken_by, taken_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, it.key().form());
            insert.setString(2, it.key().division());
            insert.setString(3, it.key().period().text());
            insert.setInt(4, it.version());
            insert.setString(5, it.status().name());
            insert.setObject(6, it.submission());
            insert.setString(7, it.taken().step().name());
            insert.setArray(8, connection.createArrayOf("text", it.taken().nil().toArray()));
            insert.setString(9, it.taken().reason());
            insert.setString(10, it.taken().by());
            insert.setObject(11, it.taken().at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Forms.stale(e, it.version());
        }
    }

    /** All steps of a set, in their order. */
    List<Entry> history(Key key) throws SQLException {
        String sql =
                """
                select version, status, submission, step, nil_returns, reason, taken_by, taken_at
                from figure_set_step
                where form = ? and division = ? and period = ?
                order by version
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.form());
            select.setString(2, key.division());
            select.setString(3, key.period().text());
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(
                            new Entry(
                                    row.getInt(1),
                                    SetStatus.valueOf(row.getString(2)),
                                    row.getObject(3, UUID.class),
                                    taken(row, 4)));
                }
                return entries;
            }
        }
    }

    /**
     * The steps after a {@link FeedCursor}.
     *
     * @param after {@code next} of an entry before; null from the start
     */
    List<FeedEntry> changes(Scope area, String after, int limit) throws SQLException {
        FeedCursor place = FeedCursor.of(after);
        String sql =
                """
                select form, division, period, version, step, status, taken_at, xid::text, id
                from figure_set_step
                where %s
                  and %s
                order by %s
                limit ?
                """
                        .formatted(
                                FeedCursor.behind("figure_set_step"),
                                area.sql("division"),
                                FeedCursor.order("figure_set_step"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int index = place.set(select, 1);
            for (String argument : area.arguments()) {
                select.setString(index++, argument);
            }
            select.setInt(index, limit);
            try (ResultSet row = select.executeQuery()) {
                List<FeedEntry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(
                            new FeedEntry(
                                    new Key(
                                            row.getString(1),
                                            row.getString(2),
                                            Period.of(row.getString(3))),
                                    row.getInt(4),
                                    SetStep.valueOf(row.getString(5)),
                                    SetStatus.valueOf(row.getString(6)),
                                    instant(row, 7),
                                    new FeedCursor(row.getString(8), row.getLong(9)).text()));
                }
                return entries;
            }
        }
    }
}
