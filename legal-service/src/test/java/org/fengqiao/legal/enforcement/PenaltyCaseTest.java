package org.fengqiao.legal.enforcement;

import static org.fengqiao.testkit.Clerk.id;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** What a penalty case may say, and its limit. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PenaltyCaseTest {

    private static final String HOME = "410423204000";
    private static final String CASES = "/penalty-cases";
    private static final String OPEN_LIMITS = "/deadlines?limit=200";
    private static final String DECIDED = ",\"decidedOn\":\"2024-06-20\",\"result\":";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void oneOfficerIsTooFew() {
        office.refused(CASES, penalty(1, ""), "OFFICERS", "/officers")
                .body("legalBasis", equalTo("CF 42"));
    }

    @Test
    void oneOfficerActsWhereALawThatIsNamedSaysSo() {
        String named = ",\"soleOfficerBasis\":\"治安管理处罚法第一百二十条\"";
        String path = office.created(CASES, penalty(1, named));
        office.shown(path).body("record.soleOfficerBasis", equalTo("治安管理处罚法第一百二十条"));
    }

    @Test
    void theDecisionHasADayAndAResult() {
        office.refused(CASES, penalty(2, ",\"result\":\"FINE\""), "RESULT", "/decidedOn");
        office.refused(CASES, penalty(2, ",\"decidedOn\":\"2024-06-20\""), "RESULT", "/result");
    }

    @Test
    void onlyAFineOrAConfiscationHasAnAmount() {
        String amount = ",\"amountYuan\":500";
        office.refused(CASES, penalty(2, amount), "AMOUNT", "/amountYuan");
        office.refused(
                CASES, penalty(2, DECIDED + "\"WARNING\"" + amount), "AMOUNT", "/amountYuan");
        office.created(CASES, penalty(2, DECIDED + "\"FINE\"" + amount));
        office.created(CASES, penalty(2, DECIDED + "\"CONFISCATION\"" + amount));
    }

    /** 90 days from 3 June end on Sunday, 1 September. */
    @Test
    void anOpenCaseIsToBeDecidedWithinNinetyDays() {
        String path = office.created(CASES, penalty(2, ""));
        office.get(path).then().body("record.dueOn", equalTo("2024-09-02"));
        office.get(path + "/deadlines")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].rule", equalTo("PENALTY_DECISION"))
                .body("[0].legalBasis", equalTo("CF 60"))
                .body("[0].countedTo", equalTo("2024-09-01"))
                .body("[0].dueOn", equalTo("2024-09-02"))
                .body("[0].state", equalTo("MISSED"));
        office.get(OPEN_LIMITS).then().statusCode(200).body("items.recordId", hasItem(id(path)));
        office.taken(
                path,
                "correction",
                """
                {"reason":"已决定","record":%s}"""
                        .formatted(
                                penalty(
                                        2,
                                        ",\"decidedOn\":\"2024-09-02\",\"result\":\"WARNING\"")));
        office.get(path + "/deadlines").then().body("[0].state", equalTo("MET"));
        office.get(OPEN_LIMITS)
                .then()
                .statusCode(200)
                .body("items.recordId", not(hasItem(id(path))));
    }

    @Test
    void aVoidCaseHasNoLimit() {
        String path = office.created(CASES, penalty(2, ""));
        office.taken(path, "voiding", "{\"reason\":\"重复登记\"}");
        office.get(path + "/deadlines").then().statusCode(200).body("$", hasSize(0));
        office.get(OPEN_LIMITS)
                .then()
                .statusCode(200)
                .body("items.recordId", not(hasItem(id(path))));
    }

    @Test
    void anotherTownshipDoesNotSeeItsLimit() {
        String path = office.created(CASES, penalty(2, ""));
        RegisterClerk.of("410423107000").get(path + "/deadlines").then().statusCode(404);
    }

    private static String penalty(int officers, String more) {
        return """
        {"division":"%s","filedOn":"2024-06-03","field":"ENVIRONMENT","officers":%d,
         "cardShown":true,"wholeProcessRecorded":true%s}"""
                .formatted(HOME, officers, more);
    }
}
