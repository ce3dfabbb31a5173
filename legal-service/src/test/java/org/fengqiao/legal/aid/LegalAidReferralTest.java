package org.fengqiao.legal.aid;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The life of a referral over HTTP and as a row of the ledger. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalAidReferralTest {

    static final String HOME = "410423105000";
    static final String REFERRALS = "/legal-aid-referrals";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    /** A township records all of it: the county's agency need not use this suite (FY 12, 13). */
    @Test
    void aWholeLifeIsRecordedByTheTownship() {
        String path = referred("");
        assertEquals("REFERRED", office.read(path).getString("record.status"));
        taken(path, "application", on("2024-04-10"), "APPLIED");
        taken(path, "papers-request", on("2024-04-11"), "PAPERS_ASKED");
        taken(path, "papers", on("2024-04-15"), "APPLIED");
        taken(path, "grant", on("2024-04-17"), "GRANTED");
        taken(path, "appointment", on("2024-04-18"), "APPOINTED");
        taken(path, "closing", "{\"on\":\"2024-09-02\",\"result\":\"WON\"}", "CLOSED");
        JsonPath said = office.read(path);
        assertEquals("2024-04-10", said.getString("record.receivedOn"));
        assertEquals("2024-04-15", said.getString("record.papersSuppliedOn"));
        assertTrue(said.getBoolean("record.granted"));
        assertEquals("WON", said.getString("record.result"));
        assertEquals(
                List.of(
                        "ENTER",
                        "APPLY",
                        "ASK_PAPERS",
                        "SUPPLY_PAPERS",
                        "GRANT",
                        "APPOINT",
                        "CLOSE"),
                office.read(path + "/history").getList("step"));
        forbidden(path, "withdrawal", on("2024-09-03"), "STEP_FORBIDDEN", "SETTING");
    }

    @Test
    void whatIsMissingIsToldOnce() {
        String path = referred("");
        office.taken(path, "application", on("2024-04-10"));
        office.taken(path, "papers-request", on("2024-04-11"));
        forbidden(path, "papers-request", on("2024-04-12"), "STEP_FORBIDDEN", "FY 43");
        office.taken(path, "papers", on("2024-04-15"));
        forbidden(path, "papers-request", on("2024-04-16"), "PAPERS_ASKED", "FY 43");
    }

    @Test
    void anObjectionThatIsUpheldGivesAid() {
        String path = refused();
        taken(path, "objection", on("2024-04-18"), "OBJECTION");
        taken(path, "objection-upheld", on("2024-04-22"), "GRANTED");
        assertFalse(office.read(path).getBoolean("record.granted"), "the agency refused");
        taken(path, "appointment", on("2024-04-24"), "APPOINTED");
    }

    @Test
    void anObjectionThatIsDismissedIsNotRepeated() {
        String path = refused();
        office.taken(path, "objection", on("2024-04-18"));
        taken(path, "objection-rejected", on("2024-04-22"), "CLOSED");
        forbidden(path, "objection", on("2024-04-23"), "STEP_FORBIDDEN", "FY 49");
        forbidden(path, "appointment", on("2024-04-23"), "STEP_FORBIDDEN", "FY 43");
    }

    @Test
    void papersThatDoNotComeEndInAWithdrawalByAPerson() {
        String path = referred("");
        office.taken(path, "application", on("2024-04-10"));
        office.taken(path, "papers-request", on("2024-04-11"));
        forbidden(path, "refusal", on("2024-04-30"), "STEP_FORBIDDEN", "FY 43");
        taken(path, "withdrawal", on("2024-05-20"), "WITHDRAWN");
    }

    @Test
    void onlyAnUrgentCaseIsGrantedWithoutItsPapers() {
        String grant = on("2024-04-12");
        String path = referred(",\"urgent\":false");
        office.taken(path, "application", on("2024-04-10"));
        office.taken(path, "papers-request", on("2024-04-11"));
        office.step(path, "grant", grant)
                .then()
                .statusCode(422)
                .body("code", equalTo("PAPERS_MISSING"))
                .body("legalBasis", equalTo("FY 44"))
                .body("errors[0].pointer", equalTo("/decidedOn"));
        String urgent = referred(",\"urgent\":true");
        office.taken(urgent, "application", on("2024-04-10"));
        office.taken(urgent, "papers-request", on("2024-04-11"));
        taken(urgent, "grant", grant, "GRANTED");
        taken(urgent, "appointment", on("2024-04-13"), "APPOINTED");
        taken(urgent, "papers", on("2024-04-22"), "APPOINTED");
        assertEquals("2024-04-22", office.read(urgent).getString("record.papersSuppliedOn"));
        forbidden(urgent, "papers", on("2024-04-23"), "PAPERS_SUPPLIED", "FY 44");
    }

    @Test
    void papersOfAGrantThatNobodyAskedForAreNotSupplied() {
        String path = referred("");
        office.taken(path, "application", on("2024-04-10"));
        office.taken(path, "grant", on("2024-04-12"));
        office.step(path, "papers", on("2024-04-15"))
                .then()
                .statusCode(422)
                .body("code", equalTo("PAPERS_NOT_ASKED"));
    }

    /** FY 43 is about papers that do not come; that the applicant wants no aid is no law's. */
    @Test
    void whoIsGrantedAidMayWithdrawAndWhoIsRefusedObjects() {
        String granted = referred("");
        office.taken(granted, "application", on("2024-04-10"));
        office.taken(granted, "grant", on("2024-04-12"));
        taken(granted, "withdrawal", on("2024-04-15"), "WITHDRAWN");
        forbidden(refused(), "withdrawal", on("2024-04-18"), "STEP_FORBIDDEN", "SETTING");
    }

    /** On one day the steps are taken in the order of the table. */
    @Test
    void anObjectionUpheldAndTheAppointmentMayFallOnOneDay() {
        String day = "2024-04-22";
        String path =
                office.created(
                        REFERRALS,
                        referral(
                                ",\"decidedOn\":\"2024-04-17\",\"granted\":false,\"objectedOn\":\"%s\","
                                                .formatted(day)
                                        + "\"objectionDecidedOn\":\"%s\",\"objectionUpheld\":true,"
                                                .formatted(day)
                                        + "\"appointedOn\":\"%s\"".formatted(day)));
        assertEquals("APPOINTED", office.read(path).getString("record.status"));
    }

    @Test
    void daysComeInTheirOrder() {
        String path = referred("");
        outOfOrder(path, "application", on("2024-04-07"), "/on");
        office.taken(path, "application", on("2024-04-10"));
        outOfOrder(path, "grant", on("2024-04-09"), "/on");
        outOfOrder(
                path,
                "correction",
                correction(",\"receivedOn\":\"2024-04-07\""),
                "/record/receivedOn");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        String decided = ",\"decidedOn\":\"2024-04-17\"";
        refused(decided, "TOGETHER", "/granted");
        refused(",\"granted\":true", "TOGETHER", "/decidedOn");
        refused(",\"closedOn\":\"2024-09-02\"", "TOGETHER", "/result");
        String refusal = decided + ",\"granted\":false";
        refused(refusal + ",\"appointedOn\":\"2024-04-18\"", "STEP_FORBIDDEN", "/appointedOn");
        refused(
                decided
                        + ",\"granted\":true,\"closedOn\":\"2024-09-02\",\"result\":\"WON\""
                        + ",\"withdrawnOn\":\"2024-09-03\"",
                "STEP_FORBIDDEN",
                "/withdrawnOn");
        refused(refusal + ",\"withdrawnOn\":\"2024-04-18\"", "STEP_FORBIDDEN", "/withdrawnOn");
        refused(",\"objectedOn\":\"2024-04-18\"", "STEP_FORBIDDEN", "/objectedOn");
        refused(",\"papersSuppliedOn\":\"2024-04-18\"", "PAPERS_NOT_ASKED", "/papersSuppliedOn");
    }

    @Test
    void aRowOfTheLedgerSaysAllAtOnce() {
        Ledger ledger = office.ledger("legal-aid-referrals");
        String head = "编号,引导日期,人数,申请人类别,法律援助事项,申请人,机构收到申请日期,决定日期,是否给予援助,指派日期,结案日期,援助结果\n";
        String row =
                "1,2024-03-04,1,农民工,劳动报酬,李四四,2024-03-05,2024-03-08,是,2024-03-11,2024-06-03,胜诉\n";
        JsonPath done = ledger.imported(head + row);
        assertEquals(1, done.getInt("accepted"), done::prettify);
        String path =
                REFERRALS + "/" + ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        assertEquals("CLOSED", office.read(path).getString("record.status"));
        assertEquals(1, ledger.imported(head + row).getInt("unchanged"));
        office.roundTrip("legal-aid-referrals", 2024);
        JsonPath wrong =
                ledger.imported(
                        head
                                + "2,2024-03-04,1,农民工,劳动报酬,王五五,2024-03-05,2024-03-08,否,2024-03-11,,\n"
                                + "3,2024-03-04,1,农民工,劳动报酬,王五五,2024-03-01,,,,,\n");
        assertEquals(
                List.of("指派日期", "机构收到申请日期", "引导日期"),
                ledger.lines(wrong, "REJECTED").getList("items.column"));
    }

    private String referred(String more) {
        return office.created(REFERRALS, referral(more));
    }

    private String refused() {
        String path = referred("");
        office.taken(path, "application", on("2024-04-10"));
        taken(path, "refusal", on("2024-04-17"), "REFUSED");
        return path;
    }

    private void taken(String path, String step, String body, String status) {
        assertEquals(status, office.taken(path, step, body).getString("record.status"));
    }

    private void forbidden(String path, String step, String body, String code, String article) {
        office.step(path, step, body)
                .then()
                .statusCode(409)
                .body("code", equalTo(code))
                .body("legalBasis", equalTo(article));
    }

    private ValidatableResponse outOfOrder(String path, String step, String body, String pointer) {
        return office.step(path, step, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private void refused(String more, String code, String pointer) {
        office.refused(REFERRALS, referral(more), code, pointer);
    }

    static String on(String day) {
        return "{\"on\":\"" + day + "\"}";
    }

    static String referral(String more) {
        return """
        {"division":"%s","referredOn":"2024-04-08","persons":1,"applicantKind":"MIGRANT_WORKER",
         "matter":"LABOUR","applicant":"张三三"%s}"""
                .formatted(HOME, more);
    }

    private static String correction(String more) {
        return "{\"reason\":\"日期有误\",\"record\":" + referral(more) + "}";
    }
}
