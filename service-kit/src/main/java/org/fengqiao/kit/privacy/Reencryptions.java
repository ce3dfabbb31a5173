package org.fengqiao.kit.privacy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Statements;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/**
 * Brings all that is sealed under the keys that write now, record by record, while the service goes
 * on. No version, no event: nothing that anybody is told changes.
 */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class Reencryptions {

    /**
     * A re-encryption and how far it is.
     *
     * @param status RUNNING, DONE or FAILED
     * @param records looked at so far; records of the vault are not counted
     * @param rewritten rows that had a value of an older key
     * @param left rows that still have one: counted at the end, and 0 but for keyed digests of what
     *     is stored nowhere
     */
    @Schema(name = "Reencryption")
    record Reencryption(
            UUID id,
            String status,
            long records,
            long rewritten,
            Long left,
            OffsetDateTime startedAt,
            OffsetDateTime endedAt) {}

    private static final Logger LOG = Logger.getLogger(Reencryptions.class);

    private final AgroalDataSource dataSource;
    private final Instance<SealedTables> sealed;
    private final ReencryptionWalk walk;
    private final ExecutorService executor;
    private final Clock clock;

    Reencryptions(
            AgroalDataSource dataSource,
            Instance<SealedTables> sealed,
            ReencryptionWalk walk,
            ExecutorService executor,
            Clock clock) {
        this.dataSource = dataSource;
        this.sealed = sealed;
        this.walk = walk;
        this.executor = executor;
        this.clock = clock;
    }

    /** One that the service was stopped in goes on where it stood. */
    void resume(@Observes StartupEvent event) {
        String sql = "select id from reencryption where status = 'RUNNING'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                executor.execute(() -> run(id));
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /**
     * Starts one, or answers the one that runs. What an earlier one has rewritten is passed over.
     *
     * @throws Refusal 409 {@code KEY_PENDING} while a version waits to write: what is sealed until
     *     then would stay behind
     */
    Reencryption start(String by) {
        sealed.forEach(it -> requireNonePending(it.keys().keys()));
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String sql =
                """
                insert into reencryption (id, status, target, started_at, started_by)
                values (?, 'RUNNING', ?, ?, ?)
                on conflict (status) where status = 'RUNNING' do nothing
                """;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (update(sql, id, walk.target(), now, by) == 0) {
            return running();
        }
        executor.execute(() -> run(id));
        return get(id);
    }

    private static void requireNonePending(KeyRing keys) {
        KeyFile file = keys.file();
        boolean pending =
                Stream.concat(file.sealing().stream(), file.index().stream())
                        .anyMatch(it -> it.activeFrom().isAfter(keys.now()));
        if (pending) {
            throw Refusal.of(409, "KEY_PENDING", "新密钥尚未生效", "A new key does not write yet");
        }
    }

    // Between the two statements it may have ended: then the last one is answered.
    private Reencryption running() {
        return one("order by (status = 'RUNNING') desc, id desc limit 1");
    }

    Reencryption get(UUID id) {
        return one("where id = ?", id);
    }

    private Reencryption one(String which, Object... values) {
        String sql =
                """
                select id, status, records, rewritten, left_over, started_at, ended_at
                from reencryption
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql + which)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                return new Reencryption(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getObject(5, Long.class),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class));
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    void run(UUID id) {
        try {
            while (walk.next(id)) {
                walk.rest();
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Re-encryption %s failed", id);
            update(
                    "update reencryption set status = 'FAILED', ended_at = ? where id = ?",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    id);
        }
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.run(connection, sql, values);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
