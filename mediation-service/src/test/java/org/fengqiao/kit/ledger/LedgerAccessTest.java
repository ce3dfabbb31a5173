package org.fengqiao.kit.ledger;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fengqiao.kit.ledger.LedgerClient.CLERK;
import static org.fengqiao.kit.ledger.LedgerClient.HEADER;
import static org.fengqiao.kit.ledger.LedgerClient.TOWNSHIP;
import static org.fengqiao.kit.ledger.LedgerClient.awaitEnd;
import static org.fengqiao.kit.ledger.LedgerClient.clerk;
import static org.fengqiao.kit.ledger.LedgerClient.imported;
import static org.fengqiao.kit.ledger.LedgerClient.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class LedgerAccessTest {

    @BeforeEach
    void emptyTables() {
        LedgerClient.emptyTables();
    }

    @Test
    void oneKeyIsOneImport() {
        String file = HEADER + "1,甲村,2024-03-05,李某\n";
        Response first = post("key-of-one-import", file, Map.of());
        Response again = post("key-of-one-import", file, Map.of());
        assertEquals(List.of(202, 202), List.of(first.statusCode(), again.statusCode()));
        assertEquals(first.jsonPath().getString("id"), again.jsonPath().getString("id"));
        assertEquals(
                422, post("key-of-one-import", file + "2,甲村,2024-03-05,\n", Map.of()).statusCode());
        awaitEnd(first.jsonPath().getString("id"));
        given().auth()
                .oauth2(CLERK)
                .multiPart("kind", "samples")
                .multiPart("file", "l.csv", file.getBytes(UTF_8))
                .post("/mediation/v1/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void badInputIsRefusedAtOnce() {
        refused("LEDGER_HEADER_MISSING", "a,b\n1,2\n", 422, Map.of());
        refused("LEDGER_FILE_EMPTY", HEADER, 422, Map.of());
        refused("FORM_INVALID", HEADER, 400, Map.of("dryrun", "true"));
        refused("FORM_INVALID", HEADER, 400, Map.of("year", "24"));
        refused("NOT_FOUND", HEADER, 404, Map.of("division", "410423107000"));
        assertEquals(0, Sql.count("select count(*) from ledger_import where kind = 'samples'"));
    }

    @Test
    void whoMayWriteNoRecordImportsNone() {
        given().auth()
                .oauth2(Tokens.of("petition-clerk", TOWNSHIP, "petitions:write", "ledgers:import"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("kind", "samples")
                .multiPart("file", "samples.csv", (HEADER + "1,甲村,2024-03-05,李某\n").getBytes(UTF_8))
                .post("/mediation/v1/imports")
                .then()
                .statusCode(403)
                .body("code", equalTo("SCOPE_MISSING"));
    }

    @Test
    void anotherUnitSeesNoImport() {
        JsonPath done = imported(HEADER + "1,甲村,2024-03-05,李某\n");
        String path = "/mediation/v1/imports/" + done.getString("id");
        String village = Tokens.of("mediator", "410423106201", "ledgers:import");
        given().auth().oauth2(village).get(path).then().statusCode(404);
        given().auth().oauth2(village).get(path + "/lines").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.of("reader", TOWNSHIP, "cases:read"))
                .get(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("county", "410423000000", "ledgers:import"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void anExportHidesPersonsUnlessAPurposeIsStated() {
        imported(HEADER + "1,甲村,2024-03-05,李某\n");
        clerk().queryParam("year", 2024)
                .queryParam("format", "csv")
                .get("/mediation/v1/exports/samples")
                .then()
                .statusCode(200)
                .body(containsString("甲村"), not(containsString("李某")), not(containsString("当事人")));
        clerk().header("Fengqiao-Purpose", "AUDIT")
                .header("Fengqiao-Acting-User", "clerk")
                .queryParam("year", 2024)
                .queryParam("format", "csv")
                .get("/mediation/v1/exports/samples")
                .then()
                .statusCode(200)
                .body(containsString("李某"));
        assertTrue(
                Sql.count("select count(*) from read_audit where operation = 'exportLedger'") > 0,
                "not audited");
    }

    @Test
    void anExportAsAWorkbookIsUnchangedWhenImportedAgain() {
        imported(HEADER + "1,甲村,2024-03-05,\n2,=1+1,2024-03-06,\n", "year", "2024");
        byte[] book =
                clerk().queryParam("year", 2024).get("/mediation/v1/exports/samples").asByteArray();
        Response response =
                clerk().header("Idempotency-Key", UUID.randomUUID())
                        .multiPart("kind", "samples")
                        .multiPart("file", "samples.xlsx", book)
                        .post("/mediation/v1/imports");
        assertEquals(2, awaitEnd(response.jsonPath().getString("id")).getInt("unchanged"));
    }

    @Test
    void aTemplateCanBeDownloaded() {
        byte[] template = clerk().get("/mediation/v1/ledger-templates/samples").asByteArray();
        assertEquals('P', template[0]);
        clerk().get("/mediation/v1/ledger-templates/none").then().statusCode(404);
    }

    private static void refused(String code, String text, int status, Map<String, String> more) {
        Response response = post(UUID.randomUUID().toString(), text, more);
        assertEquals(status, response.statusCode(), response.asString());
        assertEquals(code, response.jsonPath().getString("code"));
    }
}
