package org.fengqiao.kit.limits;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Who asks too often is told so, and nobody else is. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(NarrowRates.class)
class RateLimitTest {

    private static final String RULES = "/mediation/v1/deadlines/rules";
    private static final String[] SCOPES = {
        "records:read", "cases:read", "cases:write", "ledgers:export"
    };

    @Inject MeterRegistry meters;

    @Test
    void aPersonIsRefusedWithWhenToComeAgain() {
        String person = person("reader", "410423101000");
        double before = meters.counter("fengqiao.limits.refused", "limit", "person").count();
        requireMinute(NarrowRates.PERSON_READS, () -> meetings(person));
        meetings(person)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-4]"))
                .header("RateLimit-Policy", "\"person-reads\";q=20;w=60")
                .header("RateLimit", matchesPattern("\"person-reads\";r=0;t=[1-4]"))
                .body("code", equalTo("RATE_EXCEEDED"))
                .body("legalBasis", equalTo("SETTING"))
                .body("detail", containsString("person-reads"));
        assertTrue(meters.counter("fengqiao.limits.refused", "limit", "person").count() > before);
        // Writes and exports are apart, and so is the next person of the same office.
        assertEquals(400, write(person).statusCode());
        assertEquals(200, export(person).statusCode());
        assertEquals(200, meetings(person("colleague", "410423101000")).statusCode());
    }

    @Test
    void writesAreCountedAndSoAreExports() {
        String person = person("writer", "410423102000");
        requireMinute(NarrowRates.PERSON_WRITES, () -> write(person));
        String other = person("exporter", "410423102000");
        requireMinute(NarrowRates.PERSON_EXPORTS, () -> export(other));
        assertEquals(200, meetings(other).statusCode());
    }

    @Test
    void anOfficeSharesWhatItsPersonsAsk() {
        String one = person("first", "410423103000");
        String two = person("second", "410423103000");
        int[] turn = {0};
        requireMinute(NarrowRates.DIVISION_READS, () -> meetings(turn[0]++ % 2 == 0 ? one : two));
        meetings(person("third", "410423103000"))
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", containsString("division-reads"));
        assertEquals(200, meetings(person("fourth", "410423104000")).statusCode());
    }

    @Test
    void aProgramSharesWhatItAsksForAll() {
        List<String> offices =
                IntStream.range(111, 131)
                        .mapToObj(it -> machine("one-machine", "410423" + it + "000"))
                        .toList();
        int[] turn = {0};
        requireMinute(
                NarrowRates.CLIENT_READS, () -> meetings(offices.get(turn[0]++ % offices.size())));
        assertEquals(200, meetings(machine("another", "410423131000")).statusCode());
    }

    /** No word of a caller makes it another one, unless the settings trust who says it. */
    @Test
    void whoIsNotSignedInPaysByItsAddress() {
        int[] call = {0};
        requireMinute(
                NarrowRates.ADDRESS_READS,
                () -> given().header("X-Forwarded-For", "10.9.8." + call[0]++).get(RULES));
        given().header("Forwarded", "for=10.1.1.1")
                .get(RULES)
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", containsString("address-reads"));
        // A token changes nothing where none is asked for; where one is, it counts.
        assertEquals(200, meetings(person("signed-in", "410423105000")).statusCode());
    }

    @Test
    void whoLacksTheScopePaysNothing() {
        String nobody = Tokens.of("nobody", "410423106000", "figures:read");
        for (int i = 0; i < NarrowRates.PERSON_READS + 5; i++) {
            assertEquals(403, meetings(nobody).statusCode());
        }
    }

    /** As many as in a minute, and those that the time of the calls itself let in. */
    private static void requireMinute(int perMinute, Supplier<Response> call) {
        long began = System.nanoTime();
        int admitted = 0;
        while (call.get().statusCode() != 429) {
            admitted++;
            assertTrue(admitted < 500, "never refused");
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(admitted >= perMinute, admitted + " of " + perMinute);
        assertTrue(admitted <= perMinute + seconds * perMinute / 60 + 1, admitted + " admitted");
    }

    private static String person(String subject, String division) {
        return Tokens.of(subject, division, SCOPES);
    }

    /** The client's own account: no person, whatever its token names. */
    private static String machine(String subject, String division) {
        return Tokens.of(subject, subject, division, Duration.ofMinutes(10), SCOPES);
    }

    private static Response meetings(String token) {
        return given().auth().oauth2(token).get("/mediation/v1/meetings");
    }

    private static Response export(String token) {
        return given().auth()
                .oauth2(token)
                .get("/mediation/v1/exports/meetings?year=1999&format=csv");
    }

    /** Counted before it is looked at: the body is refused. */
    private static Response write(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/mediation/v1/meetings");
    }
}
