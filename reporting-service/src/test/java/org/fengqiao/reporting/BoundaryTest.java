package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.ChangedRegister.COUNTY;
import static org.fengqiao.reporting.ChangedRegister.ENDED;
import static org.fengqiao.reporting.ChangedRegister.OTHER;
import static org.fengqiao.reporting.ChangedRegister.TOWNSHIP;
import static org.fengqiao.reporting.ChangedRegister.village;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures where boundaries changed: as reported, and at today's; see {@link ChangedRegister}. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(ChangedRegister.class)
class BoundaryTest {

    private final List<Snapshot> published = new ArrayList<>();

    private void publish(Snapshot... snapshots) {
        published.addAll(List.of(snapshots));
        Events.publish(snapshots);
    }

    /** The counties are those of the register: what a test made is voided behind it. */
    @AfterEach
    void voidAll() {
        Events.publish(
                published.stream()
                        .map(it -> it.next().with("voided", true))
                        .toArray(Snapshot[]::new));
        awaitCount(COUNTY, "M-01", "2024", 0);
        awaitCount(COUNTY, "L-05", "2024", 0);
    }

    private static Snapshot visit(String division) {
        return Events.record("legal.village-visit.v1", division, "2024-05-10")
                .with("adviserId", "0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11")
                .with("visitedOn", "2024-05-10")
                .with("counselPresent", 1);
    }

    /** A case of each village, on a day of its own. */
    private void cases() {
        int month = 1;
        for (int it :
                List.of(101201, 101202, 101203, 101204, 101207, 101208, 109000, 109201, 109202)) {
            Snapshot agreed = agreedCase(village(it), "VILLAGE", "2024-0%d-05".formatted(month++));
            publish(it == 101201 ? agreed.with("status", "NOT_AGREED") : agreed);
        }
        awaitCount(COUNTY, "M-01", "2024", 9);
    }

    /** The rows of a breakdown that have a number. */
    private static Map<String, Integer> rows(
            String division, String indicator, String by, String boundaries) {
        List<Map<String, Object>> rows =
                Api.figures(
                                division,
                                "indicator",
                                indicator,
                                "period",
                                "2024",
                                "by",
                                by,
                                "boundaries",
                                boundaries)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("figures");
        Map<String, Integer> counted = new TreeMap<>();
        rows.forEach(
                it -> {
                    if (Api.decimal(it).signum() != 0) {
                        counted.put((String) it.get("where"), Api.decimal(it).intValue());
                    }
                });
        return counted;
    }

    @Test
    void recordsOfAMergedAMovedAndASplitDivisionCountWhereItLiesToday() {
        cases();
        assertEquals(
                Map.of(TOWNSHIP, 6, ENDED, 3), rows(COUNTY, "M-01", "division", "AS_REPORTED"));
        // 出村 left the county, and 裂村 lies in two townships.
        assertEquals(
                Map.of(TOWNSHIP, 6, OTHER, 1, "OWN_LEVEL", 1),
                rows(COUNTY, "M-01", "division", "TODAY"));
        assertEquals(
                Map.of(
                        village(101201), 1,
                        village(101202), 1,
                        village(101203), 1,
                        village(101204), 1,
                        village(101207), 1,
                        village(101208), 1),
                rows(TOWNSHIP, "M-01", "division", "AS_REPORTED"));
        // 并村 and 归村 in 存村; 分村, 丙乡 and 随村, which has no successor, are the township's own.
        assertEquals(
                Map.of(village(101202), 3, "OWN_LEVEL", 3),
                rows(TOWNSHIP, "M-01", "division", "TODAY"));
        assertEquals(Map.of(village(102210), 1), rows(OTHER, "M-01", "division", "TODAY"));
        assertEquals(Map.of(), rows(OTHER, "M-01", "division", "AS_REPORTED"));
        assertEquals(Map.of("410487101000", 1), rows("410487000000", "M-01", "division", "TODAY"));
    }

