package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.figures;
import static org.fengqiao.reporting.Events.acceptedCase;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.meeting;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FigureTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    @Test
    void anEventBecomesAFigureWithItsReceipt() {
        Snapshot ofVillage = agreedCase(village, "VILLAGE", "2024-03-05");
        publish(
                ofVillage,
                agreedCase(township, "TOWNSHIP", "2024-04-05"),
                meeting(township, "2024-05-06"));
        awaitCount(township, "M-01", "2024", 2);
        awaitCount(township, "M-06", "2024", 1);
        as(township)
                .get("/reporting/v1/figures/M-06/" + township + "/2024/receipt")
                .then()
                .body("records[0].countedOn", equalTo("2024-05-06"))
                .body("records[0].reference", nullValue());
        figures(township, "indicator", "M-01,M-02,M-05,M-06", "period", "2024")
                .statusCode(200)
                .body(
                        "figures.indicator",
                        equalTo(java.util.List.of("M-01", "M-02", "M-05", "M-06")))
                .body("figures[1].value", equalTo(1))
                .body("figures[2].value", equalTo(100.0f))
                .body("figures[2].numerator", equalTo(2))
                .body("figures[2].unit", equalTo("PERCENT"))
                .body("figures[2].decimals", equalTo(2))
                .body(
                        "figures[2].receipt",
                        equalTo("/reporting/v1/figures/M-05/" + township + "/2024/receipt"))
                .body("asOf.mediation", containsString("T"));
        as(village)
                .get("/reporting/v1/figures/M-01/" + village + "/2024/receipt")
                .then()
                .statusCode(200)
                .body("value", equalTo(1))
                .body("recordCount", equalTo(1))
                .body("cohort", containsString("状态为调解成功、调解不成；调解依据为人民调解；未作废"))
                .body("records[0].id", equalTo(ofVillage.id()))
                .body("records[0].version", equalTo(2))
                .body("records[0].reference", equalTo("(2024)人调字第12号"))
                .body("records[0].division", equalTo(village))
                .body("records[0].countedOn", equalTo("2024-03-05"))
                .body("records[0].href", equalTo("/mediation/v1/cases/" + ofVillage.id()));
    }

    @Test
    void aShareBelowOneIsNeverAHundredPercent() {
        publish(
                IntStream.range(0, 20_001)
                        .mapToObj(
                                it -> {
                                    Snapshot agreed = agreedCase(village, "VILLAGE", "2024-03-05");
                                    return it > 0 ? agreed : agreed.with("status", "NOT_AGREED");
                                })
                        .toArray(Snapshot[]::new));
        awaitCount(township, "M-01", "2024", 20_001);
        figures(township, "indicator", "M-05", "period", "2024")
                .body("figures[0].value", equalTo(99.99f))
                .body("figures[0].numerator", equalTo(20_000));
    }

    @Test
    void windowsThatAreOpenAreCountedApart() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String period = Integer.toString(today.getYear());
        Snapshot written =
                agreedCase(village, "VILLAGE", today.toString()).with("confirmable", true);
        publish(
                written.with("confirmationWindowEndsOn", today.plusDays(30).toString()),
                other(written).with("confirmationWindowEndsOn", today.minusDays(1).toString()),
                other(written)
                        .with("confirmationWindowEndsOn", today.plusDays(30).toString())
                        .with("confirmationAppliedOn", today.toString()),
                other(written).with("confirmable", false));
        awaitCount(village, "M-01", period, 4);
        figures(village, "indicator", "M-13", "period", period)
                .body("figures[0].value", equalTo(50.0f))
                .body("figures[0].numerator", equalTo(1))
                .body("figures[0].denominator", equalTo(2))
                .body("figures[0].notYetDue", equalTo(1));
        as(village)
                .get(
                        "/reporting/v1/figures/M-13/"
                                + village
                                + "/"
                                + period
                                + "/receipt?part=NOT_YET_DUE")
                .then()
                .body("recordCount", equalTo(1))
                .body("records[0].id", equalTo(written.id()));
    }

    @Test
    void landContractMediationAndHandedOverCasesAreNotCounted() {
        Snapshot accepted = acceptedCase(village, "VILLAGE", "2024-02-01");
        publish(
                agreedCase(village, "VILLAGE", "2024-02-05")
                        .with("basis", "LAND_CONTRACT_MEDIATION"),
                accepted.next()
                        .with("status", "HANDED_OVER")
                        .with("handedOverOn", "2024-02-03")
                        .with("endedOn", "2024-02-03"),
                acceptedCase(township, "TOWNSHIP", "2024-02-03").with("acceptedElsewhere", true));
        awaitCount(township, "M-17-H", "2024", 1);
        awaitCount(township, "M-14", "2024", 1);
        awaitCount(village, "M-14", "2024-01..2024-02", 1);
        awaitCount(township, "M-01", "2024", 0);
        awaitCount(village, "M-16", "2024-01..2024-02", 0);
        awaitCount(township, "M-16", "2024-02", 1);
    }

    @Test
    void nothingIsKnownOfAPeriodThatHasNotBegun() {
        publish(Events.committee(township, "TOWNSHIP", "2021-01-01"));
        awaitCount(township, "M-24", "2024", 1);
        String next = Integer.toString(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1);
        figures(township, "indicator", "M-24,M-05", "period", next)
                .body("figures[0].status", equalTo("NOT_REPORTED"))
                .body("figures[0].value", nullValue())
                .body("figures[1].status", equalTo("NOT_REPORTED"));
    }

    @Test
    void aZeroIsANilReturnOnlyWhenEveryMonthIsConfirmed() {
        figures(village, "indicator", "M-01,M-05", "period", "2024-Q1")
                .body("figures[0].status", equalTo("NOT_REPORTED"))
                .body("figures[0].value", nullValue())
                .body("figures[1].status", equalTo("NO_DENOMINATOR"));
        String county = "410499000000";
        confirm(county, village, "2024-01", 403); // it does not speak for the village
        confirm(county, county, "2019-05", 200);
        status(county, "2019-05", "NOT_REPORTED"); // nor for its townships' silence
        confirm(village, village, "2024-01", 200);
        confirm(village, village, "2024-02", 200);
        status(village, "2024-Q1", "NOT_REPORTED");
        status(village, "2024-02", "NIL_REPORTED");
        confirm(township, township, "2024-03", 200); // the township for its village
        status(village, "2024-Q1", "NIL_REPORTED");
        figures(village, "indicator", "M-01", "period", "2024-Q1")
                .body("figures[0].value", equalTo(0));
        status(township, "2024-Q1", "NOT_REPORTED");
    }

    @Test
    void aMonthIsConfirmedByItsUnitOnceItIsOver() {
        confirm(village, village, "2024-03", 200);
        as(village)
                .get("/reporting/v1/confirmations/" + village + "/2024-03/mediation")
                .then()
                .statusCode(200)
                .body("confirmedBy", equalTo("clerk"));
        String next = YearMonth.now(ZoneId.of("Asia/Shanghai")).plusMonths(1).toString();
        confirm(village, village, next, 422);
        confirm(village, Api.village(township, 2), "2024-03", 404);
        confirm(village, village, "2024-3", 400);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("reader", village, "figures:read"))
                .put("/reporting/v1/confirmations/" + village + "/2024-03/mediation")
                .then()
                .statusCode(403);
    }

    @Test
    void aConfirmationMadeByMistakeIsWithdrawnAndStaysOnRecord() throws SQLException {
        confirm(village, village, "2024-03", 200);
        status(village, "2024-03", "NIL_REPORTED");
        String county = "410499000000";
        withdraw(county, "figures:read confirmations:write", 403); // the unit itself, as for PUT
        withdraw(village, "figures:read", 403);
        withdraw(township, "confirmations:write", 200) // the township for its village
                .body("confirmedBy", equalTo("clerk"))
                .body("withdrawnBy", equalTo("another"))
                .body("withdrawnAt", containsString("T"));
        status(village, "2024-03", "NOT_REPORTED");
        as(village)
                .get("/reporting/v1/confirmations/" + village + "/2024-03/mediation")
                .then()
                .statusCode(404);
        withdraw(village, "confirmations:write", 404);
        confirm(village, village, "2024-03", 200);
        status(village, "2024-03", "NIL_REPORTED");
        String kept =
                """
                select string_agg(coalesce(withdrawn_by, 'stands'), ',' order by id)
                from confirmation
                where division = '%s'
                """
                        .formatted(village);
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(kept)) {
            row.next();
            assertEquals("another,stands", row.getString(1));
        }
    }

    private ValidatableResponse withdraw(String caller, String scopes, int status) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("another", caller, scopes.split(" ")))
                .delete("/reporting/v1/confirmations/" + village + "/2024-03/mediation")
                .then()
                .statusCode(status);
    }

    @Test
    void childrenAddUpThroughTheOwnLevel() {
        publish(
                agreedCase(village, "VILLAGE", "2024-03-05"),
                agreedCase(township, "TOWNSHIP", "2024-04-05"));
        awaitCount(township, "M-01", "2024", 2);
        figures(township, "indicator", "M-01", "period", "2024", "by", "division")
                .body("figures.where", equalTo(java.util.List.of(village, "OWN_LEVEL")))
                .body("figures.value", equalTo(java.util.List.of(1, 1)))
                .body("figures[1].whereLabel", equalTo("本级"))
                .body("figures[1].receipt", endsWith("receipt?where=division:OWN_LEVEL"));
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt?where=OWN_LEVEL")
                .then()
                .body("recordCount", equalTo(1));
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt?where=" + village)
                .then()
                .body("division", equalTo(village))
                .body("recordCount", equalTo(1));
    }

    @Test
    void whatIsNoQuestionIsRefusedByItsParameter() {
        refused("indicator", "M-99", "2024", null);
        refused("period", "M-01", "2024-13", null);
        refused("period", "M-01", "2024-06..2024-01", null);
        refused("period", "M-01", "2024-Q5", null);
        refused("period", "M-01", "1948", null);
        refused("period", "M-01", "2101", null);
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2101/receipt")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("period"));
        refused("by", "M-01", "2024", "colour");
        refused("by", "M-01", "2024", "division,disputeType");
        figures(township, "indicator", "M-01", "period", "2024", "by", "division,disputeType")
                .body("errors[0].detail", startsWith("month、division 只能单独使用"));
        refused("by", "M-01,M-06", "2024", "disputeType");
        as(township)
                .queryParam("indicator", "M-01")
                .queryParam("period", "2024")
                .queryParam("division", "12345")
                .get("/reporting/v1/figures")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("division"));
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt?part=NUMERATOR")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("part"));
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt?cursor=x'")
                .then()
                .statusCode(400);
        as(township)
                .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt?where=status:ODD'")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("where"));
    }

    @Test
    void anotherDivisionIsNotThereAndNobodyIsRefused() {
        as(village)
                .queryParam("indicator", "M-01")
                .queryParam("period", "2024")
                .queryParam("division", township)
                .get("/reporting/v1/figures")
                .then()
                .statusCode(404);
        RestAssured.get("/reporting/v1/figures?indicator=M-01&period=2024").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("clerk", township, "cases:read"))
                .get("/reporting/v1/figures?indicator=M-01&period=2024")
                .then()
                .statusCode(403)
                .body("code", equalTo("SCOPE_MISSING"))
                .body("detail", endsWith("figures:read"));
    }

    /** One that the register does not know is there where something of it was counted. */
    @Test
    void aDivisionThatNobodyKnowsIsNotSilentButNotThere() {
        String unknown = "410423106999";
        figures(unknown, "indicator", "M-01,M-05", "period", "2024").statusCode(404);
        as(unknown)
                .get("/reporting/v1/figures/M-01/" + unknown + "/2024/receipt")
                .then()
                .statusCode(404);
        String unlisted = "410423207998";
        publish(agreedCase(unlisted, "VILLAGE", "2018-03-05"));
        Api.patiently()
                .untilAsserted(
                        () ->
                                figures(unlisted, "indicator", "M-01,M-06", "period", "2018")
                                        .statusCode(200)
                                        .body("figures[0].value", equalTo(1)));
    }

    @Test
    void theCatalogueNamesEveryIndicator() {
        as(township)
                .get("/reporting/v1/indicators")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("M-01", "M-13", "M-25-F", "M-29"))
                .body("items.find { it.code == 'M-05' }.numerator", containsString("状态为调解成功"))
                .body("items.find { it.code == 'M-05' }.overArea", equalTo("由分子、分母重新计算"))
                .body("items.find { it.code == 'M-16' }.overTime", equalTo("取期末数"))
                .body("items.find { it.code == 'M-16' }.overArea", equalTo("下级与本级相加"))
                .body("items.find { it.code == 'M-12' }.decimals", equalTo(2))
                .body("items.rounding", everyItem(equalTo("HALF_UP")))
                .body("items.find { it.code == 'M-01' }.countPlace", equalTo("调解该案的调委会所在区划"))
                .body("items.find { it.code == 'M-01' }.legalBasis", equalTo("RT 27"));
    }

    private void refused(String parameter, String indicators, String period, String by) {
        String[] query =
                by == null
                        ? new String[] {"indicator", indicators, "period", period}
                        : new String[] {"indicator", indicators, "period", period, "by", by};
        figures(township, query).statusCode(400).body("errors[0].parameter", equalTo(parameter));
    }

    private static void status(String division, String period, String status) {
        figures(division, "indicator", "M-01", "period", period)
                .body("figures[0].status", equalTo(status));
    }

    private static void confirm(String caller, String division, String month, int status) {
        as(caller)
                .put("/reporting/v1/confirmations/" + division + "/" + month + "/mediation")
                .then()
                .statusCode(status);
    }

    private static Snapshot other(Snapshot it) {
        return it.with("id", java.util.UUID.randomUUID().toString());
    }
}
