package org.fengqiao.mediation.cases;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.testkit.SourceEvent.deliver;
import static org.fengqiao.testkit.Traces.holding;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.mediation.Office;
import org.fengqiao.mediation.PetitionReferral;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Topic;
import org.fengqiao.testkit.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A petition that has left its service for good leaves the cases made of it, too (D4). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MovedMatterTest {

    private static final String VILLAGE = "410423106201";
    // Base64 of what Tink writes: a byte of version and the key's id come first.
    private static final Pattern CIPHERTEXT = Pattern.compile("A[Q-Za-f][A-Za-z0-9+/]{40,}=*");

    private final Office office = Office.township();
    private final Canary canary = new Canary();
    private final String name = canary.text();
    private String committee;

    @Inject PersonIndex index;

    @BeforeEach
    void aCommittee() {
        committee = office.committee(VILLAGE, "VILLAGE");
    }

    @Test
    void aRegisteredCaseIsWithdrawnWithoutItsParties() {
        SourceEvent referral = referred();
        String it = onlyCase(referral);
        enterParties(it);
        left(referral, it);
        office.get(it)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("version", equalTo(3))
                .body("referrer", equalTo("PETITION_OFFICE"))
                .body("registeredOn", equalTo("2024-03-02"));
    }

    @Test
    void anAcceptedCaseIsOnNobodysListOfDeadlinesAnyMore() {
        SourceEvent referral = referred();
        String it = onlyCase(referral);
        enterParties(it);
        step(it, "acceptance", "{\"on\":\"2024-03-03\"}");
        step(it, "sessions", "{\"on\":\"2024-03-05\",\"record\":\"?\"}");
        step(
                it,
                "extension",
                "{\"on\":\"2024-03-06\",\"days\":5,\"bothPartiesConsent\":true,\"reason\":\"?\"}");
        step(it, "risk-reports", "{\"on\":\"2024-03-06\",\"receiver\":\"POLICE\",\"risk\":\"?\"}");
        left(referral, it);
        JsonPath now = office.read(it);
        assertEquals("WITHDRAWN", now.getString("status"));
        assertEquals("2024-03-03", now.getString("acceptedOn"));
        assertEquals(List.of("2024-03-05"), now.getList("said.sessions.on"));
        assertEquals(List.of("POLICE"), now.getList("said.riskReports.receiver"));
        List<String> ended = office.read(it + "/deadlines").getList("endedOn");
        assertEquals(List.of(now.getString("endedOn")), ended);
    }

    @Test
    void anAgreedCaseKeepsDaysCodesAndSums() {
        SourceEvent referral = referred();
        String it = agreed(referral);
        JsonPath before = office.read(it);
        left(referral, it);
        JsonPath now = office.read(it);
        for (String kept :
                List.of(
                        "status",
                        "caseNumber",
                        "registeredOn",
                        "acceptedOn",
                        "closedOn",
                        "endedOn",
                        "personsInvolved",
                        "disputeType",
                        "place",
                        "source",
                        "performedOn")) {
            assertEquals(before.getString(kept), now.getString(kept), kept);
        }
        assertEquals("AGREED", now.getString("status"));
        assertEquals(700, now.getInt("said.agreement.amountYuan"));
        assertEquals(1, now.getList("said.formerAgreements").size());
        assertEquals(before.getInt("version") + 1, now.getInt("version"));
        List<String> steps = office.read(it + "/history").getList("step");
        assertEquals("CORRECT", steps.get(steps.size() - 1));
    }

    @Test
    void aRefusedCaseKeepsItsGround() {
        SourceEvent referral = referred();
        String it = onlyCase(referral);
        enterParties(it);
        step(
                it,
                "refusal",
                "{\"on\":\"2024-03-03\",\"ground\":\"PARTY_REFUSES\",\"explanation\":\"?\"}");
        left(referral, it);
        JsonPath now = office.read(it);
        assertEquals("REFUSED", now.getString("status"));
        assertEquals("PARTY_REFUSES", now.getString("said.refused.ground"));
        assertEquals("2024-03-03", now.getString("endedOn"));
    }

    @Test
    void whereItWasHandedOverBothCasesAreEmptiedAndStayOneMatter() {
        SourceEvent referral = referred();
        String from = onlyCase(referral);
        enterParties(from);
        step(from, "acceptance", "{\"on\":\"2024-03-03\"}");
        String to = handedOver(from);
        step(to, "correction", "{\"reason\":\"?\",\"summary\":\"?\"}");
        left(referral, from, to);
        JsonPath first = office.read(from);
        JsonPath second = office.read(to);
        assertEquals("HANDED_OVER", first.getString("status"));
        assertEquals("WITHDRAWN", second.getString("status"));
        assertEquals(first.getString("matterId"), second.getString("matterId"));
        assertEquals(Office.id(from), second.getString("handedOverFrom"));
    }

    @Test
    void allCasesOfThePetitionAreEmptiedAndNoOtherCaseOfTheMatter() {
        SourceEvent first = referred();
        String refused = onlyCase(first);
        enterParties(refused);
        step(refused, "refusal", "{\"on\":\"2024-03-03\",\"ground\":\"PARTY_REFUSES\"}");
        SourceEvent second =
                first.next()
                        .with("referralId", UUID.randomUUID().toString())
                        .with("referredToMediationOn", "2024-03-04");
        SourceEvent other = PetitionReferral.to(Office.id(committee));
        other = other.with("matterId", first.text("matterId"));
        deliver(second, other);
        String again = withReferral(second);
        String others = withReferral(other);
        left(second, refused, again);
        office.get(others)
                .then()
                .body("status", equalTo("REGISTERED"))
                .body("version", equalTo(1))
                .body("matterId", equalTo(first.text("matterId")))
                .body("referralId", equalTo(other.text("referralId")));
    }

    @Test
    void anotherTombstoneOrAnOlderEventChangesNothing() {
        SourceEvent referral = referred();
        String it = onlyCase(referral);
        enterParties(it);
        left(referral, it);
        int version = office.read(it).getInt("version");
        SourceEvent odd = referral.with("referralDisputeType", "77");
        deliver(referral.removed(), referral, referral.next(), odd);
        deliver(referral);
        deliver(odd, referral.removed());
        cases(referral).body("items", hasSize(0));
        office.get(it).then().body("version", equalTo(version));
        problem(referral).body("code", nullValue());
    }

    @Test
    void aPetitionThatNeverBecameACaseBecomesNoneOnceItHasLeft() {
        SourceEvent lost = PetitionReferral.to(UUID.randomUUID().toString());
        deliver(lost);
        problem(lost).body("code", equalTo("COMMITTEE_UNKNOWN"));
        SourceEvent good = lost.with("referralCommitteeId", Office.id(committee));
        deliver(lost.removed(), good);
        problem(lost).body("code", nullValue());
        deliver(good);
        cases(lost).body("items", hasSize(0));
        assertEquals(List.of(), withoutAudit(holding(Traces.rows(), lost.id())));
    }

    @Test
    void casesOfBeforeAreFoundByTheEventThatMadeThem() throws Exception {
        SourceEvent referral = referred();
        String from = onlyCase(referral);
        enterParties(from);
        String to = handedOver(from);
        execute("update mediation_case set petition_id = null");
        execute(backfill());
        left(referral, from, to);
    }

    /** The statement of the migration that looks for the petitions of older cases. */
    private static String backfill() throws IOException {
        Path migration = Path.of("src/main/resources/db/migration/V7__petition_of_a_case.sql");
        return Stream.of(Files.readString(migration).split(";"))
                .filter(it -> it.contains("with recursive"))
                .findFirst()
                .orElseThrow();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aRowOfALedgerThatWasTakenBringsNobodyBack() {
        LedgerSheetOfCases sheet = LedgerSheetOfCases.ofNewCommittees(office, "410423106000");
        Map<String, String> row = sheet.add("REGISTERED");
        row.put("编号", "〔2024〕1号");
        row.put("发生地", LedgerSheetOfCases.BLANK);
        row.put("当事人甲", name);
        Ledger ledger = Ledger.at("/mediation", sheet.villageCode(), "cases");
        SourceEvent referral = PetitionReferral.to(Office.id(sheet.committeePath()));
        deliver(referral);
        String it = onlyCase(referral);
        JsonPath asked = ledger.imported(sheet.csv());
        assertEquals(
                List.of("ENTERED_HERE"),
                ledger.lines(asked, "CONFLICT").getList("items.code"),
                ledger.allLines(asked, "REJECTED").toString());
        Office.of(Tokens.of("ledger-clerk", sheet.villageCode(), "cases:write", "ledgers:import"))
                .post(
                        "/imports/%s/lines/%s/decision"
                                .formatted(asked.getString("id"), sheet.line(0)),
                        "{\"choice\":\"TAKE_LEDGER\",\"version\":1}")
                .then()
                .statusCode(200);
        assertEquals(1, ledger.imported(sheet.csv()).getInt("corrected"));
        office.get(it).then().body("parties", hasSize(2));
        left(referral, it);
        assertEquals(1, ledger.imported(sheet.csv()).getInt("unchanged"));
        office.get(it).then().body("parties", hasSize(0));
    }

    /** A petition that is referred to the committee. */
    private SourceEvent referred() {
        SourceEvent it = PetitionReferral.to(Office.id(committee));
        deliver(it);
        return it;
    }

    private void enterParties(String path) {
        step(
                path,
                "correction",
                """
                {"reason":"?","summary":"?","requests":"?","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"%s","phone":"13800000001",
                  "identityNumber":"#","address":"?"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"?"}]}"""
                        .formatted(name));
    }

    /** An agreed case that was varied, performed and visited; its path. */
    private String agreed(SourceEvent referral) {
        String it = onlyCase(referral);
        enterParties(it);
        step(it, "acceptance", "{\"on\":\"2024-03-03\"}");
        step(it, "sessions", "{\"on\":\"2024-03-05\",\"record\":\"?\"}");
        step(
                it,
                "agreement",
                """
                {"on":"2024-03-06","form":"WRITTEN","content":"?","amountYuan":500,
                 "confirmationBar":"NONE"}""");
        step(
                it,
                "agreement-variation",
                """
                {"on":"2024-03-08","reason":"?","form":"WRITTEN","content":"?","amountYuan":700,
                 "confirmationBar":"NONE"}""");
        step(it, "performances", "{\"on\":\"2024-03-09\",\"state\":\"PERFORMED\"}");
        step(it, "follow-up-visits", "{\"on\":\"2024-03-10\",\"finding\":\"?\"}");
        return it;
    }

    /** The case that took the matter over; its path. */
    private String handedOver(String from) {
        String to = Office.id(office.committee("410423106202", "VILLAGE"));
        step(
                from,
                "handover",
                """
                {"on":"2024-03-08","toCommitteeId":"%s","bothPartiesConsent":true,"reason":"?"}"""
                        .formatted(to));
        return "/cases/" + office.read(from).getString("handedOverTo");
    }

    /** A step whose texts are the canary's. */
    private void step(String path, String step, String body) {
        office.step(path, step, canary.fill(body)).then().statusCode(200);
    }

    private ValidatableResponse cases(SourceEvent referral) {
        return office.get("/cases?matterId=" + referral.text("matterId")).then().statusCode(200);
    }

    private String onlyCase(SourceEvent referral) {
        return "/cases/" + cases(referral).body("items", hasSize(1)).extract().path("items[0].id");
    }

    /** The case of that referral, of several of the matter. */
    private String withReferral(SourceEvent referral) {
        List<String> ids = cases(referral).extract().path("items.id");
        return ids.stream()
                .map(id -> "/cases/" + id)
                .filter(
                        it ->
                                referral.text("referralId")
                                        .equals(office.read(it).getString("referralId")))
                .findFirst()
                .orElseThrow();
    }

    private ValidatableResponse problem(SourceEvent of) {
        return Office.of(Tokens.admin())
                .get("/inbox-problems?limit=200")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.recordId == '" + of.id() + "' }");
    }

    /** The petition leaves; then nothing of it is in its cases, nor anywhere else. */
    private void left(SourceEvent petition, String... cases) {
        List<String> ids = Stream.of(cases).map(Office::id).toList();
        Set<String> sealed = ciphertextsOf(ids);
        // The controls: the same search finds what is to be gone; of indexes, that of the key in
        // use.
        assertTrue(sealed.size() >= 4, sealed.size() + " ciphertexts");
        List<String> before = Traces.rows();
        Stream.of("id", "matterId", "referralId")
                .map(petition::text)
                .forEach(it -> assertTrue(holding(before, it).size() > 0, it));
        assertTrue(foundBy().stream().anyMatch(it -> !holding(before, it).isEmpty()));
        List<String> logged = Traces.logged(() -> deliver(petition.removed()));
        List<String> rows = Traces.rows();
        sealed.forEach(it -> assertEquals(List.of(), holding(rows, it)));
        foundBy().forEach(it -> assertEquals(List.of(), holding(rows, it)));
        for (String field : List.of("id", "referralId")) {
            String id = petition.text(field);
            assertEquals(List.of(), withoutAudit(holding(rows, id)), field);
            assertEquals(List.of(), holding(logged, id), field);
        }
        Stream.of(rows, logged, Traces.messages())
                .forEach(it -> assertEquals(List.of(), canary.in(it)));
        for (String it : cases) {
            readsAsMoved(petition, it);
        }
    }

    private void readsAsMoved(SourceEvent petition, String it) {
        office.get(it)
                .then()
                .body("parties", hasSize(0))
                .body("referralId", nullValue())
                .body("matterId", not(equalTo(petition.text("matterId"))));
        JsonPath history =
                office.request()
                        .header("Fengqiao-Purpose", "CASE_HANDLING")
                        .header("Fengqiao-Acting-User", "clerk")
                        .get("/mediation/v1" + it + "/history")
                        .jsonPath();
        List<String> reasons = history.getList("reason");
        assertEquals("移出 Moved", reasons.get(reasons.size() - 1));
        assertEquals(1, reasons.stream().filter(Objects::nonNull).count(), reasons.toString());
        assertEquals("petition.petition.v1", history.getString("[-1].by"));
        UUID id = UUID.fromString(Office.id(it));
        int version = office.read(it).getInt("version");
        await().until(() -> lastTold(id).getInt("version") == version);
        assertEquals(office.read(it).getString("matterId"), lastTold(id).getString("matterId"));
        assertEquals(null, lastTold(id).getString("referralId"));
    }

    private static JsonPath lastTold(UUID id) {
        List<Topic.Message> told = Topic.of("mediation.case.v1", id);
        return JsonPath.from(told.isEmpty() ? "{}" : told.get(told.size() - 1).body());
    }

    /** What the first party is found by. */
    private List<String> foundBy() {
        return index.indexes("name", name);
    }

    private Set<String> ciphertextsOf(List<String> cases) {
        return Traces.rows().stream()
                .filter(row -> cases.stream().anyMatch(row::contains))
                .filter(
                        row ->
                                row.startsWith("public.mediation_case ")
                                        || row.startsWith("public.journal "))
                .flatMap(row -> CIPHERTEXT.matcher(row).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    private static List<String> withoutAudit(List<String> rows) {
        return rows.stream().filter(it -> !it.startsWith("public.read_audit ")).toList();
    }
}