    /** Not zero: it has no figure of today, nor has its village, which went elsewhere. */
    @Test
    void aDivisionThatIsNoMoreNamesWhatStandsInItsPlace() {
        ended(ENDED, TOWNSHIP);
        ended(village(109201), village(101202));
        ended(village(101204), village(101206));
        Api.figures(ENDED, "indicator", "M-01", "period", "2024").statusCode(200);
        Api.as(ENDED)
                .get(receipt("M-01", ENDED) + "?boundaries=TODAY")
                .then()
                .statusCode(422)
                .body("code", equalTo("DIVISION_ENDED"));
    }

    private static void ended(String division, String successor) {
        Api.figures(division, "indicator", "M-01", "period", "2024", "boundaries", "TODAY")
                .statusCode(422)
                .body("code", equalTo("DIVISION_ENDED"))
                .body("errors[0].parameter", equalTo("division"))
                .body("errors[0].detail", containsString(successor));
    }

    @Test
    void aDivisionThatWasNoMoreReportsOnNoYear() {
        begin(village(101201), 2025)
                .statusCode(422)
                .body("code", equalTo("DIVISION_ENDED"))
                .body("errors[0].pointer", equalTo("/division"))
                .body("errors[0].detail", equalTo("现为：存 " + village(101202)));
        begin(village(101299), 2023).statusCode(422).body("code", equalTo("PLACE_UNKNOWN"));
        begin(village(101201), 2023).statusCode(201);
        begin(village(101201), 2024).statusCode(201); // it was there for half of the year
    }

