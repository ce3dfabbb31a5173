package org.fengqiao.kit.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.petition.accusations.Desk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Whoever may do everything to the database, and has no key, changes nothing of audit and journal
 * unnoticed. {@code -Dfengqiao.tamperings=200} says how often it is tried, {@code
 * -Dfengqiao.tamperings.seed} from which seed.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(value = OwnDatabase.class, restrictToAnnotatedClass = true)
class TamperingTest {

    private static final int TAMPERINGS = Integer.getInteger("fengqiao.tamperings", 200);
    private static final long SEED = Long.getLong("fengqiao.tamperings.seed", System.nanoTime());
    private static final String TOWNSHIP = "410423106000";
    private static final String SEALING =
            "{\"reason\":\"ACCUSATION_RECOGNISED\",\"accusedDivisions\":[\"" + TOWNSHIP + "\"]}";

    private final AuditKeys keys =
            new AuditKeys(Path.of(Platform.config().get("fengqiao.audit.key-file")));
    private final PetitionOffice office =
            PetitionOffice.of(
                    Tokens.of(
                            "clerk",
                            TOWNSHIP,
                            "petitions:read",
                            "petitions:write",
                            "persons:read",
                            "accusations:write"));

    @Test
    void everyTamperingIsFoundAndNothingElse() throws SQLException, IOException {
        try (Connection connection = connect()) {
            write(connection);
            awaitCheckpoint(connection);
            Verification.Totals untouched = verified(connection, OwnDatabase.CHECKPOINTS);
            assertEquals(0, untouched.findings);
            assertTrue(untouched.rewritten > 0 && untouched.removed > 0, "lawful ones are told");
            connection.rollback();
            whatIsNotProvenIsNotFound(connection);
            int found = 0;
            List<String> missed = new ArrayList<>();
            for (int i = 0; i < TAMPERINGS; i++) {
                String done = tampered(connection, new Random(SEED + i), i);
                long findings = verified(connection, tamperedFile(i)).findings;
                connection.rollback();
                if (findings > 0) {
                    found++;
                } else {
                    missed.add(i + ": " + done);
                }
            }
            System.out.printf(
                    "tamperings found: %d of %d (seed %d; %s rows, %d links, %d checkpoints)%n",
                    found,
                    TAMPERINGS,
                    SEED,
                    untouched.rows,
                    untouched.links,
                    untouched.checkpoints);
            assertEquals(List.of(), missed, "seed " + SEED);
            assertEquals(0, verified(connection, OwnDatabase.CHECKPOINTS).findings);
        }
    }

