package org.fengqiao.legal.reviews;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/**
 * Who asked for a review, and who reviews: the two sets of a report are told apart by that (R5).
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ContractReviewTest {

    private static final String HOME = "410423208000";
    private static final String CONTRACTS = "/contract-reviews";
    private static final String LEGALITY = "/legality-reviews";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void counselReviewsInARoleOfTheRoster() {
        String village = RegisterClerk.id(office.adviser(HOME, "周某某", "VILLAGE"));
        String both = RegisterClerk.id(office.adviser(HOME, "吴某某", "VILLAGE", "GOVERNMENT"));
        office.created(CONTRACTS, contract("VILLAGE_COUNSEL", by(village)));
        office.created(CONTRACTS, contract("GOVERNMENT_COUNSEL", by(both)));
        String other = contract("GOVERNMENT_COUNSEL", by(village));
        office.refused(CONTRACTS, other, "ROLE_NOT_HELD", "/adviserId");
        office.refused(
                LEGALITY,
                legality("GOVERNMENT_COUNSEL", by(village)),
                "ROLE_NOT_HELD",
                "/adviserId");
        // Who is no counsel has no role on the roster to be held against.
        office.created(CONTRACTS, contract("PUBLIC_LAWYER", by(village)));
    }

    /** The roster is corrected, not kept by year: what was reviewed goes on. */
    @Test
    void whoLeftTheRoleSinceStillReviewed() {
        String adviser = office.adviser(HOME, "郑某某", "VILLAGE", "GOVERNMENT");
        String path =
                office.created(
                        CONTRACTS, contract("GOVERNMENT_COUNSEL", by(RegisterClerk.id(adviser))));
        office.correct(
                        adviser,
                        """
                        {"division":"%s","roles":["VILLAGE"],"profession":"LAWYER",
                         "engagedOn":"2020-01-01"}"""
                                .formatted(HOME))
                .then()
                .statusCode(200);
        office.taken(
                path, "opinions", "{\"on\":\"2024-05-14\",\"risksFound\":1,\"opinion\":\"修改\"}");
    }

    @Test
    void theClientIsACode() {
        String path =
                office.created(
                        CONTRACTS,
                        contract("VILLAGE_COUNSEL", ",\"client\":\"VILLAGE_ENTERPRISE\""));
        assertEquals("VILLAGE_ENTERPRISE", office.read(path).getString("record.client"));
        office.roundTrip("contract-reviews", 2024);
    }

    @Test
    void officesWriteTheClientInTheirWords() {
        JsonPath done =
                office.ledger("contract-reviews")
                        .imported(
                                """
                                编号,审查主体,送审单位,合同类型,合同名称,收到日期
                                901,村法律顾问,村委会,租赁,厂房租赁合同,2024-03-01
                                902,政府法律顾问,镇政府,服务,保洁合同,2024-03-02
                                903,政府法律顾问,,服务,保洁合同二,2024-03-02
                                """);
        assertEquals(3, done.getInt("accepted"), done::prettify);
        office.roundTrip("contract-reviews", 2024);
    }

    @Test
    void onlyAContractHasAnAmount() {
        String amount = ",\"amountYuan\":50000";
        String contract = legality("JUSTICE_OFFICE", amount);
        String path = office.created(LEGALITY, contract);
        assertEquals(50000.0, office.read(path).getDouble("record.amountYuan"));
        office.refused(
                LEGALITY,
                contract.replace("\"CONTRACT\"", "\"MAJOR_DECISION\""),
                "NOT_A_CONTRACT",
                "/amountYuan");
        office.roundTrip("legality-reviews", 2024);
    }

    private static String by(String adviser) {
        return ",\"adviserId\":\"" + adviser + "\"";
    }

    private static String contract(String reviewer, String more) {
        return """
        {"division":"%s","reviewerRole":"%s","contractType":"LEASE","title":"厂房租赁合同",
         "receivedOn":"2024-05-10"%s}"""
                .formatted(HOME, reviewer, more);
    }

    private static String legality(String reviewer, String more) {
        return """
        {"division":"%s","subject":"CONTRACT","mandatory":false,"reviewerRole":"%s",
         "title":"特许经营框架协议","receivedOn":"2024-05-10"%s}"""
                .formatted(HOME, reviewer, more);
    }
}
