package org.fengqiao.petition.accusations;

import static org.fengqiao.petition.accusations.Desk.COUNTY;
import static org.fengqiao.petition.accusations.Desk.OTHER_TOWNSHIP;
import static org.fengqiao.petition.accusations.Desk.TOWNSHIP;
import static org.fengqiao.petition.accusations.Desk.VILLAGE;
import static org.fengqiao.petition.accusations.Desk.accusing;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The vault over HTTP: who gets in, and what they see. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AccusationTest {

    private static final String NAME = "金丝雀" + UUID.randomUUID().toString().substring(0, 8);

    @Inject PersonalData ordinary;
    @Inject VaultKeys keys;

    private final Desk intake = Desk.intake(TOWNSHIP);
    private final Desk handler = Desk.handler("discipline-1", COUNTY);
    private final Desk chief = Desk.handler("discipline-2", COUNTY);

    @Test
    void whatIsTakenInIsNeitherEchoedNorOpenedAgainByWhoTookIt() {
        Response answer = intake.send("", accusing(NAME, TOWNSHIP));
        String id = answer.then().statusCode(201).extract().path("id");
        assertEquals(4, UUID.fromString(id).version());
        assertEquals(
                "{\"id\":\"" + id + "\",\"version\":1}", answer.asString().replaceAll("\\s", ""));
        assertTrue(answer.header("Location").endsWith("/petition/v1/accusations/" + id));
        Desk.of("intake", TOWNSHIP, "accusations:write", "accusations:handle")
                .get(id)
                .then()
                .statusCode(404);
    }

    @Test
    void theCountysDisciplineOrganReceivesItAndSeesNoInformer() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        JsonPath it = handler.receiving(id).read(id);
        assertEquals("反映" + NAME, it.getString("text"));
        assertEquals("***", it.getString("informers[0].name"));
        assertEquals("***", it.getString("informers[0].phone"));
        assertEquals(false, it.getBoolean("anonymous"));
        assertEquals(1, it.getInt("originalCount"));
        assertEquals(List.of("discipline-1"), it.getList("handlers.subject"));
        assertEquals("TRANSFER", it.getString("nextSteps[0]"));
        handler.get(id).then().body(not(containsString("138" + NAME)));
    }

    @Test
    void nobodyElseIsToldThatItExists() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id);
        String absent = problem(handler.get(UUID.randomUUID().toString()));
        String every = "accusations:handle";
        Stream.of(
                        Desk.of("leader", TOWNSHIP, every, "petitions:read", "persons:read"),
                        Desk.of("discipline-1", TOWNSHIP, every),
                        Desk.of("discipline-1", VILLAGE, every),
                        Desk.of("other-handler", COUNTY, every),
                        Desk.of("county-clerk", COUNTY, every, "records:read", "admin"),
                        Desk.of("discipline-1", "410400000000", every))
                .forEach(
                        it -> {
                            it.get(id).then().statusCode(404);
                            assertEquals(absent, problem(it.get(id)));
                            it.step(id, "transfer", transferTo(COUNTY)).then().statusCode(404);
                            it.step(id, "handlers", naming("leader", TOWNSHIP))
                                    .then()
                                    .statusCode(404);
                        });
        Desk.of("clerk", COUNTY, "petitions:read").get(id).then().statusCode(403);
    }

    private static String problem(Response answer) {
        JsonPath it = answer.then().statusCode(404).extract().jsonPath();
        return it.getString("code") + it.getString("title") + it.getString("detail");
    }

    @Test
    void aPurposeIsStatedFirst() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of("discipline-1", COUNTY, "accusations:handle"))
                .get("/petition/v1/accusations/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("PURPOSE_REQUIRED"));
    }

    @Test
    void aBodyThatIsNamedIsNeitherHandlerNorReceiver() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id);
        for (String barred : List.of(TOWNSHIP, VILLAGE, OTHER_TOWNSHIP)) {
            handler.step(id, "handlers", naming("somebody", barred))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("ACCUSED"))
                    .body("legalBasis", equalTo("XF 30"));
            handler.step(id, "transfer", transferTo(barred)).then().statusCode(422);
        }
        handler.named(id, "discipline-2", COUNTY);
        chief.get(id).then().statusCode(200).body("handlers", hasSize(2));
        handler.step(id, "transfer", transferTo(COUNTY)).then().statusCode(200);
    }

    @Test
    void whereAVillageIsNamedATownshipMayHandle() {
        String id = intake.entered(accusing(NAME, VILLAGE));
        handler.receiving(id).named(id, "township-discipline", TOWNSHIP);
        Desk.handler("township-discipline", TOWNSHIP).get(id).then().statusCode(200);
        Desk.handler("township-discipline", VILLAGE).get(id).then().statusCode(404);
        handler.step(id, "handlers", naming("village", VILLAGE)).then().statusCode(422);
    }

    @Test
    void whereNobodySaidWhoIsAccusedTheTownshipCountsAsNamed() {
        String id = intake.entered(accusing(NAME));
        handler.receiving(id);
        handler.step(id, "handlers", naming("somebody", TOWNSHIP)).then().statusCode(422);
    }

    @Test
    void whereTheCountyIsNamedItWaitsForTheCity() {
        String id = intake.entered(accusing(NAME, COUNTY));
        Desk city = Desk.handler("city-discipline", "410400000000");
        handler.step(id, "handlers", naming("discipline-1", COUNTY), "\"1\"")
                .then()
                .statusCode(404);
        city.receiving(id).get(id).then().statusCode(200);
        city.step(id, "handlers", naming("discipline-1", COUNTY)).then().statusCode(422);
    }

    @Test
    void aNamedHandlerReceivesItOnce() {
        String subject = "named-" + UUID.randomUUID();
        Desk named = Desk.handler(subject, TOWNSHIP);
        named.receive().then().statusCode(404);
        String id = intake.entered(accusing(NAME, VILLAGE));
        handler.receiving(id).named(id, subject, TOWNSHIP);
        named.receive().then().statusCode(201).body("id", equalTo(id));
        named.receive().then().statusCode(404);
    }

    @Test
    void itIsTransferredAndItsResultFedBack() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id);
        handler.step(id, "transfer", transferTo(COUNTY)).then().statusCode(200);
        handler.step(id, "conclusion", "{\"on\":\"2024-03-05\",\"result\":\"早\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"));
        handler.step(id, "conclusion", "{\"on\":\"2024-05-06\",\"result\":\"已处分\"}")
                .then()
                .statusCode(200);
        JsonPath it = handler.read(id);
        assertEquals("CONCLUDED", it.getString("status"));
        assertEquals("2024-03-06", it.getString("transferredOn"));
        assertEquals("已处分", it.getString("result"));
        handler.step(id, "transfer", transferTo(COUNTY))
                .then()
                .statusCode(409)
                .body("code", equalTo("STEP_FORBIDDEN"))
                .body("legalBasis", equalTo("XF 22"));
    }

    @Test
    void theIdentityIsReleasedByAnotherPersonAndReadOnce() {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id).named(id, "discipline-2", COUNTY);
        handler.step(id, "identity-readings", null).then().statusCode(403);
        handler.step(id, "identity-release-requests", "{\"reason\":\"须当面询问\"}")
                .then()
                .statusCode(200);
        handler.step(id, "identity-release-requests", "{\"reason\":\"再\"}").then().statusCode(409);
        handler.step(id, "identity-releases", release("discipline-1"))
                .then()
                .statusCode(403)
                .body("code", equalTo("SECOND_PERSON"));
        chief.step(id, "identity-releases", release("discipline-2")).then().statusCode(403);
        chief.step(id, "identity-releases", release("discipline-1")).then().statusCode(200);
        chief.step(id, "identity-readings", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("IDENTITY_NOT_RELEASED"));
        handler.step(id, "identity-readings", null)
                .then()
                .statusCode(200)
                .body("informers[0].name", equalTo(NAME))
                .body("informers[0].phone", equalTo("138" + NAME))
                .body("originals[0]", equalTo("原件" + NAME));
        handler.step(id, "identity-readings", null).then().statusCode(403);
        assertEquals("***", handler.read(id).getString("informers[0].name"));
    }

    @Test
    void aRequestIsCarriedOutOnceAndItsVersionCompared() {
        String key = UUID.randomUUID().toString();
        String body = accusing(NAME, TOWNSHIP);
        String id = once(intake, key, body).then().statusCode(201).extract().path("id");
        once(intake, key, body).then().statusCode(201).body("id", equalTo(id));
        once(intake, key, accusing("其他", TOWNSHIP)).then().statusCode(422);
        handler.receiving(id);
        handler.step(id, "transfer", transferTo(COUNTY), "\"1\"").then().statusCode(412);
        handler.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(transferTo(COUNTY))
                .post("/petition/v1/accusations/" + id + "/transfer")
                .then()
                .statusCode(428);
    }

    private static Response once(Desk desk, String key, String body) {
        return desk.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/petition/v1/accusations");
    }

    @Test
    void theOrdinaryKeysOpenNothingOfTheVault() throws SQLException {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        UUID uuid = UUID.fromString(id);
        for (String column : List.of("matter", "identity")) {
            String sealed =
                    text(
                            "select " + column + " from accusations.accusation where id::text = ?",
                            id);
            assertTrue(keys.mark("x", sealed).length() > 0);
            assertThrows(
                    IllegalStateException.class,
                    () -> ordinary.decrypt(sealed, "accusation", uuid, column));
        }
        String identity =
                text("select identity from accusations.accusation where id::text = ?", id);
        assertEquals(
                NAME,
                keys.open(uuid, "identity", identity, Identity.class).informers().get(0).name());
        String foreign = ordinary.encrypt("其他", "accusation", uuid, "identity");
        assertThrows(
                IllegalStateException.class,
                () -> keys.open(uuid, "identity", foreign, Identity.class));
    }

    @Test
    void readsAndRefusalsAreAuditedInTheVaultAlone() throws SQLException {
        String id = intake.entered(accusing(NAME, TOWNSHIP));
        handler.receiving(id).get(id).then().statusCode(200);
        Desk.handler("stranger", COUNTY).get(id).then().statusCode(404);
        Desk.of("clerk", COUNTY, "petitions:read").get(id).then().statusCode(403);
        assertEquals(
                "FORBIDDEN,NOT_FOUND,SHOWN",
                text(
                        "select string_agg(distinct result, ',' order by result)"
                                + " from accusations.read_audit where record_id = ?",
                        id));
        assertEquals("0", text("select count(*) from read_audit where record_id = ?", id));
        assertEquals(
                "0",
                text(
                        "select count(*) from read_audit where operation like 'Accusation%'"
                                + " and ? <> ''",
                        id));
    }

    private static String text(String sql, String id) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String transferTo(String division) {
        return "{\"on\":\"2024-03-06\",\"organ\":\"纪委监委\",\"division\":\"" + division + "\"}";
    }

    private static String naming(String subject, String division) {
        return "{\"subject\":\"%s\",\"division\":\"%s\"}".formatted(subject, division);
    }

    private static String release(String requestedBy) {
        return "{\"requestedBy\":\"" + requestedBy + "\",\"reason\":\"经集体研究同意\"}";
    }
}
