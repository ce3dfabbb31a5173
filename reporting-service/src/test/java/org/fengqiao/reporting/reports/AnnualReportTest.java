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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.ReportWay;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An annual report on its whole way, over HTTP, with figures of real events (D6). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AnnualReportTest {

    private final String township = Api.township();
    private final ReportWay way = new ReportWay(township);

    @BeforeEach
    void twoCasesOfThisTownship() {
        publish(
                agreedCase(township, "TOWNSHIP", "2024-03-05"),
                agreedCase(Api.village(township, 1), "VILLAGE", "2024-04-06"));
        awaitCount(township, "M-01", "2024", 2);
    }

    @Test
    void fromTheFirstTextToASealedEditionThatAnybodyReads() {
        way.begin("{year}年调处{M-01}件，成功率{M-05|含分母}。");
        assertEquals("2024年调处2件，成功率100％（2/2）。", measures(way.get("/preview")));
        way.step("clerk", "checking", "{}").body("status", equalTo("CHECKED"));
        way.sign().body("status", equalTo("SIGNED"));
        way.step("clerk", "submission", "{}").body("stages[0].state", equalTo("MISSED"));
        way.step("signer", "confidentiality-review", "{}")
                .statusCode(422)
                .body("code", equalTo("SMALL_CELLS"))
                .body("errors.detail", contains("M-01未确认", "M-05未确认"));
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\",\"M-05\"]}")
                .statusCode(200);
        way.step("signer", "publication", "{}")
                .body("status", equalTo("PUBLISHED"))
                .body("editions.number", contains(1));

        JsonPath edition = way.anybody("/editions/1").extract().jsonPath();
        assertEquals("2024年调处2件，成功率100％（2/2）。", text(edition, "edition."));
        assertEquals(2, edition.getInt("edition.figures[0].value"));
        assertFalse(edition.prettify().contains("\"id\""), edition::prettify);
        assertFalse(edition.prettify().contains("/reporting/v1/figures"), edition::prettify);
        way.anybody("/editions").body("items", hasSize(1));
        way.get("/editions/1/verification")
                .body("intact", equalTo(true))
                .body("figures.intact", everyItem(equalTo(true)));
        way.get("/editions/1/figures/M-01/receipt").body("recordCount", equalTo(2));
        String lists = way.get("/editions/1/records?format=jsonl").extract().asString();
        assertEquals(3, lists.lines().count(), lists);
        assertTrue(lists.startsWith("{\"figure\":\"M-01\",\"part\":\"DENOMINATOR\""), lists);
        String page = way.get("/editions/1/records").extract().asString();
        assertFalse(page.contains("/mediation/v1/cases/"), "a link leads nowhere");
        way.get("/history")
                .body(
                        "items.step",
                        contains("BEGIN", "CHECK", "SIGN", "SUBMIT", "REVIEW", "PUBLISH"));
    }

    /** 410 → 411: which case, counted when, entered when; the first edition stays. */
    @Test
    void aLateCaseMakesARevisionWithItsCause() {
        way.publish("调处{M-01}件。");
        String first = way.anybody("/editions/1").extract().asString();
        way.get("/pending-revision").body("pending", equalTo(false));
        Snapshot late = agreedCase(township, "TOWNSHIP", "2024-12-30");
        publish(late);
        awaitCount(township, "M-01", "2024", 3);
        way.get("/pending-revision")
                .body("pending", equalTo(true))
                .body("changes.zh", hasItem(containsString("调处矛盾纠纷 2 → 3：新增")))
                .body("changes.zh", hasItem(containsString("计入日期2024-12-30")))
                .body("changes.figure.records.id.flatten()", hasItem(late.id()));
        assertEquals(first, way.anybody("/editions/1").extract().asString());

        way.step("clerk", "revision", "{\"reason\":\"补登\"}").body("status", equalTo("DRAFT"));
        way.anybody("/editions").body("items.number", contains(1));
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        way.step("signer", "publication", "{}").body("status", equalTo("REVISED"));
        way.anybody("/editions").body("items.number", contains(2, 1));
        way.anybody("/editions/2")
                .body("edition.changes.zh", contains("调处矛盾纠纷由2改为3"))
                .body("edition.figures[0].value", equalTo(3));
        assertEquals(first, way.anybody("/editions/1").extract().asString());
        way.get("/editions/1/verification").body("intact", equalTo(true));
    }

    @Test
    void whatIsPublishedAndThenChangedInTheDatabaseIsFound() throws SQLException {
        way.publish("调处{M-01}件。");
        sql("update report_edition set content = replace(content, '\"value\":2', '\"value\":3')");
        way.get("/editions/1/verification")
                .body("intact", equalTo(false))
                .body("sealIntact", equalTo(false));
        sql("update report_edition set content = replace(content, '\"value\":3', '\"value\":2')");
        way.get("/editions/1/verification").body("intact", equalTo(true));
        sql(
                "delete from frozen_record where record_id = (select min(record_id::text)::uuid"
                        + " from frozen_record where frozen_id = (select frozen_id from"
                        + " report_edition edition join annual_report report on report.id ="
                        + " report_id where division = '"
                        + township
                        + "'))");
        way.get("/editions/1/verification")
                .body("intact", equalTo(false))
                .body("sealIntact", equalTo(true))
                .body("figures.intact", contains(false));
    }

    /** A heading is words: what is suppressed could not be left out of it. */
    @Test
    void aHeadingNamesNoFigure() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "edits", ReportWay.draft("x").replace("依法调解纠纷", "调处{M-03}件"))
                .statusCode(422)
                .body("errors.pointer", contains("/sections/0/items/0/heading"));
    }

    /** What could be reckoned from the parts that a share prints goes with it. */
    @Test
    void aShareIsSuppressedWithItsParts() {
        way.begin("调处{M-01}件，成功{M-04}件，成功率{M-05}％。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-05\"],\"suppressed\":[\"M-01\",\"M-04\"]}")
                .statusCode(422)
                .body("errors.detail", hasItem(containsString("可以推出M-01")));
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"suppressed\":[\"M-01\",\"M-04\",\"M-05\"]}")
                .statusCode(200);
    }

    @Test
    void aYearThatIsNotOverIsNotSigned() {
        ReportWay early =
                new ReportWay(
                        township, java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear());
        early.begin("调处{M-01}件。");
        early.step("clerk", "checking", "{}");
        early.step("signer", "signing", "{}")
                .statusCode(422)
                .body("code", equalTo("YEAR_NOT_OVER"));
    }

    @Test
    void whoDraftedDoesNotSign() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "checking", "{}");
        way.step("clerk", "signing", "{}", "reports:sign")
                .statusCode(422)
                .body("code", equalTo("SIGNER_DRAFTED"));
    }

    @Test
    void aBlockingCheckIsSignedOverOnlyWithAReasonThatIsPrinted() {
        way.begin("调处{M-01}件，另有5件。");
        way.step("clerk", "checking", "{}");
        way.step("signer", "signing", "{}")
                .statusCode(422)
                .body("code", equalTo("CHECKS_BLOCK"))
                .body("errors.code", hasItem("T-NUMERAL"));
        way.sign("T-NUMERAL").statusCode(200);
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        way.step("signer", "publication", "{}").statusCode(200);
        way.anybody("/editions/1")
                .body("edition.checks.find { it.code == 'T-NUMERAL' }.reason", equalTo("经核对无误"));
    }

    /** A number below the minimum that is not made public goes from text, table and digest. */
    @Test
    void aSmallNumberIsSuppressedWithWhatWouldGiveItAway() {
        way.begin("调处{M-01}件，其中村级{M-02}件，镇{M-03}件。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\",\"M-02\"],\"suppressed\":[\"M-03\"]}")
                .statusCode(422)
                .body("errors.detail", contains(containsString("可以推出M-03")));
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\"],\"suppressed\":[\"M-02\",\"M-03\"]}")
                .statusCode(200);
        way.step("signer", "publication", "{}").statusCode(200);
        JsonPath edition = way.anybody("/editions/1").extract().jsonPath();
        assertEquals("调处2件，其中村级〔不公开〕件，镇〔不公开〕件。", text(edition, "edition."));
        assertEquals("SUPPRESSED", edition.get("edition.figures[2].status"));
        way.anybody("/editions/1").body("edition.figures[2].lists", nullValue());
        way.get("/editions/1/verification").body("intact", equalTo(true));
    }

    @Test
    void aReportIsSentBackAndItsEditionIsNone() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("signer", "return", "{\"reason\":\"补充\"}").body("status", equalTo("DRAFT"));
        way.step("clerk", "edits", ReportWay.draft("调处{M-01}件！")).statusCode(200);
        way.step("clerk", "checking", "{}");
        way.sign().statusCode(200);
        way.get("").body("editions", hasSize(0));
        way.anybody("/editions").body("items", hasSize(0));
    }

    @Test
    void theTableForbidsWhatComesTooEarlyAndATwinIsAnsweredAlike() {
        way.begin("调处{M-01}件。");
        way.step("signer", "publication", "{}")
                .statusCode(409)
                .body("code", equalTo("STEP_FORBIDDEN"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            way.as("clerk")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body("{}")
                    .post(way.path("/checking"))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void aTextWithWhatIsNoFigureIsRefusedWhereItStands() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "edits", ReportWay.draft("调处{M-99}件，{M-01|万元}，{x}。"))
                .statusCode(422)
                .body("code", equalTo("DRAFT_INVALID"))
                .body("errors.pointer", everyItem(equalTo("/sections/0/items/0/text")))
                .body("errors", hasSize(3));
    }

    @Test
    void theUnitReportsForItselfAndTheCountySeesWhoHasNot() {
        way.begin("调处{M-01}件。");
        String county = township.substring(0, 6) + "000000";
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("county", county, "reports:sign", "reports:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{}")
                .post(way.path("/checking"))
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
        way.begin("{year}年调处{M-01}件。");
        way.as("clerk")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":2025}".formatted(township))
                .post("/reporting/v1/reports")
                .then()
                .statusCode(201)
                .body("draft.sections[0].items[0].text", equalTo("{year}年调处{M-01}件。"));
        way.as("clerk")
                .get("/reporting/v1/reports/" + township + "/2025/preview")
                .then()
                .body("sections[0].items[0].paragraphs[0].pieces[0].text", equalTo("2025年调处"));
    }

    @Test
    void problemsAndPlansAreCarriedOverWithWhatCameOfThem() {
        Snapshot open = item("issue-item", "foundOn", "2024-05-06", "dueOn", "2024-12-01");
        publish(
                open,
                item("issue-item", "foundOn", "2024-05-06", "resolvedOn", "2024-06-01"),
                item("issue-item", "foundOn", "2025-02-01", "dueOn", "2025-06-30"),
                item("plan-item", "plannedOn", "2024-01-10", "dueOn", "2024-12-31")
                        .with("planYear", 2024)
                        .with("indicator", "M-01")
                        .with("target", 3),
                item("plan-item", "plannedOn", "2024-01-10", "doneOn", "2024-03-01")
                        .with("planYear", 2024));
        Api.patiently()
                .untilAsserted(
                        () ->
                                way.get("/carry-over")
                                        .body("plans.carriedOver", contains(true, false)));
        way.get("/carry-over")
                .body("problems.id", contains(open.id()))
                .body("problems[0].overdue", equalTo(true))
                .body("plans[0].actual", equalTo(2));
    }

    private Snapshot item(String kind, String from, String day, String to, String other) {
        return Events.record("legal." + kind + ".v1", township, day)
                .with(from, day)
                .with(to, other);
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
