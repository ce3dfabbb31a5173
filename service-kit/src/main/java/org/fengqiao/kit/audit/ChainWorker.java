package org.fengqiao.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Chains the rows of audit and journal, off the path of any request, and signs checkpoints. One
 * worker is active per service: it holds its lock and writes on one connection of its own, so that
 * a lost connection is a lost lock, and goes on where the chain stands.
 */
@ApplicationScoped
class ChainWorker {

    private static final Logger LOG = Logger.getLogger(ChainWorker.class);
    private static final String SESSION = "audit-chain";
    private static final String UNPROVEN =
            "(select count(*) from %s.audit_chain where kind = 'UNPROVEN')";
    private static final int BATCH_ROWS = 500;
    private static final long RETRY_NANOS = 500_000_000;

    private final Config settings;
    private final AuditKeys keys;
    private final Clock clock;
    private final ChainState state;
    private final CheckpointFile file;
    private final long intervalMillis;
    private volatile boolean running = true;
    private Thread thread;

    ChainWorker(
            Config settings,
            AuditKeys keys,
            Clock clock,
            ChainState state,
            @ConfigProperty(name = "fengqiao.audit.checkpoint-file") Path file) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.state = state;
        this.file = new CheckpointFile(file);
        this.intervalMillis =
                settings.getOptionalValue("fengqiao.audit.interval-millis", Long.class)
                        .orElse(1000L);
    }

    /** A service that cannot prove what it writes does not start. */
    void start(@Observes StartupEvent event) {
        keys.sign(new byte[0]);
        thread = new Thread(this::run, SESSION);
        // 0: the chain waits, until replicas of an older version, which prove nothing, are gone.
        if (intervalMillis > 0) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        LockSupport.unpark(thread);
        thread.join(10_000);
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                if (locked(connection)) {
                    work(connection);
                } else {
                    connection.rollback();
                    state.standsBy();
                    LockSupport.parkNanos(RETRY_NANOS);
                }
            } catch (SQLException | IOException | RuntimeException e) {
                LOG.warnf("The chain of the audit lost its place and goes on: %s", e);
                LockSupport.parkNanos(RETRY_NANOS);
            } finally {
                state.inactive();
            }
        }
    }

    private void work(Connection connection) throws SQLException, IOException {
        List<Chain.Home> homes = Chain.homes(connection);
        if (homes.isEmpty() || homes.get(0).apart()) {
            throw new IllegalStateException("there is no audit_chain; run deploy/verify-audit");
        }
        List<Chain> chains = new ArrayList<>();
        for (Chain.Home home : homes) {
            chains.add(Chain.open(connection, keys, home));
        }
        connection.commit();
        // Rows are linked, and what waits is known, before the file of checkpoints may fail.
        linkAll(connection, chains);
        Checkpoints checkpoints = new Checkpoints(settings, keys, clock, connection, file);
        checkpoints.resume(chains.get(0), state);
        while (running) {
            checkpoints.signWhereDue(chains, state);
            state.goesOn();
            connection.commit();
            LockSupport.parkNanos(intervalMillis * 1_000_000);
            linkAll(connection, chains);
        }
        checkpoints.sign(chains, state);
    }

    private void linkAll(Connection connection, List<Chain> chains) throws SQLException {
        for (Chain chain : chains) {
            for (String table : chain.tables()) {
                int unproven = chain.link(table, BATCH_ROWS);
                while (unproven >= 0) {
                    connection.commit();
                    if (unproven > 0) {
                        LOG.errorf(
                                "%d rows of audit or journal were not written by this service;"
                                        + " deploy/verify-audit tells which",
                                unproven);
                    }
                    unproven = chain.link(table, BATCH_ROWS);
                }
            }
        }
        state.saw(chains.get(0).waiting(), chains.get(0).seq(), unproven(connection, chains));
        connection.commit();
    }

    private static long unproven(Connection connection, List<Chain> chains) throws SQLException {
        String all =
                chains.stream()
                        .map(it -> UNPROVEN.formatted(it.home().schema()))
                        .collect(Collectors.joining(" + ", "select ", ""));
        try (PreparedStatement select = connection.prepareStatement(all);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A connection of its own, by name, so that an operator finds it in pg_stat_activity. */
    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.put("user", settings.getValue("quarkus.datasource.username", String.class));
        login.put("password", settings.getValue("quarkus.datasource.password", String.class));
        login.put("ApplicationName", SESSION);
        String url = settings.getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, login);
    }

    private static boolean locked(Connection connection) throws SQLException {
        String sql = "select pg_try_advisory_lock(hashtextextended('audit-chain', 0))";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
