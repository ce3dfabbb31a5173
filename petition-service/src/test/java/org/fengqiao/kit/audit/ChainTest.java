package org.fengqiao.kit.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain begins over what is there already, goes on where it stands, and passes over nothing. */
class ChainTest {

    @TempDir Path folder;

    private AuditKeys keys;
    private JournalDatabase journal;
    private Connection connection;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void aDatabaseOfAnOlderRelease() throws SQLException, IOException {
        AuditKeys.create(folder.resolve("keys.json"));
        keys = new AuditKeys(folder.resolve("keys.json"));
        journal = new JournalDatabase(keys);
        connection = journal.connection;
        checkpoints().sign(List.of(chain()), new ChainState());
    }

    @AfterEach
    void end() throws SQLException {
        journal.close();
    }

    @Test
    void rowsFromBeforeTheProofsAreAdoptedAndProvenFromThenOn() throws SQLException, IOException {
        linkAll();
        journal.write("new", journal.proof("new"));
        linkAll();
        assertEquals(List.of(), found());
        assertEquals(List.of("ADOPTED", "ADOPTED", "ADDED"), journal.kinds());
        journal.run("update journal set reason = 'another' where subject = 'old'");
        assertEquals(1, found().size());
        assertEquals(Finding.Kind.CHANGED, found().get(0).kind());
    }

    @Test
    void aRowWithoutAProofIsAdoptedOnlyAtTheBeginning() throws SQLException, IOException {
        linkAll();
        journal.write("forged", null);
        linkAll();
        assertEquals(List.of("ADOPTED", "ADOPTED", "UNPROVEN"), journal.kinds());
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
        journal.run("update journal set step = 'VOID' where subject = 'old'");
        rewritten("update journal set reason = null where subject = 'old'");
        linkAll();
        assertEquals(Finding.Kind.CHANGED, found().get(0).kind());
    }

    @Test
    void aLateCommitIsNotPassedOver() throws SQLException, IOException {
        linkAll();
        try (Connection late = journal.connect()) {
            journal.write(late, "late", journal.proof("late"));
            journal.write("early", journal.proof("early"));
            connection.commit();
            assertEquals(1, link());
            assertEquals(2, journal.kinds().size(), "one with a smaller transaction still runs");
            late.commit();
        }
        linkAll();
        assertEquals(List.of("ADOPTED", "ADOPTED", "ADDED", "ADDED"), journal.kinds());
        assertEquals(List.of(), found());
    }

    @Test
    void aCheckpointThatACrashKeptFromTheFileIsWrittenAtTheNextStart()
            throws SQLException, IOException {
        linkAll();
        Chain chain = chain();
        chain.linkCheckpoint(2);
        connection.commit();
        assertEquals(Finding.Kind.CUT, found().get(0).kind(), "until then it is missed");
        journal.write("meanwhile", journal.proof("meanwhile"));
        linkAll();
        assertResumedWith(2);
    }

    @Test
    void aLineThatAFullDiskToreIsWrittenAgain() throws SQLException, IOException {
        linkAll();
        chain().linkCheckpoint(2);
        connection.commit();
        Files.writeString(file(), "{\"apart\":{},\"at\":\"20", StandardOpenOption.APPEND);
        assertResumedWith(2);
        Checkpoints checkpoints = checkpoints();
        checkpoints.resume(chain(), new ChainState());
        journal.write("new", journal.proof("new"));
        linkAll();
        checkpoints.sign(List.of(chain()), new ChainState());
        assertEquals(List.of(), found());
    }

    private void assertResumedWith(long number) throws SQLException, IOException {
        ChainState state = new ChainState();
        checkpoints().resume(chain(), state);
        connection.commit();
        assertEquals(List.of(), found());
        assertEquals(number, state.checkpoint());
        assertFalse(state.isTorn());
    }

    @Test
    void aFileThatDoesNotFitIsSaidAloud() throws SQLException, IOException {
        linkAll();
        Chain chain = chain();
        chain.linkCheckpoint(2);
        chain.linkCheckpoint(3);
        connection.commit();
        ChainState state = new ChainState();
        checkpoints().resume(chain(), state);
        assertTrue(state.isTorn());
    }

    @Test
    void aForgedNoteOfARemovalIsNeverAdopted() throws SQLException, IOException {
        journal.write("new", journal.proof("new"));
        linkAll();
        journal.run("alter table audit_rewrite alter mac drop not null");
        journal.run(
                """
                insert into audit_rewrite (xid, at, row_id, old_mac, reason)
                select '3'::xid8, now(), id, mac, 'RETENTION'
                from journal
                where subject = 'new'
                """);
        journal.run("delete from journal where subject = 'new'");
        assertEquals(List.of("audit_rewrite"), tables(found()));
        linkAll();
        assertEquals(List.of("audit_rewrite"), tables(found()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = 'infinity'",
                "at = '-infinity'",
                "at = '10000-01-01'",
                "at = '0044-03-15 BC'",
                "snapshot = '{\"count\": 1e2000}'"
            })
    void whatNobodyCanReadIsARowThatFitsNoProof(String change) throws SQLException, IOException {
        journal.write("linked", journal.proof("linked"));
        linkAll();
        journal.write("waits", journal.proof("waits"));
        journal.run("update journal set %s where subject in ('linked', 'waits')".formatted(change));
        linkAll();
        assertEquals(List.of("ADOPTED", "ADOPTED", "ADDED", "UNPROVEN"), journal.kinds());
        assertEquals(
                List.of(Finding.Kind.CHANGED, Finding.Kind.INSERTED),
                found().stream().map(Finding::kind).sorted().toList());
    }

    @Test
    void noChainAndNoFileAreFound() throws SQLException, IOException {
        journal.run("drop table audit_chain");
        Files.delete(file());
        assertEquals(List.of("audit_chain", "checkpoints"), tables(found()));
    }

    @Test
    void whoVerifiesNeedsNoPrivateKey() throws SQLException, IOException {
        linkAll();
        Path file = folder.resolve("keys.json");
        String all = Files.readString(file);
        String open = all.replaceFirst("\"private\" : \"[^\"]+\",", "");
        assertNotEquals(all, open);
        Files.writeString(file, open);
        keys = new AuditKeys(file);
        assertEquals(List.of(), found());
        assertThrows(IllegalStateException.class, () -> keys.sign(new byte[0]));
    }

    private static List<String> tables(List<Finding> findings) {
        return findings.stream().map(Finding::table).toList();
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                journal.settings(),
                keys,
                Clock.systemUTC(),
                connection,
                new CheckpointFile(file()));
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
                        () -> journal.run(change));
        connection.commit();
    }

    private List<Finding> found() throws SQLException, IOException {
        findings.clear();
        new Verification(connection, keys, new CheckpointFile(file()), findings::add).run();
        connection.commit();
        return findings;
    }
}
