package org.fengqiao.reporting.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The round over all cells that is under way, and the last one that came to its end. */
@ApplicationScoped
class Rounds {

    /**
     * A round over all cells.
     *
     * @param finishedAt absent while it is under way
     * @param kind where it stands: the kind of record; {@code division} the last one verified
     * @param olderYear verified beside the recent years; absent where there is none
     * @param cells compared so far
     * @param failures sheets (a kind, a division, a year) that could not be verified
     */
    @Schema(name = "DriftRound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Round(
            Instant startedAt,
            Instant finishedAt,
            String kind,
            String division,
            Integer olderYear,
            long cells,
            long failures) {}

    private static final String COLUMNS =
            "started_at, finished_at, kind, division, older_year, cells, failures";

    private final DataSource database;
    private final Clock clock;

    Rounds(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one under way. */
    Optional<Round> current() throws SQLException {
        return find("finished_at is null");
    }

    /** The last that came to its end. */
    Optional<Round> last() throws SQLException {
        return find("finished_at is not null");
    }

    private Optional<Round> find(String which) throws SQLException {
        String sql =
                "select %s from drift_round where %s order by number desc limit 1"
                        .formatted(COLUMNS, which);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(round(row)) : Optional.empty();
        }
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class) == null
                        ? null
                        : row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Integer.class),
                row.getLong(6),
                row.getLong(7));
    }

    /** Begins one; of the earlier ones the last stays. */
    Round begin(Integer olderYear) throws SQLException {
        String sql =
                """
                with gone as (
                    delete from drift_round
                    where number < (select max(number) from drift_round)
                )
                insert into drift_round (started_at, older_year)
                values (?, ?)
                returning\s"""
                        + COLUMNS;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(2, olderYear, Types.INTEGER);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return round(row);
            }
        }
    }

    /** Notes what has been verified, so that whoever goes on begins behind it. */
    void stand(String kind, String division, long cells, long failures) throws SQLException {
        String sql =
                """
                update drift_round
                set kind = ?, division = ?, cells = cells + ?, failures = failures + ?
                where finished_at is null
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, kind);
            update.setString(2, division);
            update.setLong(3, cells);
            update.setLong(4, failures);
            update.executeUpdate();
        }
    }

    void finish() throws SQLException {
        String sql = "update drift_round set finished_at = ? where finished_at is null";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
