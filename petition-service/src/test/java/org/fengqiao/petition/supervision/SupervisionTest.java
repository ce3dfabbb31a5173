package org.fengqiao.petition.supervision;

import static org.fengqiao.petition.PetitionOffice.newSupervision;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Supervisions over HTTP: issued by a petition department, answered by the organ (XF 40). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SupervisionTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";
    private static final String ANSWER = "{\"on\":\"2024-04-18\",\"answer\":\"已办结\"}";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();

    @Test
    void aTownshipAnswersWhatTheCountyRequires() {
        String path = issued("2024-04-20");
        office.get(path)
                .then()
                .body("issuer", equalTo(COUNTY))
                .body("cause", equalTo("DELAY"))
                .body("$", not(hasKey("requirement")));
        office.shown(path).body("requirement", equalTo("十日内办结"));
        office.taken(path, "answer", ANSWER);
        county.get(path)
                .then()
                .body("answeredOn", equalTo("2024-04-18"))
                .body("$", not(hasKey("answer")));
        county.shown(path).body("answer", equalTo("已办结"));
    }

    @Test
    void aTownshipDoesNotSupervise() {
        office.post("/supervisions", newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20"))
                .then()
                .statusCode(403)
                .body("code", equalTo("STEP_NOT_YOURS"))
                .body("legalBasis", equalTo("XF 40"));
        issued("2024-04-20");
    }

    @Test
    void onlyTheOrganSupervisedAnswersAndOnce() {
        String path = issued("2024-04-20");
        county.step(path, "answer", ANSWER)
                .then()
                .statusCode(403)
                .body("code", equalTo("STEP_NOT_YOURS"))
                .body("legalBasis", equalTo("XF 40"));
        office.taken(path, "answer", ANSWER);
        office.step(path, "answer", ANSWER)
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_ANSWERED"));
    }

    @Test
    void onlyWhoIssuedItCorrectsOrVoidsIt() {
        String path = issued("2024-04-20");
        PetitionOffice city = PetitionOffice.city();
        for (PetitionOffice another : new PetitionOffice[] {office, city}) {
            another.step(path, "correction", correction("2024-04-25", ""))
                    .then()
                    .statusCode(403)
                    .body("legalBasis", equalTo("XF 40"));
            another.step(path, "voiding", "{\"reason\":\"重复\"}")
                    .then()
                    .statusCode(403)
                    .body("legalBasis", equalTo("XF 40"));
        }
        county.taken(path, "correction", correction("2024-04-25", ""));
        county.shown(path)
                .body("dueOn", equalTo("2024-04-25"))
                .body("requirement", equalTo("十日内办结"));
        county.taken(path, "voiding", "{\"reason\":\"重复\"}");
        county.get(path + "/deadlines").then().body("$", empty());
    }

    /** The day that was set is a Saturday, and stays. */
    @Test
    void theDeadlineIsTheDaySetAndTheAnswerEndsIt() {
        String path = issued("2024-04-20");
        deadline(path, "MISSED", "2024-04-20");
        office.taken(path, "answer", ANSWER);
        deadline(path, "MET", "2024-04-20");
        county.taken(path, "correction", correction("2024-04-15", ""));
        deadline(path, "MISSED", "2024-04-15");
        county.taken(
                path, "correction", correction("2024-04-15", ",\"answeredOn\":\"2024-04-15\""));
        deadline(path, "MET", "2024-04-15");
    }

    @Test
    void anOpenOneIsOnTheListOfTheOrganSupervised() {
        String path = issued("2024-04-20");
        String id = PetitionOffice.id(path);
        office.get("/deadlines?limit=200").then().body("items.recordId", hasItem(id));
        office.taken(path, "answer", ANSWER);
        office.get("/deadlines?limit=200").then().body("items.recordId", not(hasItem(id)));
    }

    @Test
    void daysComeInTheirOrder() {
        refused(newSupervision(TOWNSHIP, "2024-04-10", "2024-04-09"), "DATE_ORDER", "/dueOn");
        refused(
                newSupervision(TOWNSHIP, "2099-04-10", "2099-04-20"),
                "DATE_IN_FUTURE",
                "/supervisedOn");
        String path = issued("2099-04-20");
        office.step(path, "answer", ANSWER.replace("04-18", "04-09"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/on"));
        county.step(path, "correction", correction("2024-04-20", ",\"answeredOn\":\"2024-04-15\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_CORRECT"));
    }

    @Test
    void whatIsRequiredIsSaid() {
        refused(
                newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20")
                        .replace("\"requirement\":\"十日内办结\",", ""),
                "REQUIREMENT",
                "/requirement");
    }

    @Test
    void itMayBeAboutAPetitionOfTheArea() {
        String petition = PetitionOffice.id(office.registered("2024-03-01"));
        String body = newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20");
        String about = body.replace("\"cause\"", "\"petitionId\":\"%s\",\"cause\"");
        county.post("/supervisions", about.formatted(petition)).then().statusCode(201);
        refused(
                about.formatted("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11"),
                "PETITION_UNKNOWN",
                "/petitionId");
    }

    @Test
    void anOrganOfAnotherAreaIsNotFound() {
        String path = issued("2024-04-20");
        PetitionOffice other =
                PetitionOffice.of(
                        Tokens.of("other", "410422000000", "petitions:read", "petitions:write"));
        other.get(path).then().statusCode(404);
        other.get(path + "/deadlines").then().statusCode(404);
        other.step(path, "answer", ANSWER, "\"1\"").then().statusCode(404);
        other.post("/supervisions", newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20"))
                .then()
                .statusCode(404);
    }

    private String issued(String dueOn) {
        return county.created("/supervisions", newSupervision(TOWNSHIP, "2024-04-10", dueOn));
    }

    private void refused(String body, String code, String pointer) {
        county.post("/supervisions", body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private void deadline(String path, String state, String dueOn) {
        office.get(path + "/deadlines")
                .then()
                .body("[0].rule", equalTo("SUPERVISION"))
                .body("[0].holder", equalTo("ORGAN"))
                .body("[0].legalBasis", equalTo("XF 40"))
                .body("[0].state", equalTo(state))
                .body("[0].dueOn", equalTo(dueOn));
    }

    private static String correction(String dueOn, String more) {
        return """
        {"reason":"期限有误","supervision":{"division":"%s","supervisedOn":"2024-04-10",
         "cause":"DELAY","dueOn":"%s"}%s}"""
                .formatted(TOWNSHIP, dueOn, more);
    }
}
