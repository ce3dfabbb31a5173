package org.fengqiao.mediation.committees;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class MediatorTest {

    private static final String VILLAGE = "410423106201";
    private static final String PHONE = "13800000001";
    private static final String IN_OFFICE = "\"phone\":\"" + PHONE + "\"";

    private final Office office =
            Office.of(Tokens.of("clerk", VILLAGE, "cases:read", "cases:write"));
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = office.committee(VILLAGE, "VILLAGE");
    }

    @Test
    void divisionAndLevelAreThoseOfTheCommittee() {
        enter(IN_OFFICE)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", startsWith("http"))
                .body("division", equalTo(VILLAGE))
                .body("level", equalTo("VILLAGE"));
    }

    @Test
    void theNameIsInClearAndThePhoneMasked() {
        office.get(entered())
                .then()
                .statusCode(200)
                .body("name", equalTo("李某某"))
                .body("phone", equalTo("138****0001"));
    }

    @Test
    void thePhoneIsInClearForAPurposeAndTheReadIsAudited() throws SQLException {
        String path = entered();
        assertEquals("0", audited(path));
        Office.of(Tokens.of("clerk", VILLAGE, "cases:read", "persons:read"))
                .request()
                .header("Fengqiao-Purpose", "CONTACT")
                .header("Fengqiao-Acting-User", "clerk-1")
                .get("/mediation/v1" + path)
                .then()
                .statusCode(200)
                .body("phone", equalTo(PHONE));
        assertEquals("1", audited(path));
    }

    @Test
    void aListShowsNothingPersonal() {
        String id = Office.id(entered());
        office.get("/mediators?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items", everyItem(not(hasKey("name"))))
                .body("items", everyItem(not(hasKey("phone"))))
                .body("items", everyItem(not(hasKey("sex"))))
                .body("items", everyItem(not(hasKey("nationality"))));
    }

    @Test
    void nameAndPhoneAreStoredAsCiphertextInRecordAndJournal() throws SQLException {
        UUID id = UUID.fromString(Office.id(entered()));
        String stored =
                value("select row_to_json(m)::text from mediator m where id = ?", id)
                        + value("select snapshot::text from journal where record_id = ?", id);
        assertTrue(stored.contains(VILLAGE), "the row was not read");
        assertFalse(stored.contains("李某某"), "the name is in clear");
        assertFalse(stored.contains(PHONE), "the phone is in clear");
    }

    @Test
    void aCorrectionWithoutAPhoneKeepsIt() {
        correct(entered(), committee, "\"leftOn\":\"2024-06-30\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("leftOn", equalTo("2024-06-30"))
                .body("phone", equalTo("138****0001"));
    }

    @Test
    void aMediatorDoesNotChangeTheCommittee() {
        correct(entered(), office.committee(VILLAGE, "VILLAGE"), IN_OFFICE)
                .statusCode(422)
                .body("code", equalTo("COMMITTEE_FIXED"))
                .body("errors[0].pointer", equalTo("/mediator/committeeId"));
    }

    @Test
    void nobodyLeavesBeforeBeingAppointed() {
        enter("\"leftOn\":\"2020-01-01\"")
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/leftOn"));
    }

    @Test
    void nobodyLeavesInTheFuture() {
        enter("\"leftOn\":\"2099-01-01\"")
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"))
                .body("errors[0].pointer", equalTo("/leftOn"));
    }

    @Test
    void aMaskedPhoneIsNoPhone() {
        enter("\"phone\":\"138****0001\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/phone"));
    }

    @Test
    void aCommitteeElsewhereIsUnknown() {
        Office.of(Tokens.of("neighbour", "410423106202", "cases:read", "cases:write"))
                .post("/mediators", mediator(committee, IN_OFFICE))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/committeeId"));
    }

    @Test
    void aVoidedMediatorStaysWithItsReason() {
        String path = entered();
        office.step(path, "voiding", "{\"reason\":\"重复登记\"}")
                .then()
                .statusCode(200)
                .body("voided", equalTo(true));
        // The reason is about a person: shown as the person is.
        office.get(path + "/history")
                .then()
                .body("$", hasSize(2))
                .body("[0].on", equalTo("2021-03-01"))
                .body("[1].reason", nullValue());
        Office.of(Tokens.of("reader", "410423106000", "cases:read", "persons:read"))
                .request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .get("/mediation/v1" + path + "/history")
                .then()
                .body("[1].reason", equalTo("重复登记"));
    }

    private String entered() {
        return "/mediators/" + enter(IN_OFFICE).statusCode(201).extract().path("id");
    }

    private ValidatableResponse enter(String more) {
        return office.post("/mediators", mediator(committee, more)).then();
    }

    private ValidatableResponse correct(String path, String committee, String more) {
        String body =
                """
                {"reason":"登记有误","mediator":%s}"""
                        .formatted(mediator(committee, more));
        return office.step(path, "correction", body).then();
    }

    private static String mediator(String committee, String more) {
        return """
        {"committeeId":"%s","name":"李某某","sex":"FEMALE","nationality":"汉族","role":"MEMBER",
         "fullTime":false,"appointedOn":"2021-03-01",%s}"""
                .formatted(Office.id(committee), more);
    }

    private static String audited(String path) throws SQLException {
        return value(
                "select count(*)::text from read_audit where record_id = ?::text",
                UUID.fromString(Office.id(path)));
    }

    private static String value(String sql, UUID id) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
