package org.fengqiao.kit.limits;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More than a service can do, and callers that take their time, leave it answering the others. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(NarrowPlaces.class)
class OverloadTest {

    static final String RULES = "/mediation/v1/deadlines/rules";

    @TestHTTPResource URL root;
    @Inject DataSource database;
    @Inject MeterRegistry meters;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Three are worked on and wait for the table; two wait for a place; the sixth has none. */
    @Test
    void whatIsTooMuchIsRefusedAtOnceAndHealthIsAnswered() throws Exception {
        List<Future<Response>> answers = new ArrayList<>();
        try (Connection other = Platform.postgres().connect()) {
            hold(other);
            for (int i = 0; i < 5; i++) {
                answers.add(threads.submit(OverloadTest::meetings));
                int asked = i + 1;
                await().until(() -> gauge("working") + gauge("waiting") == asked);
            }
            assertEquals(3, gauge("working"));
            assertEquals(2, gauge("waiting"));
            long began = System.nanoTime();
            given().get(RULES)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("code", equalTo("OVERLOADED"));
            assertTrue(System.nanoTime() - began < Duration.ofMillis(900).toNanos());
            assertEquals(200, given().get("/q/health/live").statusCode());
            // Those that waited for a place are told so; the table is not free before.
            for (Future<Response> it : answers.subList(3, 5)) {
                assertEquals("OVERLOADED", it.get().path("code"));
            }
        }
        for (Future<Response> it : answers.subList(0, 3)) {
            assertEquals(200, it.get().statusCode());
        }
        assertEquals(200, given().get(RULES).statusCode());
        await().untilAsserted(() -> assertEquals(0, gauge("working")));
    }

    /** A place that is free is given to who waits for it. */
    @Test
    void whoWaitsIsLetInWhenAnotherLeaves() throws Exception {
        List<Future<Response>> answers = new ArrayList<>();
        try (Connection other = Platform.postgres().connect()) {
            hold(other);
            for (int i = 0; i < 5; i++) {
                answers.add(threads.submit(OverloadTest::meetings));
            }
            await().until(() -> gauge("waiting") == 2);
        }
        for (Future<Response> it : answers) {
            assertEquals(200, it.get().statusCode(), it.get()::asString);
        }
    }

    /** A caller that is cut off leaves its place, worked on or not. */
    @Test
    void whoIsGoneHoldsNoPlace() throws Exception {
        try (Connection other = Platform.postgres().connect()) {
            hold(other);
            try (Wire wire = new Wire(root.getPort())) {
                for (int i = 0; i < 5; i++) {
                    wire.open(
                            "GET /mediation/v1/meetings HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                                    + token("reader")
                                    + "\r\n\r\n");
                }
                await().until(() -> gauge("working") + gauge("waiting") == 5);
            }
            await().untilAsserted(() -> assertEquals(0, gauge("working") + gauge("waiting")));
        }
        assertEquals(200, meetings().statusCode());
    }

    @Test
    void aStatementOfARequestIsGivenUpAndOneOfTheBackgroundIsNot() throws Exception {
        try (Connection other = Platform.postgres().connect()) {
            hold(other);
            meetings()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", equalTo("STATEMENT_TIMED_OUT"));
        }
        // The control: the same pool, outside of a request, behind a transaction that was undone.
        undo();
        try (Connection own = database.getConnection();
                Statement statement = own.createStatement()) {
            statement.execute("select pg_sleep(7)");
        }
        assertEquals(200, meetings().statusCode());
    }

    private void undo() {
        QuarkusTransaction.begin();
        try (Connection own = database.getConnection();
                Statement statement = own.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** What RateLimitTest shows not to be believed of anybody is believed of a trusted proxy. */
    @Test
    void aTrustedProxySaysWhoPays() {
        int left = 0;
        for (int i = 0; i < 12; i++) {
            left = left("10.9.8.1");
        }
        assertTrue(left < 999, left + " left");
        assertEquals(999, left("10.9.8.2"));
    }

    private static int left(String address) {
        String told = given().header("X-Forwarded-For", address).get(RULES).header("RateLimit");
        return Integer.parseInt(told.replaceAll(".*;r=([0-9]+);.*", "$1"));
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table meeting in access exclusive mode");
        }
    }

    static Response meetings() {
        return RestAssured.given().auth().oauth2(token("reader")).get("/mediation/v1/meetings");
    }

    static String token(String subject) {
        return Tokens.of(
                subject,
                "410423106000",
                "records:read",
                "cases:read",
                "cases:write",
                "ledgers:import",
                "ledgers:export");
    }

    private int gauge(String name) {
        return (int) meters.get("fengqiao.limits." + name).gauge().value();
    }
}
