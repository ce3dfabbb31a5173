package org.fengqiao.mediation.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/**
 * What was entered wrongly of a step is corrected, and the case follows: nothing must be voided.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseCorrectionTest {

    private static final String VILLAGE = "410423106209";

    @Inject AgroalDataSource database;

    private final Office office = Office.township();

    @Test
    void aWrongDayOfAStepIsCorrected() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(it, "performances", "{\"on\":\"2024-04-01\",\"state\":\"PERFORMED\"}");
        ok(it, "prevention-acts", "{\"on\":\"2024-03-01\",\"kind\":\"CRIME\",\"persons\":20}");
        ok(it, "judicial-confirmation-application", "{\"on\":\"2024-03-20\",\"jointly\":true}");
        ok(it, "judicial-confirmation-ruling", "{\"on\":\"2024-03-25\",\"ruling\":\"REJECTED\"}");
        corrected(
                        it,
                        """
                        "performances":[{"on":"2024-04-02","state":"PERFORMED","amountYuan":500}],
                        "preventionActs":[{"on":"2024-03-02","kind":"SUICIDE","persons":2}],
                        "confirmation":{"appliedOn":"2024-03-21","courtAcceptedOn":"2024-03-22",
                          "ruledOn":"2024-03-26","ruling":"CONFIRMED"}""")
                .statusCode(200)
                .body("performedOn", equalTo("2024-04-02"))
                .body("said.preventionActs.kind", contains("SUICIDE"))
                .body("said.preventionActs.persons", contains(2))
                .body("said.confirmation.ruling", equalTo("CONFIRMED"))
                .body("said.confirmation.appliedOn", equalTo("2024-03-21"));
        corrected(it, "\"preventionActs\":[]")
                .statusCode(200)
                .body("said.preventionActs", hasSize(0));
        // Taken back, it may be recorded anew.
        ok(it, "prevention-acts", "{\"on\":\"2024-03-01\",\"kind\":\"CRIME\",\"persons\":1}");
    }

    @Test
    void aCorrectionOfAStepIsHeldToTheSameRules() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        corrected(it, "\"performances\":[{\"on\":\"2024-04-02\",\"state\":\"PERFORMED\"}]")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/performances"));
        ok(it, "performances", "{\"on\":\"2024-04-01\",\"state\":\"PERFORMED\"}");
        corrected(it, "\"performances\":[{\"on\":\"2024-02-02\",\"state\":\"PERFORMED\"}]")
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors.pointer", hasItem("/performances"));
        ok(it, "judicial-confirmation-application", "{\"on\":\"2024-03-20\",\"jointly\":true}");
        corrected(it, "\"confirmation\":{\"appliedOn\":\"2024-05-20\"}")
                .statusCode(422)
                .body("code", equalTo("WINDOW_CLOSED"))
                .body("errors[0].pointer", equalTo("/confirmation/appliedOn"));
        corrected(it, "\"confirmation\":{\"appliedOn\":\"2024-03-20\",\"ruling\":\"REJECTED\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/confirmation/ruledOn"));
        ok(it, "prevention-acts", "{\"on\":\"2024-03-01\",\"kind\":\"CRIME\",\"persons\":1}");
        corrected(
                        it,
                        """
                        "preventionActs":[{"on":"2024-03-01","kind":"CRIME","persons":1},
                          {"on":"2024-03-01","kind":"CRIME","persons":1}]""")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/preventionActs"));
        corrected(it, "\"sessionsOn\":[\"2024-03-01\",\"2024-03-01\"]")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sessionsOn"));
        ok(it, "judicial-confirmation-ruling", "{\"on\":\"2024-03-25\",\"ruling\":\"REJECTED\"}");
        corrected(
                        it,
                        """
                        "confirmation":{"appliedOn":"2024-03-20","ruledOn":"2024-03-25",
                          "ruling":"REJECTED","courtExtensionDays":3}""")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/confirmation/courtExtensionDays"));
        corrected(it, "\"place\":\"410423106998\"")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/place"));
    }

    /**
     * A longer extension, or one granted later, would turn a missed limit into one that was met.
     */
    @Test
    void anExtensionIsCorrectedWithinItsRules() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(
                it,
                "extension",
                "{\"on\":\"2024-03-20\",\"days\":5,\"bothPartiesConsent\":true,\"reason\":\"鉴定\"}");
        extended(it, "2024-03-21", 10).statusCode(200);
        extended(it, "2024-03-21", 31)
                .statusCode(422)
                .body("code", equalTo("EXTENSION_TOO_LONG"))
                .body("errors[0].pointer", equalTo("/extensions/0/days"));
        extended(it, "2024-05-21", 5)
                .statusCode(422)
                .body("code", equalTo("EXTENSION_LATE"))
                .body("errors[0].pointer", equalTo("/extensions/0/on"));
        office.get(it).then().body("said.extensions.days", contains(10));
    }

    private ValidatableResponse extended(String it, String on, int days) {
        return corrected(
                it,
                "\"extensions\":[{\"on\":\"%s\",\"days\":%d,\"reason\":\"鉴定\"}]"
                        .formatted(on, days));
    }

    @Test
    void aLaterLookDoesNotMoveTheDayOfPerformance() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(it, "performances", "{\"on\":\"2024-12-30\",\"state\":\"PERFORMED\"}");
        ok(it, "performances", "{\"on\":\"2025-03-01\",\"state\":\"PERFORMED\"}")
                .body("performedOn", equalTo("2024-12-30"));
    }

    @Test
    void aHandedOverMatterMovesWithItsDayAndIsPreventedOncePerKind() {
        String it = office.inMediation(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(it, "prevention-acts", "{\"on\":\"2024-03-02\",\"kind\":\"CRIME\",\"persons\":3}");
        String body =
                """
                {"on":"2024-03-10","toCommitteeId":"%s","bothPartiesConsent":true,"reason":"跨村"}"""
                        .formatted(Office.id(office.committee("410423106000", "TOWNSHIP")));
        String successor = "/cases/" + ok(it, "handover", body).extract().path("handedOverTo");
        office.get(successor).then().body("said.preventionActs", hasSize(0));
        office.step(
                        successor,
                        "prevention-acts",
                        "{\"on\":\"2024-03-10\",\"kind\":\"CRIME\",\"persons\":3}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RECORDED"));
        corrected(successor, "\"registeredOn\":\"2024-03-08\"")
                .statusCode(422)
                .body("code", equalTo("HANDED_OVER_ON"));
        corrected(it, "\"endedOn\":\"2024-03-09\"").statusCode(200);
        office.get(successor)
                .then()
                .body("registeredOn", equalTo("2024-03-09"))
                .body("version", equalTo(2));
        ok(successor, "acceptance", "{\"on\":\"2024-03-11\"}");
        // It cannot have been handed over after it went on there.
        corrected(it, "\"endedOn\":\"2024-03-12\"")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/endedOn"));
        office.step(it, "voiding", "{\"reason\":\"误录\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("GOES_ON_ELSEWHERE"));
        ok(successor, "voiding", "{\"reason\":\"误录\"}");
        ok(it, "voiding", "{\"reason\":\"误录\"}");
    }

    @Test
    void anAgreementIsNotVariedWhileTheCourtExaminesIt() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(it, "judicial-confirmation-application", "{\"on\":\"2024-03-20\",\"jointly\":true}");
        String variation =
                "{\"on\":\"2024-04-01\",\"reason\":\"双方同意\",\"form\":\"WRITTEN\",\"content\":\"改\"}";
        office.step(it, "agreement-variation", variation)
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFIRMATION_PENDING"));
        ok(it, "judicial-confirmation-ruling", "{\"on\":\"2024-03-25\",\"ruling\":\"REJECTED\"}");
        ok(it, "agreement-variation", variation)
                .body("said.confirmation", nullValue())
                .body("said.formerConfirmations.ruling", contains("REJECTED"));
    }

    @Test
    void theCourtMayTakeTenDaysMore() {
        String it = office.agreed(office.committee(VILLAGE, "VILLAGE"), "2024-03-01");
        ok(it, "judicial-confirmation-application", "{\"on\":\"2024-03-20\",\"jointly\":true}");
        ok(
                it,
                "judicial-confirmation-ruling",
                """
                {"on":"2024-04-12","courtAcceptedOn":"2024-03-21","ruling":"CONFIRMED",
                 "courtExtensionDays":10}""");
        office.get(it + "/deadlines")
                .then()
                .body("find { it.rule == 'COURT_RULING' }.state", equalTo("MET"));
    }

    /** Reasons and what describes a party are sealed wherever they are kept. */
    @Test
    void noFreeTextAndNoDescriptionOfAPartyStandsInClear() throws SQLException {
        String committee = office.committee(VILLAGE, "VILLAGE");
        String given =
                Office.newCase(committee, "2024-03-01")
                        .replace(
                                "\"name\":\"李四四\"",
                                "\"name\":\"李四四\",\"sex\":\"MALE\",\"nationality\":\"金丝雀族\",\"occupation\":\"金丝雀匠\"");
        String it = office.created("/cases", given);
        office.get(it)
                .then()
                .body("parties.sex", everyItem(nullValue()))
                .body("parties.nationality", everyItem(nullValue()));
        ok(it, "acceptance", "{\"on\":\"2024-03-02\"}");
        ok(
                it,
                "extension",
                "{\"on\":\"2024-03-03\",\"days\":5,\"bothPartiesConsent\":true,\"reason\":\"金丝雀延期\"}");
        corrected(it, "\"personsInvolved\":3", "金丝雀更正").statusCode(200);
        for (String table : new String[] {"mediation_case", "journal", "outbox"}) {
            assertFalse(rows(table).contains("金丝雀"), table);
        }
    }

    private String rows(String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select t::text from " + table + " t")) {
            while (row.next()) {
                all.append(row.getString(1));
            }
        }
        return all.toString();
    }

    private ValidatableResponse ok(String it, String step, String body) {
        return office.step(it, step, body).then().statusCode(200);
    }

    private ValidatableResponse corrected(String it, String fields) {
        return corrected(it, fields, "录入错误");
    }

    private ValidatableResponse corrected(String it, String fields, String reason) {
        return office.step(it, "correction", "{\"reason\":\"" + reason + "\"," + fields + "}")
                .then();
    }
}
