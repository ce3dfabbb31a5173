package org.fengqiao.mediation.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statistics form over HTTP. Each test has a township of its own, so numbers are exact. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class StatisticsTest {

    // The writer refers to Chinese characters by number.
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");
    private static final AtomicInteger TOWNSHIPS = new AtomicInteger(301);

    private final String area = "410423" + TOWNSHIPS.getAndIncrement();
    private final String townshipCode = area + "000";
    private final Office office =
            Office.of(
                    Tokens.of(
                            "clerk", townshipCode, "cases:read", "cases:write", "ledgers:export"));
    private String village;
    private String township;

    @BeforeEach
    void committees() {
        village = office.committee(area + "201", "VILLAGE");
        township = office.committee(townshipCode, "TOWNSHIP");
    }

    @Test
    void eachColumnCountsByItsOwnDate() {
        String it = registered(village, "2023-12-20", "REFERRED", "POLICE", "02", "DIFFICULT", 7);
        accepted(it, "2023-12-28");
        step(it, "prevention-acts", "{\"on\":\"2024-01-05\",\"kind\":\"CRIME\",\"persons\":3}");
        step(it, "agreement", agreement("2024-03-29", "WRITTEN", "800.50"));
        step(it, "performances", "{\"on\":\"2024-05-02\",\"state\":\"PERFORMED\"}");
        step(it, "judicial-confirmation-application", "{\"on\":\"2024-04-02\",\"jointly\":true}");
        step(
                it,
                "judicial-confirmation-ruling",
                "{\"on\":\"2024-07-01\",\"ruling\":\"CONFIRMED\"}");
        has(
                "2023",
                "ACCEPTED",
                1,
                "ACCEPTED_REFERRED_POLICE",
                1,
                "ACCEPTED_NEIGHBOURHOOD",
                1,
                "MEDIATED",
                0,
                "PREVENTED_CRIME",
                0);
        has(
                "2024-Q1",
                "ACCEPTED",
                0,
                "MEDIATED",
                1,
                "MEDIATED_VILLAGE",
                1,
                "MEDIATED_REFERRED",
                1,
                "DIFFICULT",
                1,
                "PERSONS_INVOLVED",
                7,
                "AGREED",
                1,
                "AGREED_WRITTEN",
                1,
                "AGREED_AMOUNT",
                800.50,
                "PERFORMED",
                0,
                "PREVENTED_CRIME",
                1,
                "PREVENTED_CRIME_PERSONS",
                3,
                "PREVENTED_SUICIDE",
                0);
        has("2024-05", "PERFORMED", 1, "MEDIATED", 0, "CONFIRMED", 0);
        has("2024-H2", "CONFIRMED", 1, "PERFORMED", 0);
        has("2023-12..2024-03", "ACCEPTED", 1, "MEDIATED", 1, "CONFIRMED", 0);
    }

    @Test
    void everySplitAddsUpToItsWhole() {
        String[] types = {"01", "02", "04", "10", "17", "99"};
        String[][] sources = {
            {"OWN_INITIATIVE", null},
            {"ON_APPLICATION", null},
            {"REFERRED", "COURT"},
            {"REFERRED", "PROCURATORATE"},
            {"REFERRED", "OTHER"}
        };
        for (int i = 0; i < 10; i++) {
            String[] source = sources[i % sources.length];
            String committee = i % 3 == 0 ? township : village;
            String it =
                    registered(
                            committee,
                            "2024-02-01",
                            source[0],
                            source[1],
                            types[i % types.length],
                            "ORDINARY",
                            2);
            accepted(it, "2024-02-02");
            if (i % 4 == 3) {
                step(
                        it,
                        "termination",
                        "{\"on\":\"2024-02-09\",\"cause\":\"NO_AGREEMENT\",\"remediesTold\":[\"LITIGATION\"]}");
            } else if (i % 4 != 2) {
                step(it, "agreement", agreement("2024-02-08", i < 5 ? "ORAL" : "WRITTEN", "100"));
            }
        }
        has(
                "2024",
                "ACCEPTED",
                10,
                "ACCEPTED_OWN_INITIATIVE",
                2,
                "ACCEPTED_ON_APPLICATION",
                2,
                "ACCEPTED_REFERRED",
                6,
                "ACCEPTED_REFERRED_COURT",
                2,
                "ACCEPTED_REFERRED_POLICE",
                0,
                "ACCEPTED_MARRIAGE_FAMILY",
                2,
                "ACCEPTED_INTERNET",
                1,
                "ACCEPTED_OTHER",
                1,
                "MEDIATED",
                8,
                "MEDIATED_TOWNSHIP",
                3,
                "MEDIATED_VILLAGE",
                5,
                "AGREED",
                6,
                "AGREED_ORAL",
                3,
                "AGREED_WRITTEN",
                3,
                "NOT_AGREED",
                2,
                "AGREED_AMOUNT",
                600);
        JsonPath form = form("2024");
        for (String values : List.of("total", "rows[0].values", "rows[1].values")) {
            Map<String, Number> it = form.getMap(values);
            adds(it, "ACCEPTED", "OWN_INITIATIVE", "ON_APPLICATION", "REFERRED");
            adds(
                    it,
                    "ACCEPTED_REFERRED",
                    "COURT",
                    "PROCURATORATE",
                    "POLICE",
                    "PETITION_OFFICE",
                    "OTHER");
            adds(
                    it,
                    "ACCEPTED",
                    "MARRIAGE_FAMILY",
                    "NEIGHBOURHOOD",
                    "HOUSE_HOMESTEAD",
                    "CONTRACT",
                    "PRODUCTION_BUSINESS",
                    "DAMAGES",
                    "FOREST_LAND",
                    "EXPROPRIATION",
                    "POLLUTION",
                    "LABOUR",
                    "TOURISM",
                    "CONSUMER",
                    "MEDICAL",
                    "TRAFFIC_ACCIDENT",
                    "PROPERTY_MANAGEMENT",
                    "INTELLECTUAL_PROPERTY",
                    "INTERNET",
                    "OTHER");
            adds(
                    it,
                    "MEDIATED",
                    "VILLAGE",
                    "COMMUNITY",
                    "TOWNSHIP",
                    "STREET",
                    "ENTERPRISE",
                    "SPECIALIZED");
            adds(it, "MEDIATED", "OWN_INITIATIVE", "ON_APPLICATION", "REFERRED");
            adds(it, "AGREED", "WRITTEN", "ORAL");
            assertEquals(number(it, "MEDIATED"), sum(it, "AGREED", "NOT_AGREED"));
        }
        List<Map<String, Number>> rows = form.getList("rows.values");
        form.getMap("total")
                .forEach(
                        (code, total) ->
                                assertEquals(
                                        0,
                                        new BigDecimal(total.toString())
                                                .compareTo(
                                                        rows.stream()
                                                                .map(it -> number(it, code))
                                                                .reduce(
                                                                        BigDecimal.ZERO,
                                                                        BigDecimal::add)),
                                        "total of " + code));
    }

    @Test
    void aCaseHandedOverCountsOnceWhereItWasTaken() {
        String it = registered(village, "2024-03-01", "ON_APPLICATION", null, "02", "ORDINARY", 2);
        accepted(it, "2024-03-02");
        String body =
                "{\"on\":\"2024-03-10\",\"toCommitteeId\":\"%s\",\"bothPartiesConsent\":true,\"reason\":\"跨村\"}"
                        .formatted(Office.id(township));
        step(it, "handover", body);
        String successor = "/cases/" + office.read(it).getString("handedOverTo");
        has("2024", "ACCEPTED", 1);
        accepted(successor, "2024-03-11");
        step(successor, "agreement", agreement("2024-03-20", "ORAL", "50"));
        has("2024", "ACCEPTED", 1, "MEDIATED", 1, "MEDIATED_TOWNSHIP", 1, "MEDIATED_VILLAGE", 0);
    }

    @Test
    void aPeriodThatHasNotBegunHasNoZeros() {
        office.get("/statistics?period=2099")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("period"));
    }

    @Test
    void landContractsAndVoidedRecordsDoNotCount() {
        String land =
                registered(village, "2024-03-01", "ON_APPLICATION", null, "07", "ORDINARY", 2);
        step(land, "correction", "{\"reason\":\"依据更正\",\"basis\":\"LAND_CONTRACT_MEDIATION\"}");
        accepted(land, "2024-03-02");
        step(land, "prevention-acts", "{\"on\":\"2024-03-03\",\"kind\":\"SUICIDE\",\"persons\":1}");
        String voided =
                registered(village, "2024-03-01", "ON_APPLICATION", null, "02", "ORDINARY", 2);
        accepted(voided, "2024-03-02");
        step(voided, "voiding", "{\"reason\":\"重复登记\"}");
        String screening = screening("2024-03-31");
        has("2024", "SCREENING_ROUNDS", 2, "DISPUTES_FOUND", 5, "DISPUTES_PREVENTED", 3);
        step(screening, "voiding", "{\"reason\":\"重复登记\"}");
        form("2024")
                .getMap("total")
                .forEach((code, value) -> assertEquals("0", value.toString(), code + " counts"));
    }

    @Test
    void aVariedAgreementCountsWithItsNewAmount() {
        String it = registered(village, "2024-03-01", "ON_APPLICATION", null, "02", "ORDINARY", 2);
        accepted(it, "2024-03-02");
        step(it, "agreement", agreement("2024-03-05", "ORAL", "900"));
        step(
                it,
                "agreement-variation",
                "{\"on\":\"2024-04-01\",\"reason\":\"双方同意\",\"form\":\"ORAL\",\"content\":\"改为400元\",\"amountYuan\":400}");
        has("2024", "AGREED", 1, "AGREED_AMOUNT", 400);
    }

    @Test
    void aCommitteeWithNothingToCountIsInTheFormWhileItStands() {
        assertEquals(2, form("2024").getList("rows").size());
        assertEquals(0, form("2020").getList("rows").size());
        assertEquals(
                List.of("TOWNSHIP", "VILLAGE"), form("2024").getList("rows.level"), "by division");
    }

    @Test
    void aDivisionIsSeenByItsOwnAreaOnly() {
        screening("2024-05-31");
        JsonPath village = read("division=" + area + "201&period=2024");
        assertEquals(2, village.getInt("total.SCREENING_ROUNDS"));
        assertEquals(1, village.getList("rows").size());
        assertEquals(0, read("division=" + area + "202&period=2024").getList("rows").size());
        Office county = Office.of(Tokens.of("county", "410423000000", "ledgers:export"));
        assertEquals(
                2,
                county.read("/statistics?period=2024&division=" + townshipCode)
                        .getInt("total.SCREENING_ROUNDS"));
        Office foreign = Office.of(Tokens.of("clerk", "410423299000", "ledgers:export"));
        assertEquals(0, foreign.read("/statistics?period=2024").getList("rows").size());
        foreign.get("/statistics?period=2024&division=" + townshipCode).then().statusCode(404);
        Office.of(Tokens.of("reader", townshipCode, "cases:read"))
                .get("/statistics?period=2024")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        for (String query : List.of("format=csv", "period=2024-13", "period=2024&format=pdf")) {
            office.get("/statistics?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("PARAMETER_INVALID"));
        }
        office.get("/statistics?period=2024&division=41").then().statusCode(400);
    }

    @Test
    void theFormIsTakenAwayAsAWorkbookOrCsv() throws IOException {
        screening("2024-05-31");
        byte[] book =
                office.get("/statistics?period=2024-H1&format=xlsx")
                        .then()
                        .statusCode(200)
                        .header(
                                "Content-Disposition",
                                containsString("statistics-" + townshipCode + "-2024-H1.xlsx"))
                        .extract()
                        .asByteArray();
        String texts = part(book, "xl/sharedStrings.xml");
        assertTrue(texts.contains("人民调解工作统计表（2024年1月1日至2024年6月30日）"), "no title");
        assertTrue(part(book, "xl/worksheets/sheet1.xml").contains("合计"), "no total");
        Response answer = office.get("/statistics?period=2024-H1&format=csv");
        assertEquals("text/csv;charset=UTF-8", answer.contentType());
        String csv = answer.asString();
        String[] lines = csv.split("\r\n");
        assertTrue(lines[0].startsWith("\uFEFF调委会,类别,区划代码,受理（件）,受理：主动调解（件）"), lines[0]);
        assertEquals(4, lines.length, "a header, two committees and the total");
        assertTrue(lines[3].startsWith("合计,,,0,"), lines[3]);
        int rounds = List.of(lines[0].split(",")).indexOf("排查次数（次）");
        assertEquals("2", lines[3].split(",")[rounds]);
        assertEquals("2", lines[2].split(",")[rounds]);
        assertFalse(csv.contains("张三三"));
    }

    @Test
    void theDocumentNamesEveryColumn() {
        String document = office.request().get("/q/openapi").asString();
        // Parts of a split are named by its first ones and "…".
        StatisticsColumn.FORM.stream()
                .filter(it -> !it.title().contains("：") && !it.code().endsWith("_PERSONS"))
                .forEach(it -> assertTrue(document.contains("`" + it.code()), it.code()));
    }

    private String registered(
            String committee,
            String on,
            String source,
            String referrer,
            String type,
            String difficulty,
            int persons) {
        String body =
                """
                {"committeeId":"%s","on":"%s","source":"%s"%s,"disputeType":"%s","difficulty":"%s",
                 "personsInvolved":%d,"summary":"院墙滴水",
                 "parties":[{"role":"APPLICANT","kind":"PERSON","name":"张三三"}]}"""
                        .formatted(
                                Office.id(committee),
                                on,
                                source,
                                referrer == null ? "" : ",\"referrer\":\"" + referrer + "\"",
                                type,
                                difficulty,
                                persons);
        return "/cases/" + office.post("/cases", body).then().statusCode(201).extract().path("id");
    }

    private void accepted(String it, String on) {
        step(it, "acceptance", "{\"on\":\"" + on + "\"}");
        step(it, "sessions", "{\"on\":\"" + on + "\"}");
    }

    private String screening(String on) {
        String body =
                """
                {"committeeId":"%s","screenedOn":"%s","rounds":2,"disputesFound":5,"prevented":3}"""
                        .formatted(Office.id(village), on);
        return "/screenings/"
                + office.post("/screenings", body).then().statusCode(201).extract().path("id");
    }

    private static String agreement(String on, String form, String amount) {
        return """
        {"on":"%s","form":"%s","content":"赔偿","amountYuan":%s}"""
                .formatted(on, form, amount);
    }

    private void step(String record, String step, String body) {
        office.step(record, step, body).then().statusCode(200);
    }

    private JsonPath form(String period) {
        return read("period=" + period);
    }

    private JsonPath read(String query) {
        return office.read("/statistics?" + query);
    }

    /** Codes and their totals in a period, in turns. */
    private void has(String period, Object... expected) {
        Map<String, Number> total = form(period).getMap("total");
        for (int i = 0; i < expected.length; i += 2) {
            BigDecimal value = new BigDecimal(expected[i + 1].toString());
            assertEquals(
                    0,
                    value.compareTo(number(total, (String) expected[i])),
                    expected[i] + " in " + period + " is " + total.get(expected[i]));
        }
    }

    private static void adds(Map<String, Number> values, String whole, String... parts) {
        String[] codes = List.of(parts).stream().map(it -> whole + "_" + it).toArray(String[]::new);
        assertEquals(number(values, whole), sum(values, codes), whole);
    }

    private static BigDecimal sum(Map<String, Number> values, String... codes) {
        return List.of(codes).stream()
                .map(it -> number(values, it))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Map<String, Number> values, Object code) {
        return new BigDecimal(values.get(code).toString());
    }

    private static String part(byte[] book, String name) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                        .get()) {
            String xml = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
            return REFERENCE
                    .matcher(xml)
                    .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
        }
    }
}
