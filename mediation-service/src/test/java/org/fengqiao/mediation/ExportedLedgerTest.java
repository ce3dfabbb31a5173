package org.fengqiao.mediation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ledgers that were exported, or sent by another year or door, and come back (definitions D5). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ExportedLedgerTest {

    private static final String COMMITTEES = "编号,调委会名称,区划代码,层级,成立日期,届满日期,委员人数,女委员人数\n";
    private static final String MEDIATORS = "编号,调委会,姓名,性别,职务,专职,任职日期,离任日期\n";
    private static final String SCREENINGS = "编号,调委会,排查日期,排查次数,发现纠纷,预防纠纷\n";
    private static final String MEETINGS = "编号,会议日期,参会单位,研究案件,议定事项\n";

    private static final List<String> TOWNSHIPS =
            new ArrayList<>(
                    List.of(
                            "410423201000",
                            "410423202000",
                            "410423203000",
                            "410423204000",
                            "410423206000",
                            "410423207000",
                            "410423208000",
                            "410423210000",
                            "410423211000"));

    // A township of its own for each test: an export holds all that its unit has.
    private String township;
    private String village;
    private Office office;

    @BeforeEach
    void anotherTownship() {
        township = TOWNSHIPS.remove(0);
        village = township.substring(0, 9) + "201";
        office =
                Office.of(
                        Tokens.of(
                                "clerk",
                                township,
                                "cases:read",
                                "cases:write",
                                "persons:read",
                                "ledgers:export"));
    }

    @Test
    void nextYearsListEntersNobodyTwice() {
        Ledger committees = Ledger.at("/mediation", township, "committees");
        Ledger mediators = Ledger.at("/mediation", township, "mediators");
        String list = committeeRow("1", "甲村调委会") + committeeRow("2", "乙村调委会");
        String people = mediatorRow("1", "甲村调委会", "王调解", "") + mediatorRow("2", "乙村调委会", "赵调解", "");
        assertEquals(2, imported(committees, COMMITTEES + list, 2023).getInt("accepted"));
        assertEquals(2, imported(mediators, MEDIATORS + people, 2023).getInt("accepted"));

        // The order has changed, one has left and one has come: a list is written anew every year.
        String next =
                committeeRow("1", "乙村调委会")
                        + committeeRow("2", "甲村调委会")
                        + committeeRow("3", "丙村调委会");
        JsonPath again = imported(committees, COMMITTEES + next, 2024);
        assertEquals(2, again.getInt("unchanged"), again.prettify());
        assertEquals(1, again.getInt("accepted"));
        String others =
                mediatorRow("1", "乙村调委会", "赵调解", "")
                        + mediatorRow("2", "甲村调委会", "王调解", "2024-06-30")
                        + mediatorRow("3", "甲村调委会", "王调解", "");
        JsonPath moved = imported(mediators, MEDIATORS + others, 2024);
        assertEquals(1, moved.getInt("unchanged"), moved.prettify());
        assertEquals(1, moved.getInt("corrected"), moved.prettify());
        assertEquals("MEDIATOR_EXISTS", code(mediators, moved, "REJECTED"));
        office.get("/committees").then().body("items", hasSize(3));
        office.get("/mediators").then().body("items", hasSize(2));
    }

    @Test
    void aNumberThatNowNamesAnotherChangesNobody() {
        Ledger mediators = Ledger.at("/mediation", township, "mediators");
        office.created("/committees", committee("甲村调委会"));
        String list = mediatorRow("1", "甲村调委会", "王调解", "") + mediatorRow("2", "甲村调委会", "赵调解", "");
        assertEquals(2, imported(mediators, MEDIATORS + list, 2024).getInt("accepted"));
        String shifted = mediatorRow("1", "甲村调委会", "赵调解", "");
        JsonPath done = imported(mediators, MEDIATORS + shifted, 2024);
        assertEquals("MEDIATOR_EXISTS", code(mediators, done, "REJECTED"), done.prettify());
    }

    @Test
    void everyRegisterComesBackAsItWasExported() {
        Ledger committees = Ledger.at("/mediation", township, "committees");
        Ledger mediators = Ledger.at("/mediation", township, "mediators");
        Ledger screenings = Ledger.at("/mediation", township, "screenings");
        Ledger meetings = Ledger.at("/mediation", township, "meetings");
        imported(committees, COMMITTEES + committeeRow("7", "甲村调委会"), 2024);
        String standing = "/committees/" + office.read("/committees").getString("items[0].id");
        office.created("/committees", committee("乙村调委会"));
        imported(mediators, MEDIATORS + mediatorRow("12", "甲村调委会", "王调解", ""), 2024);
        office.created("/mediators", mediator(standing, "钱调解"));
        String rounds =
                "1,甲村调委会,2024-01-31,1,2,3\n2,甲村调委会,2024-02-28,4,5,6\n3,甲村调委会,2024-03-31,7,8,9\n";
        imported(screenings, SCREENINGS + rounds, 2024);
        String voided = "/screenings/" + office.read("/screenings").getString("items[2].id");
        office.step(voided, "voiding", "{\"reason\":\"重复\"}").then().statusCode(200);
        office.created("/screenings", screening(standing, "2024-04-30"));
        imported(meetings, MEETINGS + "5,2024-05-10,派出所、司法所,3,再次调解\n", 2024);
        office.created("/meetings", meeting());

        for (Ledger it : List.of(committees, mediators, screenings, meetings)) {
            String kind = it.kind();
            int rows = kind.equals("screenings") ? 3 : 2;
            String exported = export(kind);
            JsonPath done = imported(it, exported, 2024);
            assertEquals(rows, done.getInt("unchanged"), exported + done.prettify());
            assertEquals(rows, done.getInt("total"));
        }
        // The numbers are those of the unit's ledger, though the first row was voided.
        String shown = export("screenings");
        assertTrue(
                shown.contains("\n2,") && shown.contains("\n3,") && !shown.contains("\n1,"), shown);
        assertTrue(export("committees").contains("\n7,"));
    }

    @Test
    void anExportThatWasOvertakenIsForAPersonToDecide() {
        String committee = office.created("/committees", committee("甲村调委会"));
        String path = office.created("/screenings", screening(committee, "2024-04-30"));
        Ledger screenings = Ledger.at("/mediation", township, "screenings");
        String exported = export("screenings");
        String other = screening(committee, "2024-04-30").replace("\"rounds\":1", "\"rounds\":9");
        office.step(path, "correction", "{\"reason\":\"漏记\",\"screening\":" + other + "}")
                .then()
                .statusCode(200);
        JsonPath done = imported(screenings, exported, 2024);
        assertEquals(1, done.getInt("conflicts"), done.prettify());
        assertEquals("CHANGED_ON_BOTH_SIDES", code(screenings, done, "CONFLICT"));
        office.get(path).then().body("rounds", equalTo(9)).body("version", equalTo(2));
        assertEquals(1, imported(screenings, export("screenings"), 2024).getInt("unchanged"));
    }

    @Test
    void aNumberOfAnotherTownshipsRecordIsRefused() {
        String committee = office.created("/committees", committee("甲村调委会"));
        office.created("/screenings", screening(committee, "2024-04-30"));
        String exported = export("screenings");
        Ledger neighbour = Ledger.at("/mediation", "410423209000", "screenings");
        JsonPath done = imported(neighbour, exported, 2024);
        assertEquals(1, done.getInt("rejected"), done.prettify());
    }

    @Test
    void aCaseEnteredHereIsKnownByItsNumber() {
        Ledger cases = Ledger.at("/mediation", village, "cases");
        String committee = office.created("/committees", committee("甲村调委会"));
        office.registered(committee, "2024-03-05");
        Office clerk =
                Office.of(
                        Tokens.of(
                                "village-clerk",
                                village,
                                "cases:read",
                                "persons:read",
                                "ledgers:export"));
        String exported = export(clerk, "cases");
        assertTrue(exported.contains("〔2024〕1号"), exported);
        JsonPath done = imported(cases, exported, 2024);
        assertEquals(1, done.getInt("unchanged"), exported + done.prettify());
        JsonPath other = imported(cases, exported.replace("院墙滴水", "另一起纠纷"), 2024);
        assertEquals(1, other.getInt("corrected"), other.prettify());
        // The township did not number it: its own export names the record.
        Ledger above = Ledger.at("/mediation", township, "cases");
        String whole = export("cases");
        assertTrue(!whole.contains("〔2024〕1号"), whole);
        assertEquals(1, imported(above, whole, 2024).getInt("unchanged"), whole);
        office.get("/cases").then().body("items", hasSize(1));
    }

    /**
     * A township's own committee: its own number may be another committee's row, its place is the
     * township.
     */
    @Test
    void aTownshipsOwnCaseComesBackBesideTheLedgersRows() {
        Ledger cases = Ledger.at("/mediation", township, "cases");
        String own =
                office.created(
                        "/committees",
                        committee("镇调委会")
                                .replace(village, township)
                                .replace("VILLAGE", "TOWNSHIP"));
        office.created("/committees", committee("甲村调委会"));
        office.registered(own, "2024-03-05");
        String row = "编号,调委会,案件来源,纠纷类型,登记日期,当事人甲,涉及人数\n1,甲村调委会,主动,邻里,2024-05-05,钱五五,3\n";
        assertEquals(1, imported(cases, row, 2024).getInt("accepted"));
        String exported = export("cases");
        JsonPath done = imported(cases, exported, 2024);
        assertEquals(2, done.getInt("unchanged"), exported + done.prettify());
        office.get("/cases").then().body("items", hasSize(2));
    }

    @Test
    void whatWasDissolvedIsNotFoundedAgain() {
        Ledger committees = Ledger.at("/mediation", township, "committees");
        String header = COMMITTEES.replace("届满日期", "撤销日期");
        String row = "1,甲村调委会," + village + ",村级,2021-03-01,2023-06-30,5,2\n";
        assertEquals(1, imported(committees, header + row, 2023).getInt("accepted"));
        String next = row.replaceFirst("1", "9");
        assertEquals(1, imported(committees, header + next, 2024).getInt("unchanged"));
        // The list of 2024 has it no more, and a new one of the name may stand.
        assertTrue(!export("committees").contains("甲村调委会"));
        String anew = "2,甲村调委会," + village + ",村级,2024-03-01,,5,2\n";
        assertEquals(1, imported(committees, header + anew, 2024).getInt("accepted"));
        office.get("/committees").then().body("items", hasSize(2));
    }

    @Test
    void anotherCaseUnderANumberGivenHereIsForAPersonToDecide() {
        Ledger cases = Ledger.at("/mediation", village, "cases");
        String committee = office.created("/committees", committee("甲村调委会"));
        office.registered(committee, "2024-03-05");
        String row = "编号,调委会,案件来源,纠纷类型,登记日期,当事人甲,涉及人数\n1,甲村调委会,主动,邻里,2024-05-05,钱五五,3\n";
        JsonPath done = imported(cases, row, 2024);
        assertEquals(1, done.getInt("conflicts"), done.prettify());
        assertEquals("ENTERED_HERE", code(cases, done, "CONFLICT"));
        office.get("/cases")
                .then()
                .body("items", hasSize(1))
                .body("items.registeredOn", hasItem("2024-03-05"));
    }

    private String committeeRow(String number, String name) {
        return number + "," + name + "," + village + ",村级,2021-03-01,2026-03-01,5,2\n";
    }

    private static String mediatorRow(String number, String committee, String name, String left) {
        return "%s,%s,%s,女,聘任,是,2021-04-01,%s\n".formatted(number, committee, name, left);
    }

    private String committee(String name) {
        return """
        {"division":"%s","level":"VILLAGE","name":"%s","establishedOn":"2021-03-01"}"""
                .formatted(village, name);
    }

    private static String mediator(String committee, String name) {
        return """
        {"committeeId":"%s","name":"%s","sex":"FEMALE","role":"MEMBER","fullTime":true,
         "appointedOn":"2021-04-01"}"""
                .formatted(Office.id(committee), name);
    }

    private static String screening(String committee, String on) {
        return """
        {"committeeId":"%s","screenedOn":"%s","rounds":1,"disputesFound":2,"prevented":3}"""
                .formatted(Office.id(committee), on);
    }

    private String meeting() {
        return """
        {"division":"%s","heldOn":"2024-06-10","units":["POLICE_STATION","JUSTICE_OFFICE"],
         "casesDiscussed":1}"""
                .formatted(township);
    }

    private static JsonPath imported(Ledger ledger, String csv, int year) {
        return ledger.imported(csv.getBytes(UTF_8), year);
    }

    private static String code(Ledger ledger, JsonPath done, String outcome) {
        return ledger.lines(done, outcome).getString("items[0].code");
    }

    private String export(String kind) {
        return export(office, kind);
    }

    private static String export(Office by, String kind) {
        return new String(
                by.request()
                        .header("Fengqiao-Purpose", "CASE_HANDLING")
                        .header("Fengqiao-Acting-User", "clerk")
                        .get("/mediation/v1/exports/" + kind + "?year=2024&format=csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                UTF_8);
    }
}
