package org.fengqiao.petition.accusations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.fengqiao.testkit.Traces.holding;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Traces;
import org.junit.jupiter.api.Test;

/** What turns out to be an accusation is found nowhere but in the vault (XF 30, D4). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SealingTest {

    // A county of its own: what its vault hands out next is from this test.
    private static final String COUNTY = "410498000000";
    private static final String TOWNSHIP = "410498101000";
    private static final String NEIGHBOUR = "410498102000";
    private static final String VAULT = "accusations";
    private static final String[] OFFICE = {
        "petitions:read",
        "petitions:write",
        "persons:read",
        "accusations:write",
        "records:read",
        "ledgers:import",
        "ledgers:export"
    };
    // Base64 of what Tink writes: a byte of version and the key's id come first.
    private static final Pattern CIPHERTEXT = Pattern.compile("A[Q-Za-f][A-Za-z0-9+/]{40,}=*");
    private static final String ALL =
            "{\"reason\":\"ACCUSATION_RECOGNISED\",\"accusedDivisions\":[\"" + TOWNSHIP + "\"]}";
    private static final String HEAD = "信访件编号,信访形式,信访日期,登记日期,信访目的,信访人,住址,信访人数,内容分类,概况信息\n";

    private final PetitionOffice office = office(TOWNSHIP);
    private final PetitionOffice county = office(COUNTY);
    private final Desk handler = Desk.handler("dora", COUNTY);
    private final Desk chief = Desk.handler("boris", COUNTY);

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static PetitionOffice office(String division) {
        return PetitionOffice.of(Tokens.of("clerk", division, OFFICE));
    }

    @Test
    void aSealedPetitionAndWhatIsAboutItAreFoundNowhereButInTheVault() {
        String canary = "夜莺" + token();
        try (Traces.Log log = Traces.log()) {
            String petition = withCanary(canary);
            List<String> records = withWhatIsAboutIt(petition, canary);
            Set<String> sealed = ciphertextsOf(records);
            // The controls: the same search finds what is to be gone.
            assertTrue(sealed.size() > 12, sealed.size() + " ciphertexts");
            assertTrue(holding(Traces.rows(VAULT), PetitionOffice.id(petition)).size() > 8);
            records.forEach(it -> await().until(() -> !holding(Traces.messages(), it).isEmpty()));

            Response moved = office.step(petition, "sealing", ALL);
            assertEquals("{\"status\":\"MOVED\",\"statusLabel\":\"移交\"}", moved.asString());
            moved.then().statusCode(200).header("Location", equalTo(null));

            List<String> rows = Traces.rows(VAULT);
            sealed.forEach(it -> assertEquals(List.of(), holding(rows, it)));
            records.forEach(
                    it -> {
                        assertEquals(List.of(), withoutAudit(holding(rows, it)));
                        await().atMost(Duration.ofSeconds(30)).until(() -> isTombstone(lastOf(it)));
                    });
            Stream.of(Traces.rows(), Traces.messages(), log.records(), Traces.metrics(metrics))
                    .forEach(it -> assertEquals(List.of(), holding(it, canary)));
            // The path; a metric of keys says "sealing", too, of each service's.
            assertEquals(List.of(), holding(Traces.metrics(metrics), "/sealing"));
            readsAsAbsent(petition, records, canary);
            vaultHas(canary);
        }
    }

    private void readsAsAbsent(String petition, List<String> records, String canary) {
        for (String read : List.of("", "/history", "/deadlines", "/similar")) {
            for (PetitionOffice reader : List.of(office, county)) {
                reader.get(petition + read)
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("NOT_FOUND"))
                        .body(not(containsString(canary)));
            }
        }
        for (String list : List.of("/petitions", "/visits", "/supervisions", "/backlog-cases")) {
            String shown =
                    office.get(list + "?limit=200").then().statusCode(200).extract().asString();
            records.forEach(it -> assertFalse(shown.contains(it), list));
        }
        String feed = county.get("/changes?limit=200").then().statusCode(200).extract().asString();
        records.forEach(it -> assertFalse(feed.contains(it)));
    }

    private void vaultHas(String canary) {
        JsonPath seen = received(canary);
        String id = seen.getString("id");
        assertEquals("概况" + canary + "\n请求" + canary, seen.getString("text"));
        assertEquals("***", seen.getString("informers[0].name"));
        // The petition, its visit, its supervision, its backlog case.
        assertEquals(4, seen.getInt("originalCount"));
        handler.named(id, "boris", COUNTY);
        handler.step(id, "identity-release-requests", "{\"reason\":\"核实\"}").then().statusCode(200);
        chief.step(id, "identity-releases", "{\"requestedBy\":\"dora\",\"reason\":\"同意\"}")
                .then()
                .statusCode(200);
        JsonPath identity =
                handler.step(id, "identity-readings", null)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertEquals("姓名" + canary, identity.getString("informers[0].name"));
        String papers = String.join("\n", identity.getList("originals", String.class));
        Stream.of("概况", "意见", "更正", "依据", "来访人", "来访", "要求", "领导", "积案", "住")
                .forEach(it -> assertTrue(papers.contains(it + canary), it));
        assertFalse(CIPHERTEXT.matcher(papers).find(), "every text is opened");
    }

    /** What the vault hands out next that tells of this; others may wait before it. */
    private JsonPath received(String text) {
        JsonPath next;
        do {
            next = handler.read(handler.receive().then().statusCode(201).extract().path("id"));
        } while (!next.getString("text").contains(text));
        return next;
    }

    @Test
    void theSameRequestSealsOnceAndANewOneFindsNothing() {
        String petition = office.registered("2024-03-04");
        String key = UUID.randomUUID().toString();
        sealed(petition, key).then().statusCode(200);
        sealed(petition, key).then().statusCode(200).body("status", equalTo("MOVED"));
        sealed(petition, UUID.randomUUID().toString()).then().statusCode(404);
    }

    private Response sealed(String petition, String key) {
        return office.request()
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body(ALL)
                .post("/petition/v1" + petition + "/sealing");
    }

    @Test
    void theRequestThatRegisteredItDoesNotBringItBack() {
        String key = UUID.randomUUID().toString();
        String body = PetitionOffice.newPetition("2024-03-04");
        String location = registered(key, body).then().statusCode(201).extract().header("Location");
        assertEquals(location, registered(key, body).header("Location"));
        sealed("/petitions/" + PetitionOffice.id(location), UUID.randomUUID().toString())
                .then()
                .statusCode(200);
        registered(key, body).then().statusCode(404);
    }

    private Response registered(String key, String body) {
        return office.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/petition/v1/petitions");
    }

    @Test
    void whoHoldsItOrStandsAboveMaySealIt() {
        String petition = office.registered("2024-03-04");
        office(NEIGHBOUR).step(petition, "sealing", ALL, "\"1\"").then().statusCode(404);
        PetitionOffice.of(Tokens.of("half", TOWNSHIP, "accusations:write"))
                .step(petition, "sealing", ALL, "\"1\"")
                .then()
                .statusCode(403);
        PetitionOffice.of(Tokens.of("half", TOWNSHIP, "petitions:write"))
                .step(petition, "sealing", ALL, "\"1\"")
                .then()
                .statusCode(403);
        office.get(petition).then().statusCode(200);
        // The township may be the one that is accused: it need not be asked.
        county.step(petition, "sealing", ALL).then().statusCode(200);
        office.get(petition).then().statusCode(404);
    }

    @Test
    void aCorrectionToTheRegisteredPurposeNamesTheSealing() {
        String petition = office.registered("2024-03-04");
        office.step(petition, "correction", "{\"reason\":\"目的有误\",\"purpose\":\"ACCUSATION\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("ACCUSATION"))
                .body("legalBasis", equalTo("XF 30"))
                .body("detail", containsString("/petition/v1" + petition + "/sealing"));
    }

    @Test
    void theAccusingPartMovesAndTheRestStays() {
        String canary = "云雀" + token();
        String petition =
                office.created(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-04")
                                .replace("请求确认宅基地边界", "请求确认边界，并查处" + canary));
        Set<String> before = ciphertextsOf(List.of(PetitionOffice.id(petition)));
        opened(petition).body("said.request", equalTo("请求确认边界，并查处" + canary));
        String body =
                """
                {"reason":"ACCUSING_PART","part":true,"text":"查处%s","request":"请求确认边界",
                 "accusedDivisions":["%s"]}"""
                        .formatted(canary, TOWNSHIP);
        office.step(petition, "sealing", body)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("MOVED"));

        opened(petition).body("said.request", equalTo("请求确认边界"));
        office.get(petition + "/history")
                .then()
                .body("step", equalTo(List.of("REGISTER", "CORRECT")));
        // Of the texts that stood before, no version is left; the petitioner's fields stay.
        Set<String> after = ciphertextsOf(List.of(PetitionOffice.id(petition)));
        assertEquals(1, before.stream().filter(it -> !after.contains(it)).count());
        assertEquals("查处" + canary, received(canary).getString("text"));
    }

    /** The township may be the one that is accused: the level above moves a part as well. */
    @Test
    void theLevelAboveMovesAPart() {
        String canary = "黄鹂" + token();
        String petition =
                office.created(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-04")
                                .replace("请求确认宅基地边界", "请求确认边界，并查处" + canary));
        String body =
                """
                {"reason":"ACCUSING_PART","part":true,"text":"查处%s","request":"请求确认边界",
                 "accusedDivisions":["%s"]}"""
                        .formatted(canary, TOWNSHIP);
        office(NEIGHBOUR).step(petition, "sealing", body, "\"1\"").then().statusCode(404);
        county.step(petition, "sealing", body)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("MOVED"));
        opened(petition)
                .body("division", equalTo(TOWNSHIP))
                .body("version", equalTo(2))
                .body("said.request", equalTo("请求确认边界"));
        assertEquals(List.of(), holding(Traces.rows(), canary));
        JsonPath seen = received(canary);
        assertEquals("查处" + canary, seen.getString("text"));
        assertEquals(List.of(TOWNSHIP), seen.getList("accusedDivisions"));
    }

    private ValidatableResponse opened(String petition) {
        return office.shown(petition).statusCode(200);
    }

    @Test
    void aPartNeedsItsText() {
        String petition = office.registered("2024-03-04");
        office.step(petition, "sealing", "{\"reason\":\"ACCUSING_PART\",\"part\":true}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/text"));
        office.step(petition, "sealing", "{\"reason\":\"ACCUSING_PART\",\"text\":\"查处\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/part"));
    }

    @Test
    void aRowOfALedgerThatAccusesGoesStraightIntoTheVault() {
        String canary = "画眉" + token();
        Ledger ledger = Ledger.at("/petition", TOWNSHIP, "petitions");
        String file = HEAD + row("XF2024980101", "求决", "求修路") + row("XF2024980102", "揭发控告", canary);
        int vault = inVault();
        try (Traces.Log log = Traces.log()) {
            JsonPath done = ledger.imported(file);
            assertEquals(1, done.getInt("total"), "as if the row were blank: " + done.prettify());
            assertEquals(1, done.getInt("accepted"));
            assertEquals(List.of(2), ledger.lines(done, "ACCEPTED").getList("items.line"));
            assertEquals(vault + 1, inVault());
            assertEquals(1, ledger.imported(file).getInt("unchanged"));
            assertEquals(vault + 1, inVault(), "the same row again");
            for (String trace : List.of(canary, "XF2024980102")) {
                Stream.of(Traces.rows(), Traces.messages(), log.records())
                        .forEach(it -> assertEquals(List.of(), holding(it, trace)));
            }
            assertFalse(new String(office.exported("petitions", 2024), UTF_8).contains(canary));
        }
        JsonPath seen = received(canary);
        assertEquals("反映" + canary, seen.getString("text"));
        // Nobody said who is accused: the unit that sent the ledger may be.
        assertEquals(List.of(TOWNSHIP), seen.getList("accusedDivisions"));
    }

    /** Its purpose may say anything: the class says it, too (D4). */
    @Test
    void aRowThatAccusesByItsClassGoesStraightIntoTheVault() {
        String canary = "柳莺" + token();
        Ledger ledger = Ledger.at("/petition", TOWNSHIP, "petitions");
        String file =
                HEAD.strip() + ",办理类别\n" + row("XF2024980401", "其他", canary).strip() + ",检举控告\n";
        int vault = inVault();
        JsonPath done = ledger.imported(file);
        assertEquals(0, done.getInt("total"), "as if the row were blank: " + done.prettify());
        assertEquals(vault + 1, inVault());
        for (String trace : List.of(canary, "XF2024980401")) {
            assertEquals(List.of(), holding(Traces.rows(), trace));
        }
        assertEquals("反映" + canary, received(canary).getString("text"));
    }

    @Test
    void aRowThatNowAccusesTakesItsPetitionAlong() {
        Ledger ledger = Ledger.at("/petition", TOWNSHIP, "petitions");
        JsonPath done = ledger.imported(HEAD + row("XF2024980201", "求决", "宅基地"));
        String id = ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        office.get("/petitions/" + id).then().statusCode(200);
        ledger.imported(HEAD + row("XF2024980201", "揭发控告", "宅基地"));
        office.get("/petitions/" + id).then().statusCode(404);
        assertEquals(List.of(), withoutAudit(holding(Traces.rows(VAULT), id)));
    }

    @Test
    void aLedgerDoesNotBringBackWhatWasSealed() {
        Ledger petitions = Ledger.at("/petition", TOWNSHIP, "petitions");
        Ledger visits = Ledger.at("/petition", TOWNSHIP, "visits");
        String row = row("XF2024980301", "求决", "宅基地");
        JsonPath done = petitions.imported(HEAD + row);
        String id = petitions.lines(done, "ACCEPTED").getString("items[0].recordId");
        String visit =
                """
                序号,到访层级,信访日期,人数,接待场所,信访编号
                1,到市,2024-03-05,1,信访接待场所,XF2024980301
                """;
        JsonPath came = visits.imported(visit);
        assertEquals(1, came.getInt("accepted"), came::prettify);
        byte[] exported = office.exported("petitions", 2024);
        office.step("/petitions/" + id, "sealing", ALL).then().statusCode(200);

        assertEquals(List.of(), petitions.lines(done, "ACCEPTED").getList("items"));
        for (JsonPath again :
                List.of(
                        petitions.imported(HEAD + row),
                        petitions.imported(exported, 2024),
                        visits.imported(visit))) {
            assertEquals(0, again.getInt("accepted"), again::prettify);
            assertEquals(0, again.getInt("rejected"), again::prettify);
        }
        assertEquals(
                List.of(), office.read("/petitions?nationalNumber=XF2024980301").getList("items"));
        assertEquals(List.of(), office.read("/visits?limit=200").getList("items"));
    }

    @Test
    void anAccusationIsNoticedNowhere() {
        String canary = "百灵" + token();
        await().until(() -> holding(Traces.rows(VAULT), "public.outbox").isEmpty());
        await().until(SealingTest::isAllLinked);
        Set<String> before = Set.copyOf(Traces.rows(VAULT));
        int messages = Traces.messages().size();
        try (Traces.Log log = Traces.log()) {
            String id = Desk.intake(TOWNSHIP).entered(Desk.accusing(canary, TOWNSHIP));
            handler.receiving(id);
            handler.step(id, "transfer", "{\"organ\":\"纪委监委\",\"division\":\"" + COUNTY + "\"}")
                    .then()
                    .statusCode(200);
            Desk.of("stranger", TOWNSHIP, "accusations:handle").get(id).then().statusCode(404);
            Desk.of("clerk", TOWNSHIP, "petitions:read").get(id).then().statusCode(403);
            handler.step(id, "transfer", "{\"organ\":\"" + canary + "\",\"division\":\"x\"}")
                    .then()
                    .statusCode(400)
                    .body(not(containsString(canary)));
            assertEquals(
                    List.of(),
                    Traces.rows(VAULT).stream()
                            .filter(it -> !before.contains(it))
                            // The followers of topics note there when they last looked.
                            .filter(it -> !it.startsWith("public.inbox_offset"))
                            .toList(),
                    "no row beside the vault's has come or changed");
            assertEquals(messages, Traces.messages().size());
            for (String trace : List.of(canary, id)) {
                Stream.of(log.records(), Traces.metrics(metrics), Traces.messages())
                        .forEach(it -> assertEquals(List.of(), holding(it, trace)));
            }
            assertEquals(List.of(), holding(Traces.metrics(metrics), "accusation"));
            assertEquals(List.of(), holding(Traces.rows(), canary), "nor in clear within it");
        }
    }

    /**
     * What was written before is chained by then: a link that comes late would look like a trace.
     */
    private static boolean isAllLinked() {
        String unlinked =
                """
                select count(*)
                from (select id, 'journal' as tab from journal
                    union all select id, 'read_audit' from read_audit
                    union all select id, 'audit_rewrite' from audit_rewrite) r
                where not exists (
                    select from audit_chain c where c.tab = r.tab and c.row_id = r.id)
                """;
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(unlinked)) {
            return row.next() && row.getInt(1) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The control of what is above: an ordinary petition is noticed by every one of these. */
    @Test
    void aPetitionIsNoticed() {
        Set<String> before = Set.copyOf(Traces.rows(VAULT));
        String id = PetitionOffice.id(office.registered("2024-03-04"));
        List<String> come = Traces.rows(VAULT).stream().filter(it -> !before.contains(it)).toList();
        assertFalse(holding(come, id).isEmpty());
        await().until(() -> !holding(Traces.messages(), id).isEmpty());
        assertFalse(holding(Traces.metrics(metrics), "v1/petitions").isEmpty());
        sealed("/petitions/" + id, UUID.randomUUID().toString()).then().statusCode(200);
    }

    private String withCanary(String canary) {
        String petition =
                office.created(
                        "/petitions",
                        """
                        {"form":"LETTER","source":"DIRECT","purpose":"SEEK_SETTLEMENT",
                         "contentClass":"010200","petitionedOn":"2024-03-04","on":"2024-03-04",
                         "persons":1,"summary":"概况%1$s","request":"请求%1$s","queryCode":"码",
                         "petitioners":[{"name":"姓名%1$s","phone":"13800000001","address":"住%1$s"}]}"""
                                .formatted(canary));
        office.taken(
                petition, "acceptance", "{\"on\":\"2024-03-05\",\"route\":\"HANDLING_OPINION\"}");
        office.taken(
                petition,
                "conclusion",
                PetitionOffice.handlingOpinion("2024-03-20")
                        .replace("支持信访请求", "意见" + canary)
                        .replace("《土地管理法》第十四条", "依据" + canary));
        office.taken(petition, "correction", "{\"reason\":\"更正" + canary + "\",\"persons\":2}");
        return petition;
    }

    /** Ids of the petition and of a visit, a supervision and a backlog case about it. */
    private List<String> withWhatIsAboutIt(String petition, String canary) {
        String about = "\"petitionId\":\"" + PetitionOffice.id(petition) + "\",";
        return List.of(
                        petition,
                        office.created(
                                "/visits",
                                PetitionOffice.newVisit(TOWNSHIP, "2024-04-02", "CITY", 1)
                                        .replaceFirst("\\{", "{" + about)
                                        .replace("张三三", "来访人" + canary)
                                        .replace("反映宅基地边界", "来访" + canary)),
                        county.created(
                                "/supervisions",
                                PetitionOffice.newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20")
                                        .replaceFirst("\\{", "{" + about)
                                        .replace("十日内办结", "要求" + canary)),
                        office.created(
                                "/backlog-cases",
                                PetitionOffice.newBacklogCase(TOWNSHIP, "2024-04-10")
                                        .replaceFirst("\\{", "{" + about)
                                        .replace("王某某", "领导" + canary)
                                        .replace("宅基地边界多年未决", "积案" + canary)))
                .stream()
                .map(PetitionOffice::id)
                .toList();
    }

    private static Set<String> ciphertextsOf(List<String> ids) {
        List<String> rows = Traces.rows(VAULT);
        return ids.stream()
                .flatMap(it -> holding(rows, it).stream())
                .flatMap(it -> CIPHERTEXT.matcher(it).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    /** The audit of reads is append-only: it goes on telling that an id was read. */
    private static List<String> withoutAudit(List<String> rows) {
        return rows.stream()
                .filter(it -> !it.startsWith("public.read_audit"))
                .filter(it -> !it.startsWith("public.outbox"))
                .toList();
    }

    private static boolean isTombstone(String message) {
        return message.endsWith(" -");
    }

    /** The last message whose key is the record. */
    private static String lastOf(String id) {
        return Traces.messages().stream()
                .filter(it -> it.split(" ", 3)[1].equals(id))
                .reduce("", (former, later) -> later);
    }

    private static String token() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private static int inVault() {
        return (int)
                Traces.rows().stream()
                        .filter(it -> it.startsWith("accusations.accusation "))
                        .count();
    }

    private static String row(String number, String purpose, String text) {
        return String.join(
                        ",",
                        number,
                        "来信",
                        "2024-03-01",
                        "2024-03-01",
                        purpose,
                        "姓名" + text,
                        "某村",
                        "1",
                        "宅基地",
                        "反映" + text)
                + "\n";
    }
}
