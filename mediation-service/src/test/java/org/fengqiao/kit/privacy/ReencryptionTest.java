package org.fengqiao.kit.privacy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fengqiao.kit.audit.Proofs;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys rotate while the service is used; then everything is brought under the new ones. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReencryptionTest {

    // A township that no other test writes to.
    private static final String VILLAGE = "410423245201";
    private static final String GRACE = "PT3S";
    private static final Path FILE = Path.of(Platform.config().get("fengqiao.privacy.key-file"));

    private final Office office =
            Office.of(
                    Tokens.of(
                            "keeper",
                            "410423245000",
                            "records:read",
                            "cases:read",
                            "cases:write",
                            "persons:read",
                            "admin"));
    // The person of each case, by the case's path.
    private final Map<String, String> persons = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private String committee;

    @Inject Reencryptions reencryptions;
    @Inject ReencryptionWalk walk;
    @Inject PersonalData personalData;

    @BeforeEach
    void aCommittee() {
        committee = Office.id(office.committee(VILLAGE, "VILLAGE"));
    }

    @Test
    void keysRotateTwiceUnderLoadAndEverythingStaysReadable() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 2; i++) {
                clerks.execute(() -> repeat(going, this::write));
                clerks.execute(() -> repeat(going, this::read));
            }
            await().until(() -> persons.size() > 5);
            for (int i = 0; i < 2; i++) {
                rotate("sealing");
                rotate("index");
                int before = persons.size();
                await().atMost(Duration.ofMinutes(1)).until(() -> persons.size() > before + 5);
            }
            List<String> sealed = sealings();
            assertTrue(sealed.size() >= 3, "three versions wrote: " + sealed);
            reencrypted();
            assertEquals(List.of(Long.toString(primary(keys().sealing()))), sealings());
        } finally {
            going.set(false);
            clerks.shutdown();
        }
        assertTrue(clerks.awaitTermination(1, TimeUnit.MINUTES));
        persons.keySet().forEach(this::check);
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(persons.size() > 15, "too few to tell anything: " + persons.size());
        assertEquals(List.of(Long.toString(primary(keys().sealing()))), sealings());
    }

    /** Who writes faster than it reads would keep it running for ever. */
    @Test
    void aRecordWrittenAfterEachBatchDoesNotKeepItFromItsEnd() {
        UUID id = UUID.randomUUID();
        Sql.run(
                "insert into reencryption (id, status, target, started_at, started_by)"
                        + " values ('%s', 'RUNNING', '%s', now(), 'test')"
                                .formatted(id, walk.target()));
        long most = 100 + Sql.count("select count(*) from journal") / 50;
        int batches = 0;
        while (walk.next(id)) {
            write();
            assertTrue(++batches < most, () -> progress(id).prettify());
        }
        assertEquals("DONE", progress(id).getString("status"));
    }

    @Test
    void stoppedInTheMiddleItGoesOnAndLosesNothing() throws Exception {
        for (int i = 0; i < 40; i++) {
            write();
        }
        Map<String, List<Object>> before = shown();
        Set<String> broken = Set.copyOf(Proofs.broken());
        rotate("sealing");
        rotate("index");
        UUID id = interrupted();
        assertTrue(leftOver() > 0, "it was through before it was stopped");
        reencryptions.resume(new StartupEvent());
        ended(id);
        assertEquals(0, leftOver());
        assertEquals(before, shown());
        assertEquals(broken, Set.copyOf(Proofs.broken()));
        persons.keySet().forEach(this::check);
        assertEquals(List.of(), List.copyOf(failures));
    }

    @Test
    void aVersionIsRetiredOnlyWhenNoColumnOfAnyTableNeedsIt() throws Exception {
        write();
        long old = primary(keys().sealing());
        rotate("sealing");
        assertThrows(KeyCommand.Refused.class, () -> retire(primary(keys().sealing())));
        assertThrows(KeyCommand.Refused.class, () -> retire(old));
        String forgotten = sealedBefore(old);
        reencrypted();
        // A table that nobody has told of: the scan finds what a walk over known ones would miss.
        Sql.run("create table forgotten (note jsonb)");
        Sql.run("insert into forgotten values ('{\"a\": [\"" + forgotten + "\"]}')");
        assertThrows(KeyCommand.Refused.class, () -> retire(old));
        Sql.run("drop table forgotten");
        retire(old);
        personalData.keys().look();
        persons.keySet().forEach(this::check);
        assertEquals(List.of(), List.copyOf(failures));
    }

    private void repeat(AtomicBoolean going, Runnable act) {
        while (going.get()) {
            try {
                act.run();
            } catch (RuntimeException | AssertionError e) {
                failures.add(e.toString());
            }
        }
    }

    private void write() {
        String name = "周" + Integer.toString(number.incrementAndGet(), 36) + UUID.randomUUID();
        String body =
                """
                {"committeeId":"%s","on":"2024-03-01","source":"ON_APPLICATION","disputeType":"02",
                 "personsInvolved":2,"summary":"关于%s的事","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"%s"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"李四四"}]}"""
                        .formatted(committee, name, name);
        Response answer = office.post("/cases", body);
        if (answer.statusCode() != 201) {
            failures.add("write " + answer.statusCode() + " " + answer.asString());
            return;
        }
        String location = answer.header("Location");
        persons.put(location.substring(location.indexOf("/cases")), name);
    }

    private void read() {
        persons.keySet().stream().skip(persons.size() / 2).findFirst().ifPresent(this::check);
    }

    /** The person is shown, and the case is found by the person. */
    private void check(String path) {
        JsonPath it = opened(path);
        String name = persons.get(path);
        if (!name.equals(it.getString("parties[0].name"))
                || !("关于" + name + "的事").equals(it.getString("said.summary"))) {
            failures.add("read " + path + " " + it.prettify());
        }
        List<String> found =
                office.request()
                        .header("Fengqiao-Purpose", "AUDIT")
                        .header("Fengqiao-Acting-User", "u")
                        .body("{\"name\":\"" + name + "\"}")
                        .post("/mediation/v1/searches")
                        .jsonPath()
                        .getList("items.id");
        if (!List.of(Office.id(path)).equals(found)) {
            failures.add("search " + path + " " + found);
        }
    }

    private JsonPath opened(String path) {
        return office.request()
                .header("Fengqiao-Purpose", "AUDIT")
                .header("Fengqiao-Acting-User", "u")
                .get("/mediation/v1" + path)
                .jsonPath();
    }

    /** ETag and content of each case. */
    private Map<String, List<Object>> shown() {
        Map<String, List<Object>> all = new TreeMap<>();
        for (String path : persons.keySet()) {
            Response answer = office.get(path);
            all.put(path, List.of(answer.header("ETag"), answer.jsonPath().getMap("")));
        }
        return all;
    }

    private void rotate(String which) throws Exception {
        command("rotate", FILE.toString(), which, GRACE);
        Instant from =
                (which.equals("sealing") ? keys().sealing() : keys().index())
                        .stream().map(KeyVersion::activeFrom).max(Instant::compareTo).orElseThrow();
        await().until(() -> Instant.now().isAfter(from.plusMillis(100)));
    }

    private static void command(String... words) throws Exception {
        PrintStream out =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertTrue(new KeyCommand(out, Instant.now()).run(words));
    }

    /** As if some minutes had gone by since the last rotation. */
    private static void retire(long id) throws Exception {
        try (Connection database = Platform.postgres().connect()) {
            PrintStream out = new PrintStream(new ByteArrayOutputStream());
            new KeyCommand(out, Instant.now().plusSeconds(90)).retire(FILE, id, database);
        }
    }

    private static KeyFile keys() throws Exception {
        return KeyFormat.parse(Files.readAllBytes(FILE), FILE);
    }

    private static long primary(List<KeyVersion> versions) {
        return KeyVersion.primary(versions, Instant.now()).id();
    }

    private void reencrypted() {
        UUID id = started();
        JsonPath done = ended(id);
        assertEquals(0, done.getLong("left"));
        assertTrue(done.getLong("rewritten") > 0);
    }

    private UUID started() {
        Response answer = office.post("/reencryptions", "");
        assertEquals(202, answer.statusCode(), answer.asString());
        return UUID.fromString(answer.path("id"));
    }

    private JsonPath ended(UUID id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"RUNNING".equals(progress(id).getString("status")));
        JsonPath progress = progress(id);
        assertEquals("DONE", progress.getString("status"));
        return progress;
    }

    private JsonPath progress(UUID id) {
        return office.read("/reencryptions/" + id);
    }

    /** One whose transaction is ended in the middle of a batch, as by the end of its process. */
    private UUID interrupted() throws Exception {
        try (Connection lock = Platform.postgres().connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            // It waits here: in the last of the tables, with the batch half done.
            String last =
                    "select id from mediation_case where id = (select max(id::text)::uuid from"
                            + " mediation_case) for update";
            statement.executeQuery(last).close();
            UUID id = started();
            await().until(() -> waiting() != null);
            Sql.run("select pg_terminate_backend(" + waiting() + ")");
            await().until(() -> "FAILED".equals(progress(id).getString("status")));
            lock.rollback();
            // What a process that is killed cannot write.
            Sql.run(
                    "update reencryption set status = 'RUNNING', ended_at = null where id = '"
                            + id
                            + "'");
            return id;
        }
    }

    private static String waiting() {
        return Sql.text(
                "select pid from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%mediation_case%' limit 1");
    }

    private static String sealedBefore(long version) {
        String all =
                Sql.text(
                        "select string_agg(proceedings ->> 'summary', ' ' order by id desc)"
                                + " from mediation_case where division = '410423245201'");
        for (String it : all.split(" ")) {
            if (PersonalData.version(it) == version) {
                return it;
            }
        }
        throw new AssertionError("nothing is sealed with " + version);
    }

    /** The versions that summaries of this township's cases are sealed with. */
    private static List<String> sealings() {
        String all =
                Sql.text(
                        "select string_agg(proceedings ->> 'summary', ' ')"
                                + " from mediation_case where division = '410423245201'");
        List<String> versions = new ArrayList<>();
        for (String it : all.split(" ")) {
            versions.add(Long.toString(PersonalData.version(it)));
        }
        return versions.stream().distinct().toList();
    }

    private long leftOver() throws SQLException {
        try (Connection connection = Platform.postgres().connect()) {
            return KeyUse.ofOld(connection, personalData.keys());
        }
    }
}
