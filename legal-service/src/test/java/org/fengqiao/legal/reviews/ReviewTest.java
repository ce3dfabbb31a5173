package org.fengqiao.legal.reviews;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The life of a review over HTTP and as a row of the ledger; both registers of reviews have it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReviewTest {

    private static final String HOME = "410423103000";
    private static final String CONTRACTS = "/contract-reviews";
    private static final String OPINION =
            ",\"opinions\":[{\"on\":\"2024-05-14\",\"risksFound\":2}]";
    private static final String ANSWER = ",\"adopted\":\"ADOPTED\",\"decidedOn\":";
    private static final String FORBIDDEN = "STEP_FORBIDDEN";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void anOpinionIsGivenAndAnswered() {
        String path = office.created(CONTRACTS, contract(""));
        assertEquals("RECEIVED", office.read(path).getString("record.status"));
        taken(path, "opinions", opinion("2024-05-14", 2), "REVIEWED");
        JsonPath said = taken(path, "answer", answer("2024-05-16"), "DECIDED");
        assertEquals("ADOPTED", said.getString("record.adopted"));
        assertEquals("2024-05-16", said.getString("record.decidedOn"));
    }

    @Test
    void aSecondVersionIsAddedToTheFirst() {
        String path = office.created(CONTRACTS, contract(""));
        taken(path, "opinions", opinion("2024-05-14", 2), "REVIEWED");
        JsonPath said = taken(path, "opinions", opinion("2024-05-15", 0), "REVIEWED");
        assertEquals(List.of("2024-05-14", "2024-05-15"), said.getList("record.opinions.on"));
        assertEquals(2, said.getInt("record.opinionVersions"));
        assertEquals("2024-05-14", said.getString("record.reviewedOn"), "it counts by the first");
        assertEquals(0, said.getInt("record.risksFound"), "as the last version found");
    }

    @Test
    void whatHasNoOpinionIsNotAnswered() {
        String path = office.created(CONTRACTS, contract(""));
        notFromHere(path, "answer", answer("2024-05-16"));
        office.refused(CONTRACTS, contract(ANSWER + "\"2024-05-16\""), FORBIDDEN, "/decidedOn");
        office.refused(
                CONTRACTS, contract(OPINION + ANSWER + "\"2024-05-13\""), FORBIDDEN, "/decidedOn");
    }

    @Test
    void whatWasAnsweredIsAtItsEnd() {
        String path = office.created(CONTRACTS, contract(OPINION + ANSWER + "\"2024-05-16\""));
        assertEquals("DECIDED", office.read(path).getString("record.status"));
        notFromHere(path, "answer", answer("2024-05-17"));
        notFromHere(path, "opinions", opinion("2024-05-17", 0));
        notFromHere(path, "withdrawal", on("2024-05-17"));
        office.refused(
                CONTRACTS,
                contract(OPINION + ANSWER + "\"2024-05-16\",\"withdrawnOn\":\"2024-05-17\""),
                FORBIDDEN,
                "/withdrawnOn");
    }

    @Test
    void theClientWithdrawsBeforeItAnswers() {
        String received = office.created(CONTRACTS, contract(""));
        taken(received, "withdrawal", on("2024-05-16"), "WITHDRAWN");
        notFromHere(received, "opinions", opinion("2024-05-17", 0));
        String reviewed = office.created(CONTRACTS, contract(OPINION));
        taken(reviewed, "withdrawal", on("2024-05-16"), "WITHDRAWN");
        office.refused(
                CONTRACTS,
                contract(OPINION + ",\"withdrawnOn\":\"2024-05-13\""),
                FORBIDDEN,
                "/opinions/0/on");
    }

    @Test
    void aLegalityReviewLivesAlike() {
        String path = office.created("/legality-reviews", legality(""));
        taken(path, "opinions", opinion("2024-05-14", 1), "REVIEWED");
        taken(path, "answer", answer("2024-05-14"), "DECIDED");
        office.refused(
                "/legality-reviews", legality(",\"result\":\"LAWFUL\""), "NOT_REVIEWED", "/result");
    }

    @Test
    void aRowOfTheLedgerIsHeldToTheTable() {
        String rows =
                "编号,审查主体,合同类型,合同名称,收到日期,审查日期,风险点数,采纳情况,答复日期,撤回日期\n"
                        + "1,政府法律顾问,服务,保洁合同,2024-05-10,2024-05-14,1,采纳,2024-05-16,\n"
                        + "2,政府法律顾问,服务,绿化合同,2024-05-10,,,采纳,2024-05-16,\n"
                        + "3,政府法律顾问,服务,维修合同,2024-05-10,2024-05-14,1,采纳,2024-05-16,2024-05-17\n";
        Ledger ledger = office.ledger("contract-reviews");
        JsonPath done = ledger.imported(rows);
        assertEquals(1, done.getInt("accepted"), done::prettify);
        assertEquals(
                List.of("答复日期", "撤回日期"), ledger.lines(done, "REJECTED").getList("items.column"));
    }

    private JsonPath taken(String path, String step, String body, String status) {
        JsonPath said = office.taken(path, step, body);
        assertEquals(status, said.getString("record.status"));
        return said;
    }

    private void notFromHere(String path, String step, String body) {
        office.step(path, step, body)
                .then()
                .statusCode(409)
                .body("code", equalTo(FORBIDDEN))
                .body("legalBasis", equalTo("SETTING"));
    }

    private static String on(String day) {
        return "{\"on\":\"" + day + "\"}";
    }

    private static String opinion(String day, int risks) {
        return "{\"on\":\"%s\",\"risksFound\":%d,\"opinion\":\"建议修改\"}".formatted(day, risks);
    }

    private static String answer(String day) {
        return "{\"on\":\"" + day + "\",\"adopted\":\"ADOPTED\"}";
    }

    private static String contract(String more) {
        return """
        {"division":"%s","reviewerRole":"GOVERNMENT_COUNSEL","contractType":"SERVICE",
         "title":"垃圾清运服务合同","receivedOn":"2024-05-10"%s}"""
                .formatted(HOME, more);
    }

    private static String legality(String more) {
        return """
        {"division":"%s","subject":"OTHER","mandatory":true,"reviewerRole":"JUSTICE_OFFICE",
         "title":"道路改造方案","receivedOn":"2024-05-10"%s}"""
                .formatted(HOME, more);
    }
}
