package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.acceptedCase;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.committee;
import static org.fengqiao.reporting.Events.mediator;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Records on the edge of a cohort: the last day of a period, and the same dispute twice. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CohortTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    @Test
    void whoLeavesOnTheLastDayOfThePeriodIsStillCounted() {
        publish(
                committee(village, "VILLAGE", "2024-01-01").with("dissolvedOn", "2024-12-31"),
                mediator(village, true, "2024-01-01").with("leftOn", "2024-12-31"),
                mediator(village, false, "2024-01-01").with("leftOn", "2024-06-30"),
                mediator(village, false, "2024-01-01").with("leftOn", "2024-12-30"));
        awaitCount(village, "M-25", "2024-05", 3);
        awaitCount(village, "M-24", "2024", 1);
        for (String stock : List.of("M-24", "M-25", "M-25-F")) {
            assertEquals(1, count(stock, "2024"), stock);
            assertEquals(1, count(stock, "2024-12"), stock);
            assertEquals(0, count(stock, "2025-01"), stock);
        }
        assertEquals(List.of(3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1), months("M-25"));
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), months("M-24"));
        Api.as(village)
                .get("/reporting/v1/figures/M-25/" + village + "/2024/receipt")
                .then()
                .body("recordCount", equalTo(1))
                .body("cohort", containsString("期末当日离任的仍计入"));
    }

    @Test
    void aCaseClosedOnTheLastDayOfThePeriodIsOpenNoMore() {
        publish(
                agreedCase(village, "VILLAGE", "2024-06-30").with("acceptedOn", "2024-05-20"),
                agreedCase(village, "VILLAGE", "2024-07-01").with("acceptedOn", "2024-05-20"));
        awaitCount(village, "M-01", "2024", 2);
        assertEquals(List.of(0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0), months("M-16"));
        assertEquals(1, count("M-16", "2024-H1"));
    }

    @Test
    void aMatterHandedOverIsAcceptedOnceAndWhatWasPreventedStaysWhereItWas() {
        Snapshot handed =
                acceptedCase(village, "VILLAGE", "2024-02-01")
                        .with("crimePreventedOn", "2024-02-02")
                        .with("crimePreventedPersons", 3);
        publish(handed);
        awaitCount(village, "M-20", "2024-02", 1);
        publish(
                handed.next()
                        .with("status", "HANDED_OVER")
                        .with("handedOverOn", "2024-03-03")
                        .with("endedOn", "2024-03-03"),
                acceptedCase(township, "TOWNSHIP", "2024-03-03")
                        .with("matterId", handed.get("matterId"))
                        .with("acceptedElsewhere", true));
        // No step of March changes what February had.
        awaitCount(township, "M-17-H", "2024", 1);
        for (String period : List.of("2024-02", "2024")) {
            awaitCount(village, "M-14", period, 1);
            awaitCount(township, "M-14", period, 1);
            awaitCount(village, "M-20", period, 1);
            awaitCount(village, "M-20-P", period, 3);
        }
        awaitCount(village, "M-16", "2024", 0);
        awaitCount(township, "M-16", "2024", 1);
    }

    /** docs/regulation: accepted by the first that did, mediated by the committee that took it. */
    @Test
    void aMatterHandedOverIsMediatedOnceByTheCommitteeThatClosedIt() {
        String other = Api.village(township, 2);
        Snapshot first = acceptedCase(village, "VILLAGE", "2024-02-01");
        publish(
                first.next()
                        .with("status", "HANDED_OVER")
                        .with("handedOverOn", "2024-03-03")
                        .with("endedOn", "2024-03-03"),
                referred(agreedCase(other, "VILLAGE", "2024-03-20"), first)
                        .with("acceptedElsewhere", true));
        counts("M-14", 1, 0, other);
        counts("M-01", 0, 1, other);
        counts("M-04", 0, 1, other);
    }

    @Test
    void aMatterThatWasRefusedAndReferredAgainCountsWhereItWasMediated() {
        String other = Api.village(township, 2);
        Snapshot first =
                acceptedCase(village, "VILLAGE", "2024-02-01")
                        .with("acceptedOn", null)
                        .with("status", "REFUSED")
                        .with("refusedOn", "2024-02-03")
                        .with("endedOn", "2024-02-03");
        publish(
                referred(first, first),
                referred(agreedCase(other, "VILLAGE", "2024-03-20"), first));
        counts("M-14", 0, 1, other);
        counts("M-01", 0, 1, other);
        counts("M-26-R", 0, 1, other);
        counts("M-17", 1, 0, other);
    }

    private static Snapshot referred(Snapshot it, Snapshot matter) {
        return it.with("matterId", matter.get("matterId"))
                .with("source", "REFERRED")
                .with("referrer", "PETITION_OFFICE")
                .with("referralId", UUID.randomUUID().toString());
    }

    /** An indicator of 2024 in the village, in the other one, and once in their township. */
    private void counts(String indicator, int here, int there, String other) {
        awaitCount(township, indicator, "2024", 1);
        assertEquals(here, count(indicator, "2024"), indicator);
        assertEquals(there, Api.count(other, indicator, "2024").intValue(), indicator);
    }

    private int count(String indicator, String period) {
        return Api.count(village, indicator, period).intValue();
    }

    private List<Integer> months(String indicator) {
        return Api.rows(village, indicator, "2024", "month").stream()
                .map(Api::decimal)
                .map(BigDecimal::intValue)
                .toList();
    }
}
