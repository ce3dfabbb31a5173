package org.fengqiao.kit.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.junit.jupiter.api.Test;

/** Who sends or reads slowly holds a socket, or one of the few places of files, and nobody up. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(NarrowPlaces.class)
class SlowCallerTest {

    private static final int SLOW = 150;

    @TestHTTPResource URL root;
    @Inject MeterRegistry meters;

    /** Half a head, half a body: each holds a socket, none of the places. */
    @Test
    void slowSendersHoldNobodyUp() throws Exception {
        try (Wire wire = new Wire(root.getPort())) {
            List<Socket> bodies = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                wire.open("GET " + OverloadTest.RULES + " HTTP/1.1\r\nHost: a\r\nX-Slow: ");
                bodies.add(
                        wire.open(
                                "POST /mediation/v1/meetings HTTP/1.1\r\nHost: a\r\n"
                                        + "Content-Type: application/json\r\n"
                                        + (i % 2 == 0
                                                ? "Content-Length: 100\r\n\r\n{"
                                                : "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")));
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(200, given().get(OverloadTest.RULES).statusCode());
            }
            // The last of the twenty has its answer a moment before its place is free.
            await().atMost(Duration.ofSeconds(1)).until(() -> gauge("working") == 0);
            for (Socket it : bodies) {
                String answer = Wire.answer(it);
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("BODY_TOO_SLOW"), answer);
            }
        }
        await().untilAsserted(() -> assertEquals(0, gauge("working") + gauge("waiting")));
    }

    /** Of a file only its reader knows the end: it has few places of its own, and not for ever. */
    @Test
    void aSlowFileHoldsNoOtherThanAFile() throws Exception {
        try (Wire wire = new Wire(root.getPort())) {
            String half =
                    "POST /mediation/v1/imports HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                            + OverloadTest.token("reader")
                            + "\r\nIdempotency-Key: 0123456789\r\nContent-Length: 1000\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n";
            Socket first = wire.open(half);
            Socket second = wire.open(half);
            await().until(() -> gauge("working") == 2);
            assertEquals(200, given().get(OverloadTest.RULES).statusCode());
            given().auth()
                    .oauth2(OverloadTest.token("reader"))
                    .get("/mediation/v1/exports/meetings?year=1999&format=csv")
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("TRANSFERS_BUSY"));
            // Closed by the service, whatever it has answered before.
            Wire.answer(first);
            Wire.answer(second);
        }
        await().untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(OverloadTest.token("reader"))
                                        .get("/mediation/v1/exports/meetings?year=1999&format=csv")
                                        .then()
                                        .statusCode(200));
    }

    @Test
    void aBodyIsCountedWhetherItSaysItsLengthOrNot() throws Exception {
        String part = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
        try (Wire wire = new Wire(root.getPort())) {
            Socket large =
                    wire.open(
                            "POST /mediation/v1/meetings HTTP/1.1\r\nHost: a\r\n"
                                    + "Content-Type: application/json\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n");
            Wire.send(large, part + "1\r\nx\r\n");
            String answer = Wire.answer(large);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
            assertTrue(answer.contains("BODY_TOO_LARGE"), answer);
        }
        String deep = "[".repeat(1_500) + "]".repeat(1_500);
        given().auth()
                .oauth2(OverloadTest.token("reader"))
                .contentType("application/json")
                .header("Idempotency-Key", "0123456789")
                .body("{\"heldOn\":" + deep + "}")
                .post("/mediation/v1/meetings")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    /** Twenty megabytes, of which nobody reads the second one. */
    @Test
    void whoDoesNotReadItsFileIsCutOff() throws Exception {
        String account = "slow-reader-" + System.nanoTime();
        manyRows(account);
        String open =
                "select count(*) from pg_stat_activity where state = 'idle in transaction'"
                        + " and datname = current_database()";
        try (Wire wire = new Wire(root.getPort())) {
            Socket slow =
                    wire.open(
                            "GET /mediation/v1/exports/samples?year=2024&format=csv HTTP/1.1\r\n"
                                    + "Host: a\r\nFengqiao-Purpose: AUDIT\r\nAuthorization: Bearer "
                                    + OverloadTest.token(account)
                                    + "\r\n\r\n");
            byte[] head = slow.getInputStream().readNBytes(1 << 16);
            assertTrue(new String(head, UTF_8).startsWith("HTTP/1.1 200 "));
            assertEquals(1, gauge("working"));
            assertEquals(200, OverloadTest.meetings().statusCode());
            // The place, the thread and its transaction are free, though nobody has read on.
            await().atMost(Duration.ofSeconds(20)).until(() -> gauge("working") == 0);
            await().atMost(Duration.ofSeconds(20)).until(() -> Sql.count(open) == 0);
        } finally {
            Sql.run("delete from sample_record");
        }
    }

    private static void manyRows(String account) {
        Sql.run(
                "create table if not exists sample_record (id uuid primary key, version integer not null,"
                        + " number text not null, office text not null check (office <> 'impossible'),"
                        + " registered_on date not null, party text)");
        Sql.run("delete from sample_record");
        Sql.run(
                "insert into sample_record select gen_random_uuid(), 1, n::text, repeat('a', 1000),"
                        + " '2024-03-05', null from generate_series(1, 20000) n");
        Sql.run(
                """
                insert into export_approval
                    (id, version, division, kind, purpose, rows_asked, rows_granted, until, state,
                    issuer, subject, client, applied_at, application_key, application_digest,
                    decided_by, decided_at)
                values (gen_random_uuid(), 2, '410423106000', 'samples', 'AUDIT', 99000, 99000,
                    current_date + 9, 'APPROVED', '%s', '%s', 'tests', now(), '%s', '', 'x', now())
                """
                        .formatted(
                                Platform.config().get("fengqiao.issuer"),
                                account,
                                UUID.randomUUID()));
    }

    private int gauge(String name) {
        return (int) meters.get("fengqiao.limits." + name).gauge().value();
    }
}
