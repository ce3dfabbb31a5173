package org.fengqiao.petition.supervision;

import static org.fengqiao.petition.PetitionOffice.newProposal;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Proposals over HTTP: made by a petition department, answered by the organ (XF 40). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ImprovementProposalTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String FEEDBACK =
            "{\"on\":\"2024-05-20\",\"adopted\":\"PARTLY\",\"feedback\":\"已建立制度\"}";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();

    @Test
    void theOrganSaysInWritingWhetherItAdopts() {
        String path = made();
        office.get(path).then().body("$", not(hasKey("proposal")));
        office.shown(path).body("proposal", equalTo("建立首访登记制度"));
        office.taken(path, "feedback", FEEDBACK);
        county.get(path)
                .then()
                .body("adopted", equalTo("PARTLY"))
                .body("answeredOn", equalTo("2024-05-20"))
                .body("$", not(hasKey("feedback")));
        county.shown(path).body("feedback", equalTo("已建立制度"));
        office.step(path, "feedback", FEEDBACK)
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_ANSWERED"));
    }

    @Test
    void aTownshipReceivesAndDoesNotIssue() {
        office.post("/improvement-proposals", newProposal(TOWNSHIP, "2024-05-08"))
                .then()
                .statusCode(403)
                .body("code", equalTo("STEP_NOT_YOURS"))
                .body("legalBasis", equalTo("XF 40"));
        String id = PetitionOffice.id(made());
        office.get("/improvement-proposals?limit=200").then().body("items.id", hasItem(id));
    }

    @Test
    void onlyTheOrganAddressedAnswers() {
        county.step(made(), "feedback", FEEDBACK)
                .then()
                .statusCode(403)
                .body("legalBasis", equalTo("XF 40"));
    }

    @Test
    void onlyWhoIssuedItCorrectsOrVoidsIt() {
        String path = made();
        office.step(path, "correction", correction("")).then().statusCode(403);
        office.step(path, "voiding", "{\"reason\":\"重复\"}").then().statusCode(403);
        county.step(path, "correction", correction(",\"adopted\":\"ADOPTED\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_CORRECT"))
                .body("errors[0].pointer", equalTo("/adopted"));
        office.taken(path, "feedback", FEEDBACK);
        county.taken(
                path,
                "correction",
                correction(",\"adopted\":\"ADOPTED\",\"answeredOn\":\"2024-05-21\""));
        county.shown(path)
                .body("kind", equalTo("POLICY"))
                .body("proposal", equalTo("建立首访登记制度"))
                .body("adopted", equalTo("ADOPTED"))
                .body("answeredOn", equalTo("2024-05-21"));
        county.get(path + "/history").then().body("$", hasSize(3));
        county.taken(path, "voiding", "{\"reason\":\"重复\"}");
    }

    @Test
    void daysComeInTheirOrderAndThereIsAText() {
        refused(newProposal(TOWNSHIP, "2099-05-08"), "DATE_IN_FUTURE", "/proposedOn");
        refused(
                newProposal(TOWNSHIP, "2024-05-08").replace(",\"proposal\":\"建立首访登记制度\"", ""),
                "PROPOSAL",
                "/proposal");
        office.step(made(), "feedback", FEEDBACK.replace("05-20", "05-07"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/on"));
    }

    @Test
    void anotherTownshipSeesNothing() {
        String path = made();
        PetitionOffice other =
                PetitionOffice.of(
                        Tokens.of("other", "410423107000", "petitions:read", "petitions:write"));
        other.get(path).then().statusCode(404);
        other.step(path, "feedback", FEEDBACK, "\"1\"").then().statusCode(404);
        other.get("/improvement-proposals?limit=200")
                .then()
                .body("items.id", not(hasItem(PetitionOffice.id(path))));
    }

    private String made() {
        return county.created("/improvement-proposals", newProposal(TOWNSHIP, "2024-05-08"));
    }

    private void refused(String body, String code, String pointer) {
        county.post("/improvement-proposals", body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static String correction(String more) {
        return """
        {"reason":"类别有误","proposal":{"division":"%s","proposedOn":"2024-05-08","kind":"POLICY"}%s}"""
                .formatted(TOWNSHIP, more);
    }
}
