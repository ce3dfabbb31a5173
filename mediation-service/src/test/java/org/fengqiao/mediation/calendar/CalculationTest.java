package org.fengqiao.mediation.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Anybody counts a period by the rules of the service, without a token. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CalculationTest {

    @Test
    void theLastDayIsExplained() {
        calculated("COURT_RULING", "&from=2024-09-16&extensionDays=1")
                .statusCode(200)
                .body("dueOn", equalTo("2024-10-08"))
                .body("countedTo", equalTo("2024-10-02"))
                .body("legalBasis", equalTo("QR 5"))
                .body("skippedDays.day", hasItems("2024-10-02", "2024-10-07"))
                .body("extensions.days", contains(1));
    }

    @Test
    void anExtensionBeyondTheRuleIsRefusedByItsArticle() {
        calculated("COURT_RULING", "&from=2024-09-16&extensionDays=11")
                .statusCode(422)
                .body("code", equalTo("EXTENSION_TOO_LONG"))
                .body("legalBasis", equalTo("QR 5"))
                .body("errors.parameter", contains("extensionDays"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (String query : new String[] {"&from=16.9.2024", ""}) {
            calculated("COURT_RULING", query)
                    .statusCode(400)
                    .body("errors.parameter", contains("from"));
        }
        calculated("COURT_RULING", "&from=2024-09-16&suspendedFrom=soon")
                .statusCode(400)
                .body("errors.parameter", contains("suspendedFrom"));
    }

    @Test
    void anUnknownRuleIsAnsweredWithThoseThereAre() {
        calculated("NONE", "&from=2024-09-16")
                .statusCode(404)
                .body("code", equalTo("RULE_UNKNOWN"))
                .body("errors[0].detail", containsString("CONFIRMATION_WINDOW"));
        given().get("/mediation/v1/deadlines/rules")
                .then()
                .statusCode(200)
                .body(
                        "items.rule",
                        contains(
                                "MEDIATION",
                                "CONFIRMATION_WINDOW",
                                "COURT_ACCEPTANCE",
                                "COURT_RULING",
                                "PERFORMANCE"));
    }

    private static ValidatableResponse calculated(String rule, String query) {
        return given().get("/mediation/v1/deadlines/calculation?rule=" + rule + query).then();
    }
}
