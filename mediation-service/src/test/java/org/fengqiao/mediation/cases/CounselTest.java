package org.fengqiao.mediation.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counsel who take part travel in events: an id does, a name never. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CounselTest {

    private static final String VILLAGE = "410423106201";
    private static final String COUNSEL = "018cc251-f400-7000-8000-000000000001";

    private final Office office = Office.township();
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = office.committee(VILLAGE, "VILLAGE");
    }

    @Test
    void anIdIsTakenAtEachDoor() {
        String it = office.created("/cases", newCase(COUNSEL));
        office.step(it, "acceptance", "{\"on\":\"2024-03-01\"}").then().statusCode(200);
        office.step(it, "sessions", "{\"on\":\"2024-03-01\",\"counselIds\":[\"" + COUNSEL + "\"]}")
                .then()
                .statusCode(200)
                .body("said.counselIds", contains(COUNSEL));
        office.step(it, "correction", correction(COUNSEL.replace('1', '2')))
                .then()
                .statusCode(200)
                .body("said.counselIds", contains(COUNSEL.replace('1', '2')));
    }

    @Test
    void aNameIsRefusedAtEachDoor() {
        refused(office.post("/cases", newCase("李律师")).then().statusCode(400));
        String it = office.inMediation(committee, "2024-03-01");
        String session = "{\"on\":\"2024-03-02\",\"counselIds\":[\"李律师\"]}";
        refused(office.step(it, "sessions", session).then().statusCode(400));
        refused(office.step(it, "correction", correction("李律师")).then().statusCode(400));
    }

    @Test
    void aMadeUpIdIsRefused() {
        office.post("/cases", newCase("00000000-0000-0000-0000-013800000001"))
                .then()
                .statusCode(422)
                .body("code", equalTo("COUNSEL_ID"))
                .body("errors[0].pointer", equalTo("/counselIds/0"));
    }

    @Test
    void aSubtypeIsACodeOfTheList() {
        String spelt =
                newCase(COUNSEL)
                        .replace("\"parties\"", "\"disputeSubtype\":\"ZHANG_SAN\",\"parties\"");
        office.post("/cases", spelt)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/disputeSubtype"));
    }

    @Test
    void aLedgersRowWithANameIsRejectedAndNotEchoed() {
        String name = office.read(committee).getString("name");
        JsonPath done =
                Ledger.at("/mediation", "410423106000", "cases")
                        .imported(
                                """
                编号,调委会,案件来源,纠纷类型,登记日期,当事人甲,涉及人数,参与法律顾问
                1,%1$s,依申请,邻里,2024-03-01,张三三,2,李律师
                2,%1$s,依申请,邻里,2024-03-01,张三三,2,1-2-7-8-3
                3,%1$s,依申请,邻里,2024-03-01,张三三,2,%2$s
                """
                                        .formatted(name, COUNSEL));
        assertEquals(1, done.getInt("accepted"), done.prettify());
        JsonPath lines = Ledger.at("/mediation", "410423106000", "cases").lines(done, "REJECTED");
        assertEquals("[参与法律顾问, 参与法律顾问]", lines.getList("items.column").toString());
        assertFalse(lines.prettify().contains("李律师"));
    }

    private static void refused(ValidatableResponse answer) {
        answer.body("errors[0].code", equalTo("UUID_INVALID"))
                .body("errors[0].pointer", equalTo("/counselIds/0"));
    }

    private String newCase(String counsel) {
        return Office.newCase(committee, "2024-03-01")
                .replace("\"parties\"", "\"counselIds\":[\"" + counsel + "\"],\"parties\"");
    }

    private static String correction(String counsel) {
        return "{\"reason\":\"更正\",\"counselIds\":[\"" + counsel + "\"]}";
    }
}
