package org.fengqiao.reporting;

import static io.restassured.RestAssured.given;
import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.figures;
import static org.fengqiao.reporting.Definitions.COUNTY;
import static org.fengqiao.reporting.Definitions.add;
import static org.fengqiao.reporting.Definitions.closed;
import static org.fengqiao.reporting.Definitions.code;
import static org.fengqiao.reporting.Definitions.in;
import static org.fengqiao.reporting.Definitions.is;
import static org.fengqiao.reporting.Definitions.of;
import static org.fengqiao.reporting.Definitions.post;
import static org.fengqiao.reporting.Definitions.with;
import static org.fengqiao.reporting.Definitions.withRecords;
import static org.fengqiao.reporting.Events.acceptedCase;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.mediator;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Indicators that a county defines for itself, counted from real facts. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LocalIndicatorTest {

    private static final String FOREIGN_COUNTY = "410498000000";
    private static final Map<String, Object> CONTRACTS = in("disputeType", "04");
    private static final Object[] OTHER_RECORDS = {
        "kind", "petition.petition.v1", "date", "acceptedOn"
    };

    private final String township = Api.township();
    private final String village = Api.village(township, 1);
    private final String code = code();

    private Snapshot fourCases() {
        Snapshot contract =
                agreedCase(village, "VILLAGE", "2024-03-05")
                        .with("disputeType", "04")
                        .with("agreementAmountYuan", 1200.50);
        publish(
                contract,
                agreedCase(township, "TOWNSHIP", "2024-04-05")
                        .with("disputeType", "04")
                        .with("status", "NOT_AGREED"),
                agreedCase(village, "VILLAGE", "2024-05-05").with("agreementAmountYuan", 300),
                agreedCase(village, "VILLAGE", "2023-05-05").with("disputeType", "04"));
        awaitCount(township, "M-01", "2024", 3);
        awaitCount(township, "M-01", "2023", 1);
        return contract;
    }

    @Test
    void itCountsLikeAnyOther() {
        Snapshot contract = fourCases();
        add(COUNTY, code, closed("COUNT", CONTRACTS))
                .statusCode(201)
                .header("Location", endsWith("/v1/indicators/" + code))
                .body("code", equalTo(code))
                .body("division", equalTo(COUNTY))
                .body("cohort", equalTo("调解案件：调结日期（协议生效或终止之日）在期内；纠纷类型为合同；未作废"));
        figures(township, "indicator", code + ",M-01", "period", "2024", "compare", "YEAR_AGO")
                .statusCode(200)
                .body("figures.value", equalTo(List.of(2, 3)))
                .body("figures[0].title", equalTo("调结案件"))
                .body("figures[0].comparisons[0].value", equalTo(1))
                .body("figures[0].comparisons[0].change", equalTo(1));
        figures(township, "indicator", code, "period", "2024", "by", "division")
                .body("figures.value", equalTo(List.of(1, 1)));
        figures(township, "indicator", code, "period", "2024", "by", "committeeLevel")
                .body("figures.where", equalTo(List.of("VILLAGE", "TOWNSHIP")));
        figures(township, "indicator", code, "period", "2024", "format", "csv")
                .body(containsString(code + ",调结案件," + township));
        as(village)
                .get("/reporting/v1/figures/" + code + "/" + village + "/2024/receipt")
                .then()
                .statusCode(200)
                .body("value", equalTo(1))
                .body("records.id", equalTo(List.of(contract.id())))
                .body("cohort", containsString("纠纷类型为合同"));
    }

    @Test
    void sharesSumsStocksAndDistinctCountsAreOfTheSameGrammar() {
        fourCases();
        publish(
                acceptedCase(village, "VILLAGE", "2024-06-01"),
                mediator(village, true, "2024-02-01"),
                mediator(village, false, "2025-02-01"));
        awaitCount(township, "M-14", "2024", 4);
        awaitCount(township, "M-25", "2025", 2);
        Map<String, Object> agreed =
                with(closed("SHARE", CONTRACTS), "part", List.of(in("status", "AGREED")));
        add(COUNTY, code, agreed).statusCode(201).body("numerator", containsString("状态为调解成功"));
        figures(township, "indicator", code, "period", "2024")
                .body("figures[0].value", equalTo(50.0f))
                .body("figures[0].numerator", equalTo(1))
                .body("figures[0].denominator", equalTo(2));
        assertCounts(
                with(closed("SUM"), "column", "agreementAmountYuan", "unit", "YUAN"),
                "2024",
                1500.5f);
        assertCounts(
                with(closed("SHARE"), "column", "agreementAmountYuan", "part", List.of(CONTRACTS)),
                "2024",
                80.01f);
        assertCounts(
                with(
                        closed("SHARE", is("agreementAmountYuan", "PRESENT")),
                        "column",
                        "agreementAmountYuan",
                        "partColumn",
                        "personsInvolved"),
                "2024",
                0.27f);
        assertCounts(with(closed("DISTINCT"), "column", "division"), "2024", 2);
        assertCounts(
                withRecords(closed("STOCK"), "date", "acceptedOn", "endDate", "endedOn"),
                "2024",
                1);
        assertCounts(
                withRecords(
                        closed("STOCK", is("fullTime", "YES")),
                        "kind",
                        "mediation.mediator.v1",
                        "date",
                        "appointedOn",
                        "endDate",
                        "leftOn",
                        "endDateCounts",
                        true),
                "2025",
                1);
        assertCounts(closed("COUNT", is("agreementAmountYuan", "PRESENT")), "2024", 2);
        assertCounts(closed("COUNT", is("acceptedOn", "ON_OR_BEFORE", "closedOn")), "2024", 3);
        assertCounts(closed("COUNT", is("closedOn", "FIRST", "matterId")), "2024", 3);
    }

    private void assertCounts(Map<String, Object> definition, String period, Object value) {
        String another = code();
        add(COUNTY, another, definition).statusCode(201);
        figures(township, "indicator", another, "period", period)
                .statusCode(200)
                .body("figures[0].value", equalTo(value));
    }

    /** What is not there for a division looks like what is nowhere. */
    @Test
    void itIsThereForItsCountyAlone() {
        add(COUNTY, code, closed("COUNT")).statusCode(201);
        listed(township).body("items.code", hasItem(code));
        listed(COUNTY).body("items.code", hasItem(code));
        listed(FOREIGN_COUNTY).body("items.code", not(hasItem(code)));
        listed("410400000000").body("items.code", not(hasItem(code)));
        as("410400000000")
                .queryParam("division", township)
                .get("/reporting/v1/indicators")
                .then()
                .body("items.code", hasItem(code));
        as(township).get("/reporting/v1/indicators/" + code).then().statusCode(200);
        as(FOREIGN_COUNTY).get("/reporting/v1/indicators/" + code).then().statusCode(404);
        figures(township, "indicator", code, "period", "2024").statusCode(200);
        for (String unknown : List.of(code, "X-410498-999", "X-41-1", "X-999")) {
            figures(FOREIGN_COUNTY, "indicator", unknown, "period", "2024")
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("indicator"));
            as(FOREIGN_COUNTY)
                    .get("/reporting/v1/figures/" + unknown + "/410498100000/2024/receipt")
                    .then()
                    .statusCode(400);
        }
        post(FOREIGN_COUNTY, "/" + code + "/definitions", of("definition", closed("COUNT")))
                .statusCode(404);
        post(township, "/" + code + "/ending", of("until", "2026-12")).statusCode(404);
    }

    private static ValidatableResponse listed(String division) {
        return as(division).get("/reporting/v1/indicators").then().statusCode(200);
    }

    @Test
    void onlyACountyAddsAndOnlyForItself() {
        for (String other : List.of(township, FOREIGN_COUNTY, "410400000000")) {
            add(other, code, closed("COUNT"))
                    .statusCode(422)
                    .body("code", equalTo("COUNTY_DEFINES"))
                    .body("errors[0].pointer", equalTo("/code"));
        }
        add(COUNTY, "M-01", closed("COUNT")).statusCode(422);
        given().auth()
                .oauth2(Tokens.of("reader", COUNTY, "figures:read"))
                .contentType("application/json")
                .body(Events.json(of("code", code, "definition", closed("COUNT"))))
                .post("/reporting/v1/indicators")
                .then()
                .statusCode(403);
        as(COUNTY).get("/reporting/v1/indicators/" + code).then().statusCode(404);
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        faulty(withRecords(closed("COUNT"), "kind", "mediation.no.v1"), "/definition/records/kind");
        faulty(withRecords(closed("COUNT"), "date", "status"), "/definition/records/date");
        faulty(closed("COUNT", in("status", "SETTLED")), "/definition/records/filters/0/codes/0");
        faulty(closed("COUNT", in("status")), "/definition/records/filters/0/codes");
        faulty(
                closed("COUNT", in("status = 'X' or true --", "AGREED")),
                "/definition/records/filters/0/column");
        faulty(
                closed("COUNT", in("status", "AGREED') or ('1'='1")),
                "/definition/records/filters/0/codes/0");
        faulty(closed("COUNT", is("status", "YES")), "/definition/records/filters/0/column");
        faulty(
                closed("COUNT", is("closedOn", "ON_OR_BEFORE")),
                "/definition/records/filters/0/others");
        faulty(
                closed("COUNT", is("closedOn", "ON_OR_BEFORE", "status")),
                "/definition/records/filters/0/others/0");
        faulty(with(closed("COUNT"), "column", "personsInvolved"), "/definition/column");
        faulty(closed("SUM"), "/definition/column");
        faulty(with(closed("SUM"), "column", "version"), "/definition/column");
        faulty(with(closed("DISTINCT"), "column", "personsInvolved"), "/definition/column");
        faulty(closed("STOCK"), "/definition/records/endDate");
        faulty(with(closed("COUNT"), "partColumn", "personsInvolved"), "/definition/partColumn");
        faulty(with(closed("SHARE"), "partColumn", "personsInvolved"), "/definition/column");
        faulty(
                with(
                        closed("SHARE"),
                        "column",
                        "agreementAmountYuan",
                        "partColumn",
                        "personsInvolved",
                        "part",
                        List.of(CONTRACTS)),
                "/definition/part");
        faulty(with(closed("COUNT"), "unit", "PERCENT"), "/definition/unit");
        faulty(with(closed("COUNT"), "unit", "YUAN"), "/definition/unit");
        faulty(closed("SHARE", CONTRACTS), "/definition/part");
        faulty(with(closed("SHARE", CONTRACTS), "part", List.of(CONTRACTS)), "/definition/part");
        faulty(with(closed("COUNT"), "part", List.of(CONTRACTS)), "/definition/part");
        add(COUNTY, code, closed("COUNT", in("status")))
                .body("errors[0].detail", equalTo("至少列出一个取值"));
        add(COUNTY, code, with(closed("COUNT"), "since", "2024-01-01"))
                .statusCode(400)
                .body("errors[0].detail", equalTo("不是有效的月份，例如 2024-03"));
        add(COUNTY, code, with(closed("COUNT"), "kind", "SUM", "unit", "PERCENT"))
                .body("errors.size()", equalTo(2));
        as(COUNTY).get("/reporting/v1/indicators/" + code).then().statusCode(404);
    }

    private void faulty(Map<String, Object> definition, String pointer) {
        add(COUNTY, code, definition)
                .statusCode(422)
                .body("code", equalTo("DEFINITION_INVALID"))
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void aCodeIsOneIndicator() {
        add(COUNTY, code, closed("COUNT")).statusCode(201);
        add(COUNTY, code, closed("COUNT")).statusCode(201);
        add(COUNTY, code, closed("COUNT", CONTRACTS))
                .statusCode(409)
                .body("code", equalTo("INDICATOR_EXISTS"));
        as(COUNTY)
                .get("/reporting/v1/indicators/" + code)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].content.records.date", equalTo("closedOn"));
    }

    @Test
    void ofSeveralAtOnceOneIsTaken() {
        List<Integer> answers =
                IntStream.range(0, 6)
                        .mapToObj(
                                it ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        add(
                                                                        COUNTY,
                                                                        code,
                                                                        with(
                                                                                closed("COUNT"),
                                                                                "title",
                                                                                "第" + it))
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertEquals(List.of(201, 409, 409, 409, 409, 409), answers);
    }

    @Test
    void anOldPeriodKeepsTheOldDefinition() {
        fourCases();
        add(COUNTY, code, closed("COUNT", CONTRACTS)).statusCode(201);
        Map<String, Object> later = with(closed("COUNT"), "since", "2024-04");
        define(later).statusCode(200).body("items.definition", equalTo(List.of(1, 2)));
        define(later).statusCode(200).body("items.size()", equalTo(2));
        figures(township, "indicator", code, "period", "2024-Q1")
                .body("figures[0].value", equalTo(1))
                .body("figures[0].definition", equalTo(1));
        figures(township, "indicator", code, "period", "2024-Q2", "compare", "YEAR_AGO")
                .body("figures[0].value", equalTo(2))
                .body("figures[0].definition", equalTo(2))
                .body("figures[0].comparisons[0].value", equalTo(1))
                .body("figures[0].comparisons[0].definition", equalTo(1));
        figures(township, "indicator", code, "period", "2024")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("period"));
        define(with(closed("COUNT"), "since", "2024-04")).body("items.size()", equalTo(2));
        define(with(closed("COUNT", CONTRACTS), "since", "2024-04"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/definition/since"));
        define(closed("COUNT", in("status", "NO"))).statusCode(422);
        define(withRecords(with(closed("COUNT"), "since", "2025-01"), OTHER_RECORDS))
                .statusCode(422)
                .body("code", equalTo("OTHER_RECORDS"))
                .body("errors[0].pointer", equalTo("/definition/records/kind"));
    }

    private ValidatableResponse define(Map<String, Object> definition) {
        return post(COUNTY, "/" + code + "/definitions", of("definition", definition));
    }

    @Test
    void anEndedOneKeepsItsFiguresAndCountsNoMore() {
        fourCases();
        add(COUNTY, code, closed("COUNT")).statusCode(201);
        end("2022-12").statusCode(422).body("errors[0].pointer", equalTo("/until"));
        end("2024-04").statusCode(200).body("items[0].until", equalTo("2024-04"));
        end("2024-04").statusCode(200);
        end("2024-05").statusCode(409).body("code", equalTo("INDICATOR_ENDED"));
        figures(township, "indicator", code, "period", "2024-01..2024-04")
                .body("figures[0].value", equalTo(2));
        figures(township, "indicator", code, "period", "2024")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("period"));
        define(with(closed("COUNT"), "since", "2025-01"))
                .statusCode(422)
                .body("code", equalTo("INDICATOR_ENDED"));
        listed(township).body("items.find { it.code == '" + code + "' }.until", equalTo("2024-04"));
    }

    private ValidatableResponse end(String until) {
        return post(COUNTY, "/" + code + "/ending", of("until", until));
    }

    @Test
    void whatCanBeNamedIsTold() {
        String cases = "items.find { it.kind == 'mediation.case.v1' }";
        List<String> columns =
                as(township)
                        .get("/reporting/v1/indicators/kinds")
                        .then()
                        .statusCode(200)
                        .body(
                                cases + ".columns.find { it.name == 'disputeType' }.codes.'04'",
                                equalTo("合同"))
                        .extract()
                        .path(cases + ".columns.name");
        assertTrue(columns.contains("closedOn") && !columns.contains("version"), columns::toString);
    }
}
