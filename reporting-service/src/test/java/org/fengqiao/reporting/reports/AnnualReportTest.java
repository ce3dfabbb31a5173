package org.fengqiao.reporting.reports;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An annual report on its whole way, over HTTP, with figures of real events (D6). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AnnualReportTest {

    private static final String[] SCOPES = {
        "figures:read", "reports:read", "reports:write", "petitions:read", "legal:read", "admin"
    };

    private final String township = Api.township();
    private int version;

    @BeforeEach
    void twoCasesOfThisTownship() {
        publish(
                agreedCase(township, "TOWNSHIP", "2024-03-05"),
                agreedCase(Api.village(township, 1), "VILLAGE", "2024-04-06"));
        awaitCount(township, "M-01", "2024", 2);
    }

    @Test
    void fromTheFirstTextToASealedEditionThatAnybodyReads() {
        begin("{year}年调处{M-01}件，成功率{M-05|含分母}。");
        assertEquals("2024年调处2件，成功率100％（2/2）。", measures(get("clerk", "/preview")));
        step("clerk", "checking", "{}").body("status", equalTo("CHECKED"));
        sign().body("status", equalTo("SIGNED"));
        step("clerk", "submission", "{}").body("stages[0].state", equalTo("MISSED"));
        step("signer", "confidentiality-review", "{}")
                .statusCode(422)
                .body("code", equalTo("SMALL_CELLS"))
                .body("errors.detail", contains("M-01未确认"));
        step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}").statusCode(200);
        step("signer", "publication", "{}")
                .body("status", equalTo("PUBLISHED"))
                .body("editions.number", contains(1));

        JsonPath edition = anybody("/editions/1").extract().jsonPath();
        assertEquals("2024年调处2件，成功率100％（2/2）。", text(edition, "edition."));
        assertEquals(2, edition.getInt("edition.figures[0].value"));
        assertFalse(edition.prettify().contains("\"id\""), edition::prettify);
        assertFalse(edition.prettify().contains("/reporting/v1/figures"), edition::prettify);
        anybody("/editions").body("items", hasSize(1));
        get("clerk", "/editions/1/verification")
                .body("intact", equalTo(true))
                .body("figures.intact", everyItem(equalTo(true)));
        get("clerk", "/editions/1/figures/M-01/receipt").body("recordCount", equalTo(2));
        get("clerk", "/history")
                .body(
                        "items.step",
                        contains("BEGIN", "CHECK", "SIGN", "SUBMIT", "REVIEW", "PUBLISH"));
    }

    /** 410 → 411: which case, counted when, entered when; the first edition stays. */
    @Test
    void aLateCaseMakesARevisionWithItsCause() {
        published("调处{M-01}件。");
        String first = anybody("/editions/1").extract().asString();
        get("clerk", "/pending-revision").body("pending", equalTo(false));
        Snapshot late = agreedCase(township, "TOWNSHIP", "2024-12-30");
        publish(late);
        awaitCount(township, "M-01", "2024", 3);
        get("clerk", "/pending-revision")
                .body("pending", equalTo(true))
                .body("changes.zh", hasItem(containsString("调处矛盾纠纷 2 → 3：新增")))
                .body("changes.zh", hasItem(containsString("计入日期2024-12-30")))
                .body("changes.figure.records.id.flatten()", hasItem(late.id()));
        assertEquals(first, anybody("/editions/1").extract().asString());

        step("clerk", "revision", "{\"reason\":\"补登\"}").body("status", equalTo("DRAFT"));
        anybody("/editions").body("items.number", contains(1));
        step("clerk", "checking", "{}");
        sign();
        step("clerk", "submission", "{}");
        step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        step("signer", "publication", "{}").body("status", equalTo("REVISED"));
        anybody("/editions").body("items.number", contains(2, 1));
        anybody("/editions/2")
                .body("edition.changes.zh", contains("调处矛盾纠纷由2改为3"))
                .body("edition.figures[0].value", equalTo(3));
        assertEquals(first, anybody("/editions/1").extract().asString());
        get("clerk", "/editions/1/verification").body("intact", equalTo(true));
    }

    @Test
    void whatIsPublishedAndThenChangedInTheDatabaseIsFound() throws SQLException {
        published("调处{M-01}件。");
        sql("update report_edition set content = replace(content, '\"value\":2', '\"value\":3')");
        get("clerk", "/editions/1/verification")
                .body("intact", equalTo(false))
                .body("sealIntact", equalTo(false));
        sql("update report_edition set content = replace(content, '\"value\":3', '\"value\":2')");
        get("clerk", "/editions/1/verification").body("intact", equalTo(true));
        sql(
                "delete from frozen_record where record_id = (select min(record_id::text)::uuid"
                        + " from frozen_record where frozen_id = (select frozen_id from"
                        + " report_edition edition join annual_report report on report.id ="
                        + " report_id where division = '"
                        + township
                        + "'))");
        get("clerk", "/editions/1/verification")
                .body("intact", equalTo(false))
                .body("sealIntact", equalTo(true))
                .body("figures.intact", contains(false));
    }

    @Test
    void whoDraftedDoesNotSign() {
        begin("调处{M-01}件。");
        step("clerk", "checking", "{}");
        step("clerk", "signing", "{}", "reports:sign")
                .statusCode(422)
                .body("code", equalTo("SIGNER_DRAFTED"));
    }

    @Test
    void aBlockingCheckIsSignedOverOnlyWithAReasonThatIsPrinted() {
        begin("调处{M-01}件，另有5件。");
        step("clerk", "checking", "{}");
        step("signer", "signing", "{}")
                .statusCode(422)
                .body("code", equalTo("CHECKS_BLOCK"))
                .body("errors.code", hasItem("T-NUMERAL"));
        sign("T-NUMERAL").statusCode(200);
        step("clerk", "submission", "{}");
        step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        step("signer", "publication", "{}").statusCode(200);
        anybody("/editions/1")
                .body("edition.checks.find { it.code == 'T-NUMERAL' }.reason", equalTo("经核对无误"));
    }

    /** A number below the minimum that is not made public goes from text, table and digest. */
    @Test
    void aSmallNumberIsSuppressedWithWhatWouldGiveItAway() {
        begin("调处{M-01}件，其中村级{M-02}件，镇{M-03}件。");
        step("clerk", "checking", "{}");
        sign();
        step("clerk", "submission", "{}");
        step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\",\"M-02\"],\"suppressed\":[\"M-03\"]}")
                .statusCode(422)
                .body("errors.detail", contains(containsString("可以推出M-03")));
        step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\"],\"suppressed\":[\"M-02\",\"M-03\"]}")
                .statusCode(200);
        step("signer", "publication", "{}").statusCode(200);
        JsonPath edition = anybody("/editions/1").extract().jsonPath();
        assertEquals("调处2件，其中村级〔不公开〕件，镇〔不公开〕件。", text(edition, "edition."));
        assertEquals("SUPPRESSED", edition.get("edition.figures[2].status"));
        anybody("/editions/1").body("edition.figures[2].lists", nullValue());
        get("clerk", "/editions/1/verification").body("intact", equalTo(true));
    }

    @Test
    void aReportIsSentBackAndItsEditionIsNone() {
        begin("调处{M-01}件。");
        step("clerk", "checking", "{}");
        sign();
        step("signer", "return", "{\"reason\":\"补充\"}").body("status", equalTo("DRAFT"));
        step("clerk", "edits", draft("调处{M-01}件！")).statusCode(200);
        step("clerk", "checking", "{}");
        sign().statusCode(200);
        get("clerk", "").body("editions", hasSize(0));
        anybody("/editions").body("items", hasSize(0));
    }

    @Test
    void theTableForbidsWhatComesTooEarlyAndATwinIsAnsweredAlike() {
        begin("调处{M-01}件。");
        step("signer", "publication", "{}").statusCode(409).body("code", equalTo("STEP_FORBIDDEN"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("clerk")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body("{}")
                    .post(path("/checking"))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void aTextWithWhatIsNoFigureIsRefusedWhereItStands() {
        begin("调处{M-01}件。");
        step("clerk", "edits", draft("调处{M-99}件，{M-01|万元}，{x}。"))
                .statusCode(422)
                .body("code", equalTo("DRAFT_INVALID"))
                .body("errors.pointer", everyItem(equalTo("/sections/0/items/0/text")))
                .body("errors", hasSize(3));
    }

    @Test
    void theUnitReportsForItselfAndTheCountySeesWhoHasNot() {
        begin("调处{M-01}件。");
        String county = township.substring(0, 6) + "000000";
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("county", county, "reports:sign", "reports:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{}")
                .post(path("/checking"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_REPORTS"));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("county", county, "reports:read"))
                .queryParam("year", 2024)
                .get("/reporting/v1/reports")
                .then()
                .statusCode(200)
                .body("items.division", hasItem(township))
                .body("items[0].division", equalTo(county))
                .body("items[0].status", nullValue());
    }

    @Test
    void nextYearBeginsWithTheTextOfThisOne() {
        begin("{year}年调处{M-01}件。");
        as("clerk")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":2025}".formatted(township))
                .post("/reporting/v1/reports")
                .then()
                .statusCode(201)
                .body("draft.sections[0].items[0].text", equalTo("{year}年调处{M-01}件。"));
        as("clerk")
                .get("/reporting/v1/reports/" + township + "/2025/preview")
                .then()
                .body("sections[0].items[0].paragraphs[0].pieces[0].text", equalTo("2025年调处"));
    }

    private void published(String text) {
        begin(text);
        step("clerk", "checking", "{}");
        sign();
        step("clerk", "submission", "{}");
        step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        step("signer", "publication", "{}").statusCode(200);
    }

    private void begin(String text) {
        ValidatableResponse begun =
                as("clerk")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(
                                "{\"division\":\"%s\",\"year\":2024,\"draft\":%s}"
                                        .formatted(township, draft(text)))
                        .post("/reporting/v1/reports")
                        .then()
                        .statusCode(201);
        version = begun.extract().path("version");
    }

    private static String draft(String text) {
        return """
               {"title": "关于{year}年法治政府建设情况的报告", "sections": [
                 {"kind": "MEASURES", "title": "举措和成效", "items": [{"heading": "依法调解纠纷", "text": "%s"}]},
                 {"kind": "FIRST_RESPONSIBLE", "title": "职责", "items": [{"text": "带头学法。"}]},
                 {"kind": "SHORTCOMINGS", "title": "不足", "items": [{"text": "人才不足。"}]},
                 {"kind": "NEXT_YEAR", "title": "安排", "items": [{"text": "加强培训。"}]}]}
               """
                .formatted(text);
    }

    /** Signs with a reason for whatever blocks: the sources of other chapters are silent here. */
    private ValidatableResponse sign(String... codes) {
        List<String> blocking = new ArrayList<>(List.of(codes));
        blocking.addAll(
                get("clerk", "/checks")
                        .extract()
                        .jsonPath()
                        .getList(
                                "items.findAll { it.severity == 'BLOCKING' && it.status =="
                                        + " 'INCOMPLETE' }.code"));
        String overrides =
                String.join(
                        ",",
                        blocking.stream()
                                .map(it -> "{\"code\":\"%s\",\"reason\":\"经核对无误\"}".formatted(it))
                                .toList());
        return step("signer", "signing", "{\"overrides\":[" + overrides + "]}").statusCode(200);
    }

    private ValidatableResponse step(String who, String name, String body, String... more) {
        ValidatableResponse answer =
                as(who, more)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"" + version + "\"")
                        .contentType("application/json")
                        .body(body)
                        .post(path("/" + name))
                        .then();
        if (answer.extract().statusCode() == 200) {
            version = answer.extract().path("version");
        }
        return answer;
    }

    private ValidatableResponse get(String who, String of) {
        return as(who).get(path(of)).then().statusCode(200);
    }

    private ValidatableResponse anybody(String of) {
        return RestAssured.given().get(path(of)).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification as(String who, String... more) {
        List<String> scopes = new ArrayList<>(List.of(SCOPES));
        scopes.addAll(List.of(more));
        if (who.equals("signer")) {
            scopes.add("reports:sign");
        }
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(who, township, scopes.toArray(String[]::new)));
    }

    private String path(String of) {
        return "/reporting/v1/reports/" + township + "/2024" + of;
    }

    private static String measures(ValidatableResponse edition) {
        return text(edition.extract().jsonPath(), "");
    }

    private static String text(JsonPath edition, String root) {
        List<Map<String, Object>> pieces =
                edition.getList(root + "sections[0].items[0].paragraphs[0].pieces");
        return String.join("", pieces.stream().map(it -> (String) it.get("text")).toList());
    }

    private void sql(String update) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }
}
