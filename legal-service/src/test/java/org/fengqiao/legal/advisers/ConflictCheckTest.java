package org.fengqiao.legal.advisers;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Where counsel and a party are named together, and where a person is named at all. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ConflictCheckTest {

    private static final String HOME = "410423210000";
    private static final String NAME = "利害人";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void itTellsTheRecordsThatNameBoth() {
        String adviser = office.adviser(HOME, NAME, "VILLAGE");
        String other = office.adviser(HOME, "无关人", "VILLAGE");
        check(adviser, NAME)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.register", contains("legal-advisers"))
                .body("items.id", contains(RegisterClerk.id(adviser)))
                .body("items.day", contains("2020-01-01"))
                .body("items.href", contains("/legal/v1" + adviser));
        check(other, NAME).statusCode(200).body("items", empty());
        office.voided(adviser);
        check(adviser, NAME).statusCode(422);
    }

    @Test
    void thePartyOfAContractIsFoundWithItsCounsel() {
        String adviser = office.adviser(HOME, "合同顾问", "VILLAGE");
        String other = office.adviser(HOME, "合同以外的顾问", "VILLAGE");
        String review =
                office.created(
                        "/contract-reviews",
                        """
                        {"division":"%s","reviewerRole":"VILLAGE_COUNSEL","adviserId":"%s",
                         "contractType":"LEASE","title":"厂房租赁合同","counterparty":"相对人",
                         "receivedOn":"2024-05-10"}"""
                                .formatted(HOME, RegisterClerk.id(adviser)));
        found(check(adviser, "相对人"), "contract-reviews", review, "2024-05-10");
        check(other, "相对人").statusCode(200).body("items", empty());
    }

    @Test
    void whoAskedForAdviceIsFoundWithTheirCounsel() {
        String adviser = office.adviser(HOME, "咨询顾问", "VILLAGE");
        String advice =
                office.created(
                        "/consultations",
                        """
                        {"division":"%s","provider":"VILLAGE_COUNSEL","adviserId":"%s",
                         "consultedOn":"2024-05-11","channel":"PHONE","topic":"LABOUR","persons":1,
                         "person":"咨询人某"}"""
                                .formatted(HOME, RegisterClerk.id(adviser)));
        found(check(adviser, "咨询人某"), "consultations", advice, "2024-05-11");
        office.voided(advice);
        check(adviser, "咨询人某").statusCode(200).body("items", empty());
    }

    /** Of a register that names no adviser nothing is told: the description says so. */
    @Test
    void aRecordWithoutCounselIsNotFound() {
        String adviser = office.adviser(HOME, "接访顾问", "VILLAGE");
        office.created(
                "/leader-receptions",
                """
                {"division":"%s","receivedOn":"2024-05-15","leaderPost":"镇长","leader":"接访人某",
                 "batches":1,"persons":2}"""
                        .formatted(HOME));
        check(adviser, "接访人某").statusCode(200).body("items", empty());
    }

    private static void found(
            ValidatableResponse answer, String register, String path, String day) {
        answer.statusCode(200)
                .body("items", hasSize(1))
                .body("items.register", contains(register))
                .body("items.id", contains(RegisterClerk.id(path)))
                .body("items.day", contains(day))
                .body("items.href", contains("/legal/v1" + path));
    }

    @Test
    void anAdviserThatIsNotKnownIsNoAllClear() {
        check("/" + UUID.randomUUID(), NAME)
                .statusCode(422)
                .body("code", equalTo("REFERENCE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/adviserId"));
    }

    @Test
    void aPersonIsFoundInEveryRegister() {
        String adviser = office.adviser(HOME, "到处有名", "VILLAGE");
        String reception =
                office.created(
                        "/leader-receptions",
                        """
                        {"division":"%s","receivedOn":"2024-05-15","leaderPost":"镇长",
                         "leader":"到处有名","batches":1,"persons":2}"""
                                .formatted(HOME));
        office.voided(reception);
        String search = "{\"name\":\"到处有名\"}";
        office.ask("/searches", search)
                .then()
                .statusCode(200)
                .body("items.register", contains("leader-receptions", "legal-advisers"))
                .body("items.voided", contains(true, false))
                .body("items.id", contains(RegisterClerk.id(reception), RegisterClerk.id(adviser)));
        RegisterClerk.of("410423211000")
                .ask("/searches", search)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void nobodyIsSearchedWithoutRightAndPurpose() {
        String search = "{\"name\":\"" + NAME + "\"}";
        RegisterClerk reader = RegisterClerk.with(HOME, "legal:read");
        RegisterClerk stranger = RegisterClerk.with(HOME, "persons:read");
        for (String path : new String[] {"/searches", "/conflict-checks"}) {
            String body =
                    path.equals("/searches")
                            ? search
                            : "{\"adviserId\":\"" + UUID.randomUUID() + "\",\"name\":\"某\"}";
            reader.ask(path, body).then().statusCode(403);
            stranger.ask(path, body).then().statusCode(403);
            office.post(path, body)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("PURPOSE_REQUIRED"));
        }
    }

    private ValidatableResponse check(String adviser, String name) {
        String body =
                "{\"adviserId\":\"%s\",\"name\":\"%s\"}".formatted(RegisterClerk.id(adviser), name);
        return office.ask("/conflict-checks", body).then();
    }
}
