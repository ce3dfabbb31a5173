package org.fengqiao.kit.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Runs waiting imports one after the other, in one instance of the service at a time. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    // An arbitrary number: the lock is known by it in this database.
    private static final long LOCK = 7_301_004;

    private final AgroalDataSource database;
    private final LedgerImports imports;
    private final LedgerKinds kinds;
    private final ImportRun run;
    private final ExecutorService executor;
    private final ReentrantLock here = new ReentrantLock();

    ImportWorker(
            AgroalDataSource database,
            LedgerImports imports,
            LedgerKinds kinds,
            ImportRun run,
            ExecutorService executor) {
        this.database = database;
        this.imports = imports;
        this.kinds = kinds;
        this.run = run;
        this.executor = executor;
    }

    /** Starts work soon, without waiting for the next poll. */
    void wake() {
        executor.execute(this::poll);
    }

    /** Also takes up what a stopped instance left behind. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (kinds.none() || !here.tryLock()) {
            return;
        }
        try {
            work();
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Imports wait: %s", LedgerFailed.reason(e));
        } finally {
            here.unlock();
        }
    }

    private void work() throws SQLException {
        if (!imports.areWaiting()) {
            return;
        }
        // Outside of any transaction: the lock belongs to this connection's session and dies with
        // it.
        try (Connection session = database.getConnection()) {
            if (!ask(session, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                for (Optional<LedgerImports.Claimed> next = imports.claim();
                        next.isPresent();
                        next = imports.claim()) {
                    run.run(next.get());
                }
            } finally {
                ask(session, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static boolean ask(Connection session, String sql) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(sql)) {
            select.setLong(1, LOCK);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
