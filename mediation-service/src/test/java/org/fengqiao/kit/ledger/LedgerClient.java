package org.fengqiao.kit.ledger;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Tokens;

/** A clerk of the township who sends ledgers, and a look into the database. */
final class LedgerClient {

    static final String TOWNSHIP = "410423106000";
    static final String CLERK =
            Tokens.of(
                    "clerk",
                    TOWNSHIP,
                    "cases:write",
                    "ledgers:import",
                    "ledgers:export",
                    "persons:read");
    static final String HEADER = "编号,单位,登记日期,当事人\n";

    private LedgerClient() {}

    static void emptyTables() {
        Sql.run(SampleLedger.TABLE);
        Sql.run(
                "delete from ledger_import_line where import_id in (select id from ledger_import where kind = 'samples')");
        Sql.run("delete from ledger_import where kind = 'samples'");
        Sql.run("delete from ledger_key where kind = 'samples'");
        Sql.run("delete from sample_record");
    }

    static JsonPath imported(String text, String... more) {
        Map<String, String> fields = more.length == 0 ? Map.of() : Map.of(more[0], more[1]);
        Response response = post(UUID.randomUUID().toString(), text, fields);
        assertEquals(202, response.statusCode(), response.asString());
        JsonPath done = awaitEnd(response.jsonPath().getString("id"));
        assertEquals("DONE", done.getString("status"));
        return done;
    }

    static Response start(String text) {
        return post(UUID.randomUUID().toString(), text, Map.of());
    }

    static Response post(String key, String text, Map<String, String> more) {
        RequestSpecification request =
                clerk().header("Idempotency-Key", key)
                        .multiPart("kind", "samples")
                        .multiPart("file", "ledger.csv", text.getBytes(UTF_8));
        more.forEach(request::multiPart);
        return request.post("/mediation/v1/imports");
    }

    static Response postFile(byte[] file) {
        return clerk().header("Idempotency-Key", UUID.randomUUID())
                .multiPart("kind", "samples")
                .multiPart("file", "ledger", file)
                .post("/mediation/v1/imports");
    }

    static JsonPath awaitEnd(String id) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> clerk().get("/mediation/v1/imports/" + id).jsonPath(),
                        it ->
                                List.of("DONE", "FAILED")
                                        .contains(String.valueOf(it.getString("status"))));
    }

    static JsonPath lines(JsonPath of, String outcome) {
        return clerk().queryParam("outcome", outcome)
                .get("/mediation/v1/imports/" + of.getString("id") + "/lines")
                .jsonPath();
    }

    static RequestSpecification clerk() {
        return given().auth().oauth2(CLERK);
    }
}
