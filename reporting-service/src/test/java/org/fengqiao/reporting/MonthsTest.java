package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Figures above the county, whose months are kept: after every change they are as if counted. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class MonthsTest {

    private static final String YEAR = "2024";

    /** A province that no other test uses: two prefectures, three counties. */
    private static final String PROVINCE = "530000000000";

    private static final String PREFECTURE = "530100000000";
    private static final String OTHER_PREFECTURE = "530300000000";
    private static final List<String> TOWNSHIPS =
            List.of("530111101000", "530112101000", "530302101000");

    /** Random lives, read before and between: what was kept then must not be seen after. */
    @Test
    void aProvinceIsTheSumOfItsCountiesAfterEveryChange() {
        List<String> indicators =
                Api.as(PROVINCE)
                        .get("/reporting/v1/indicators")
                        .path("items.findAll { it.kind in ['COUNT', 'SUM'] }.code");
        for (int round : new int[] {1, 2}) {
            for (String it : TOWNSHIPS) {
                String township = it.substring(0, 6) + (200 + round) + "000";
                new RandomHistory(township, round, 60).publish();
                addsUp(indicators);
            }
        }
        for (String division : List.of(PROVINCE, PREFECTURE, OTHER_PREFECTURE)) {
            assertEquals(List.of(), Api.verify(division, YEAR).getList("items"), division);
        }
    }

    /** Counties are counted from their facts at every read. */
    private static void addsUp(List<String> indicators) {
        String codes = String.join(",", indicators);
        Map<String, BigDecimal> counties =
                TOWNSHIPS.stream()
                        .map(it -> it.substring(0, 6) + "000000")
                        .flatMap(it -> all(it, codes, null).entrySet().stream())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, BigDecimal::add));
        for (String by : new String[] {null, "month", "division"}) {
            assertEquals(plain(counties), plain(all(PROVINCE, codes, by)), () -> "by " + by);
        }
    }

    /** The sum of each indicator's rows. */
    private static Map<String, BigDecimal> all(String division, String codes, String by) {
        String[] query =
                by == null
                        ? new String[] {"indicator", codes, "period", YEAR}
                        : new String[] {"indicator", codes, "period", YEAR, "by", by};
        Map<String, BigDecimal> sums = new HashMap<>();
        Api.figures(division, query)
                .statusCode(200)
                .extract()
                .jsonPath(Api.EXACT)
                .<Map<String, Object>>getList("figures")
                .forEach(
                        it ->
                                sums.merge(
                                        (String) it.get("indicator"),
                                        Api.decimal(it),
                                        BigDecimal::add));
        return sums;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((code, sum) -> plain.put(code, sum.stripTrailingZeros().toPlainString()));
        return plain;
    }

    @Test
    void aRecordThatMovesIsCountedWhereItIs() {
        Snapshot meeting = Events.meeting(TOWNSHIPS.get(0), "2022-03-05");
        Events.publish(meeting);
        awaitCount(PROVINCE, "M-06", "2022", 1);
        assertEquals("530100000000 1", places());

        Snapshot moved = meeting.next().with("division", TOWNSHIPS.get(2));
        Events.publish(moved);
        patiently().untilAsserted(() -> assertEquals("530300000000 1", places()));
        assertEquals(BigDecimal.ZERO, Api.count(PREFECTURE, "M-06", "2022"));

        Snapshot later = moved.next().with("heldOn", "2022-05-06");
        Events.publish(later);
        awaitCount(PROVINCE, "M-06", "2022-03", 0);
        assertEquals(BigDecimal.ONE, Api.count(PROVINCE, "M-06", "2022-05"));

        Events.publish(later.next().with("voided", true));
        awaitCount(PROVINCE, "M-06", "2022", 0);

        Snapshot own = Events.meeting(PROVINCE, "2022-06-01");
        Events.publish(own);
        patiently().untilAsserted(() -> assertEquals("OWN_LEVEL 1", places()));
        Events.send(List.of(Events.message(own.topic(), own.id(), null, own.topic() + "/1")));
        patiently().untilAsserted(() -> assertEquals("", places()));
    }

    private static String places() {
        return Api.rows(PROVINCE, "M-06", "2022", "division").stream()
                .filter(it -> Api.decimal(it).signum() != 0)
                .map(it -> it.get("where") + " " + Api.decimal(it))
                .collect(Collectors.joining(", "));
    }

    /** Without this the tests above could pass over months that are counted each time. */
    @Test
    void whatIsKeptIsReadAndWhatIsWrongInItIsFound() throws SQLException {
        Events.publish(Events.meeting(TOWNSHIPS.get(0), "2021-03-05"));
        awaitCount(PROVINCE, "M-06", "2021", 1);
        bend();
        assertEquals(BigDecimal.valueOf(101), Api.count(PROVINCE, "M-06", "2021"));
        List<Map<String, Object>> drift = Api.verify(PROVINCE, "2021").getList("items");
        assertFalse(drift.isEmpty());
        assertTrue(drift.stream().allMatch(it -> it.get("indicator").equals("M-06")));

        // Any change of the month, and it is counted again.
        Events.publish(Events.meeting(TOWNSHIPS.get(1), "2021-03-06"));
        awaitCount(PROVINCE, "M-06", "2021", 2);
        assertEquals(List.of(), Api.verify(PROVINCE, "2021").getList("items"));

        bend();
        assertEquals(BigDecimal.valueOf(102), Api.count(PROVINCE, "M-06", "2021"));
        rebuild();
        assertEquals(BigDecimal.valueOf(2), Api.count(PROVINCE, "M-06", "2021"));
    }

    /** The signing holds a transaction of its own, and one moment. */
    @Test
    void aPrefectureSignsItsReport() {
        Events.publish(Events.meeting("530311101000", "2024-03-05"));
        awaitCount("530311000000", "M-06", "2024", 1);
        ReportWay report = new ReportWay(OTHER_PREFECTURE);
        int meetings = Api.count(OTHER_PREFECTURE, "M-06", YEAR).intValue();
        report.publish("召开例会{M-06}次，调处{M-01}件。");
        report.anybody("/editions/1")
                .body("edition.figures.find { it.key == 'M-06' }.value", equalTo(meetings));
    }

    private static void bend() throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            int bent =
                    statement.executeUpdate(
                            """
                            update month_number
                            set numbers = array(select 100 + unnest(numbers))
                            where division = '530000000000' and month = '2021-03-01'
                                and numbers <> '{}'
                            """);
            assertTrue(bent > 0);
        }
    }

    private static void rebuild() {
        String rebuild =
                Api.as(PROVINCE)
                        .post("/reporting/v1/rebuilds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        patiently()
                .untilAsserted(
                        () -> Api.as(PROVINCE).get(rebuild).then().body("state", equalTo("DONE")));
    }
}
