package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.patiently;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.Recount.Question;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of records, against a slow recount that shares no code with the service. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class HistoryTest {

    private static final List<String> CODES =
            Stream.of(LegalRecount.CODES, Recount.CODES, PetitionRecount.CODES)
                    .flatMap(List::stream)
                    .toList();
    private static final String FIRST = "2024-01-01";
    private static final String LAST = "2024-12-31";
    private static final String ALL = String.join(",", CODES);

    /** More on a quiet machine: {@code -Dfengqiao.history.records=10000}. */
    private static final int RECORDS = Integer.getInteger("fengqiao.history.records", 160);

    @ParameterizedTest
    @ValueSource(longs = {1, 20240305, 77})
    void figuresEqualASlowRecountByEveryPeriodAndBreakdown(long seed) {
        String township = Api.township();
        RandomHistory history = new RandomHistory(township, seed, RECORDS);
        Recount recount = publish(history);
        Recount.PERIODS.forEach(
                (period, days) -> {
                    for (Map<String, Object> figure : figures(township, period, null)) {
                        Question asked = in(township, days.get(0), days.get(1), it -> true);
                        check(recount, figure, asked);
                    }
                });
        for (Map<String, Object> row : figures(township, "2024", "month")) {
            YearMonth month = YearMonth.parse((String) row.get("where"));
            String last = month.atEndOfMonth().toString();
            check(recount, row, in(township, month + "-01", last, it -> true));
        }
        for (Map<String, Object> row : figures(township, "2024", "division")) {
            String where = (String) row.get("where");
            String division = where.equals("OWN_LEVEL") ? township : where;
            check(recount, row, new Question(FIRST, LAST, division::equals, it -> true));
        }
        for (String by :
                List.of(
                        "disputeType",
                        "source",
                        "committeeLevel",
                        "difficulty",
                        "agreementForm",
                        "referrer",
                        "basis")) {
            checkCodes(recount, township, "M-01,M-04,M-12,M-19", by, by);
        }
        String petitions = "P-01,P-02,P-06,P-07-PU,P-10,P-12,P-12-N";
        for (String by : List.of("form", "source", "handlingUnit", "contentClass", "status")) {
            checkCodes(recount, township, petitions, by, by);
        }
        checkCodes(recount, township, petitions, "form,source", "form,source");
        checkCodes(recount, township, "P-03,P-05-B,P-09-M", "visitLevel", "level");
        for (Map<String, Object> row :
                Api.rows(township, petitions, "2024", "contentClassFirstLevel")) {
            String digits = ((String) row.get("where")).substring(0, 2);
            check(
                    recount,
                    row,
                    in(
                            township,
                            FIRST,
                            LAST,
                            it -> String.valueOf(it.get("contentClass")).startsWith(digits)));
        }
    }

    /**
     * @param fields of the event, one for each dimension
     */
    private static void checkCodes(
            Recount recount, String township, String indicators, String by, String fields) {
        List<Map<String, Object>> rows = Api.rows(township, indicators, "2024", by);
        assertTrue(rows.size() > 2, by);
        for (Map<String, Object> row : rows) {
            String[] codes = ((String) row.get("where")).split(",");
            Predicate<Snapshot> where = it -> true;
            for (int i = 0; i < codes.length; i++) {
                String code = codes[i].equals("NONE") ? null : codes[i];
                where = where.and(Recount.is(fields.split(",")[i], code));
            }
            check(recount, row, in(township, FIRST, LAST, where));
        }
    }

    private static Question in(
            String township, String first, String last, Predicate<Snapshot> where) {
        String area = township.substring(0, 9);
        return new Question(first, last, it -> it.startsWith(area), where);
    }

    @Test
    void theRecountKnowsEveryIndicatorOfTheCatalogue() {
        List<String> catalogue =
                Api.as(Api.township())
                        .get("/reporting/v1/indicators")
                        // Those that a county defined are its own.
                        .path("items.code.findAll { !it.startsWith('X') }");
        assertEquals(CODES, catalogue);
    }

    /**
     * Every count and sum of the catalogue, by month, by division and by each of its dimensions.
     */
    @Test
    void rowsOfABreakdownAddUpToTheWhole() {
        String township = Api.township();
        publish(new RandomHistory(township, 5, 160));
        List<Map<String, Object>> catalogue =
                Api.as(township).get("/reporting/v1/indicators").jsonPath().getList("items");
        Set<Object> counted = new HashSet<>();
        for (Map<String, Object> it : catalogue) {
            boolean local = ((String) it.get("code")).startsWith("X");
            if (!local && List.of("COUNT", "SUM").contains(it.get("kind"))) {
                addsUp(township, it);
                counted.add(it.get("kind") + " " + ((String) it.get("code")).charAt(0));
            }
        }
        assertEquals(
                Set.of("COUNT M", "SUM M", "COUNT P", "SUM P", "COUNT L", "SUM L", "COUNT G"),
                counted);
    }

    @SuppressWarnings("unchecked")
    private static void addsUp(String township, Map<String, Object> indicator) {
        String code = (String) indicator.get("code");
        BigDecimal whole = Api.count(township, code, "2024");
        for (String by :
                Stream.concat(
                                Stream.of("month", "division"),
                                ((List<String>) indicator.get("dimensions")).stream())
                        .toList()) {
            BigDecimal sum =
                    Api.rows(township, code, "2024", by).stream()
                            .map(Api::decimal)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, whole.compareTo(sum), () -> code + " by " + by + ": " + sum);
        }
    }

    @Test
    void everyReceiptAddsUpAndItsDigestCanBeRecomputed() throws NoSuchAlgorithmException {
        String township = Api.township();
        publish(new RandomHistory(township, 11, 140));
        for (Map<String, Object> figure : figures(township, "2024", null)) {
            boolean share = figure.get("unit").equals("PERCENT");
            BigDecimal expected =
                    share
                            ? new BigDecimal(figure.get("numerator").toString())
                            : Api.decimal(figure);
            checkReceipt(
                    township, figure.get("receipt") + (share ? "?part=NUMERATOR" : ""), expected);
            for (String beside : List.of("notYetDue", "noLimit")) {
                if (figure.get(beside) != null && figure.get("indicator").equals("P-02")) {
                    String list = beside.equals("noLimit") ? "NO_LIMIT" : "NOT_YET_DUE";
                    checkReceipt(
                            township,
                            figure.get("receipt") + "?part=" + list,
                            new BigDecimal(figure.get(beside).toString()));
                }
            }
        }
        for (Map<String, Object> row : Api.rows(township, "M-01", "2024", "disputeType")) {
            checkReceipt(township, (String) row.get("receipt"), Api.decimal(row));
        }
        for (Map<String, Object> row : Api.rows(township, "M-12", "2024", "division")) {
            checkReceipt(township, (String) row.get("receipt"), Api.decimal(row));
        }
        for (Map<String, Object> row : Api.rows(township, "P-12", "2024", "division")) {
            checkReceipt(township, (String) row.get("receipt"), Api.decimal(row));
        }
    }

    @Test
    void aRebuildEqualsWhatCameLive() throws SQLException {
        String township = Api.township();
        RandomHistory history = new RandomHistory(township, 3, 120);
        publish(history);
        Snapshot removed = Events.agreedCase(township, "TOWNSHIP", "2024-03-05");
        Events.publish(removed);
        Api.awaitCount(
                township,
                "M-01",
                "2024",
                1
                        + new Recount(history.lastStates())
                                .count("M-01", in(township, FIRST, LAST, it -> true))
                                .intValue());
        ReportWay report = new ReportWay(township);
        report.publish("调处{M-01}件，调解成功率{M-05|含分母}。");
        String edition = report.anybody("/editions/1").extract().asString();
        Events.send(
                List.of(
                        Events.message(
                                removed.topic(), removed.id(), null, removed.topic() + "/1")));
        patiently().until(() -> FactTables.rows(township).size() == history.lastStates().size());
        Map<String, String> live = FactTables.rows(township);

        // One at a time: another test's may still run.
        String rebuild =
                patiently()
                        .until(
                                () -> Api.as(township).post("/reporting/v1/rebuilds"),
                                it -> it.statusCode() == 202)
                        .header("Location");
        patiently()
                .untilAsserted(
                        () ->
                                Api.as(township)
                                        .get(rebuild)
                                        .then()
                                        .statusCode(200)
                                        .body("error", equalTo(null))
                                        .body("state", equalTo("DONE")));
        assertEquals(live, FactTables.rows(township));

        // And live events go on from there, into tables with all their indexes.
        int before = Api.count(township, "M-06", "2024").intValue();
        Events.publish(Events.meeting(township, "2024-07-01"));
        Api.awaitCount(township, "M-06", "2024", before + 1);
        // What was published is untouched by tombstones, rebuilds and whatever came later.
        assertEquals(edition, report.anybody("/editions/1").extract().asString());
        report.get("/editions/1/verification").body("intact", equalTo(true));
        report.get("/pending-revision")
                .body("pending", equalTo(true))
                .body("changes.figure.records.id.flatten()", hasItem(removed.id()));
        List<String> indexes = FactTables.indexes("mediation_case_fact");
        assertTrue(indexes.contains("mediation_case_closed"), indexes::toString);
        assertTrue(indexes.contains("mediation_case_fact_pkey"), indexes::toString);
    }

    private static Recount publish(RandomHistory history) {
        history.publish();
        return new Recount(history.lastStates());
    }

    private static List<Map<String, Object>> figures(String township, String period, String by) {
        String[] query =
                by == null
                        ? new String[] {"indicator", ALL, "period", period}
                        : new String[] {"indicator", ALL, "period", period, "by", by};
        return Api.figures(township, query)
                .statusCode(200)
                .extract()
                .jsonPath(Api.EXACT)
                .getList("figures");
    }

    static void check(Recount recount, Map<String, Object> figure, Question asked) {
        String code = (String) figure.get("indicator");
        BigDecimal expected = recount.count(code, asked);
        assertEquals(
                0,
                expected.compareTo(Api.decimal(figure)),
                () -> "expected " + expected.toPlainString() + ", got " + figure);
        PetitionRecount beside = recount.petitions(code, asked);
        if (code.equals("P-02") || code.equals("P-06")) {
            String notYetDue = figure.get("notYetDue").toString();
            assertEquals(beside.notYetDue(code).toString(), notYetDue, figure::toString);
        }
        Object noLimit = code.equals("P-02") ? beside.noLimit() : "";
        assertEquals(
                noLimit.toString(),
                figure.getOrDefault("noLimit", "").toString(),
                figure::toString);
    }

    static void checkReceipt(String division, String path, BigDecimal expected)
            throws NoSuchAlgorithmException {
        String paged = path + (path.contains("?") ? "&" : "?") + "limit=7";
        List<Map<String, Object>> records = Api.records(division, paged).toList();
        BigDecimal sum =
                records.stream()
                        .map(it -> new BigDecimal(it.get("contribution").toString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, expected.compareTo(sum), path);
        String lines =
                records.stream()
                        .map(
                                it ->
                                        it.get("id")
                                                + ":"
                                                + it.get("version")
                                                + ":"
                                                + it.get("contribution"))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        Api.as(division)
                .get(paged)
                .then()
                .body("recordCount", equalTo(records.size()))
                .body("digest", equalTo("sha256:" + HexFormat.of().formatHex(digest)));
    }
}
