package org.fengqiao.legal.advisers;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The roster of advisers, and the appointments that name them: read, exported and read again. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalAdviserLedgerTest {

    private static final String HOME = "410423209000";
    private static final String HEAD = "编号,顾问编号,顾问类别,人员类别,姓名,电话,执业证号,执业机构,聘用日期,解聘日期\n";
    private static final String ROW = "%s,%s,村法律顾问、政府,律师,%s,13800000001,14104,某所,2024.1.5,\n";
    private static final String APPOINTED = "编号,村（居）,法律顾问,顾问类别,聘任日期,到期日期\n";

    private final Ledger roster = Ledger.at("/legal", HOME, "legal-advisers");
    private final Ledger appointments = Ledger.at("/legal", HOME, "appointments");
    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aRowBringsItsIdAlongOrGetsOne() {
        String id = "01912d68-783e-7a03-8467-5661c1243a01";
        JsonPath done =
                roster.imported(
                        HEAD + ROW.formatted("1", id, "甲顾问") + ROW.formatted("2", "", "乙顾问"));
        assertEquals(2, done.getInt("accepted"), done::prettify);
        office.shown("/legal-advisers/" + id)
                .body("record.adviserId", equalTo(id))
                .body("record.roles", contains("VILLAGE", "GOVERNMENT"))
                .body("record.name", equalTo("甲顾问"));
        String given = roster.lines(done, "ACCEPTED").getString("items[1].recordId");
        office.shown("/legal-advisers/" + given).body("record.adviserId", equalTo(given));
    }

    @Test
    void anExportIsReadAgainUnchanged() {
        String row = ROW.formatted("11", "", "丙顾问");
        roster.imported(HEAD + row);
        office.adviser(HOME, "丁顾问", "VILLAGE");
        assertEquals(1, roster.imported(HEAD + row).getInt("unchanged"));
        String file = office.exported("legal-advisers", 2024);
        JsonPath again = roster.imported(file);
        assertTrue(again.getInt("total") >= 2, again::prettify);
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
        assertTrue(file.contains("丁顾问"), file);
    }

    @Test
    void theRosterOfAnotherYearIsOfTheSameAdvisers() {
        String id = "01912d68-783e-7a03-8467-5661c1243a21";
        roster.imported(HEAD + ROW.formatted("21", id, "戊顾问"));
        String moved = HEAD + ROW.formatted("3", id, "戊顾问").replace("某所", "另一所");
        JsonPath next = roster.imported(moved.getBytes(StandardCharsets.UTF_8), 2025);
        assertEquals(1, next.getInt("corrected"), next::prettify);
        office.shown("/legal-advisers/" + id).body("record.firm", equalTo("另一所"));
        assertTrue(office.exported("legal-advisers", 2025).contains("戊顾问"));
        assertFalse(office.exported("legal-advisers", 2023).contains("戊顾问"));
    }

    @Test
    void anIdThatIsNoneIsRefusedByItsColumn() {
        JsonPath done =
                roster.imported(
                        HEAD
                                + ROW.formatted("31", "张三三", "己顾问")
                                + ROW.formatted("32", "1-1-7000-8000-1", "庚顾问")
                                + ROW.formatted(
                                        "33", "0c6e2a35-5b62-4f3b-9d1c-2f8f6f0e2a11", "辛顾问"));
        assertEquals(3, done.getInt("rejected"), done::prettify);
        JsonPath lines = roster.lines(done, "REJECTED");
        assertEquals("UUID_INVALID", lines.getString("items[0].code"));
        assertEquals("UUID_INVALID", lines.getString("items[1].code"));
        assertEquals("ADVISER_ID", lines.getString("items[2].code"));
        assertEquals("顾问编号", lines.getString("items[2].column"));
        assertFalse(lines.prettify().contains("张三三"));
    }

    @Test
    void anIdIsGivenOnceAndNeverChanged() {
        String adviser = office.adviser(HOME, "壬顾问", "VILLAGE");
        String body =
                """
                {"division":"%s","adviserId":"%s","roles":["VILLAGE"],"profession":"LAWYER",
                 "name":"癸顾问","engagedOn":"2024-01-01"}""";
        office.post("/legal-advisers", body.formatted(HOME, RegisterClerk.id(adviser)))
                .then()
                .statusCode(409)
                .body("code", equalTo("ADVISER_EXISTS"));
        office.correct(adviser, body.formatted(HOME, "01912d68-783e-7a03-8467-5661c1243aff"))
                .then()
                .statusCode(422)
                .body("code", equalTo("ADVISER_ID_FIXED"))
                .body("errors[0].pointer", equalTo("/record/adviserId"));
        office.correct(adviser, body.formatted(HOME, RegisterClerk.id(adviser)))
                .then()
                .statusCode(200);
    }

    @Test
    void anAppointmentNamesItsAdviserByName() {
        String adviser = office.adviser(HOME, "独一人", "VILLAGE", "GOVERNMENT");
        String rows = "1,东岭,独一人,村法律顾问,2024-01-01,2024-12-31\n2,,独一人,政府,2024-01-01,\n";
        String village = village();
        JsonPath done = appointments.imported(APPOINTED + rows.replace("东岭", village));
        assertEquals(2, done.getInt("accepted"), done::prettify);
        String first = appointments.lines(done, "ACCEPTED").getString("items[0].recordId");
        office.shown("/appointments/" + first)
                .body("record.adviserId", equalTo(RegisterClerk.id(adviser)));
        JsonPath again = appointments.imported(office.exported("appointments", 2024));
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
    }

    @Test
    void ofTwoOfANameTheLedgerNeedsTheId() {
        String one = office.adviser(HOME, "同名者", "VILLAGE");
        office.adviser(HOME, "同名者", "VILLAGE");
        String row = "51," + village() + ",%s,村法律顾问,2024-02-01,\n";
        JsonPath named = appointments.imported(APPOINTED + row.formatted("同名者"));
        assertEquals(
                "REFERENCE_AMBIGUOUS",
                appointments.lines(named, "REJECTED").getString("items[0].code"),
                named::prettify);
        JsonPath byId = appointments.imported(APPOINTED + row.formatted(RegisterClerk.id(one)));
        assertEquals(1, byId.getInt("accepted"), byId::prettify);
        // The export says the id, where a name would be of two.
        JsonPath again = appointments.imported(office.exported("appointments", 2024));
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
    }

    private String village() {
        return office.read("/coverage").getString("places[0].name");
    }
}
