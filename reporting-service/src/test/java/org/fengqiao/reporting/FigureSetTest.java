package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.fengqiao.reporting.FigureSets.COUNTY;
import static org.fengqiao.reporting.FigureSets.content;
import static org.fengqiao.reporting.FigureSets.putForm;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** What a county asks of its townships, from the open set to the locked one and back. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class FigureSetTest {

    // Of 鲁山县, which no other test counts in.
    private static final String UNIT = "410423209000";
    private static final String VILLAGE = "410423209201";
    private static final String OTHER = "410423210000";

    @Test
    void aSetIsSubmittedReturnedSubmittedAgainWithCausesAcceptedAndLocked() {
        FigureSets sets = FigureSets.of("whole-life", "2021", "M-01", "M-05", "M-06");
        publish(agreedCase(VILLAGE, "VILLAGE", "2021-03-05"));
        awaitCount(UNIT, "M-01", "2021", 1);
        sets.get(UNIT, UNIT, "")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("set.status", equalTo("OPEN"))
                .body("live", equalTo(true))
                .body("figures.status", contains("OK", "OK", "NOT_REPORTED"))
                .body("figures[0].value", equalTo(1))
                .body("figures[0].receipt", containsString("/v1/figures/M-01/"));
        sets.submit(UNIT, 1)
                .statusCode(422)
                .body("code", equalTo("NOT_REPORTED"))
                .body("errors.detail", contains("M-06职能部门例会"));
        sets.submit(UNIT, 1, "M-01", "M-06")
                .statusCode(422)
                .body("code", equalTo("NIL_RETURN_WRONG"))
                .body("errors.detail", contains("M-01"));
        sets.submit(UNIT, 1, "M-06")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("set.status", equalTo("SUBMITTED"))
                .body("live", equalTo(false))
                .body("set.nilReturns", contains("M-06"))
                .body("figures.status", contains("OK", "OK", "NIL_REPORTED"))
                .body("causes", empty());
        sets.giveBack(UNIT, 2, "12月有一件漏登").statusCode(200).body("set.status", equalTo("RETURNED"));

        Snapshot late =
                agreedCase(VILLAGE, "VILLAGE", "2021-12-30").with("enteredOn", "2022-01-14");
        publish(late);
        awaitCount(UNIT, "M-01", "2021", 2);
        sets.get(COUNTY, UNIT, "").body("figures[0].value", equalTo(1));
        String receipt = sets.path(UNIT) + "/receipts/M-01";
        assertEquals(1, Api.records(UNIT, receipt).count());
        sets.get(UNIT, UNIT, "/differences")
                .body("items.indicator", contains("M-01", "M-05"))
                .body("items[0].records.id", contains(late.id()));

        sets.submit(UNIT, 3, "M-06")
                .statusCode(200)
                .body("causes.indicator", contains("M-01", "M-05"))
                .body("causes[0].before", equalTo(1))
                .body("causes[0].after", equalTo(2))
                .body("causes[0].records[0].change", equalTo("ADDED"))
                .body("causes[0].records[0].reference", equalTo("(2021)人调字第12号"))
                .body("causes[0].records[0].countedOn", equalTo("2021-12-30"))
                .body("causes[0].records[0].enteredOn", equalTo("2022-01-14"));
        assertEquals(2, Api.records(UNIT, receipt).count());
        sets.accept(UNIT, 4).statusCode(200).body("set.status", equalTo("ACCEPTED"));
        sets.submit(UNIT, 5, "M-06")
                .statusCode(409)
                .body("code", equalTo("STEP_FORBIDDEN"))
                .body("legalBasis", equalTo("SETTING"));
        sets.reopen(UNIT, 5, "复查更正").statusCode(200).body("set.status", equalTo("REOPENED"));
        sets.submit(UNIT, 6, "M-06").statusCode(200).body("causes", empty());
        sets.get(COUNTY, UNIT, "/history")
                .body(
                        "items.step",
                        contains("SUBMIT", "RETURN", "SUBMIT", "ACCEPT", "REOPEN", "SUBMIT"))
                .body("items[1].reason", equalTo("12月有一件漏登"))
                .body("items[1].by", equalTo("clerk"))
                .body("items.version", contains(2, 3, 4, 5, 6, 7));
    }

    @Test
    void onlyTheUnitSubmitsAndOnlyItsCountyDecides() {
        FigureSets sets = FigureSets.of("rights", "2021", "P-01", "M-06");
        Map<String, Object> nil = Map.of("nilReturns", List.of("P-01", "M-06"));
        sets.step(COUNTY, OTHER, "submission", 1, nil)
                .statusCode(403)
                .body("code", equalTo("UNIT_ITSELF"));
        sets.step(UNIT, OTHER, "submission", 1, nil).statusCode(404);
        sets.step(OTHER, OTHER, "submission", 1, nil).statusCode(200);
        sets.step(OTHER, OTHER, "acceptance", 2, null)
                .statusCode(403)
                .body("code", equalTo("COUNTY_DECIDES"));
        sets.step(UNIT, OTHER, "acceptance", 2, null).statusCode(404);
        sets.step("410422000000", OTHER, "acceptance", 2, null).statusCode(404);
        sets.get(UNIT, OTHER, "").statusCode(404);
        sets.get(UNIT, OTHER, "/history").statusCode(404);
        String reader = Tokens.of("reader", COUNTY, "reports:read");
        as(COUNTY)
                .auth()
                .oauth2(reader)
                .get(sets.path(OTHER) + "/receipts/P-01")
                .then()
                .statusCode(403)
                .body("code", equalTo("SCOPE_MISSING"));
        as(COUNTY)
                .auth()
                .oauth2(reader)
                .get(sets.path(OTHER) + "/receipts/M-06")
                .then()
                .statusCode(200);
    }

    @Test
    void theSameStepSentTwiceIsTakenOnce() {
        FigureSets sets = FigureSets.of("twice", "2021", "M-06");
        sets.submit(OTHER, 1, "M-06").statusCode(200).header("ETag", "\"2\"");
        sets.submit(OTHER, 1, "M-06").statusCode(200).header("ETag", "\"2\"");
        sets.giveBack(OTHER, 2, "请核对").statusCode(200);
        sets.giveBack(OTHER, 2, "请核对").statusCode(200).header("ETag", "\"3\"");
        sets.giveBack(OTHER, 2, "别的理由").statusCode(412).body("code", equalTo("STALE_VERSION"));
        sets.submit(OTHER, 1, "M-06")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("set.status", equalTo("SUBMITTED"));
        sets.get(OTHER, OTHER, "/history").body("items.size()", equalTo(2));
    }

    @Test
    void ofSeveralStepsOnOneVersionOneIsTaken() {
        FigureSets sets = FigureSets.of("race", "2021", "M-06");
        List<Integer> answers =
                IntStream.range(0, 6)
                        .mapToObj(
                                it ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        sets.step(
                                                                        OTHER,
                                                                        OTHER,
                                                                        "submission",
                                                                        1,
                                                                        Map.of(
                                                                                "nilReturns",
                                                                                List.of("M-06"),
                                                                                "reason",
                                                                                "第" + it + "次"))
                                                                .extract()
                                                                .statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertEquals(List.of(200, 412, 412, 412, 412, 412), answers);
        sets.get(OTHER, OTHER, "/history").body("items.size()", equalTo(1));
    }

    @Test
    void aCountySeesWhoIsMissingInTheOrderOfCodes() {
        FigureSets sets = FigureSets.of("missing", "2021", "M-06");
        sets.submit(OTHER, 1, "M-06").statusCode(200);
        JsonPath list = sets.list(COUNTY).statusCode(200).extract().jsonPath();
        List<String> divisions = list.getList("items.division");
        assertEquals(divisions.stream().sorted().toList(), divisions);
        assertEquals(24, divisions.size());
        sets.list(COUNTY)
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].dueOn", equalTo("2022-01-20"))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].lateDays", greaterThan(300))
                .body("items[0].submittedOn", nullValue())
                .body(
                        "items.findAll { it.status == 'SUBMITTED' }.division",
                        equalTo(List.of(OTHER)))
                .body("items.find { it.division == '" + OTHER + "' }.overdue", equalTo(false))
                .body("items.find { it.division == '" + OTHER + "' }.nilReturns", contains("M-06"));
        sets.list(UNIT).body("items.division", contains(UNIT));
        as(COUNTY)
                .queryParam("form", "missing")
                .queryParam("period", "2021")
                .queryParam("sort", "value")
                .get("/reporting/v1/figure-sets")
                .then()
                .statusCode(400);
    }

    @Test
    void nothingIsSubmittedBeforeThePeriodIsOverNorForAnotherOne() {
        FigureSets sets = FigureSets.of("periods", "2021", "M-06");
        sets.in("2099")
                .submit(OTHER, 1, "M-06")
                .statusCode(422)
                .body("code", equalTo("PERIOD_NOT_OVER"));
        for (String none : List.of("2021-Q1", "2021-01..2021-12", "2019", "soon")) {
            sets.in(none).submit(OTHER, 1, "M-06").statusCode(400);
        }
        sets.in("2021").submit(OTHER, 1, "M-06").statusCode(200);
        putForm(COUNTY, "quarterly", null, content("QUARTER", "M-06")).statusCode(201);
        FigureSets quarter = FigureSets.existing("quarterly", "2021-Q4");
        quarter.submit(OTHER, 1, "M-06").statusCode(200);
        quarter.in("2021-10..2021-12").submit(OTHER, 1, "M-06").statusCode(400);
    }

    @Test
    void aZeroWhoseMonthsWereConfirmedNeedsNoDeclaration() {
        FigureSets sets = FigureSets.of("confirmed", "2020", "M-06", "M-07");
        sets.submit(OTHER, 1).statusCode(422);
        for (int month = 1; month <= 12; month++) {
            as(OTHER)
                    .put(
                            "/reporting/v1/confirmations/%s/2020-%02d/mediation"
                                    .formatted(OTHER, month))
                    .then()
                    .statusCode(200);
        }
        sets.submit(OTHER, 1)
                .statusCode(200)
                .body("set.nilReturns", contains("M-06", "M-07"))
                .body("figures.value", contains(0, 0));
    }

    @Test
    void aFormIsItsCountys() {
        Map<String, Object> content = content("YEAR", "M-06");
        putForm(UNIT, "forms", null, content).statusCode(403).body("code", equalTo("COUNTY_ONLY"));
        putForm(COUNTY, "forms", 1, content).statusCode(404);
        putForm(COUNTY, "Forms", null, content).statusCode(400);
        putForm(COUNTY, "forms", null, content("YEAR", "M-06", "X-99", "M-06"))
                .statusCode(422)
                .body("code", equalTo("INDICATOR_UNKNOWN"))
                .body("errors.pointer", contains("/indicators/1", "/indicators/2"))
                .body("errors.detail", contains("没有指标X-99", "M-06重复"));
        putForm(COUNTY, "forms", null, content).statusCode(201).header("ETag", "\"1\"");
        putForm(COUNTY, "forms", null, content).statusCode(200).header("ETag", "\"1\"");
        Map<String, Object> other = content("YEAR", "M-06", "M-07");
        putForm(COUNTY, "forms", null, other).statusCode(428);
        putForm(COUNTY, "forms", 1, other).statusCode(200).header("ETag", "\"2\"");
        putForm(COUNTY, "forms", 1, content).statusCode(412);
        as(UNIT).get("/reporting/v1/figure-set-forms/forms")
                .then()
                .header("ETag", "\"2\"")
                .body("indicators", contains("M-06", "M-07"));
        as(UNIT).get("/reporting/v1/figure-set-forms").then().body("items.code", hasItem("forms"));
        as("410422000000")
                .get("/reporting/v1/figure-set-forms")
                .then()
                .body("items.code", not(hasItem("forms")));
    }

    /** A set is read by the form that holds. */
    @Test
    void aFormIsNotChangedSoThatASetFallsOutOfIt() {
        FigureSets sets = FigureSets.of("stranded", "2021", "M-06");
        sets.submit(OTHER, 1, "M-06").statusCode(200);
        sets.accept(OTHER, 2).statusCode(200);
        putForm(COUNTY, "stranded", 1, content("QUARTER", "M-06"))
                .statusCode(409)
                .body("code", equalTo("SETS_STRANDED"))
                .body("errors.pointer", contains("/periodicity"))
                .body("errors.detail", contains("已有" + OTHER + " 2021"));
        putForm(COUNTY, "stranded", 1, from("YEAR", "2022-01-01"))
                .statusCode(409)
                .body("errors.pointer", contains("/validFrom"));
        sets.get(COUNTY, OTHER, "").statusCode(200).body("set.status", equalTo("ACCEPTED"));
        sets.comparison(null).statusCode(200);
        putForm(COUNTY, "stranded", 1, from("YEAR", "2021-01-01")).statusCode(200);
        sets.get(COUNTY, OTHER, "").statusCode(200);
    }

    @Test
    void aFormBeginsWithAPeriod() {
        for (String day : List.of("2025-02-15", "2025-02-01", "2025-01-02")) {
            putForm(COUNTY, "begins", null, from("QUARTER", day))
                    .statusCode(422)
                    .body("code", equalTo("VALID_FROM_UNFIT"))
                    .body("errors.pointer", contains("/validFrom"));
        }
        putForm(COUNTY, "begins", null, from("YEAR", "2025-07-01")).statusCode(422);
        putForm(COUNTY, "begins", null, from("HALF", "2025-07-01")).statusCode(201);
    }

    private static Map<String, Object> from(String periodicity, String day) {
        Map<String, Object> content = new HashMap<>(content(periodicity, "M-06"));
        content.put("validFrom", day);
        return content;
    }

    @Test
    void whatWasReturnedIsNotSentAgainUnchangedWithoutARemark() {
        FigureSets sets = FigureSets.of("unchanged", "2021", "M-06");
        sets.submit(OTHER, 1, "M-06").statusCode(200);
        sets.giveBack(OTHER, 2, "请核对").statusCode(200);
        sets.submit(OTHER, 3, "M-06")
                .statusCode(422)
                .body("code", equalTo("NOTHING_CHANGED"))
                .body("errors.pointer", contains("/reason"));
        Map<String, Object> body = Map.of("nilReturns", List.of("M-06"), "reason", "核对无误");
        sets.step(OTHER, OTHER, "submission", 3, body)
                .statusCode(200)
                .body("set.reason", equalTo("核对无误"));
    }

    @Test
    void aPlaceInTheFeedThatIsNoneIsToldByItsParameter() {
        as(OTHER)
                .queryParam("after", "0")
                .get("/reporting/v1/figure-sets/changes")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("after"));
    }

    /** Written from definitions D6, not from the table of steps. */
    private static final Map<String, Map<String, String>> LAWFUL =
            Map.of(
                    "OPEN", Map.of("submission", "SUBMITTED"),
                    "SUBMITTED", Map.of("return", "RETURNED", "acceptance", "ACCEPTED"),
                    "RETURNED", Map.of("submission", "SUBMITTED"),
                    "ACCEPTED", Map.of("reopening", "REOPENED"),
                    "REOPENED", Map.of("submission", "SUBMITTED"));

    @Test
    void stepsInRandomOrderAreTakenWhereTheyAreLawfulAndRefusedElsewhere() {
        FigureSets sets = FigureSets.of("random", "2021", "M-06");
        Random random = new Random(7);
        String status = "OPEN";
        int version = 1;
        for (int i = 0; i < 60; i++) {
            String step =
                    List.of("submission", "return", "acceptance", "reopening")
                            .get(random.nextInt(4));
            boolean own = step.equals("submission");
            Map<String, Object> body =
                    own
                            ? Map.of("nilReturns", List.of("M-06"), "reason", "第" + i + "次")
                            : Map.of("reason", "第" + i + "次");
            String next = LAWFUL.get(status).get(step);
            sets.step(
                            own ? OTHER : COUNTY,
                            OTHER,
                            step,
                            version,
                            step.equals("acceptance") ? null : body)
                    .statusCode(next == null ? 409 : 200);
            if (next != null) {
                status = next;
                version++;
            }
            sets.get(OTHER, OTHER, "")
                    .header("ETag", FigureSets.tag(version))
                    .body("set.status", equalTo(status));
        }
    }

    @Test
    void theFeedTellsEachStepOnceAndWaitsForWhatIsNotYetCommitted() throws SQLException {
        FigureSets sets = FigureSets.of("feed", "2021", "M-06");
        String start = end(feed(null).getString("next"));
        try (Connection open = Platform.postgres().connect();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            sets.submit(OTHER, 1, "M-06").statusCode(200);
            assertEquals(List.of(), feed(start).getList("items"));
            open.rollback();
        }
        sets.accept(OTHER, 2).statusCode(200);
        List<String> told = new ArrayList<>();
        patiently().until(() -> feed(start).getList("items").size() >= 2);
        JsonPath page = feed(start);
        page.<Map<String, Object>>getList("items")
                .forEach(it -> told.add(it.get("form") + " " + it.get("step")));
        assertEquals(List.of("feed SUBMIT", "feed ACCEPT"), told);
        assertEquals(
                Set.of("form", "division", "period", "version", "step", "status", "at", "href"),
                page.getMap("items[0]").keySet());
        assertEquals(List.of(), feed(page.getString("next")).getList("items"));
        as(UNIT).queryParam("after", start)
                .get("/reporting/v1/figure-sets/changes")
                .then()
                .body("items", empty());
    }

    /** Where the feed goes on after all that is in it. */
    private static String end(String after) {
        String next = feed(after).getString("next");
        return next.equals(after) ? after : end(next);
    }

    private static JsonPath feed(String after) {
        return as(OTHER)
                .queryParams(after == null ? Map.of() : Map.of("after", after))
                .queryParam("limit", 200)
                .get("/reporting/v1/figure-sets/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
