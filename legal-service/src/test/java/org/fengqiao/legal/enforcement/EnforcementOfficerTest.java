package org.fengqiao.legal.enforcement;

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

    private static String officer(String more) {
        return """
        {"division":"%s","name":"赵某某","postFrom":"2023-01-01"%s}"""
                .formatted(HOME, more);
    }
}
