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
import static org.hamcrest.Matchers.not;
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
import java.util.Set;
import java.util.UUID;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.ReportWay;
import org.fengqiao.reporting.checks.CheckName;
import org.fengqiao.reporting.checks.Checks.Result;
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
                .body(
                        "changes.zh",
                        hasItem(containsString("2 → 3：新增" + township + "(2024)人调字第12号，")))
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
                .body("edition.revision.reason", equalTo("补登"))
                .body("edition.revision.text", nullValue())
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
    void aYearThatHasNotBegunIsNotReportedOn() {
        int next = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear() + 1;
        way.as("clerk")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":%d}".formatted(township, next))
                .post("/reporting/v1/reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("YEAR_NOT_BEGUN"))
                .body("errors.pointer", contains("/year"));
    }

    @Test
    void aStepBeforeTheOneBeforeIsToldWhichThatWas() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "checking", "{\"on\":\"2024-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].detail", containsString("（上一步“起草”的日期）"));
    }

    @Test
    void aTextOfBlanksIsNotRead() {
        way.as("clerk")
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":2024,\"text\":\" \"}".formatted(township))
                .post("/reporting/v1/reports/readings")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
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
                .body("errors.code", hasItem("T-NUMERAL"))
                .body("errors.detail", hasItem(containsString("“5件”（第1部分第1项）")));
        way.step(
                        "signer",
                        "signing",
                        "{\"overrides\":[{\"code\":\"T-NUMERAL\",\"reason\":\"经核对\"},"
                                + "{\"code\":\"T-LETTERS\",\"reason\":\"经核对\"}]}")
                .statusCode(422)
                .body("code", equalTo("OVERRIDE_NEEDLESS"))
                .body("errors.pointer", contains("/overrides/1/code"))
                .body("errors.detail", contains("T-LETTERS不是须改正的检查"));
        way.sign("T-NUMERAL").statusCode(200);
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        way.step("signer", "publication", "{}").statusCode(200);
        way.anybody("/editions/1")
                .body("edition.checks.find { it.code == 'T-NUMERAL' }.reason", equalTo("经核对无误"));
    }

    /** What failed as a warning, or was not checked, is told by its name and without a number. */
    @Test
    void theEditionTellsEachCheckThatDidNotPass() {
        way.begin("调处{M-01}件，调处成功百分之百。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        List<String> notPassed =
                way.get("/checks").extract().path("items.findAll { it.status != 'PASSED' }.code");
        way.step("signer", "publication", "{}").statusCode(200);
        JsonPath edition = way.anybody("/editions/1").extract().jsonPath();
        assertEquals(Set.copyOf(notPassed), Set.copyOf(edition.getList("edition.checks.code")));
        assertEquals(
                "“文中没有用汉字写的统计数”：未通过。",
                edition.get("edition.checks.find { it.code == 'T-LETTERS' }.zh"));
        String visits = edition.get("edition.checks.find { it.code == 'R8-VISITS' }.zh");
        assertTrue(visits.startsWith("“走访的件数不多于批次，批次不多于人次”："), visits);
        assertEquals(
                List.of("P-03", "P-03-B", "P-03-M"),
                edition.getList("edition.checks.find { it.code == 'R8-VISITS' }.figures")
                        .subList(0, 3));
        String page = way.anybody("/editions/1?format=html").extract().asString();
        assertFalse(page.contains("各项检查均已通过"), page);
        assertTrue(page.contains("其余检查均已通过"), page);
    }

    @Test
    void everyCheckOfAReportHasAName() {
        way.begin("调处{M-01}件。");
        List<String> codes = way.get("/checks").extract().path("items.code");
        assertEquals(
                List.of(),
                codes.stream()
                        .filter(it -> CheckName.told(it, Result.FAILED).zh().contains(it))
                        .toList());
    }

    @Test
    void aFigureThatNobodyReportedIsSignedOnlyWithAReason() {
        way.begin("调处{M-01}件，到省信访{P-04|余}人次，按时办结率{P-02}％，上年调处{M-01|上年}件。");
        way.get("/checks")
                .body("items.find { it.code == 'T-NOT-REPORTED' }.severity", equalTo("BLOCKING"))
                .body("items.find { it.code == 'T-NOT-REPORTED' }.zh", containsString("（P-04）〔"))
                .body(
                        "items.find { it.code == 'T-NOT-REPORTED' }.zh",
                        containsString("“上年调处矛盾纠纷”（M-01@2023）〔未报告〕"))
                .body("items.find { it.code == 'R11' }.status", not(equalTo("FAILED")));
        way.step("clerk", "checking", "{}");
        way.step("signer", "signing", "{}")
                .statusCode(422)
                .body("errors.code", hasItem("T-NOT-REPORTED"));
        way.sign("T-NOT-REPORTED").statusCode(200);
    }

    @Test
    void whatIsConfirmedIsNotSuppressed() {
        way.begin("调处{M-01}件。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\"],\"suppressed\":[\"M-01\"]}")
                .statusCode(422)
                .body("code", equalTo("SMALL_CELLS"))
                .body("errors.pointer", contains("/suppressed"))
                .body("errors.detail", contains("M-01既确认可以公开，又不公开：请只选一种"));
    }

    /** A number that was typed stays in the annex, whatever else is not made public. */
    @Test
    void aTypedNumberIsListedWithTheSignersReason() {
        way.begin("调处{M-01}件，栽树5棵。");
        way.step("clerk", "checking", "{}");
        way.sign("T-NUMERAL");
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"suppressed\":[\"M-01\"]}");
        way.step("signer", "publication", "{}").statusCode(200);
        way.anybody("/editions/1")
                .body(
                        "edition.checks.find { it.code == 'T-NUMERAL' }.zh",
                        containsString("文中有直接写入的数“5棵”"));
        String page = way.anybody("/editions/1?format=html").extract().asString();
        assertTrue(page.contains("1.“5棵”：签发说明：经核对无误"), page);
    }

    /** What changed in the text is named, and not repeated; what did not change is no change. */
    @Test
    void aRevisionTellsWhereItsTextChangedAndWhy() {
        way.publish("调处{M-01}件。");
        way.step("clerk", "revision", "{\"reason\":\"改正错字\"}");
        way.step("clerk", "edits", ReportWay.draft("共调处{M-01}件。")).statusCode(200);
        publishAgain();
        way.anybody("/editions/2")
                .body("edition.changes", nullValue())
                .body("edition.revision.reason", equalTo("改正错字"))
                .body("edition.revision.text.zh", contains("“举措和成效”中的“依法调解纠纷”：文字有改动"));
        String page = way.anybody("/editions/2?format=html").extract().asString();
        assertTrue(page.contains("“举措和成效”中的“依法调解纠纷”：文字有改动。"), page);
        assertTrue(page.contains("修订理由：改正错字"), page);
    }

    private void publishAgain() {
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        way.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}");
        way.step("signer", "publication", "{}").statusCode(200);
    }

    /** The report is as it was published, its text too; before the first edition there is none. */
    @Test
    void aRevisionIsAbandoned() {
        String because = "{\"reason\":\"误启动\"}";
        way.begin("调处{M-01}件。");
        way.step("clerk", "revision-abandonment", because)
                .statusCode(409)
                .body("code", equalTo("STEP_FORBIDDEN"));
        publishAgain();
        for (String status : List.of("PUBLISHED", "REVISED")) {
            String text = way.get("").extract().path("draft.sections[0].items[0].text");
            way.step("clerk", "revision", because).body("status", equalTo("DRAFT"));
            way.step("clerk", "edits", ReportWay.draft("调处很多。")).statusCode(200);
            way.step("clerk", "revision-abandonment", because)
                    .statusCode(200)
                    .body("status", equalTo(status))
                    .body("draft.sections[0].items[0].text", equalTo(text));
            way.step("clerk", "revision-abandonment", because).statusCode(409);
            way.step("clerk", "revision", "{\"reason\":\"补充\"}").statusCode(200);
            way.step("clerk", "edits", ReportWay.draft(text + "又及。")).statusCode(200);
            publishAgain();
        }
        way.anybody("/editions").body("items.number", contains(3, 2, 1));
    }

    /** The cause names the place, for committees number each for itself, and that it is void. */
    @Test
    void aVoidCaseIsACauseByThatName() {
        Snapshot one = agreedCase(Api.village(township, 2), "VILLAGE", "2024-05-06");
        publish(one);
        awaitCount(township, "M-01", "2024", 3);
        way.publish("调处{M-01}件，成功率{M-05}％。");
        publish(one.next().with("voided", true));
        awaitCount(township, "M-01", "2024", 2);
        way.get("/pending-revision")
                .body(
                        "changes.zh",
                        hasItem(
                                containsString(
                                        "调处矛盾纠纷 3 → 2：作废%s(2024)人调字第12号，计入日期2024-05-06"
                                                .formatted(Api.village(township, 2)))))
                .body("changes.zh", hasItem(containsString("人调字第12号（分子），")))
                .body("changes.figure[0].records.change", contains("VOIDED"));
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

    /** The numbers of the year before tell of each other as those of the year do. */
    @Test
    void aSmallNumberOfTheYearBeforeIsSuppressedAlike() {
        twoCasesOfTheYearBefore();
        way.begin("上年调处{M-01|上年}件，其中村级{M-02|上年}件，镇{M-03|上年}件。");
        way.step("clerk", "checking", "{}");
        way.sign();
        way.step("clerk", "submission", "{}");
        String others = "{\"confirmed\":[\"M-01@2023\",\"M-02@2023\"],";
        way.step("signer", "confidentiality-review", others + "\"suppressed\":[\"M-03@2023\"]}")
                .statusCode(422)
                .body("errors.detail", contains(containsString("可以推出M-03@2023")));
        way.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01@2023\"],\"suppressed\":[\"M-02@2023\",\"M-03@2023\"]}")
                .statusCode(200);
    }

    /** What an edition kept back, the next year's does not tell as the year before. */
    @Test
    void whatWasNotMadePublicIsNotToldAYearLater() {
        twoCasesOfTheYearBefore();
        ReportWay earlier = new ReportWay(township, 2023);
        earlier.begin("调处{M-01}件，其中村级{M-02}件，镇{M-03}件。");
        earlier.step("clerk", "checking", "{}");
        earlier.sign();
        earlier.step("clerk", "submission", "{}");
        earlier.step(
                        "signer",
                        "confidentiality-review",
                        "{\"confirmed\":[\"M-01\"],\"suppressed\":[\"M-02\",\"M-03\"]}")
                .statusCode(200);
        earlier.step("signer", "publication", "{}").statusCode(200);

        way.begin("上年调处{M-01|上年}件，其中村级{M-02|上年}件。");
        assertEquals("上年调处2件，其中村级〔不公开〕件。", measures(way.get("/preview")));
    }

    private void twoCasesOfTheYearBefore() {
        publish(
                agreedCase(Api.village(township, 1), "VILLAGE", "2023-03-05"),
                agreedCase(township, "TOWNSHIP", "2023-03-06"));
        awaitCount(township, "M-01", "2023", 2);
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
                .statusCode(403)
                .body("code", equalTo("UNIT_ITSELF"));
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
