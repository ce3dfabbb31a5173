package org.fengqiao.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/** Recovery is re-emission: every record of a kind goes through the outbox again, as it stands. */
@ApplicationScoped
class Replays {

    /**
     * A replay and how far it is.
     *
     * @param status RUNNING, DONE or FAILED
     * @param emitted records appended to the outbox so far
     */
    @Schema(name = "Replay")
    record Replay(
            UUID id,
            String kind,
            String status,
            long emitted,
            OffsetDateTime startedAt,
            OffsetDateTime endedAt) {}

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final int BATCH_ROWS = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final AgroalDataSource dataSource;
    private final Instance<RecordKind> kinds;
    private final Outbox outbox;
    private final ExecutorService executor;
    private final Clock clock;

    Replays(
            AgroalDataSource dataSource,
            Instance<RecordKind> kinds,
            Outbox outbox,
            ExecutorService executor,
            Clock clock) {
        this.dataSource = dataSource;
        this.kinds = kinds;
        this.outbox = outbox;
        this.executor = executor;
        this.clock = clock;
    }

    /** The kind of that name. */
    static RecordKind kind(Instance<RecordKind> kinds, String name) {
        return kinds.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        400,
                                        "KIND_UNKNOWN",
                                        "参数 kind 无此记录种类",
                                        "The parameter kind names no kind of record"));
    }

    /** A replay that the service was stopped in goes on where it stood. */
    void resume(@Observes StartupEvent event) {
        String sql = "select id, kind from replay where status = 'RUNNING'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                RecordKind kind = kind(kinds, row.getString(2));
                executor.execute(() -> run(id, kind));
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    Replay start(String kindName, String by) {
        RecordKind kind = kind(kinds, kindName);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String sql =
                """
                insert into replay (id, kind, status, started_at, started_by)
                values (?, ?, 'RUNNING', ?, ?)
                """;
        update(sql, id, kind.name(), clock.instant().atOffset(ZoneOffset.UTC), by);
        executor.execute(() -> run(id, kind));
        return get(id);
    }

    Replay get(UUID id) {
        String sql =
                "select id, kind, status, emitted, started_at, ended_at from replay where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                return new Replay(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getObject(6, OffsetDateTime.class));
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private void run(UUID id, RecordKind kind) {
        try {
            // After a short batch, a record's own write has published it.
            while (QuarkusTransaction.requiringNew().call(() -> emitNext(id, kind))
                    == BATCH_ROWS) {}
            end(id, "DONE");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Replay %s of %s failed", id, kind.name());
            end(id, "FAILED");
        }
    }

    /** One batch under the records' row locks: an event of a concurrent write comes after it. */
    private int emitNext(UUID id, RecordKind kind) {
        try (Connection connection = dataSource.getConnection()) {
            UUID last = lastId(connection, id);
            List<? extends Recorded> records = kind.lockNext(last, BATCH_ROWS);
            if (records.isEmpty()) {
                return 0;
            }
            outbox.publishAgain(records);
            String sql = "update replay set last_id = ?, emitted = emitted + ? where id = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, records.get(records.size() - 1).id());
                update.setInt(2, records.size());
                update.setObject(3, id);
                update.executeUpdate();
            }
            return records.size();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private static UUID lastId(Connection connection, UUID id) throws SQLException {
        String sql = "select last_id from replay where id = ? for update";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                UUID last = row.getObject(1, UUID.class);
                return last == null ? FIRST : last;
            }
        }
    }

    private void end(UUID id, String status) {
        update(
                "update replay set status = ?, ended_at = ? where id = ?",
                status,
                clock.instant().atOffset(ZoneOffset.UTC),
                id);
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
