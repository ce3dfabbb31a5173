package org.fengqiao.kit.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker says of itself is so: where it cannot go on, after it lost its lock, restarted. */
class ChainWorkerTest {

    @TempDir Path folder;

    private final ChainState state = new ChainState();
    private AuditKeys keys;
    private JournalDatabase journal;
    private ChainWorker worker;

    @BeforeEach
    void aWorkerWhoseFolderIsMissing() throws SQLException, IOException {
        AuditKeys.create(folder.resolve("keys.json"));
        keys = new AuditKeys(folder.resolve("keys.json"));
        journal = new JournalDatabase(keys);
        worker = started(state);
    }

    @AfterEach
    void end() throws SQLException, InterruptedException {
        worker.stop(null);
        journal.close();
    }

    @Test
    void aFileThatCannotBeWrittenKeepsNoRowFromItsLink() throws SQLException, IOException {
        for (String subject : List.of("first", "second")) {
            written(subject);
            await().until(() -> linked() == (subject.equals("first") ? 3 : 4));
        }
        assertFalse(state.active(), "nothing is signed, and that is an alarm");
        try (Connection late = journal.connect()) {
            journal.write(late, "late", journal.proof("late"));
            written("waits");
            await("what waits is told all the same").until(() -> state.waiting().rows() == 1);
        }
        Files.createDirectory(file().getParent());
        await().until(() -> state.active() && linked() == 5);
        await().until(() -> state.waiting().rows() == 0);
        assertEquals(List.of(), found());
    }

    @Test
    void nothingWaitsWhereAnotherReplicaHasTheLock() throws SQLException, IOException {
        Files.createDirectory(file().getParent());
        await().until(state::active);
        try (Connection other = journal.connect();
                Connection late = journal.connect()) {
            journal.write(late, "late", journal.proof("late"));
            written("waits");
            await().until(() -> state.waiting().rows() == 1);
            journal.run(
                    """
                    select pg_terminate_backend(pid)
                    from pg_stat_activity
                    where application_name = 'audit-chain' and datname = current_database()
                    """);
            try (Statement lock = other.createStatement()) {
                lock.execute("select pg_advisory_lock(hashtextextended('audit-chain', 0))");
            }
            await().until(() -> !state.active() && state.waiting().rows() == 0);
        }
        await().until(state::active);
    }

    @Test
    void aRowWithoutAProofIsToldAfterARestartToo() throws SQLException, InterruptedException {
        await().until(() -> linked() == 2);
        journal.write("forged", null);
        journal.connection.commit();
        await().until(() -> state.unproven() == 1);
        worker.stop(null);
        ChainState restarted = new ChainState();
        worker = started(restarted);
        await().until(() -> restarted.unproven() == 1);
    }

    @Test
    void aRowDatedToTheBeginningOfTimeIsLateAndNoFailure() {
        ChainState infinite = new ChainState();
        Instant beginning = OffsetDateTime.MIN.toInstant();
        infinite.saw(new Chain.Waiting(1, beginning), 1, 0);
        ChainHealth health = new ChainHealth(infinite, Clock.systemUTC());
        assertEquals(HealthCheckResponse.Status.DOWN, health.call().getStatus());
    }

    private ChainWorker started(ChainState state) {
        ChainWorker another =
                new ChainWorker(journal.settings(), keys, Clock.systemUTC(), state, file());
        another.start(null);
        return another;
    }

    private Path file() {
        return folder.resolve("mounted/checkpoints.jsonl");
    }

    private void written(String subject) throws SQLException {
        journal.write(subject, journal.proof(subject));
        journal.connection.commit();
    }

    private int linked() throws SQLException {
        int linked = journal.kinds().size();
        journal.connection.commit();
        return linked;
    }

    private List<Finding> found() throws SQLException, IOException {
        List<Finding> findings = new ArrayList<>();
        new Verification(journal.connection, keys, new CheckpointFile(file()), findings::add).run();
        journal.connection.commit();
        return findings;
    }
}
