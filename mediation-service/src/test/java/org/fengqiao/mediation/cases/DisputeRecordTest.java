package org.fengqiao.mediation.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GB/T 31000 records over HTTP. Each test has a township of its own, so rows are exact. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DisputeRecordTest {

    private static final AtomicInteger TOWNSHIPS = new AtomicInteger(501);
    private static final String CLERK = "cases:read cases:write ledgers:export persons:read";

    private final String area = "410423" + TOWNSHIPS.getAndIncrement();
    private final Office office = Office.of(Tokens.of("clerk", area + "000", CLERK.split(" ")));
    private String village;

    @BeforeEach
    void committee() {
        village = office.committee(area + "201", "VILLAGE");
    }

    @Test
    void aRecordHasTheStandardsFieldsAndCodes() {
        String mediator =
                """
                {"committeeId":"%s","name":"王调解","phone":"13800000009","sex":"MALE",
                 "role":"CHAIR","fullTime":true,"appointedOn":"2021-03-01"}"""
                        .formatted(Office.id(village));
        String mediatorId =
                office.post("/mediators", mediator).then().statusCode(201).extract().path("id");
        String it =
                registered(
                        """
                        "disputeType":"10","personsInvolved":6,"summary":"拖欠工资, \\"三月\\"",
                        "parties":[
                        {"role":"RESPONDENT","kind":"ORGANISATION","name":"某某建筑公司"},
                        {"role":"APPLICANT","kind":"PERSON","name":"张三三","sex":"FEMALE",
                         "nationality":"汉族","identityNumber":"999999199001010024","address":"一组"}]""");
        String acceptance = "{\"on\":\"2024-03-02\",\"mediatorIds\":[\"" + mediatorId + "\"]}";
        step(it, "acceptance", acceptance);
        step(it, "sessions", "{\"on\":\"2024-03-05\"}");
        step(it, "agreement", Office.writtenAgreement("2024-03-08"));
        step(it, "performances", "{\"on\":\"2024-04-01\",\"state\":\"PERFORMED\"}");
        List<String> lines = withPersons("2024").asString().lines().toList();
        assertEquals(
                "\uFEFF事件名称,发生日期,地点,规模,类型,涉及人数,简述,涉及单位,主要当事人证件类型,主要当事人证件号码,主要当事人姓名,"
                        + "主要当事人性别,主要当事人民族,主要当事人学历,主要当事人人员类别,主要当事人住址,化解时限,化解方式,化解组织,"
                        + "责任人,联系方式,是否成功,化解情况,考评日期,考评意见,经度,纬度",
                lines.get(0));
        String name = office.read(village).getString("name");
        assertEquals(
                area
                        + "201劳动争议(2024)人调字第1号,2024-03-01,"
                        + "河南省平顶山市鲁山县"
                        + area
                        + "000"
                        + area
                        + "201,一般群体性,劳动争议,6,\"拖欠工资, \"\"三月\"\"\",某某建筑公司,111,"
                        + "999999199001010024,张三三,女,汉族,,,一组,2024-04-01,人民调解,"
                        + name
                        + ",王调解,13800000009,1,调解成功，书面协议，2024-03-08，已履行，2024-04-01,,,,",
                lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void personsAreInTheFileOnlyForAStatedPurposeAndThenAudited() {
        registered(ordinary("院墙滴水"));
        String plain = office.get("/dispute-records?period=2024&format=csv").asString();
        assertEquals(
                DisputeRecordExport.COLUMNS.stream()
                        .map(LedgerColumn::title)
                        .filter(
                                it ->
                                        !it.startsWith("主要当事人")
                                                && !List.of("简述", "涉及单位", "责任人", "联系方式")
                                                        .contains(it))
                        .toList(),
                List.of(plain.lines().findFirst().orElseThrow().substring(1).split(",")));
        assertFalse(plain.contains("张三三") || plain.contains("院墙滴水"), plain);
        assertEquals(0, audited());
        assertTrue(withPersons("2024").asString().contains("张三三"));
        assertEquals(1, audited());
    }

    @Test
    void aDisputeHandedOverIsOneRowOfWhoTookIt() {
        String township = office.committee(area + "000", "TOWNSHIP");
        String it = registered(ordinary("院墙滴水"));
        String handover =
                "{\"on\":\"2024-03-10\",\"toCommitteeId\":\"%s\",\"bothPartiesConsent\":true,\"reason\":\"跨村\"}"
                        .formatted(Office.id(township));
        step(it, "acceptance", "{\"on\":\"2024-03-02\"}");
        step(it, "sessions", "{\"on\":\"2024-03-02\"}");
        step(it, "handover", handover);
        List<String> rows = rows("2024");
        assertEquals(1, rows.size());
        assertTrue(rows.get(0).contains(office.read(township).getString("name")), rows.get(0));
        assertTrue(rows.get(0).contains(",,已登记,"), "an open dispute is neither 1 nor 0");
    }

    @Test
    void whatIsBesideTheRateIsNeitherAndVoidedOnesAreLeftOut() {
        String refused = registered(ordinary("院墙滴水"));
        step(refused, "refusal", "{\"on\":\"2024-03-02\",\"ground\":\"PARTY_REFUSES\"}");
        step(registered(ordinary("院墙滴水")), "voiding", "{\"reason\":\"重复登记\"}");
        List<String> rows = rows("2024");
        assertEquals(1, rows.size());
        assertTrue(rows.get(0).contains(",,不予受理，2024-03-02,"), rows.get(0));
        assertEquals(0, rows("2024-H2").size());
        assertEquals(1, rows("2024-Q1").size());
    }

    @Test
    void noCellIsAFormula() {
        registered(ordinary("=HYPERLINK(\\\"http://x\\\")"));
        String csv = withPersons("2024").asString();
        assertTrue(csv.contains("\"'=HYPERLINK("), csv);
    }

    @Test
    void whatExceedsAPageIsInTheFileToo() {
        int number = 503;
        IntStream.range(0, number).parallel().forEach(i -> registered(ordinary("院墙滴水")));
        List<String> rows = rows("2024");
        assertEquals(number, rows.size());
        assertEquals(number, rows.stream().distinct().count());
        byte[] book =
                office.get("/dispute-records?period=2024")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertEquals('P', book[0]);
    }

    @Test
    void aDivisionIsSeenByItsOwnAreaOnly() {
        registered(ordinary("院墙滴水"));
        String asked = "/dispute-records?period=2024&format=csv&division=" + area + "201";
        assertEquals(2, office.get(asked).asString().lines().count());
        Office county = Office.of(Tokens.of("county", "410423000000", "ledgers:export"));
        assertEquals(2, county.get(asked).asString().lines().count());
        Office foreign = Office.of(Tokens.of("clerk", "410423599000", CLERK.split(" ")));
        foreign.get(asked).then().statusCode(404);
        String own = "/dispute-records?period=2024&format=csv";
        assertEquals(1, foreign.get(own).asString().lines().count());
        Office.of(Tokens.of("reader", area + "000", "cases:read", "persons:read"))
                .get(own)
                .then()
                .statusCode(403);
        office.get("/dispute-records?format=csv").then().statusCode(400);
        office.get("/dispute-records?period=2024&format=json")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    private String registered(String described) {
        String body =
                "{\"committeeId\":\"%s\",\"on\":\"2024-03-01\",\"source\":\"ON_APPLICATION\",%s}"
                        .formatted(Office.id(village), described);
        return "/cases/" + office.post("/cases", body).then().statusCode(201).extract().path("id");
    }

    private static String ordinary(String summary) {
        return """
        "disputeType":"02","personsInvolved":2,"summary":"%s",
        "parties":[{"role":"APPLICANT","kind":"PERSON","name":"张三三"}]"""
                .formatted(summary);
    }

    private void step(String record, String step, String body) {
        office.step(record, step, body).then().statusCode(200);
    }

    private List<String> rows(String period) {
        Response csv = office.get("/dispute-records?format=csv&period=" + period);
        return csv.then().statusCode(200).extract().asString().lines().skip(1).toList();
    }

    private Response withPersons(String period) {
        RequestSpecification request =
                office.request()
                        .header("Fengqiao-Purpose", "SUPERVISION")
                        .header("Fengqiao-Acting-User", "clerk");
        return request.get("/mediation/v1/dispute-records?format=csv&period=" + period)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private int audited() {
        String count =
                "select count(*) from read_audit where operation = 'exportDisputeRecords'"
                        + " and purpose = 'SUPERVISION' and result = 'SHOWN' and record_id = ?";
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(count)) {
            select.setString(1, area + "000-2024");
            ResultSet row = select.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
