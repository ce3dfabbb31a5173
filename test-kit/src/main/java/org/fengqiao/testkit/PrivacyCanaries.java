package org.fengqiao.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.LedgerKind;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What names a person is nowhere but sealed in its record: a canary goes into every place that
 * takes a text, rightly and wrongly, and is then looked for everywhere else. A service's own test
 * extends this, tells how its records are written, and is a {@code QuarkusTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PrivacyCanaries implements CanaryRows {

    private static final String FOREIGN = "410423107000";
    private static final String PURPOSE = "Fengqiao-Purpose";

    /** Codes of what a request with a text in a wrong place is refused by. */
    private static final List<String> REFUSED =
            List.of(
                    "DATE_INVALID",
                    "UUID_INVALID",
                    "CODE_UNKNOWN",
                    "UNKNOWN_FIELD",
                    "TYPE_MISMATCH",
                    "JSON_MALFORMED",
                    "PARAMETER_INVALID",
                    "SIZE");

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final String service;
    private final String home;
    private final List<String> scopes;
    private final Canary canary = new Canary();
    private final Canary followed = new Canary();
    private final Traces.Log log = Traces.log();
    private CanaryOffice office;
    private List<Answer> misplaced;
    private Readings readings;

    /**
     * @param service its root path: {@code /legal}
     * @param home township that no other test writes to, 12 digits
     * @param scopes every scope of the service but {@code persons:read}
     */
    protected PrivacyCanaries(String service, String home, String... scopes) {
        this.service = service;
        this.home = home;
        this.scopes = List.of(scopes);
    }

    // What a service tells

    /** Where a text may stand that is no person's, and why: by place of a request's body. */
    protected abstract Map<String, String> noPerson();

    /** Enters records of every kind and takes every step that takes a text. */
    protected abstract void write(CanaryOffice canaries);

    protected abstract Iterable<LedgerKind> ledgers();

    /**
     * What another service publishes that this one follows, with a text where none belongs.
     *
     * @param text that must not be quoted
     */
    protected abstract SourceEvent[] odd(String text);

    /** How the readings begin that show a record's own: {@code getVisit}, {@code exportLedger}. */
    protected abstract List<String> showing();

    /** A table that has a text in clear, since it names no person: {@code public.visit}. */
    protected abstract String tableInClear();

    /** That text. */
    protected abstract String textInClear();

    /** A clerk of a division with every scope of the service, who may read persons. */
    protected final Clerk clerk(String division) {
        return Clerk.at(service, token(division));
    }

    private String token(String division) {
        String[] all =
                Stream.concat(scopes.stream(), Stream.of("persons:read")).toArray(String[]::new);
        return Tokens.of("canary-office", division, all);
    }

    // How the canaries get out

    /** Once, but not before the first test: only then does RestAssured know the port. */
    @BeforeEach
    void canariesAreOut() {
        if (readings != null) {
            return;
        }
        assertNull(office, "the canaries did not all get out: see the first test");
        JsonNode document =
                CanaryOffice.parsed(
                        RestAssured.given()
                                .queryParam("format", "json")
                                .get("/q/openapi")
                                .asString());
        office = new CanaryOffice(canary, document, clerk(FOREIGN));
        write(office);
        misplaced = MisplacedTexts.send(document, token(home), canary);
        CanaryLedgers imported = new CanaryLedgers(canary, service, home, this);
        imported.importAll(ledgers());
        office.refusals().addAll(imported.refusals());
        // What another service publishes is read, or told of, without being quoted.
        SourceEvent.deliver(odd(followed.text()));
        Map<String, List<String>> records = new TreeMap<>(office.records());
        records.put("imports", imported.imports());
        records.put("exports", imported.kinds());
        readings =
                Readings.of(
                        document,
                        records,
                        Map.of(
                                "year",
                                "2024",
                                "on",
                                "2024-12-31",
                                "format",
                                "csv",
                                "limit",
                                "200",
                                "below",
                                "true"));
    }

    @AfterAll
    void silence() {
        log.close();
    }

    // Where they are looked for

    /** Of retention, which every office has: codes, and why a record is held, which is sealed. */
    private static final Set<String> OF_THE_KIT =
            Set.of(
                    "holdRecord /reason",
                    "releaseRecord /reason",
                    "proposeErasure /division",
                    "proposeErasure /kind");

    @Test
    void noPlaceForATextIsForgotten() {
        Set<String> known = new TreeSet<>(office.places());
        known.addAll(noPerson().keySet());
        known.addAll(OF_THE_KIT);
        Set<String> all = FreeTexts.of(office.document());
        assertEquals(String.join("\n", all), String.join("\n", known));
        office.places().forEach(it -> assertFalse(noPerson().containsKey(it), it));
    }

    @Test
    void noMessageHoldsOne() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertEquals(List.of(), starting("public.outbox ", Traces.rows())));
        List<String> messages = Traces.messages();
        office.records().values().stream()
                .flatMap(List::stream)
                .forEach(it -> assertFalse(Traces.holding(messages, it).isEmpty(), it));
        canary.requireNotIn(messages);
        // The one that was sent in a message is found there.
        assertFalse(followed.in(messages).isEmpty());
    }

    @Test
    void noRowHoldsOneInClear() {
        List<String> rows = Traces.rows();
        canary.requireNotIn(rows);
        assertEquals(List.of(), followed.in(rows));
        // The controls: what is in clear is found, and is not where it is not looked for.
        String table = tableInClear() + " ";
        assertFalse(starting(table, Traces.holding(rows, textInClear())).isEmpty(), table);
        assertEquals(List.of(), starting(table, Traces.rows("public")));
    }

    @Test
    void everyOneCanBeSealedAnew() {
        Resealed.requireAll(service, home);
    }

    @Test
    void noLineOfTheLogHoldsOne() {
        canary.requireNotIn(log.records());
        assertEquals(List.of(), followed.in(log.records()));
        // The control, for there need be no line at all.
        Canary said = new Canary();
        List<String> records =
                Traces.logged(
                        () -> {
                            Logger logger = Logger.getLogger("org.fengqiao.said");
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
        canary.requireNotIn(lines);
        // The control: they do tell of requests, by the path's template.
        office.records()
                .keySet()
                .forEach(
                        it -> {
                            String template = "uri=\"/v1/" + it + "/{id}\"";
                            assertFalse(Traces.holding(lines, template).isEmpty(), template);
                        });
    }

    @Test
    void noAnswerToAWriteRepeatsOne() {
        canary.requireNotIn(texts(office.answers()));
    }

    @Test
    void noRefusalRepeatsOne() {
        canary.requireNotIn(texts(office.refusals()));
        canary.requireNotIn(texts(misplaced));
        assertEquals(
                List.of(), texts(misplaced.stream().filter(it -> it.status() >= 500).toList()));
        List<String> taken =
                texts(misplaced.stream().filter(it -> it.status() < 400).toList()).stream()
                        .filter(it -> !it.startsWith("list") && !it.startsWith("get"))
                        // It takes nothing: no body, no parameter.
                        .filter(it -> !it.startsWith("startReencryption"))
                        .toList();
        assertEquals(List.of(), taken);
        // The controls: each way to refuse was gone.
        for (String code : REFUSED) {
            assertFalse(Traces.holding(texts(misplaced), "\"" + code + "\"").isEmpty(), code);
        }
        assertTrue(statuses(misplaced).containsAll(Set.of(400, 401, 403, 404, 406, 415)));
        assertTrue(statuses(office.refusals()).containsAll(Set.of(400, 404, 409, 412, 422)));
    }

    /** Lists, feeds, histories, lines of imports and exports included. */
    @Test
    void whoMayNotReadPersonsIsShownNone() {
        String without = Tokens.of("canary-office", home, scopes.toArray(String[]::new));
        List<Answer> masked = readings.by(it -> it.auth().oauth2(without).header(PURPOSE, "AUDIT"));
        canary.requireNotIn(texts(masked));
        List<Answer> purposeless = readings.by(it -> it.auth().oauth2(token(home)));
        canary.requireNotIn(texts(purposeless));
        // The controls: nothing is asked amiss, but for what is of the law or of all records; the
        // records are shown, each by itself and in its list.
        List<Answer> amiss = masked.stream().filter(it -> it.status() == 400).toList();
        assertEquals(
                Set.of("calculateDeadline", "getParity"),
                amiss.stream().map(Answer::request).collect(Collectors.toSet()));
        List<String> shown =
                masked.stream().filter(it -> it.status() == 200).map(Answer::body).toList();
        office.records().values().stream()
                .flatMap(List::stream)
                .forEach(it -> assertTrue(Traces.holding(shown, it).size() > 1, it));
    }

    @Test
    void whoMayReadThemAndSaysWhyIsShownTheRecordsOwn() {
        List<Answer> shown =
                readings.by(it -> it.auth().oauth2(token(home)).header(PURPOSE, "AUDIT"));
        List<String> answers = texts(shown);
        for (String of : showing()) {
            List<String> told =
                    Stream.of(" ", ":").flatMap(it -> starting(of + it, answers).stream()).toList();
            assertFalse(canary.in(told).isEmpty(), of);
        }
        canary.requireNotIn(starting("list", answers));
    }

    private static List<String> starting(String beginning, List<String> traces) {
        return traces.stream().filter(it -> it.startsWith(beginning)).toList();
    }

    private static Set<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).collect(Collectors.toSet());
    }

    private static List<String> texts(List<Answer> answers) {
        return answers.stream().map(Answer::toString).toList();
    }
}
