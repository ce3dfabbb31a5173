package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Definitions.COUNTY;
import static org.fengqiao.reporting.Definitions.add;
import static org.fengqiao.reporting.Definitions.closed;
import static org.fengqiao.reporting.Definitions.code;
import static org.fengqiao.reporting.Definitions.in;
import static org.fengqiao.reporting.Definitions.of;
import static org.fengqiao.reporting.Definitions.post;
import static org.fengqiao.reporting.Definitions.with;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators that a county defined for itself, in the reports and checks of its townships. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LocalReportTest {

    private static final Map<String, Object> CONTRACTS = in("disputeType", "04");
    private static final Map<String, Object> OURS = in("basis", "PEOPLES_MEDIATION");
    private static final Map<String, Object> VILLAGES =
            in("committeeLevel", "VILLAGE", "COMMUNITY");

    private final String township = Api.township();
    private final ReportWay way = new ReportWay(township);
    private final String code = code();

    @BeforeEach
    void threeContractsAndOneBefore() {
        publish(
                agreedCase(township, "TOWNSHIP", "2024-03-05").with("disputeType", "04"),
                agreedCase(township, "TOWNSHIP", "2024-04-05").with("disputeType", "04"),
                agreedCase(Api.village(township, 1), "VILLAGE", "2024-08-05")
                        .with("disputeType", "04"),
                agreedCase(township, "TOWNSHIP", "2023-05-05").with("disputeType", "04"));
        awaitCount(township, "M-01", "2024", 3);
        awaitCount(township, "M-01", "2023", 1);
    }

    private void define(Object... more) {
        add(COUNTY, code, with(with(closed("COUNT", CONTRACTS), "title", "调结合同纠纷"), more))
                .statusCode(201);
    }

    private void redefined(String since) {
        Map<String, Object> later = with(closed("COUNT"), "title", "调结纠纷", "since", since);
        post(COUNTY, "/" + code + "/definitions", of("definition", later)).statusCode(200);
    }

    private void ended(String until) {
        post(COUNTY, "/" + code + "/ending", of("until", until)).statusCode(200);
    }

    @Test
    void anEditionStaysAsItWasSignedWhateverBecomesOfTheDefinition() {
        define();
        way.begin("{year}年调结合同纠纷{%1$s}件，上年{%1$s|上年|1位}件。".formatted(code));
        assertEquals("2024年调结合同纠纷3件，上年1.0件。", measures());
        way.step("clerk", "checking", "{}").statusCode(200);
        way.sign();
        way.step("clerk", "submission", "{}").statusCode(200);
        way.step("signer", "confidentiality-review", "{}")
                .statusCode(422)
                .body("errors.detail", contains(code + "@2023未确认"));
        way.step("signer", "confidentiality-review", confirmed(code + "@2023")).statusCode(200);
        way.step("signer", "publication", "{}").statusCode(200);
        way.get("/pending-revision").body("pending", equalTo(false));
        String first = way.anybody("/editions/1").extract().asString();
        assertEquals(List.of(3, 1), JsonPath.from(first).getList("edition.figures.value"));

        redefined("2024-06");
        ended("2024-09");
        assertEquals(first, way.anybody("/editions/1").extract().asString());
        way.anybody("/editions/1")
                .body("edition.figures.definition", contains(1, 1))
                .body("edition.figures.title", everyItem(equalTo("调结合同纠纷")))
                .body("edition.figures.cohort", everyItem(containsString("纠纷类型为合同")));
        way.get("/editions/1/verification")
                .body("intact", equalTo(true))
                .body("figures.intact", contains(true, true));
        way.get("/editions/1/figures/" + code + "/receipt")
                .body("recordCount", equalTo(3))
                .body("cohort", containsString("纠纷类型为合同"));
        way.get("/editions/1/figures/" + code + "@2023/receipt").body("recordCount", equalTo(1));
        assertEquals(
                2,
                way.get("/editions/1/records?format=jsonl").extract().asString().lines().count());
        way.get("/pending-revision").body("pending", equalTo(false));
    }

    private String measures() {
        List<String> pieces =
                way.get("/preview")
                        .extract()
                        .path("sections[0].items[0].paragraphs[0].pieces.text");
        return String.join("", pieces);
    }

    private static String confirmed(String... keys) {
        return "{\"confirmed\":[\"%s\"]}".formatted(String.join("\",\"", keys));
    }

    /** A report of before the change is written anew; it can be read and mended meanwhile. */
    @Test
    void whatHasNoFigureOfTheYearBlocksTheSigning() {
        define();
        way.begin("调结合同纠纷{%1$s}件，上年{%1$s|上年}件，调处{M-01}件。".formatted(code));
        check("T-DEFINED").body(found("T-DEFINED", "status"), equalTo("PASSED"));
        redefined("2024-06");
        assertEquals("调结合同纠纷〔调结纠纷无此数〕件，上年1件，调处3件。", measures());
        check("T-DEFINED")
                .body(found("T-DEFINED", "status"), equalTo("FAILED"))
                .body(found("T-DEFINED", "severity"), equalTo("BLOCKING"))
                .body(found("T-DEFINED", "zh"), containsString("“调结纠纷”的定义在年度内改变"));
        way.step("clerk", "checking", "{}").statusCode(200);
        way.step("signer", "signing", "{}")
                .statusCode(422)
                .body("errors.code", hasItem("T-DEFINED"));
    }

    @Test
    void checksLookAtItLikeAtAnyOther() {
        define();
        String share = code();
        Map<String, Object> agreed =
                of("column", "status", "test", "IN", "codes", List.of("AGREED"));
        add(COUNTY, share, with(closed("SHARE", VILLAGES), "part", List.of(agreed)))
                .statusCode(201);
        for (int i = 0; i < 9; i++) {
            publish(
                    agreedCase(township, "TOWNSHIP", "2024-05-0" + (i + 1))
                            .with("disputeType", "04"));
        }
        awaitCount(township, code, "2024", 12);
        way.begin("调处{M-01}件，调结合同纠纷{%1$s}人次，成功率{M-05}％，村级{%2$s}％。".formatted(code, share));
        check("T-UNIT").body(found("T-UNIT", "zh"), containsString("文中" + code + "后面的单位"));
        check("T-DENOMINATOR")
                .body(found("T-DENOMINATOR", "status"), equalTo("FAILED"))
                .body(found("T-DENOMINATOR", "en"), containsString(share));
        check("C-JUMP").body(found("C-JUMP", "en"), containsString(code + " 12, 1 the year"));
        check("C-SUBSET").body(found("C-SUBSET", "status"), equalTo("PASSED"));
    }

    private ValidatableResponse check(String rule) {
        return way.get("/checks").body("items.code", hasItem(rule));
    }

    private static String found(String rule, String field) {
        return "items.find { it.code == '%s' }.%s".formatted(rule, field);
    }

    /** Whose records are those of a built-in one is told by it, and so is the part of a share. */
    @Test
    void aSmallNumberIsNotToldByAnother() {
        String share = code();
        Map<String, Object> closedHere =
                closed("COUNT", in("status", "AGREED", "NOT_AGREED"), OURS, VILLAGES);
        add(COUNTY, code, closedHere).statusCode(201);
        add(COUNTY, share, with(closed("SHARE"), "part", List.of(VILLAGES))).statusCode(201);
        String part = code();
        add(COUNTY, part, closed("COUNT", VILLAGES)).statusCode(201);
        way.begin("村级{M-02}件，即{%s}件，占{%s}％，村级共{%s}件。".formatted(code, share, part));
        way.step("clerk", "checking", "{}").statusCode(200);
        way.sign();
        way.step("clerk", "submission", "{}").statusCode(200);
        suppressed("M-02", confirmed(code, share, part))
                .statusCode(422)
                .body("errors.detail", contains(containsString("可以推出M-02")));
        suppressed(part, confirmed("M-02", code, share))
                .statusCode(422)
                .body("errors.detail", contains(containsString("可以推出" + part)));
        suppressed("M-02\",\"" + code, confirmed(share, part)).statusCode(200);
    }

    private ValidatableResponse suppressed(String key, String confirmed) {
        String body = confirmed.replace("}", ",\"suppressed\":[\"" + key + "\"]}");
        return way.step("signer", "confidentiality-review", body);
    }

    @Test
    void anotherCountysIsAsUnknownAsOneThatNobodyDefined() {
        String foreign = "X-410498-77";
        add("410498000000", foreign, closed("COUNT")).statusCode(201);
        List<String> details =
                List.of(foreign, "X-410499-999").stream()
                        .map(it -> draft("调处{" + it + "}件。").statusCode(422))
                        .map(it -> it.extract().<String>path("errors[0].detail"))
                        .toList();
        assertEquals(List.of(foreign + "不在指标目录中", "X-410499-999不在指标目录中"), details);
        define();
        draft("调处{" + code + "|万元}件。").statusCode(422);
        draft("调处{" + code + "|余}件。").statusCode(201);
    }

    private ValidatableResponse draft(String text) {
        return as(township)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(
                        "{\"division\":\"%s\",\"year\":2024,\"draft\":%s}"
                                .formatted(township, ReportWay.draft(text)))
                .post("/reporting/v1/reports")
                .then();
    }

    @Test
    void aPastedReportIsReadByItsTitle() {
        define("title", "企业合同纠纷调结");
        as(township)
                .contentType(ContentType.JSON)
                .body(
                        Events.json(
                                of(
                                        "division",
                                        township,
                                        "year",
                                        2024,
                                        "text",
                                        "一、主要举措\n全年企业合同纠纷调结3件。")))
                .post("/reporting/v1/reports/readings")
                .then()
                .statusCode(200)
                .body("draft.sections[0].items[0].text", equalTo("全年企业合同纠纷调结{" + code + "}件。"))
                .body("questions", empty());
    }

    /** Forms begin with 2020: no other test has figures of that year. */
    @Test
    void aFormAsksForItWhileItGoesOnAndTheCountyReportsIt() {
        String county = FigureSets.COUNTY;
        String unit = "410423103000";
        String own = "X-410423-70";
        add(county, own, with(closed("COUNT", CONTRACTS), "since", "2019-01")).statusCode(201);
        publish(
                agreedCase(unit, "TOWNSHIP", "2020-03-05").with("disputeType", "04"),
                agreedCase(unit, "TOWNSHIP", "2020-04-05"));
        awaitCount(unit, "M-01", "2020", 2);
        for (String unknown : List.of(code, "X-410423-999")) {
            FigureSets.putForm(county, "local-none", null, FigureSets.content("YEAR", unknown))
                    .statusCode(422)
                    .body("code", equalTo("INDICATOR_UNKNOWN"));
        }
        FigureSets sets = FigureSets.of("local-form", "2020", "M-01", own);
        sets.submit(unit, 1).statusCode(200);
        sets.accept(unit, 2).statusCode(200);
        ReportWay report = new ReportWay(county, 2020);
        report.begin("调处{M-01}件，调结合同纠纷{" + own + "}件。");
        report.step("clerk", "checking", "{}").statusCode(200);
        report.sign();
        report.step("clerk", "submission", "{}").statusCode(200);
        report.step("signer", "confidentiality-review", confirmed("M-01", own)).statusCode(200);
        report.step("signer", "publication", "{}").statusCode(200);
        post(county, "/" + own + "/ending", of("until", "2020-12")).statusCode(200);
        report.get("/editions/1/verification").body("intact", equalTo(true));
        report.get("/editions/1/figures/" + own + "/receipt").body("recordCount", equalTo(1));
        report.get("/pending-revision").body("pending", equalTo(false));
        sets.get("410400000000", unit, "/receipts/" + own).body("recordCount", equalTo(1));
        sets.get(county, unit, "/differences").statusCode(200).body("items", empty());
        asks(sets, "M-01", own);
        asks(sets.in("2021"), "M-01");
        String table = sets.in("2021").comparison("csv").statusCode(200).extract().asString();
        assertFalse(table.contains(own), table);
    }

    private static void asks(FigureSets sets, String... codes) {
        sets.comparison(null).body("county.figures.figure.indicator", contains(codes));
    }
}
