package org.fengqiao.reporting.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.Stopped;
import org.jboss.logging.Logger;

/** Rebuilds of all facts from the topics, one at a time, on a thread of their own. */
@ApplicationScoped
class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final String LOCK = "hashtextextended('fact-rebuild', 0)";

    /** Where a rebuild stands. */
    @Schema(name = "RebuildState")
    enum State {
        LOADING,
        INDEXING,
        CATCHING_UP,
        DONE,
        FAILED
    }

    /**
     * A rebuild.
     *
     * @param events read so far
     * @param error why it failed
     */
    @Schema(name = "Rebuild")
    record Rebuild(
            UUID id,
            State state,
            long events,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            String error) {}

    private final DataSource database;
    private final KafkaLog log;
    private final Positions stored;
    private final List<Table> tables;
    private final EventKeys keys;
    private final Clock clock;

    Rebuilds(
            DataSource database,
            KafkaLog log,
            Positions stored,
            @All List<Table> tables,
            EventKeys keys,
            Clock clock) {
        this.database = database;
        this.log = log;
        this.stored = stored;
        this.tables = tables;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Starts one; empty while another runs. What a dead process left behind is marked as failed.
     */
    Optional<Rebuild> start(String by) throws SQLException {
        Connection connection = database.getConnection(); // holds the lock until the rebuild ends
        try {
            if (!locked(connection)) {
                connection.close();
                return Optional.empty();
            }
            UUID id = UUID.randomUUID();
            insert(connection, id, by);
            new Thread(() -> run(connection, id), "fact-rebuild").start();
            return find(id);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void run(Connection connection, UUID id) {
        try (connection) {
            try {
                new FactRebuild(connection, log, stored, tables, keys, clock)
                        .run((state, events) -> note(id, state, events, null));
            } catch (SQLException | KafkaException | Stopped e) {
                LOG.errorf(e, "Rebuild %s failed; the facts are as they were", id);
                note(id, State.FAILED, null, e.getMessage());
            } finally {
                unlock(connection);
            }
        } catch (SQLException e) {
            LOG.errorf(e, "Rebuild %s lost the database", id);
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private void insert(Connection connection, UUID id, String by) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into rebuild (id, state, events, started_by, started_at)
                                values (?, 'LOADING', 0, ?, ?)
                                """)) {
            statement.executeUpdate(
                    """
                    update rebuild
                    set state = 'FAILED', error = 'interrupted'
                    where state not in ('DONE', 'FAILED')
                    """);
            insert.setObject(1, id);
            insert.setString(2, by);
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private void note(UUID id, State state, Long events, String error) throws SQLException {
        String sql =
                """
                update rebuild
                set state = ?, events = coalesce(?, events), error = ?, finished_at = ?
                where id = ?
                """;
        boolean ended = state == State.DONE || state == State.FAILED;
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setObject(2, events, java.sql.Types.BIGINT);
            update.setString(3, error);
            update.setObject(4, ended ? clock.instant().atOffset(ZoneOffset.UTC) : null);
            update.setObject(5, id);
            update.executeUpdate();
        }
    }

    Optional<Rebuild> find(UUID id) throws SQLException {
        String sql =
                """
                select state, events, started_by, started_at, finished_at, error
                from rebuild
                where id = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                OffsetDateTime finished = row.getObject(5, OffsetDateTime.class);
                return Optional.of(
                        new Rebuild(
                                id,
                                State.valueOf(row.getString(1)),
                                row.getLong(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                finished == null ? null : finished.toInstant(),
                                row.getString(6)));
            }
        }
    }
}
