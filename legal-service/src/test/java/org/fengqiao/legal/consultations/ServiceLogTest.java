package org.fengqiao.legal.consultations;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One entry of the service log is written once, and stands in every register that is counted. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ServiceLogTest {

    private static final String TOWNSHIP = "410423202000";
    private static final String VILLAGE = "410423202201";
    private static final String DAY = "2024-05-10";

    private final Clerk clerk = LegalOffice.of(TOWNSHIP);
    private String adviser;

    @BeforeEach
    void counselIsOnTheRoster() {
        adviser = LegalOffice.adviser(clerk, TOWNSHIP, "李某某");
    }

    private String entry(String more) {
        return """
        {"division":"%s","adviserId":"%s","servedOn":"%s","onSite":true,"hoursOnSite":4,
         "counselPresent":2,"personsMet":12,%s}"""
                .formatted(VILLAGE, adviser, DAY, more);
    }

    private static final String BUSY_DAY =
            """
            "consultations":[
              {"persons":2,"channel":"ON_SITE","topic":"LAND","person":"王某某"},
              {"persons":1,"channel":"PHONE","topic":"LABOUR"}],
            "lectureTitle":"民法典进村","lectureAttendance":40,"draftings":3,"litigations":1""";

    /** What is not void of a register and was made of the entry. */
    private List<JsonPath> made(String register, String entry) {
        JsonPath page =
                clerk.get("/" + register + "?limit=200&from=" + DAY + "&to=" + DAY).jsonPath();
        List<String> ids =
                page.getList(
                        "items.findAll { !it.voided && it.record.serviceLogId == '%s' }.id"
                                .formatted(entry));
        return ids.stream().sorted().map(id -> clerk.readFully("/" + register + "/" + id)).toList();
    }

    @Test
    void anEntryYieldsVisitConsultationsLectureAndWorks() {
        String entry = Clerk.id(clerk.created("/service-log", entry(BUSY_DAY)));
        List<JsonPath> visits = made("village-visits", entry);
        assertEquals(1, visits.size());
        assertEquals(2, visits.get(0).getInt("record.counselPresent"));
        List<JsonPath> consultations = made("consultations", entry);
        assertEquals(2, consultations.size());
        assertEquals("王某某", consultations.get(0).getString("record.person"));
        assertEquals("VILLAGE_COUNSEL", consultations.get(1).getString("record.provider"));
        List<JsonPath> lectures = made("publicity-activities", entry);
        assertEquals(1, lectures.size());
        assertEquals(List.of("LECTURE"), lectures.get(0).getList("record.tags"));
        List<JsonPath> works = made("counsel-works", entry);
        assertEquals(
                List.of("DRAFTING 3", "LITIGATION 1"),
                works.stream()
                        .map(
                                it ->
                                        it.getString("record.workKind")
                                                + " "
                                                + it.getInt("record.pieces"))
                        .toList());
    }

    @Test
    void aCorrectionOfTheEntryBringsItsPartsInLine() {
        String path = clerk.created("/service-log", entry(BUSY_DAY));
        String entry = Clerk.id(path);
        String visit = made("village-visits", entry).get(0).getString("id");
        String fewer =
                entry(
                        "\"consultations\":[{\"persons\":5,\"channel\":\"ON_SITE\",\"topic\":\"LAND\"}]");
        clerk.taken(path, "correction", "{\"reason\":\"误记\",\"record\":" + fewer + "}");
        // The visit says the same as before: no version of it was made.
        assertEquals(1, clerk.readFully("/village-visits/" + visit).getInt("version"));
        List<JsonPath> consultations = made("consultations", entry);
        assertEquals(1, consultations.size());
        assertEquals(5, consultations.get(0).getInt("record.persons"));
        assertEquals(2, consultations.get(0).getInt("version"));
        assertEquals(List.of(), made("publicity-activities", entry));
        assertEquals(List.of(), made("counsel-works", entry));
    }

    @Test
    void aVoidEntryTakesItsPartsAlong() {
        String path = clerk.created("/service-log", entry(BUSY_DAY));
        clerk.taken(path, "voiding", "{\"reason\":\"重复登记\"}");
        for (String register :
                List.of(
                        "village-visits",
                        "consultations",
                        "publicity-activities",
                        "counsel-works")) {
            assertEquals(List.of(), made(register, Clerk.id(path)), register);
        }
    }

    @Test
    void aPartIsNotChangedByItself() {
        String entry = Clerk.id(clerk.created("/service-log", entry("\"draftings\":1")));
        String visit = "/village-visits/" + made("village-visits", entry).get(0).getString("id");
        clerk.step(visit, "voiding", "{\"reason\":\"误记\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("PART_OF_ANOTHER"));
    }

    /** L-05 counts visits to villages: at the township's office counsel visit none. */
    @Test
    void aVisitIsToAVillage() {
        String atTheOffice = entry("\"draftings\":1").replace(VILLAGE, TOWNSHIP);
        refused("/service-log", atTheOffice, "VILLAGE_REQUIRED", "/division");
        String visit =
                """
                {"division":"%s","adviserId":"%s","visitedOn":"%s","counselPresent":1}"""
                        .formatted(TOWNSHIP, adviser, DAY);
        refused("/village-visits", visit, "VILLAGE_REQUIRED", "/division");
        clerk.created(
                "/service-log",
                """
                {"division":"%s","adviserId":"%s","servedOn":"%s","onSite":false,"draftings":1}"""
                        .formatted(TOWNSHIP, adviser, DAY));
    }

    /** Consultations and the lecture are then counted as those of village counsel (L-08, L-09). */
    @Test
    void theLogIsOfVillageCounsel() {
        String ofTheGovernment =
                Clerk.id(RegisterClerk.of(TOWNSHIP).adviser(TOWNSHIP, "钱某某", "GOVERNMENT"));
        String body = entry(BUSY_DAY);
        refused(
                "/service-log",
                body.replace(adviser, ofTheGovernment),
                "ROLE_NOT_HELD",
                "/adviserId");
        String path = clerk.created("/service-log", body);
        String corrected =
                "{\"reason\":\"误记\",\"record\":" + body.replace(adviser, ofTheGovernment) + "}";
        clerk.step(path, "correction", corrected)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/record/adviserId"));
    }

    private void refused(String path, String body, String code, String pointer) {
        clerk.post(path, body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRowOfTheLedgerIsAnEntryAndItsParts() {
        Ledger ledger = Ledger.at("/legal", TOWNSHIP, "service-log");
        String name = "张" + UUID.randomUUID().toString().substring(0, 8);
        LegalOffice.adviser(clerk, TOWNSHIP, name);
        String rows =
                """
                编号,村（居）,法律顾问,服务日期,是否到村,现场时长,顾问人数,咨询人次,咨询方式,咨询主题,咨询人,讲座主题,代写文书
                901,鸡冢村,%1$s,2024.6.3,是,4小时,1,2,现场,土地,王某某,反诈宣传,1
                902,鸡冢村,%1$s,2024.6.4,是,半天,1,,,,,,
                903,鸡冢村,%1$s,2024.6.5,是,0.5,1,0,,,,,
                """
                        .formatted(name);
        JsonPath done = ledger.imported(rows);
        // 半天 is as long as somebody says, and money is no time.
        assertEquals(List.of("CELL_DECIMAL"), ledger.lines(done, "REJECTED").getList("items.code"));
        assertEquals(
                2,
                done.getInt("accepted"),
                () -> done.prettify() + ledger.allLines(done, "REJECTED"));
        String entry = ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        JsonPath page =
                clerk.get("/consultations?limit=200&from=2024-06-03&to=2024-06-03").jsonPath();
        assertEquals(
                List.of(2),
                page.getList(
                        "items.findAll { it.record.serviceLogId == '%s' }.record.persons"
                                .formatted(entry)));
        JsonPath again = ledger.imported(rows);
        assertEquals(2, again.getInt("unchanged"), again::prettify);
    }
}
