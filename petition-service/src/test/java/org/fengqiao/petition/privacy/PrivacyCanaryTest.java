package org.fengqiao.petition.privacy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.FreeTexts;
import org.fengqiao.testkit.MisplacedTexts;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Readings;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Traces;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What names a person is nowhere but sealed in its record: a canary goes into every place that
 * takes a text, rightly and wrongly, and is then looked for everywhere else.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyCanaryTest {

    // A township that no other test writes to.
    private static final String HOME = "410423206000";
    private static final String FOREIGN = "410423107000";
    private static final String[] SCOPES = {
        "records:read",
        "petitions:read",
        "petitions:write",
        "ledgers:import",
        "ledgers:export",
        "calendars:write",
        "admin"
    };

    /** Where a text may stand that is no person's, and why. */
    private static final Map<String, String> NO_PERSON =
            Map.of(
                    "createBacklogCase /leaderPost", "a post, shown to whoever sees the case",
                    "correctBacklogCase /backlogCase/leaderPost", "the same",
                    "putCalendar /days/0/name", "a holiday of the State Council's notice",
                    "putCalendar /days/0/notice", "the notice's own number",
                    "importLedger /kind", "a ledger's name: any other is refused",
                    "startReplay /kind", "a topic's name: any other is refused");

    @Inject Instance<LedgerKind> ledgers;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final Canary canary = new Canary();
    private final Canary followed = new Canary();
    private final Traces.Log log = Traces.log();
    private JsonNode document;
    private CanaryOffice office;
    private List<Answer> misplaced;
    private Readings readings;

    /** Once, but not before the first test: only then does RestAssured know the port. */
    @BeforeEach
    void canariesAreOut() {
        if (readings != null) {
            return;
        }
        assertNull(document, "the canaries did not all get out: see the first test");
        document =
                CanaryOffice.parsed(
                        RestAssured.given()
                                .queryParam("format", "json")
                                .get("/q/openapi")
                                .asString());
        office = new CanaryOffice(canary, document, PetitionOffice.of(token(FOREIGN)));
        new CanaryRecords(
                        office,
                        HOME,
                        PetitionOffice.of(token(HOME)),
                        PetitionOffice.of(token(CanaryRecords.COUNTY)),
                        PetitionOffice.of(token("410400000000")))
                .enter();
        new CanaryAccusations(office, HOME, CanaryRecords.COUNTY).enter(token(HOME));
        misplaced = MisplacedTexts.send(document, token(HOME), canary);
        CanaryLedgers imported = new CanaryLedgers(canary, HOME);
        imported.importAll(ledgers);
        office.refusals().addAll(imported.refusals());
        oddCase();
        Map<String, List<String>> records = new TreeMap<>(office.records());
        records.put("imports", imported.imports());
        records.put("exports", List.of("petitions", "visits", "backlog"));
        readings =
                Readings.of(
                        document,
                        records,
                        Map.of("year", "2024", "format", "csv", "limit", "200", "below", "true"));
    }

    /** What another service publishes is read, or told of, without being quoted. */
    private void oddCase() {
        SourceEvent.deliver(
                SourceEvent.of("mediation.case.v1")
                        .with("division", HOME)
                        .with("status", followed.text()),
                SourceEvent.of("mediation.committee.v1")
                        .with("division", HOME)
                        .with("name", followed.text()));
    }

    @AfterAll
    void silence() {
        log.close();
    }

    private static String token(String division) {
        String[] all =
                Stream.concat(Stream.of(SCOPES), Stream.of("persons:read")).toArray(String[]::new);
        return Tokens.of("canary-office", division, all);
    }

    @Test
    void noPlaceForATextIsForgotten() {
        Set<String> known = new TreeSet<>(office.places());
        known.addAll(NO_PERSON.keySet());
        assertEquals(String.join("\n", FreeTexts.of(document)), String.join("\n", known));
        office.places().forEach(it -> assertFalse(NO_PERSON.containsKey(it), it));
    }

    @Test
    void noMessageHoldsOne() {
        String last = office.records().get("backlog-cases").get(1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertFalse(Traces.holding(Traces.messages(), last).isEmpty(), last));
        List<String> messages = Traces.messages();
        office.records()
                .values()
                .forEach(
                        ids ->
                                ids.forEach(
                                        it ->
                                                assertFalse(
                                                        Traces.holding(messages, it).isEmpty(),
                                                        it)));
        none(messages);
        // The one that was sent in a message is found there.
        assertFalse(followed.in(messages).isEmpty());
    }

    @Test
    void noRowHoldsOneInClear() {
        List<String> rows = Traces.rows();
        none(rows);
        assertEquals(List.of(), followed.in(rows));
        String backlog = "public.backlog_case";
        assertTrue(
                Traces.holding(rows, CanaryRecords.POST).stream()
                        .anyMatch(it -> it.startsWith(backlog)));
        assertEquals(
                List.of(),
                Traces.rows("public").stream().filter(it -> it.startsWith(backlog)).toList());
    }

    @Test
    void noLineOfTheLogHoldsOne() {
        none(log.records());
        assertEquals(List.of(), followed.in(log.records()));
        // The control, for there need be no line at all.
        Canary said = new Canary();
        List<String> records =
                Traces.logged(
                        () -> {
                            Logger logger = Logger.getLogger("org.fengqiao.petition.said");
                            logger.debug(said.text());
                            logger.warn(
                                    "why", new IllegalStateException(new Exception(said.text())));
                        });
        assertEquals(2, said.in(records).size(), records::toString);
        assertEquals(2, said.in(log.records()).size());
    }

    @Test
    void noMetricHoldsOne() {
        List<String> lines = Traces.metrics(metrics);
        none(lines);
        // The control: they do tell of requests, by the path's template.
        assertFalse(Traces.holding(lines, "uri=\"/v1/petitions/{id}\"").isEmpty());
    }

    @Test
    void noRefusalRepeatsOne() {
        none(texts(office.refusals()));
        none(texts(misplaced));
        assertEquals(
                List.of(), texts(misplaced.stream().filter(it -> it.status() >= 500).toList()));
        List<String> taken =
                texts(misplaced.stream().filter(it -> it.status() < 400).toList()).stream()
                        .filter(it -> !it.startsWith("list") && !it.startsWith("get"))
                        .toList();
        assertEquals(List.of(), taken);
        // The controls: each way to refuse was gone.
        for (String code :
                List.of(
                        "DATE_INVALID",
                        "UUID_INVALID",
                        "CODE_UNKNOWN",
                        "UNKNOWN_FIELD",
                        "TYPE_MISMATCH",
                        "JSON_MALFORMED",
                        "PARAMETER_INVALID",
                        "SIZE")) {
            assertFalse(Traces.holding(texts(misplaced), "\"" + code + "\"").isEmpty(), code);
        }
        for (int status : new int[] {400, 401, 403, 404, 406, 415}) {
            assertTrue(misplaced.stream().anyMatch(it -> it.status() == status), status + "");
        }
        for (int status : new int[] {400, 404, 409, 412, 422}) {
            assertTrue(
                    office.refusals().stream().anyMatch(it -> it.status() == status), status + "");
        }
    }

    /** Lists, feeds, histories, lines of imports and exports included. */
    @Test
    void whoMayNotReadPersonsIsShownNone() {
        String without = Tokens.of("canary-office", HOME, SCOPES);
        List<Answer> masked =
                readings.by(it -> it.auth().oauth2(without).header("Fengqiao-Purpose", "AUDIT"));
        none(texts(masked));
        List<Answer> purposeless = readings.by(it -> it.auth().oauth2(token(HOME)));
        none(texts(purposeless));
        List<String> shown = new ArrayList<>(office.records().get("petitions"));
        shown.add("listPetitions");
        shown.forEach(it -> assertFalse(Traces.holding(texts(masked), it).isEmpty(), it));
    }

    @Test
    void whoMayReadThemAndSaysWhyIsShownTheRecordsOwn() {
        List<Answer> shown =
                readings.by(
                        it -> it.auth().oauth2(token(HOME)).header("Fengqiao-Purpose", "AUDIT"));
        for (String of :
                List.of(
                        "getPetition ",
                        "getVisit ",
                        "getSupervision ",
                        "getImprovementProposal ",
                        "getBacklogCase ",
                        "getPetitionHistory ",
                        "exportLedger petitions",
                        "exportLedger visits",
                        "exportLedger backlog")) {
            assertFalse(canary.in(texts(starting(of, shown))).isEmpty(), of);
        }
        none(texts(starting("list", shown)));
    }

    private static List<Answer> starting(String of, List<Answer> answers) {
        return answers.stream().filter(it -> it.request().startsWith(of)).toList();
    }

    private static List<String> texts(List<Answer> answers) {
        return answers.stream().map(Answer::toString).toList();
    }

    private void none(List<String> traces) {
        List<String> found = canary.in(traces).stream().map(PrivacyCanaryTest::excerpt).toList();
        assertEquals("", String.join("\n", found.subList(0, Math.min(20, found.size()))));
    }

    /** A few words around the canary: a row of the whole may fill pages. */
    private static String excerpt(String trace) {
        int at = Math.max(0, trace.indexOf("金丝雀"));
        String around = trace.substring(Math.max(0, at - 120), Math.min(trace.length(), at + 60));
        return trace.substring(0, Math.min(80, trace.length())) + " … " + around;
    }
}
