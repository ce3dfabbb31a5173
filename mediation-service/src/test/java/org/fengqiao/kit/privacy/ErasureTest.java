package org.fengqiao.kit.privacy;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fengqiao.kit.audit.Proofs;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Retention;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Topic;
import org.fengqiao.testkit.Traces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the period of retention nobody is left in a record, and everything else is. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ErasureTest {

    private static final String KIND = "mediation.case.v1";
    private static final String YEARS = "fengqiao.retention.years.\"" + KIND + "\"";
    private static final AtomicInteger TOWNSHIPS = new AtomicInteger(230);
    private static final long SEED = 20261130;

    // A township for each test, which no other one writes to: whatever is due there is its own.
    private final String prefix = "410423" + TOWNSHIPS.getAndIncrement();
    private final String home = prefix + "000";
    private final String village = prefix + "201";
    private final Office office = clerk("keeper");
    private final Office second = clerk("chief");
    private final Canary canary = new Canary();
    private String committee;

    @Inject AgroalDataSource dataSource;
    @Inject PersonalData personalData;
    @Inject Instance<RecordKind> kinds;

    private Office clerk(String subject) {
        return Office.of(
                Tokens.of(
                        subject,
                        home,
                        "records:read",
                        "cases:read",
                        "cases:write",
                        "persons:read",
                        "ledgers:export",
                        "records:erase",
                        "admin"));
    }

    /** The cases of 2024 are due since 2026. */
    @BeforeAll
    static void keptForAYear() {
        System.setProperty(YEARS, "1");
    }

    @AfterAll
    static void keptAsEver() {
        System.clearProperty(YEARS);
    }

    @BeforeEach
    void aCommittee() {
        committee = Office.id(office.committee(village, "VILLAGE"));
    }

    @Test
    void whoeverTheCasesAreAboutIsGoneAndNoFigureMoves() throws Exception {
        Random random = new Random(SEED);
        List<String> due = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            due.add(ended(random));
        }
        String held = ended(random);
        String open = registered("2024-03-01");
        hold(held, "涉诉").then().statusCode(200).body("held", equalTo(true));
        for (String it : due) {
            assertTrue(texts(it).stream().anyMatch(canary::isIn), "nothing to erase");
        }
        Map<String, Object> before = figures(due);
        List<String> broken = Proofs.broken();
        try (Traces.Log log = Traces.log()) {
            erase(due.size(), 1);
            assertEquals(List.of(), canary.in(log.records()));
        }
        assertEquals(before, figures(due));
        assertEquals(broken, Proofs.broken());
        for (String it : due) {
            requireGone(it);
        }
        assertTrue(texts(held).stream().anyMatch(canary::isIn));
        assertTrue(texts(open).stream().anyMatch(canary::isIn));
        assertEquals(List.of(Office.id(open), Office.id(held)), found("张三丰"));
        assertEquals(List.of(), canary.in(Traces.messages()));
        exported(due, held);
    }

    @Test
    void anotherPersonReleasesWhatWasProposed() throws SQLException {
        String it = ended(new Random(SEED));
        JsonPath dry = proposed(true);
        assertEquals("DRY_RUN", dry.getString("status"));
        assertTrue(dry.getInt("records") > 0);
        release(second, dry.getString("id")).then().statusCode(409);
        JsonPath proposal = proposed(false);
        release(office, proposal.getString("id"))
                .then()
                .statusCode(403)
                .body("code", equalTo("SECOND_PERSON"));
        assertTrue(texts(it).stream().anyMatch(canary::isIn));
        // A hold that comes between proposal and release is in time.
        hold(it, "审计").then().statusCode(200);
        release(second, proposal.getString("id")).then().statusCode(202);
        assertEquals(1, done(proposal.getString("id")).getInt("held"));
        assertTrue(texts(it).stream().anyMatch(canary::isIn));
        office.post("/retention/" + Office.id(it) + "/legal-hold-release", reason("审计已结束"))
                .then()
                .statusCode(200)
                .body("held", equalTo(false));
        erase(1, 0);
        requireGone(it);
    }

    @Test
    void nothingIsProposedThatIsNotDue() {
        String open = registered("2024-03-01");
        JsonPath kept = office.read("/retention/" + Office.id(open));
        assertEquals(null, kept.getString("dueOn"));
        office.post("/erasures", proposal("2099-01-01", false)).then().statusCode(400);
        String ended = ended(new Random(SEED));
        assertEquals(
                "2026-01-01", office.read("/retention/" + Office.id(ended)).getString("dueOn"));
        JsonPath early =
                office.post("/erasures", proposal("2026-01-01", true))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        assertEquals(0, early.getInt("records"));
        List<String> listed =
                office.request()
                        .queryParam("kind", KIND)
                        .queryParam("dueBefore", "2026-06-01")
                        .get("/mediation/v1/retention")
                        .jsonPath()
                        .getList("items.id");
        assertTrue(listed.contains(Office.id(ended)));
        assertFalse(listed.contains(Office.id(open)));
    }

    /** What was entered by mistake names persons, too. */
    @Test
    void whatIsVoidedIsClosedFromThatDay() {
        String it = registered("2024-03-01");
        assertEquals(null, office.read("/retention/" + Office.id(it)).getString("countedFrom"));
        step(it, "voiding", "{\"reason\":\"重复登记\"}");
        JsonPath kept = office.read("/retention/" + Office.id(it));
        LocalDate today = LocalDate.now(Commands.SHANGHAI);
        assertEquals(today.toString(), kept.getString("countedFrom"));
        assertEquals((today.getYear() + 2) + "-01-01", kept.getString("dueOn"));
    }

    /** It is told and passed by; released again, it is tried again. */
    @Test
    void oneThatCannotBeErasedKeepsNoneOfTheOthers() throws SQLException {
        String spoilt = ended(new Random(SEED));
        String other = ended(new Random(SEED));
        String row = " where id = '" + Office.id(spoilt) + "'";
        String before = Sql.text("select parties::text from mediation_case" + row);
        Sql.run(
                """
                update mediation_case
                set parties = jsonb_set(parties, '{0,name}', to_jsonb(overlay(
                    parties->0->>'name' placing 'AAAA' from length(parties->0->>'name') - 12)))
                """
                        + row);
        String id = proposed(false).getString("id");
        release(second, id).then().statusCode(202);
        await().until(() -> !office.read("/erasures/" + id).getString("status").equals("RUNNING"));
        office.get("/erasures/" + id)
                .then()
                .body("status", equalTo("FAILED"))
                .body("erased", equalTo(1))
                .body("failed", equalTo(1));
        requireGone(other);
        Sql.run("update mediation_case set parties = '" + before + "'" + row);
        release(second, id).then().statusCode(202);
        assertEquals(2, done(id).getInt("erased"));
        requireGone(spoilt);
    }

    @Test
    void everyKindThatNamesPersonsHasARule() {
        List<String> without = List.of("mediation.committee.v1", "mediation.screening.v1");
        assertEquals(
                kinds.stream()
                        .map(RecordKind::name)
                        .filter(it -> !without.contains(it))
                        .sorted()
                        .toList(),
                Retention.at("/mediation", home).kinds().stream().sorted().toList());
    }

    /** Nothing opens to anything but the word for all; nobody is found; nothing more is done. */
    private void requireGone(String path) throws SQLException {
        for (String it : texts(path)) {
            assertEquals(PersonalData.DESTROYED, it);
        }
        JsonPath masked = office.read(path);
        assertNotEquals(null, masked.getString("erasedOn"));
        assertEquals(PersonalData.DESTROYED, masked.getString("parties[0].name"));
        assertEquals(PersonalData.DESTROYED, opened(path).getString("parties[0].phone"));
        assertEquals(PersonalData.DESTROYED, opened(path).getString("said.summary"));
        assertEquals(null, opened(path).getString("parties[0].age"));
        List<String> steps = office.read(path + "/history").getList("step");
        assertEquals("ERASE", steps.get(steps.size() - 1));
        office.step(path, "correction", "{\"reason\":\"改\",\"summary\":\"改\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECORD_ERASED"));
        hold(path, "晚了").then().statusCode(409);
        List<String> rows = rowsOf(Office.id(path));
        assertFalse(rows.toString().matches("(?s).*(name|phone|identityNumber):[0-9].*"));
    }

    /** The year's ledger has the case, and nobody in it. */
    private void exported(List<String> due, String held) {
        String csv =
                office.request()
                        .header("Fengqiao-Purpose", "AUDIT")
                        .header("Fengqiao-Acting-User", "u")
                        .queryParam("year", 2024)
                        .queryParam("format", "csv")
                        .get("/mediation/v1/exports/cases")
                        .asString();
        long rows = csv.lines().filter(it -> it.contains(PersonalData.DESTROYED)).count();
        assertEquals(due.size(), rows, csv);
        assertTrue(canary.isIn(csv), "the held case is in it");
        long others = csv.lines().filter(canary::isIn).count();
        assertEquals(2, others, held);
    }

    /** What must not move: parity, statistics, versions, and the events of a replay. */
    private Map<String, Object> figures(List<String> paths) {
        Map<String, Object> all = new HashMap<>();
        all.put("parity", ofHome(office.get("/parity?kind=" + KIND).jsonPath().getList("groups")));
        all.put("form", office.get("/statistics?period=2024").asString());
        for (String it : paths) {
            JsonPath now = office.read(it);
            all.put(it, List.of(now.getInt("version"), now.getString("status")));
        }
        String replay =
                office.post("/replays", "{\"kind\":\"" + KIND + "\"}").jsonPath().getString("id");
        await().until(() -> office.read("/replays/" + replay).getString("status").equals("DONE"));
        await().until(() -> Sql.count("select count(*) from outbox") == 0);
        Map<UUID, String> bodies = Topic.read(KIND).bodies();
        paths.forEach(it -> all.put("event " + it, bodies.get(UUID.fromString(Office.id(it)))));
        return all;
    }

    private List<?> ofHome(List<?> groups) {
        return groups.stream().filter(it -> it.toString().contains(village)).toList();
    }

    private void erase(int erased, int held) {
        String id = proposed(false).getString("id");
        release(second, id).then().statusCode(202);
        JsonPath done = done(id);
        assertEquals(erased, done.getInt("erased"), done::prettify);
        assertEquals(held, done.getInt("held"), done::prettify);
    }

    private JsonPath done(String id) {
        await().until(() -> !office.read("/erasures/" + id).getString("status").equals("RUNNING"));
        JsonPath done = office.read("/erasures/" + id);
        assertEquals("DONE", done.getString("status"));
        return done;
    }

    private JsonPath proposed(boolean dryRun) {
        return office.post("/erasures", proposal("2026-06-01", dryRun))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String proposal(String dueBefore, boolean dryRun) {
        return """
        {"kind":"%s","division":"%s","dueBefore":"%s","dryRun":%s}"""
                .formatted(KIND, home, dueBefore, dryRun);
    }

    private static Response release(Office by, String id) {
        return by.post("/erasures/" + id + "/release", "");
    }

    private Response hold(String path, String why) {
        return office.post("/retention/" + Office.id(path) + "/legal-hold", reason(why));
    }

    private static String reason(String why) {
        return "{\"reason\":\"" + why + "\"}";
    }

    private String registered(String on) {
        String body =
                """
                {"committeeId":"%s","on":"%s","source":"ON_APPLICATION","disputeType":"02",
                 "personsInvolved":2,"summary":"?","requests":"?","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"张三丰","phone":"!","sex":"MALE","age":40,
                  "identityNumber":"#","address":"?","occupation":"?"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"?"}]}"""
                        .formatted(committee, on);
        return office.created("/cases", canary.fill(body));
    }

    /** A case that ended in one of the ways there are, after some of the steps there are. */
    private String ended(Random random) {
        String it = registered("2024-03-01");
        step(it, "acceptance", "{\"on\":\"2024-03-02\"}");
        if (random.nextBoolean()) {
            step(it, "correction", "{\"reason\":\"?\",\"summary\":\"?\"}");
        }
        step(it, "sessions", "{\"on\":\"2024-03-05\",\"record\":\"?\"}");
        if (random.nextBoolean()) {
            step(
                    it,
                    "risk-reports",
                    "{\"on\":\"2024-03-06\",\"receiver\":\"POLICE\",\"risk\":\"?\"}");
        }
        switch (random.nextInt(3)) {
            case 0 ->
                    step(
                            it,
                            "agreement",
                            """
                            {"on":"2024-03-08","form":"WRITTEN","content":"?","amountYuan":500.50}""");
            case 1 -> step(it, "withdrawal", "{\"on\":\"2024-03-08\",\"reason\":\"?\"}");
            default ->
                    step(
                            it,
                            "termination",
                            """
                            {"on":"2024-03-08","cause":"NO_AGREEMENT","remediesTold":["LITIGATION"]}""");
        }
        return it;
    }

    private void step(String path, String step, String body) {
        office.step(path, step, canary.fill(body)).then().statusCode(200);
    }

    private JsonPath opened(String path) {
        return office.request()
                .header("Fengqiao-Purpose", "AUDIT")
                .header("Fengqiao-Acting-User", "u")
                .get("/mediation/v1" + path)
                .jsonPath();
    }

    private List<String> found(String name) {
        return office.request()
                .header("Fengqiao-Purpose", "AUDIT")
                .header("Fengqiao-Acting-User", "u")
                .body("{\"name\":\"" + name + "\"}")
                .post("/mediation/v1/searches")
                .then()
                .body("items", hasSize(2))
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    /** Every text that the case's rows open to, those of its history included. */
    private List<String> texts(String path) {
        UUID id = UUID.fromString(Office.id(path));
        List<String> texts = new ArrayList<>();
        RowChange reading =
                (values, boundTo, record, bound) -> {
                    Sealings.each(
                            personalData,
                            values,
                            new Sealings.Place(boundTo, record, bound),
                            found -> texts.add(found.text()));
                    return new HashMap<>(values);
                };
        try (Connection connection = dataSource.getConnection()) {
            SealedRows rows = new SealedRows(connection, reading);
            rows.rewrite(SealedTable.of("mediation_case"), List.of(id));
            rows.rewrite(SealedTable.journalOf("mediation_case"), List.of(id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertFalse(texts.isEmpty());
        return texts;
    }

    private static List<String> rowsOf(String id) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Platform.postgres().connect()) {
            for (String sql :
                    List.of(
                            "select t::text from mediation_case t where id = ?::uuid",
                            "select t::text from journal t where record_id = ?::uuid")) {
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    select.setString(1, id);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            rows.add(row.getString(1));
                        }
                    }
                }
            }
        }
        return rows;
    }
}
