package org.fengqiao.mediation.meetings;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class MeetingTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String TWO_UNITS = "\"POLICE_STATION\",\"JUSTICE_OFFICE\"";

    private final Office office =
            Office.of(Tokens.of("clerk", TOWNSHIP, "cases:read", "cases:write"));

    @Test
    void decisionsAreShownForAPurposeOnly() {
        String path = entered();
        office.get(path)
                .then()
                .statusCode(200)
                .body("units", contains("POLICE_STATION", "JUSTICE_OFFICE"))
                .body("hasDecisions", equalTo(true))
                .body("$", not(hasKey("decisions")));
        reader(path, "CASE_HANDLING").statusCode(200).body("decisions", equalTo("一周内再次调解"));
    }

    @Test
    void aListShowsNoDecisions() {
        String id = Office.id(entered());
        office.get("/meetings?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items", everyItem(not(hasKey("decisions"))));
    }

    @Test
    void aMeetingNeedsTwoUnits() {
        enter(TWO_UNITS.split(",", 2)[0], "[]")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/units"));
        enter("\"POLICE_STATION\",\"POLICE_STATION\"", "[]")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/units"));
    }

    @Test
    void casesOfTheAreaAreListed() {
        String committee = office.committee("410423106205", "VILLAGE");
        String id = Office.id(office.registered(committee, "2024-05-08"));
        enter(TWO_UNITS, "[\"" + id + "\"]").statusCode(201).body("caseIds", contains(id));
    }

    @Test
    void aCaseElsewhereIsUnknown() {
        Office county = Office.of(Tokens.of("county", "410423000000", "cases:read", "cases:write"));
        String committee = county.committee("410423001001", "COMMUNITY");
        String foreign = Office.id(county.registered(committee, "2024-05-08"));
        String own =
                Office.id(
                        office.registered(
                                office.committee("410423106206", "VILLAGE"), "2024-05-08"));
        enter(TWO_UNITS, "[\"" + own + "\",\"" + foreign + "\"]")
                .statusCode(422)
                .body("code", equalTo("CASE_UNKNOWN"))
                .body("errors.pointer", contains("/caseIds/1"));
    }

    @Test
    void aMeetingElsewhereIsRefused() {
        office.post("/meetings", meeting("410423107000", TWO_UNITS, "[]")).then().statusCode(404);
    }

    @Test
    void aCorrectionReplacesTheUnitsAndKeepsTheDecisions() {
        String path = entered();
        String corrected =
                """
                {"reason":"漏记法庭","meeting":{"division":"%s","heldOn":"2024-05-10",
                 "units":["JUSTICE_OFFICE","PEOPLES_TRIBUNAL"],"casesDiscussed":4}}"""
                        .formatted(TOWNSHIP);
        office.step(path, "correction", corrected).then().statusCode(200);
        reader(path, "CASE_HANDLING")
                .header("ETag", "\"2\"")
                .body("units", contains("JUSTICE_OFFICE", "PEOPLES_TRIBUNAL"))
                .body("casesDiscussed", equalTo(4))
                .body("decisions", equalTo("一周内再次调解"));
    }

    private String entered() {
        return "/meetings/" + enter(TWO_UNITS, "[]").statusCode(201).extract().path("id");
    }

    private ValidatableResponse enter(String units, String caseIds) {
        return office.post("/meetings", meeting(TOWNSHIP, units, caseIds)).then();
    }

    private static ValidatableResponse reader(String path, String purpose) {
        return Office.of(Tokens.of("clerk", TOWNSHIP, "cases:read", "persons:read"))
                .request()
                .header("Fengqiao-Purpose", purpose)
                .header("Fengqiao-Acting-User", "clerk-1")
                .get("/mediation/v1" + path)
                .then();
    }

    private static String meeting(String division, String units, String caseIds) {
        return """
        {"division":"%s","heldOn":"2024-05-10","units":[%s],"casesDiscussed":3,"caseIds":%s,
         "decisions":"一周内再次调解"}"""
                .formatted(division, units, caseIds);
    }
}
