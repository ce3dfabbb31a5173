package org.fengqiao.testkit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A clerk who sends one kind of ledger of a division, for the year 2024 unless told otherwise. */
public final class Ledger {

    private static final Set<String> ENDS = Set.of("DONE", "FAILED");

    private final String root;
    private final String imports;
    private final String token;
    private final String division;
    private final String kind;

    private Ledger(String service, String division, String kind) {
        this.root = service + "/v1";
        this.imports = root + "/imports";
        this.token =
                Tokens.of(
                        "ledger-clerk",
                        division,
                        "ledgers:import",
                        "ledgers:export",
                        "cases:write",
                        "petitions:write",
                        "legal:write");
        this.division = division;
        this.kind = kind;
    }

    /**
     * @param service its root path: {@code /mediation}
     */
    public static Ledger at(String service, String division, String kind) {
        return new Ledger(service, division, kind);
    }

    public String kind() {
        return kind;
    }

    String division() {
        return division;
    }

    public Response send(byte[] file, int year) {
        return send("ledger", file, year);
    }

    /** A file under a name of its own. */
    Response send(String name, byte[] file, int year) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("kind", kind)
                .multiPart("year", String.valueOf(year))
                .multiPart("file", name, file)
                .post(imports);
    }

    /** The import at its end, which is DONE. */
    public JsonPath imported(String csv) {
        return imported(csv.getBytes(UTF_8), 2024);
    }

    public JsonPath imported(byte[] file, int year) {
        String id = send(file, year).then().statusCode(202).extract().path("id");
        JsonPath done =
                await().atMost(Duration.ofSeconds(120))
                        .until(
                                () -> request().get(imports + "/" + id).jsonPath(),
                                it -> ENDS.contains(it.getString("status")));
        assertEquals("DONE", done.getString("status"), done.prettify());
        return done;
    }

    /** What became of the rows of that outcome. */
    public JsonPath lines(JsonPath of, String outcome) {
        return request()
                .queryParam("outcome", outcome)
                .get(imports + "/" + of.getString("id") + "/lines")
                .jsonPath();
    }

    /** The same, of all pages. */
    public List<Map<String, Object>> allLines(JsonPath of, String outcome) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request =
                    request().queryParam("outcome", outcome).queryParam("limit", 200);
            if (next != null) {
                request.queryParam("cursor", next);
            }
            JsonPath page = request.get(imports + "/" + of.getString("id") + "/lines").jsonPath();
            all.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return all;
    }

    /** An application for exports; its id. */
    String appliedForExport(String application) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(application)
                .post(root + "/export-approvals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification request() {
        return given().auth().oauth2(token);
    }
}
