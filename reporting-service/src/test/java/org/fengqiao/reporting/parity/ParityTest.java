package org.fengqiao.reporting.parity;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.parity.ParityComparison.Result;
import org.fengqiao.reporting.parity.ParityComparison.Status;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against sources that speak the wire contract of {@code GET /<service>/v1/parity}. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ParityTest {

    private static final String KIND = "mediation.meeting.v1";

    @Inject DataSource database;
    @Inject Clock clock;
    @Inject ObjectMapper json;
    @Inject OidcClient identity;

    private final String township = Api.township();
    private HttpServer source;
    private volatile String answer;
    private volatile String petitions;
    private volatile String authorization;

    @BeforeEach
    void listen() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/mediation/v1/parity", exchange -> answer(exchange, answer));
        source.createContext("/petition/v1/parity", exchange -> answer(exchange, petitions));
        source.start();
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void close() {
        source.stop(0);
    }

    @Test
    void equalRecordsAreEqualAndALostOneIsNamed() throws Exception {
        String table = "parity_" + township;
        Snapshot meeting = Events.meeting(township, "2024-03-05");
        Events.publish(meeting);
        awaitCount(township, "M-06", "2024", 1);
        copyFacts(table);

        answer = answer(true, township, "2024-03", 1, digest(meeting));
        Result equal = compare(table);
        assertEquals(Status.EQUAL, equal.status(), equal.toString());
        assertTrue(authorization.matches("Bearer [^.]+[.][^.]+[.][^.]+"), authorization);

        Snapshot lost = Events.meeting(township, "2024-04-05");
        answer =
                answer(true, township, "2024-03", 1, digest(meeting))
                        .replace("]}", "," + group(township, "2024-04", 1, digest(lost)) + "]}");
        Result different = compare(table);
        assertEquals(Status.DIFFERENT, different.status());
        assertEquals(2, different.sourceCount());
        assertEquals(1, different.factCount());
        assertEquals("2024-04", different.differences().get(0).month());
        assertEquals(null, different.differences().get(0).facts());
    }

    @Test
    void aSourceWithWaitingEventsIsBusyAndASilentOneUnreachable() throws Exception {
        String table = "parity_" + township;
        copyFacts(table);
        answer = answer(false, township, "2024-03", 1, "00");
        assertEquals(Status.SOURCE_BUSY, compare(table).status());
        source.stop(0);
        assertEquals(Status.SOURCE_UNREACHABLE, compare(table).status());
        Api.as(township).get("/reporting/v1/parity").then().statusCode(200);
    }

    @Test
    void eachSourceIsAskedAtItsOwnAddress() throws Exception {
        String table = "parity_" + township;
        copyFacts(table);
        Table visits = Table.table("petition.visit.v1", table, "/", "走访", "区划");
        petitions = "{\"kind\":\"petition.visit.v1\",\"outboxEmpty\":true,\"groups\":[]}";
        assertEquals(Status.EQUAL, compare(visits, "mediation", "petition").status());
        assertTrue(authorization.matches("Bearer [^.]+[.][^.]+[.][^.]+"), authorization);
        // Mediation's address is not petition's.
        assertEquals(Status.SOURCE_UNREACHABLE, compare(visits, "mediation").status());
    }

    private Result compare(String table) throws SQLException {
        return compare(Table.table(KIND, table, "/", "例会", "区划"), "mediation");
    }

    private Result compare(Table table, String... known) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        for (String it : known) {
            settings.put(
                    "fengqiao.sources." + it + ".url",
                    "http://127.0.0.1:" + source.getAddress().getPort());
        }
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        ParityComparison comparison =
                new ParityComparison(
                        database, List.of(table), clock, json, new Sources(config, json, identity));
        List<Result> results = comparison.compare();
        assertEquals(1, results.size());
        assertTrue(comparison.last().contains(results.get(0)), comparison.last().toString());
        return results.get(0);
    }

    /** The facts of this test's township alone. */
    private void copyFacts(String table) throws SQLException {
        try (java.sql.Connection connection = Platform.postgres().connect();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table %s as select * from meeting_fact where division = '%s'"
                            .formatted(table, township));
        }
    }

    private static String answer(
            boolean outboxEmpty, String division, String month, int count, String digest) {
        return "{\"kind\":\"%s\",\"outboxEmpty\":%s,\"groups\":[%s]}"
                .formatted(KIND, outboxEmpty, group(division, month, count, digest));
    }

    private static String group(String division, String month, int count, String digest) {
        return "{\"division\":\"%s\",\"month\":\"%s\",\"count\":%d,\"digest\":\"%s\"}"
                .formatted(division, month, count, digest);
    }

    private static String digest(Snapshot only) throws NoSuchAlgorithmException {
        String line = only.id() + ":" + only.version();
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(line.getBytes(StandardCharsets.UTF_8)));
    }
}
