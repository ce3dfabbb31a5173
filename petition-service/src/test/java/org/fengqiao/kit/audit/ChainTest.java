package org.fengqiao.kit.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.fengqiao.testkit.Platform;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain begins over what is there already, goes on where it stands, and passes over nothing. */
class ChainTest {

    @TempDir Path folder;

    private final Platform.Database database =
            Platform.postgres("chain_" + UUID.randomUUID().toString().substring(0, 8));
    private AuditKeys keys;
    private Connection connection;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void aDatabaseOfAnOlderRelease() throws SQLException, IOException {
        AuditKeys.create(folder.resolve("keys.json"));
        keys = new AuditKeys(folder.resolve("keys.json"));
        migrated("0.10");
        connection = database.connect();
        connection.setAutoCommit(false);
        write("old", null);
        write("older", null);
        connection.commit();
        migrated("0.11");
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    private void migrated(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/kit")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void rowsFromBeforeTheProofsAreAdoptedAndProvenFromThenOn() throws SQLException, IOException {
        linkAll();
        write("new", proof("new"));
        linkAll();
        assertEquals(List.of(), found());
        assertEquals(List.of("ADOPTED", "ADOPTED", "ADDED"), kinds());
        run("update journal set reason = 'another' where subject = 'old'");
        assertEquals(1, found().size());
        assertEquals(Finding.Kind.CHANGED, found().get(0).kind());
    }

    @Test
    void aRowWithoutAProofIsAdoptedOnlyAtTheBeginning() throws SQLException, IOException {
        linkAll();
        write("forged", null);
        linkAll();
        assertEquals(List.of("ADOPTED", "ADOPTED", "UNPROVEN"), kinds());
        assertEquals(Finding.Kind.INSERTED, found().get(0).kind());
    }

    @Test
    void anAdoptedRowMayBeRewrittenLawfully() throws SQLException, IOException {
        linkAll();
        rewritten("update journal set reason = null where subject = 'old'");
        linkAll();
        assertEquals(List.of(), found());
        rewritten("delete from journal where subject = 'old'");
        assertEquals(List.of(), found());
    }

    @Test
    void whatWasChangedBeforeALawfulRewritingIsFound() throws SQLException, IOException {
        linkAll();
        run("update journal set step = 'VOID' where subject = 'old'");
        rewritten("update journal set reason = null where subject = 'old'");
        linkAll();
        assertEquals(Finding.Kind.CHANGED, found().get(0).kind());
    }

    @Test
    void aLateCommitIsNotPassedOver() throws SQLException, IOException {
        linkAll();
        try (Connection late = database.connect()) {
            late.setAutoCommit(false);
            write(late, "late", proof("late"));
            write("early", proof("early"));
            connection.commit();
            assertEquals(1, link());
            assertEquals(2, kinds().size(), "one with a smaller transaction still runs");
            late.commit();
        }
        linkAll();
        assertEquals(List.of("ADOPTED", "ADOPTED", "ADDED", "ADDED"), kinds());
        assertEquals(List.of(), found());
    }

    @Test
    void aCheckpointThatACrashKeptFromTheFileIsWrittenAtTheNextStart()
            throws SQLException, IOException {
        linkAll();
        Chain chain = chain();
        chain.linkCheckpoint(1);
        connection.commit();
        assertEquals(Finding.Kind.CUT, found().get(0).kind(), "until then it is missed");
        ChainState state = new ChainState();
        new Checkpoints(settings(), keys, Clock.systemUTC(), connection).resume(chain(), state);
        connection.commit();
        assertEquals(List.of(), found());
        assertEquals(1, state.checkpoint());
        assertTrue(!state.isTorn());
    }

    @Test
    void aFileThatDoesNotFitIsSaidAloud() throws SQLException, IOException {
        linkAll();
        Chain chain = chain();
        chain.linkCheckpoint(1);
        chain.linkCheckpoint(2);
        connection.commit();
        ChainState state = new ChainState();
        new Checkpoints(settings(), keys, Clock.systemUTC(), connection).resume(chain(), state);
        assertTrue(state.isTorn());
    }

    private Config settings() {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("fengqiao.service", "petition")
                .withDefaultValue("fengqiao.audit.checkpoint-file", file().toString())
                .build();
    }

    private Path file() {
        return folder.resolve("checkpoints.jsonl");
    }

    private Chain chain() throws SQLException {
        return Chain.open(connection, keys, Chain.homes(connection).get(0));
    }

    /** Until all are linked: a transaction of another database of the server may hold them up. */
    private void linkAll() {
        await().until(() -> link() == 0);
    }

    /** As a worker that has just started: it knows nothing but what stands in the table. */
    private long link() throws SQLException {
        connection.commit();
        Chain chain = chain();
        connection.commit();
        for (String table : chain.tables()) {
            while (chain.link(table, 1) >= 0) {
                connection.commit();
            }
        }
        long waiting = chain.waiting().rows();
        connection.commit();
        return waiting;
    }

    private void rewritten(String change) throws SQLException {
        new LawfulRewrites(keys, Clock.systemUTC())
                .rewrite(
                        new LawfulRewrites.Why("TEST", "officer"),
                        connection,
                        new LawfulRewrites.Rows("t.subject = ?", "old"),
                        () -> run(change));
        connection.commit();
    }

    private List<Finding> found() throws SQLException, IOException {
        findings.clear();
        new Verification(connection, keys, new CheckpointFile(file()), findings::add).run();
        connection.commit();
        return findings;
    }

    private List<String> kinds() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select kind from audit_chain where tab = 'journal' order by seq");
                ResultSet row = select.executeQuery()) {
            List<String> kinds = new ArrayList<>();
            while (row.next()) {
                kinds.add(row.getString(1));
            }
            return kinds;
        }
    }

    private final Instant at = Instant.parse("2024-03-04T01:02:03.456789Z");
    private final UUID record = UUID.randomUUID();

    private Map<String, Object> columns(String subject) {
        Map<String, Object> columns = new TreeMap<>();
        columns.put("kind", "test.kind.v1");
        columns.put("record_id", record.toString());
        columns.put("version", version(subject));
        columns.put("division", "410423106000");
        columns.put("step", "ENTER");
        columns.put("reason", "why");
        columns.put("issuer", "issuer");
        columns.put("subject", subject);
        columns.put("client", "client");
        columns.put("at", at.toString());
        return columns;
    }

    private static int version(String subject) {
        return subject.hashCode() & 0xffff;
    }

    private byte[] proof(String subject) {
        return new RowProofs(keys).of("journal", columns(subject));
    }

    private void write(String subject, byte[] mac) throws SQLException {
        write(connection, subject, mac);
    }

    private void write(Connection writer, String subject, byte[] mac) throws SQLException {
        Map<String, Object> columns = columns(subject);
        String sql =
                "insert into journal (%s%s) values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?%s)"
                        .formatted(
                                "at, client, division, record_id, issuer, kind, reason, step, subject, version",
                                mac == null ? "" : ", mac",
                                mac == null ? "" : ", ?");
        try (PreparedStatement insert = writer.prepareStatement(sql)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            int place = 2;
            for (String name :
                    List.of(
                            "client",
                            "division",
                            "record_id",
                            "issuer",
                            "kind",
                            "reason",
                            "step",
                            "subject",
                            "version")) {
                insert.setObject(place++, columns.get(name));
            }
            if (mac != null) {
                insert.setBytes(place, mac);
            }
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
