package org.fengqiao.mediation.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** A case over HTTP, from registration to the archived file. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseLifeTest {

    private static final String VILLAGE = "410423106201";

    private final Office office = Office.township();

    @Test
    void anAgreedCaseGoesAllTheWayToTheArchive() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        office.step(it, "performances", "{\"on\":\"2024-04-01\",\"state\":\"PERFORMED\"}")
                .then()
                .statusCode(200)
                .body("performedOn", equalTo("2024-04-01"));
        office.step(
                        it,
                        "judicial-confirmation-application",
                        "{\"on\":\"2024-03-20\",\"jointly\":true}")
                .then()
                .statusCode(200);
        office.step(
                        it,
                        "judicial-confirmation-ruling",
                        "{\"on\":\"2024-03-25\",\"ruling\":\"CONFIRMED\"}")
                .then()
                .statusCode(200);
        office.step(it, "follow-up-visits", "{\"on\":\"2024-05-01\"}").then().statusCode(200);
        office.step(it, "archive", "{\"on\":\"2024-05-02\",\"items\":[\"AGREEMENT\"]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_INCOMPLETE"))
                .body("legalBasis", equalTo("RT 27"));
        office.step(
                        it,
                        "archive",
                        """
                        {"on":"2024-05-02","items":["APPLICATION","RIGHTS_NOTICE",
                         "IDENTITY_PROOF","MEDIATION_RECORD","AGREEMENT","BACK_COVER"]}""")
                .then()
                .statusCode(200)
                .body("archivedOn", equalTo("2024-05-02"));
        List<String> steps = office.read(it + "/history").getList("step");
        assertEquals(
                List.of(
                        "REGISTER",
                        "ACCEPT",
                        "HOLD_SESSION",
                        "AGREE",
                        "RECORD_PERFORMANCE",
                        "APPLY_FOR_CONFIRMATION",
                        "RULE_ON_CONFIRMATION",
                        "FOLLOW_UP",
                        "ARCHIVE"),
                steps);
        office.get(it + "/deadlines")
                .then()
                .body("rule", hasItems("MEDIATION", "CONFIRMATION_WINDOW", "COURT_ACCEPTANCE"))
                .body("find { it.rule == 'MEDIATION' }.state", equalTo("MET"));
    }

    @Test
    void aRefusedCaseCannotBeAccepted() {
        String it = office.registered(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        office.step(it, "refusal", "{\"on\":\"2024-03-02\",\"ground\":\"PARTY_REFUSES\"}")
                .then()
                .statusCode(200);
        office.step(it, "acceptance", "{\"on\":\"2024-03-03\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("STEP_FORBIDDEN"))
                .body("legalBasis", equalTo("RT 17"));
    }

    /** The second session changes nothing but the version and the JSON: it was lost once. */
    @Test
    void twoSessionsOnOneDayAreTwo() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        office.step(it, "sessions", "{\"on\":\"2024-03-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        office.get(it).then().header("ETag", "\"4\"").body("said.sessions", hasSize(2));
    }

    @Test
    void anInstalmentFallsDueOnItsOwnDay() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        String body =
                """
                {"on":"2024-03-08","form":"WRITTEN","content":"分期赔偿","amountYuan":500,
                 "instalments":[{"dueOn":"2024-04-06","amountYuan":500}]}""";
        office.step(it, "agreement", body).then().statusCode(200);
        // A Saturday: what the parties agreed does not move.
        office.get(it + "/deadlines")
                .then()
                .body("find { it.rule == 'PERFORMANCE' }.dueOn", equalTo("2024-04-06"));
    }

    @Test
    void eachInstalmentIsJudgedByItsOwnPayment() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        String body =
                """
                {"on":"2024-03-08","form":"WRITTEN","content":"分三期","amountYuan":900,
                 "instalments":[{"dueOn":"2024-04-01","amountYuan":300},
                    {"dueOn":"2024-06-01","amountYuan":300},
                    {"dueOn":"2024-09-01","amountYuan":300}]}""";
        office.step(it, "agreement", body)
                .then()
                .statusCode(200)
                .body("overdueInstalments", hasSize(3));
        pay(it, "2024-03-20", "PARTLY", "300").body("overdueInstalments", hasSize(2));
        pay(it, "2024-06-20", "NOT", "0").body("overdueInstalments", hasSize(2));
        // 200 of 300 is not the second instalment.
        pay(it, "2024-05-20", "PARTLY", "200").body("overdueInstalments", hasSize(2));
        pay(it, "2024-08-30", "PERFORMED", "400")
                .body("overdueInstalments", hasSize(0))
                .body("performedOn", equalTo("2024-08-30"));
        office.get(it + "/deadlines")
                .then()
                .body(
                        "findAll { it.rule == 'PERFORMANCE' }.state",
                        equalTo(List.of("MET", "MISSED", "MET")));
    }

    private ValidatableResponse pay(String it, String on, String state, String yuan) {
        String body = "{\"on\":\"%s\",\"state\":\"%s\",\"amountYuan\":%s}";
        return office.step(it, "performances", body.formatted(on, state, yuan))
                .then()
                .statusCode(200);
    }

    @Test
    void aPartyIsFoundByTheWholeNameOnly() {
        String it = office.registered(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        foundBy("张三三").body("items.id", hasItem(Office.id(it)));
        foundBy("张三").body("items", hasSize(0));
    }

    private ValidatableResponse foundBy(String name) {
        return office.request()
                .header("Fengqiao-Purpose", "AUDIT")
                .body("{\"name\":\"" + name + "\"}")
                .post("/mediation/v1/searches")
                .then()
                .statusCode(200);
    }

    @Test
    void aHandedOverCaseGoesOnElsewhereAsTheSameMatter() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        String township = office.committee("410423106000", "TOWNSHIP");
        String body =
                """
                {"on":"2024-03-10","toCommitteeId":"%s","bothPartiesConsent":true,"reason":"跨村"}"""
                        .formatted(Office.id(township));
        String successor =
                office.step(it, "handover", body)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("HANDED_OVER"))
                        .extract()
                        .path("handedOverTo");
        office.get("/cases/" + successor)
                .then()
                .statusCode(200)
                .body("status", equalTo("REGISTERED"))
                .body("committeeLevel", equalTo("TOWNSHIP"))
                .body("matterId", equalTo(office.read(it).getString("matterId")))
                .body("parties.name", hasItem("张**"));
    }

    /** Reasons are free text: whoever may not read persons does not read them either. */
    @Test
    void reasonsAreShownForAPurposeOnly() {
        String it = office.registered(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        office.step(it, "withdrawal", "{\"on\":\"2024-03-02\",\"reason\":\"张三三自行和解\"}")
                .then()
                .statusCode(200);
        office.get(it + "/history").then().body("reason", everyItem(nullValue()));
        Office.of(Tokens.of("reader", "410423106000", "cases:read", "persons:read"))
                .request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .get("/mediation/v1" + it + "/history")
                .then()
                .body("reason", hasItem("张三三自行和解"));
    }
}