    private static ValidatableResponse begin(String division, int year) {
        return Api.as(division)
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":%d}".formatted(division, year))
                .post("/reporting/v1/reports")
                .then();
    }

    @Test
    void monthsCodesAndSharesAreThoseOfTheSameRecords() {
        cases();
        assertEquals(
                Map.of("2024-01", 1, "2024-02", 1, "2024-08", 1),
                rows(village(101202), "M-01", "month", "TODAY"));
        assertEquals(Map.of("2024-02", 1), rows(village(101202), "M-01", "month", "AS_REPORTED"));
        assertEquals(Map.of("02", 6), rows(TOWNSHIP, "M-01", "disputeType", "TODAY"));
        Api.figures(village(101202), "indicator", "M-05", "period", "2024", "boundaries", "TODAY")
                .body("figures[0].numerator", equalTo(2))
                .body("figures[0].denominator", equalTo(3))
                .body("figures[0].value", equalTo(66.67f));
        Api.figures(village(101202), "indicator", "M-05", "period", "2024")
                .body("figures[0].denominator", equalTo(1));
    }

    /** Two villages that were merged are one village; one that was split is none. */
    @Test
    void aMergedVillageIsCountedOnce() {
        publish(
                visit(village(101201)),
                visit(village(101202)),
                visit(village(109201)),
                visit(village(101204)),
                visit(village(101203)));
        awaitCount(COUNTY, "L-05", "2024", 5);
        assertEquals(5, value(COUNTY, "L-04", "AS_REPORTED"));
        assertEquals(2, value(COUNTY, "L-04", "TODAY"));
        assertEquals(1, value(TOWNSHIP, "L-04", "TODAY"));
        assertEquals(4, value(TOWNSHIP, "L-05", "TODAY"));
        Api.as(TOWNSHIP)
                .get(receipt("L-04", TOWNSHIP) + "?boundaries=TODAY")
                .then()
                .body("value", equalTo(1))
                .body("recordCount", equalTo(3))
                .body("keys.key", equalTo(List.of(village(101202))))
                .body("cohort", containsString("合并的村按一个村计，拆分的村不再是村，其记录属乡镇本级"));
    }

    private static int value(String division, String indicator, String boundaries) {
        return Api.decimal(
                        Api.figures(
                                        division,
                                        "indicator",
                                        indicator,
                                        "period",
                                        "2024",
                                        "boundaries",
                                        boundaries)
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getMap("figures[0]"))
                .intValue();
    }

    private static String receipt(String indicator, String division) {
        return "/reporting/v1/figures/" + indicator + "/" + division + "/2024/receipt";
    }

    @Test
    void aReceiptShowsWhereItsRecordsCountAndSaysSo() {
        cases();
        Api.as(TOWNSHIP)
                .get(receipt("M-01", TOWNSHIP) + "?where=division:OWN_LEVEL&boundaries=TODAY")
                .then()
                .body("recordCount", equalTo(3))
                .body("records.division", equalTo(List.of(TOWNSHIP, TOWNSHIP, TOWNSHIP)))
                .body("cohort", containsString("变县甲镇（按现行区划）；2024年"));
        String csv =
                Api.as(TOWNSHIP)
                        .get(
                                "/reporting/v1/figures?indicator=M-01&period=2024&by=division&format=csv&boundaries=TODAY")
                        .asString();
        assertTrue(csv.contains("M-01/" + village(101202) + "/2024/receipt?boundaries=TODAY"), csv);
        assertTrue(csv.contains("receipt?where=division:OWN_LEVEL&boundaries=TODAY"), csv);
        Api.figures(TOWNSHIP, "indicator", "M-01", "period", "2024", "boundaries", "YESTERDAY")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("boundaries"));
    }

    /**
     * Whoever reported the month has to confirm it: 存村 for all of it, 并村 and 归村 while they were.
     */
    @Test
    void aZeroOfTodaysBoundariesIsANilReturnWhereAllOfThatTimeConfirmed() {
        confirm(101202, "2024-06");
        confirm(101202, "2024-07");
        status("2024-06", "AS_REPORTED", "NIL_REPORTED");
        status("2024-07", "TODAY", "NIL_REPORTED");
        status("2024-06", "TODAY", "NOT_REPORTED");
        confirm(101201, "2024-06");
        status("2024-06", "TODAY", "NOT_REPORTED");
        confirm(109000, "2024-06"); // the township for 归村
        status("2024-06", "TODAY", "NIL_REPORTED");
    }

    private static void confirm(int unit, String month) {
        Api.as(village(unit))
                .put("/reporting/v1/confirmations/" + village(unit) + "/" + month + "/mediation")
                .then()
                .statusCode(200);
    }

    private static void status(String period, String boundaries, String status) {
        Api.figures(
                        village(101202),
                        "indicator",
                        "M-01",
                        "period",
                        period,
                        "boundaries",
                        boundaries)
                .body("figures[0].status", equalTo(status));
    }

    /** Access follows today's boundaries; what was reported stays with who reported it. */
    @Test
    void aSuccessorSeesItsPredecessorAndAFormerTownshipWhatItReported() {
        cases();
        String merged = receipt("M-01", village(101201));
        Api.as(village(101202)).get(merged).then().body("recordCount", equalTo(1));
        Api.as(village(101205)).get(receipt("M-01", village(101204))).then().statusCode(404);
        Api.as(TOWNSHIP).get(receipt("M-01", ENDED)).then().body("recordCount", equalTo(3));
        String moved = receipt("M-01", village(101203));
        Api.as(OTHER).get(moved).then().body("recordCount", equalTo(1));
        Api.as(TOWNSHIP).get(moved).then().body("recordCount", equalTo(1));
        Api.as(TOWNSHIP).get(moved + "?boundaries=TODAY").then().statusCode(404);
        String record = Api.as(OTHER).get(moved).path("records[0].id");
        String page = "/reporting/v1/divisions/" + village(101203);
        Api.as(village(101202)).get(page).then().statusCode(404);
        assertEquals(
                record,
                Api.as(COUNTY)
                        .get(receipt("M-01", OTHER) + "?boundaries=TODAY")
                        .path("records[0].id"));
    }
}
