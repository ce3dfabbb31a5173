package org.fengqiao.demo;

import static org.fengqiao.demo.WawuLedgersTest.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The figures of the report on legal services, in the ledgers they come from. */
class LegalLedgersTest {

    private static final String LOG = "11-service-log.xlsx";
    private static final int ENTRIES = 174;

    /** R7: the six lectures of counsel are among the 23, and in no other ledger. */
    @Test
    void sixOfTheTwentyThreeActivitiesAreInTheServiceLog() throws IOException {
        List<Map<String, String>> held = rows("14-publicity-activities.xlsx", 17);
        List<Map<String, String>> lectures =
                rows(LOG, ENTRIES).stream().filter(it -> it.containsKey("讲座主题")).toList();
        assertEquals(6, lectures.size());
        assertEquals(23, held.size() + lectures.size());
        assertEquals(5, tagged(held, "中小学讲座"));
        assertEquals(3, tagged(held, "送法进农村"));
        assertEquals(0, held.stream().filter(it -> said(it, "主讲人").contains("顾问")).count());
        assertTrue(held.stream().anyMatch(it -> said(it, "活动标签").contains("、")), "several tags");
    }

    private static long tagged(List<Map<String, String>> rows, String tag) {
        return rows.stream().filter(it -> said(it, "活动标签").contains(tag)).count();
    }

    @Test
    void counselVisitedEveryVillage() throws IOException {
        List<Map<String, String>> log = rows(LOG, ENTRIES);
        List<Map<String, String>> visits =
                log.stream().filter(it -> it.get("是否到村").equals("是")).toList();
        assertEquals(19, visits.stream().map(it -> it.get("村（居）")).distinct().count());
        assertEquals(186, sum(visits, "顾问人数"));
        assertEquals(197, sum(log, "咨询人次"));
    }

    /** R5: two sets of twenty. */
    @Test
    void contractsOfTheGovernmentAndOfVillagesAreTwoSets() throws IOException {
        Map<String, Long> reviewed =
                rows("12-contract-reviews.xlsx", 40).stream()
                        .collect(
                                Collectors.groupingBy(it -> it.get("审查主体"), Collectors.counting()));
        assertEquals(Map.of("政府法律顾问", 20L, "农村法律顾问", 20L), reviewed);
        Set<String> titles = new HashSet<>();
        rows("12-contract-reviews.xlsx", 40)
                .forEach(it -> assertTrue(titles.add(it.get("合同名称")), "a contract twice"));
    }

    @Test
    void casesNameCounselOfTheRoster() throws IOException {
        Set<String> roster =
                rows("08-legal-advisers.xlsx", 6).stream()
                        .map(it -> it.get("顾问编号"))
                        .collect(Collectors.toSet());
        List<List<String>> joined =
                rows("03-cases.xlsx", 410).stream()
                        .filter(it -> it.containsKey("参与法律顾问"))
                        .map(it -> List.of(it.get("参与法律顾问").split("、")))
                        .toList();
        assertEquals(230, joined.size());
        assertTrue(
                joined.stream().allMatch(roster::containsAll), "an id that is not on the roster");
        assertTrue(joined.stream().anyMatch(it -> it.size() == 2), "none with two");
        assertTrue(joined.stream().allMatch(it -> it.size() == new HashSet<>(it).size()), "twice");
    }

    @Test
    void everyVillageHasCounselAndThreeBoards() throws IOException {
        assertEquals(19, villages(rows("09-appointments.xlsx", 20)));
        assertEquals(19, villages(rows("31-disclosure-boards.xlsx", 57)));
        assertEquals(5, sum(rows("16-legal-aid-referrals.xlsx", 5), "人数"));
    }

    /** Figure Q23 is a target: in 2024 not everybody has a certificate. */
    @Test
    void theCertificatesOf2024AreBelowTheTarget() throws IOException {
        long certified =
                rows("26-enforcement-officers.xlsx", Enforcement.OFFICERS).stream()
                        .filter(it -> it.containsKey("有效期至"))
                        .filter(
                                it ->
                                        !WawuLedgersTest.day(it, "有效期至")
                                                .isBefore(MediationCase.LAST_DAY))
                        .count();
        assertEquals(Enforcement.CERTIFIED, certified);
        assertTrue(
                rows("36-plan-items.xlsx", 5).stream()
                        .anyMatch(
                                it ->
                                        said(it, "指标").equals("G-01")
                                                && said(it, "目标值").equals("100")
                                                && said(it, "年度").equals("2025")));
    }

    private static long villages(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(it -> it.containsKey("村（居）"))
                .map(it -> it.get("村（居）"))
                .distinct()
                .count();
    }

    private static int sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(it -> said(it, column))
                .filter(it -> !it.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static String said(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
