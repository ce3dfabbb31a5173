package org.fengqiao.legal.enforcement;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The roster of those in enforcement posts, and their certificates. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class EnforcementOfficerTest {

    private static final String HOME = "410423204000";
    private static final String OFFICERS = "/enforcement-officers";
    private static final String LEDGER = "enforcement-officers";
    private static final String HEAD = "编号,姓名,执法单位,上岗日期,离岗日期,执法证号,发证日期,有效期至\n";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aCertificateHasANumberAndATerm() {
        String number = ",\"certificateNumber\":\"16040000000001\"";
        String from = ",\"certificateFrom\":\"2023-06-01\"";
        String until = ",\"certificateUntil\":\"2028-05-31\"";
        office.created(OFFICERS, officer(""));
        office.created(OFFICERS, officer(number + from + until));
        refused(number, "/certificateFrom");
        refused(number + from, "/certificateUntil");
        refused(from + until, "/certificateNumber");
        refused(",\"certificateWithdrawnOn\":\"2024-06-01\"", "/certificateNumber");
        office.refused(
                OFFICERS,
                officer(number + from + ",\"certificateUntil\":\"2023-05-31\""),
                "DATE_ORDER",
                "/certificateUntil");
    }

    /** 2023 asks for 2019 to 2024, 2024 for 2024 to 2029: one unbroken term answers both. */
    @Test
    void aRenewalKeepsTheFirstDay() {
        String path = office.created(OFFICERS, certified("2019-06-01", "2024-05-31", ""));
        String replaced = certified("2024-06-01", "2029-05-31", "");
        refusedCorrection(path, replaced, "CERTIFICATE_REPLACED", "/record/certificateFrom");
        String renewed = certified("2019-06-01", "2029-05-31", ",\"renewedOn\":\"2024-06-01\"");
        office.correct(path, renewed)
                .then()
                .statusCode(200)
                .body("record.certificateFrom", equalTo("2019-06-01"))
                .body("record.renewedOn", equalTo("2024-06-01"));
        // And once more, before it ran out; a day written wrongly is set right as any other.
        String again = certified("2019-06-01", "2029-11-30", ",\"renewedOn\":\"2024-12-01\"");
        office.correct(path, again).then().statusCode(200);
        String right = certified("2019-07-01", "2029-11-30", ",\"renewedOn\":\"2024-12-01\"");
        office.correct(path, right).then().statusCode(200);
    }

    @Test
    void afterABreakAnotherRecordBegins() {
        String path = office.created(OFFICERS, certified("2019-06-01", "2024-05-31", ""));
        String late = certified("2019-06-01", "2029-08-31", ",\"renewedOn\":\"2024-06-02\"");
        refusedCorrection(path, late, "CERTIFICATE_BREAK", "/record/renewedOn");
        office.correct(path, certified("2019-06-01", "2024-05-31", ",\"postUntil\":\"2024-08-31\""))
                .then()
                .statusCode(200);
        office.created(
                OFFICERS,
                certified("2024-09-01", "2029-08-31", "")
                        .replace("\"postFrom\":\"2019-01-02\"", "\"postFrom\":\"2024-09-01\""));
    }

    @Test
    void aWithdrawnCertificateIsABreak() {
        String withdrawn = ",\"certificateWithdrawnOn\":\"2024-03-01\"";
        String path = office.created(OFFICERS, certified("2019-06-01", "2024-05-31", withdrawn));
        String late = certified("2019-06-01", "2029-02-28", ",\"renewedOn\":\"2024-03-02\"");
        refusedCorrection(path, late, "CERTIFICATE_BREAK", "/record/renewedOn");
        String renewedBefore = withdrawn + ",\"renewedOn\":\"2024-03-02\"";
        refusedCorrection(
                path,
                certified("2019-06-01", "2029-02-28", renewedBefore),
                "DATE_ORDER",
                "/record/certificateWithdrawnOn");
        String sameDay = certified("2019-06-01", "2029-02-28", ",\"renewedOn\":\"2024-03-01\"");
        office.correct(path, sameDay).then().statusCode(200);
    }

    @Test
    void anOfficerIsOnTheRosterOfEveryYearInThePost() {
        office.ledger(LEDGER)
                .imported(
                        HEAD
                                + "11,钱某甲,执法大队,2021-03-01,2022-06-30,,,\n"
                                + "12,钱某乙,执法大队,2021-03-01,,16040000000012,2021-06-01,2026-05-31\n");
        assertTrue(office.exported(LEDGER, 2022).contains("钱某甲"));
        assertFalse(office.exported(LEDGER, 2023).contains("钱某甲"));
        assertFalse(office.exported(LEDGER, 2020).contains("钱某乙"));
        assertTrue(office.exported(LEDGER, 2023).contains("钱某乙"));
    }

    @Test
    void anExportIsImportedAgainUnchanged() {
        String rows =
                "21,孙某甲,执法大队,2023-01-01,,16040000000021,2023-06-01,2028-05-31\n"
                        + "22,孙某乙,,2024-02-01,,,,\n";
        assertEquals(2, office.ledger(LEDGER).imported(HEAD + rows).getInt("accepted"));
        JsonPath again = office.ledger(LEDGER).imported(HEAD + rows);
        assertEquals(2, again.getInt("unchanged"), again::prettify);
        office.created(OFFICERS, officer(""));
        office.roundTrip(LEDGER, 2024);
    }

    private void refused(String more, String pointer) {
        office.refused(OFFICERS, officer(more), "CERTIFICATE", pointer);
    }

    private void refusedCorrection(String path, String body, String code, String pointer) {
        office.correct(path, body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static String certified(String from, String until, String more) {
        return """
        {"division":"%s","name":"李某某","postFrom":"2019-01-02","certificateNumber":"16040000000009",
         "certificateFrom":"%s","certificateUntil":"%s"%s}"""
                .formatted(HOME, from, until, more);
    }

    private static String officer(String more) {
        return """
        {"division":"%s","name":"赵某某","postFrom":"2023-01-01"%s}"""
                .formatted(HOME, more);
    }
}