    /**
     * The control: the verifier finds what was done to audit and journal, and not just anything.
     */
    private void whatIsNotProvenIsNotFound(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            assertTrue(
                    statement.executeUpdate("update petition set entered_on = '2023-01-01'") > 0);
        }
        assertEquals(0, verified(connection, OwnDatabase.CHECKPOINTS).findings);
        connection.rollback();
    }

    /** One in eight is done to the file of checkpoints, the others to the database. */
    private static boolean isOfFile(int number) {
        return number % 8 == 7;
    }

    private static String tampered(Connection connection, Random random, int number)
            throws SQLException {
        if (isOfFile(number)) {
            return "checkpoints";
        }
        try (Statement statement = connection.createStatement()) {
            // What is append-only is so for the service; an administrator switches it off.
            statement.execute("set local session_replication_role = replica");
        }
        Tamperings database = new Tamperings(new OpenDatabase(connection, random), random);
        Tamperings.Act act = Tamperings.ALL.get(number % Tamperings.ALL.size());
        String done = null;
        while (done == null) {
            done = act.on(database);
        }
        return done;
    }

    private Path tamperedFile(int number) throws IOException {
        if (!isOfFile(number)) {
            return OwnDatabase.CHECKPOINTS;
        }
        List<String> lines = Files.readAllLines(OwnDatabase.CHECKPOINTS);
        Random random = new Random(SEED + number);
        List<String> left = CheckpointTamperings.of(lines, random);
        while (left.equals(lines)) {
            left = CheckpointTamperings.of(lines, random);
        }
        Path file = Files.createTempFile("checkpoints", ".jsonl");
        file.toFile().deleteOnExit();
        return Files.write(file, left);
    }

    private Verification.Totals verified(Connection connection, Path checkpoints)
            throws SQLException, IOException {
        return new Verification(connection, keys, new CheckpointFile(checkpoints), it -> {}).run();
    }

    /**
     * A real history by the real writers, several at once: registrations and steps, reads,
     * refusals, a worker that is killed, a petition and a part of one that move to the vault,
     * accusations.
     */
    private void write(Connection connection) throws SQLException {
        IntStream.range(0, 8)
                .parallel()
                .forEach(it -> office.concluded("2024-03-04", "2024-03-20"));
        kill(connection);
        String moves = office.concluded("2024-03-04", "2024-03-20");
        String stays = office.registered("2024-03-04");
        IntStream.range(0, 40)
                .parallel()
                .forEach(
                        it -> {
                            office.shown(stays).statusCode(200);
                            office.get("/petitions/" + UUID.randomUUID());
                            Desk.handler("dora", TOWNSHIP).get(UUID.randomUUID().toString());
                        });
        remember(connection);
        office.step(stays, "sealing", PART).then().statusCode(200);
        office.step(moves, "sealing", SEALING).then().statusCode(200);
        kill(connection);
        office.registered("2024-03-05");
        keepWhatWasRewritten(connection);
    }

    private static final String PART =
            """
            {"reason":"ACCUSING_PART","part":true,"text":"查处","request":"请求确认边界",
             "accusedDivisions":["%s"]}"""
                    .formatted(TOWNSHIP);

    /** The session that holds the worker's lock, at whatever it is doing. */
    private static void kill(Connection connection) throws SQLException {
        run(
                connection,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'audit-chain' and datname = current_database()");
    }

    /** The rows as they are now: some are rewritten and some removed by what comes next. */
    private static void remember(Connection connection) throws SQLException {
        run(connection, "create schema attacker");
        run(
                connection,
                """
                create table attacker.was as
                select j.*, to_jsonb(j) as row, false as rewritten
                from journal j
                """);
        // An attacker changes ids as well; the service never writes one.
        for (String table :
                List.of("journal", "read_audit", "audit_rewrite", "accusations.read_audit")) {
            run(connection, "alter table " + table + " alter id set generated by default");
        }
    }

    private static void keepWhatWasRewritten(Connection connection) throws SQLException {
        run(
                connection,
                """
                delete from attacker.was w
                using journal j
                where j.id = w.id and j.mac = w.mac
                """);
        run(
                connection,
                """
                update attacker.was w
                set rewritten = true
                from journal j
                where j.id = w.id
                """);
        run(connection, "set search_path = public, attacker");
    }

    private static void awaitCheckpoint(Connection connection) {
        String sql =
                """
                select (select count(*) from journal) = (
                        select count(*) from audit_chain where tab = 'journal'
                            and row_id in (select id from journal))
                    and (select count(*) from read_audit) = (
                        select count(*) from audit_chain where tab = 'read_audit')
                    and (select count(*) from audit_rewrite) = (
                        select count(*) from audit_chain where tab = 'audit_rewrite')
                    and (select count(*) from accusations.read_audit) + 1 = (
                        select count(*) from accusations.audit_chain)
                    and (select kind from audit_chain order by seq desc limit 1) = 'CHECKPOINT'
                """;
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            try (Statement statement = connection.createStatement();
                                    ResultSet row = statement.executeQuery(sql)) {
                                row.next();
                                boolean done = row.getBoolean(1);
                                connection.commit();
                                return done;
                            }
                        });
        await().until(() -> Files.size(OwnDatabase.CHECKPOINTS) > 0);
    }

    private static Connection connect() throws SQLException {
        Connection connection = Platform.postgres(OwnDatabase.NAME).connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
