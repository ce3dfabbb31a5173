package org.fengqiao.petition.petitions;

import static org.fengqiao.petition.PetitionOffice.handlingOpinion;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Petitions over HTTP, from the letter to the final review. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionLifeTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();
    private final PetitionOffice city = PetitionOffice.city();

    @Test
    void aMatterGoesThroughAllThreeLevels() {
        String it = office.registered("2024-03-01");
        office.taken(it, "notification", "{\"on\":\"2024-03-04\"}");
        office.taken(it, "acceptance", "{\"on\":\"2024-03-05\",\"route\":\"HANDLING_OPINION\"}");
        office.taken(it, "dispatch", "{\"on\":\"2024-03-05\",\"unit\":\"LAND_OFFICE\"}");
        office.taken(it, "conclusion", handlingOpinion("2024-04-01"));
        office.taken(
                it,
                "delivery",
                "{\"on\":\"2024-04-02\",\"receivedOn\":\"2024-04-03\",\"method\":\"MAIL\"}");
        office.taken(
                it,
                "rating",
                "{\"on\":\"2024-04-10\",\"of\":\"HANDLING_UNIT\",\"rating\":\"DISSATISFIED\"}");
        county.taken(it, "reexamination-request", "{\"on\":\"2024-04-15\"}");
        county.taken(
                it,
                "reexamination-opinion",
                "{\"on\":\"2024-05-10\",\"result\":\"UPHELD\",\"opinion\":\"维持\"}");
        county.taken(
                it,
                "delivery",
                "{\"on\":\"2024-05-11\",\"receivedOn\":\"2024-05-13\",\"method\":\"IN_PERSON\"}");
        city.taken(it, "final-review-request", "{\"on\":\"2024-06-12\"}");
        city.taken(it, "final-review-hearings", "{\"from\":\"2024-06-20\",\"to\":\"2024-06-22\"}");
        city.taken(
                it,
                "final-review-opinion",
                "{\"on\":\"2024-07-10\",\"result\":\"UPHELD\",\"opinion\":\"维持\"}");
        JsonPath now = office.read(it);
        assertEquals("FINALISED", now.getString("status"));
        List<String> steps = office.read(it + "/history").getList("step");
        assertEquals("REVIEW_FINALLY", steps.get(steps.size() - 1));
        assertEquals(13, steps.size());
        JsonPath deadlines = office.read(it + "/deadlines");
        for (String rule : List.of("TELL", "HANDLE", "REEXAMINATION", "FINAL_REVIEW")) {
            assertEquals(
                    "MET", deadlines.getString("find { it.rule == '" + rule + "' }.state"), rule);
        }
        assertEquals(
                "USED", deadlines.getString("find { it.rule == 'REEXAMINATION_REQUEST' }.state"));
        // 30 days from 12 June without the three days of the hearing: 15 July (a Monday).
        assertEquals("2024-07-15", deadlines.getString("find { it.rule == 'FINAL_REVIEW' }.dueOn"));
    }

    @Test
    void eachReviewIsForTheOrganOneLevelUp() {
        String it = office.concluded("2024-03-01", "2024-03-20");
        office.step(it, "reexamination-request", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("STEP_NOT_YOURS"))
                .body("legalBasis", equalTo("XF 35"));
        city.step(it, "reexamination-request", "{}").then().statusCode(403);
        county.taken(it, "reexamination-request", "{\"on\":\"2024-03-25\"}");
        county.step(it, "conclusion", handlingOpinion("2024-03-26"))
                .then()
                .statusCode(403)
                .body("legalBasis", equalTo("XF 31"));
    }

    @Test
    void aTransferMovesThePetitionAndAnObjectionBringsItBack() {
        String it = county.created("/petitions", PetitionOffice.newPetition("2024-03-01"));
        office.get(it).then().statusCode(404);
        county.taken(it, "transfer", "{\"on\":\"2024-03-08\",\"toDivision\":\"" + TOWNSHIP + "\"}");
        office.get(it)
                .then()
                .statusCode(200)
                .body("source", equalTo("TRANSFERRED"))
                .body("receivedOn", equalTo("2024-03-08"))
                .body("nextSteps", hasItem("OBJECT"))
                .body("nextSteps", not(hasItem("TRANSFER")));
        office.step(it, "redirection", "{\"organ\":\"县局\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("SENT_PETITION"));
        office.taken(it, "objection", "{\"on\":\"2024-03-13\",\"reason\":\"不属于本镇职权\"}");
        office.step(it, "objection-decision", "{\"consented\":true}")
                .then()
                .statusCode(403)
                .body("legalBasis", equalTo("XF 23"));
        county.taken(it, "objection-decision", "{\"on\":\"2024-03-15\",\"consented\":true}");
        office.get(it).then().statusCode(404);
        county.get(it)
                .then()
                .body("division", equalTo(COUNTY))
                .body("source", equalTo("DIRECT"))
                .body("receivedOn", equalTo("2024-03-15"));
    }

    @Test
    void aTownshipNeitherTransfersNorAssigns() {
        String it = office.registered("2024-03-01");
        String body = "{\"toDivision\":\"" + TOWNSHIP + "\",\"dueOn\":\"2024-05-01\"}";
        office.step(it, "assignment", body)
                .then()
                .statusCode(403)
                .body("legalBasis", equalTo("XF 22"));
    }

    @Test
    void anAssignmentHasItsOwnLimit() {
        String it = county.created("/petitions", PetitionOffice.newPetition("2024-03-01"));
        county.taken(
                it,
                "assignment",
                "{\"on\":\"2024-03-08\",\"toDivision\":\"%s\",\"dueOn\":\"2024-04-08\"}"
                        .formatted(TOWNSHIP));
        office.taken(it, "acceptance", "{\"on\":\"2024-03-11\",\"route\":\"HANDLING_OPINION\"}");
        office.get(it)
                .then()
                .body("assignedDueOn", equalTo("2024-04-08"))
                .body("dueOn", equalTo("2024-04-08"));
        JsonPath deadlines = county.read(it + "/deadlines");
        assertEquals("2024-05-10", deadlines.getString("find { it.rule == 'HANDLE' }.dueOn"));
        assertEquals("MET", deadlines.getString("find { it.rule == 'SORT' }.state"));
    }

    @Test
    void theSixtyDaysAreForHandlingOpinionsOnly() {
        String proposal =
                office.created(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-01")
                                .replace("SEEK_SETTLEMENT", "PROPOSAL"));
        assertEquals(
                "PROPOSAL",
                office.taken(proposal, "acceptance", "{\"on\":\"2024-03-02\"}")
                        .getString("handlingClass"));
        office.get(proposal).then().body("$", not(hasKey("dueOn")));
        office.step(proposal, "extension", extension("2024-03-10", "2024-03-11", 10))
                .then()
                .statusCode(409)
                .body("legalBasis", equalTo("XF 34"));
        office.step(proposal, "conclusion", handlingOpinion("2024-03-20"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONCLUSION_KIND"));
    }

    @Test
    void anExtensionIsApprovedAndToldBeforeTheDay() {
        String it = office.accepted("2024-03-01");
        office.get(it).then().body("dueOn", equalTo("2024-04-30"));
        office.step(it, "extension", extension("2024-04-29", "2024-04-30", 30))
                .then()
                .statusCode(422)
                .body("code", equalTo("EXTENSION_LATE"))
                .body("errors[0].pointer", equalTo("/toldOn"));
        office.step(it, "extension", extension("2024-04-29", "2024-04-28", 30))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"));
        assertEquals(
                "2024-05-20",
                office.taken(it, "extension", extension("2024-04-28", "2024-04-29", 20))
                        .getString("dueOn"));
        office.step(it, "extension", extension("2024-04-29", "2024-04-29", 11))
                .then()
                .statusCode(422)
                .body("code", equalTo("EXTENSION_TOO_LONG"))
                .body("errors[0].detail", equalTo("至多还可延长10日"));
        // The day before which it is told is that of the sixty days, not of the extended period.
        office.step(it, "extension", extension("2024-05-10", "2024-05-10", 5))
                .then()
                .statusCode(422)
                .body("code", equalTo("EXTENSION_LATE"));
    }

    @Test
    void anExtensionThatACorrectionMakesLateDoesNotCount() {
        String it = office.accepted("2024-03-04");
        office.taken(it, "extension", extension("2024-05-01", "2024-05-02", 20));
        office.get(it).then().body("dueOn", equalTo("2024-05-23"));
        office.taken(
                it,
                "correction",
                "{\"reason\":\"录入错误\",\"acceptedOn\":\"2024-03-01\",\"registeredOn\":\"2024-03-01\","
                        + "\"petitionedOn\":\"2024-03-01\",\"receivedOn\":\"2024-03-01\"}");
        office.get(it).then().body("dueOn", equalTo("2024-04-30"));
    }

    @Test
    void aHandlingOpinionStatesWhatTheLawAsks() {
        String it = office.accepted("2024-03-01");
        String whole = handlingOpinion("2024-03-20");
        for (String left : List.of("outcome", "facts", "legalBasis")) {
            String body = whole.replaceFirst("\"" + left + "\":\"[^\"]*\",?", "");
            office.step(it, "conclusion", body.replace(",}", "}"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("OPINION_INCOMPLETE"))
                    .body("legalBasis", equalTo("XF 32"))
                    .body("errors[0].pointer", equalTo("/" + left));
        }
        office.taken(it, "conclusion", whole);
    }

    @Test
    void anAccusationIsSentToItsOwnDoor() {
        office.post(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-01")
                                .replace("SEEK_SETTLEMENT", "ACCUSATION"))
                .then()
                .statusCode(422)
                .body("code", equalTo("ACCUSATION"))
                .body("legalBasis", equalTo("XF 30"))
                .body("detail", equalTo("揭发控告请提交到 /petition/v1/accusations"));
    }

    @Test
    void aNameIsShownOnlyForAPurpose() {
        String it = office.registered("2024-03-01");
        office.get(it).then().body("petitioners[0].name", equalTo("张**"));
        office.request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .get("/petition/v1" + it)
                .then()
                .body("petitioners[0].name", equalTo("张三三"))
                .body("said.request", equalTo("请求确认宅基地边界"));
        PetitionOffice.of(Tokens.of("other", "410423107000", "petitions:read", "petitions:write"))
                .get(it)
                .then()
                .statusCode(404);
    }

    /** XF 23, paragraph 2: who cannot be reached need not be told; what was sent must be (3). */
    @Test
    void anUnclearAddressExcusesOnlyWhereItCameDirectly() {
        String anonymous =
                """
                {"form":"LETTER","source":"%s","purpose":"SEEK_SETTLEMENT","contentClass":"010200",
                 "on":"2024-03-01","persons":1,"petitioners":[{"name":"某村民"}]}""";
        String direct = office.created("/petitions", anonymous.formatted("DIRECT"));
        assertEquals(List.of(), office.read(direct + "/deadlines").getList("rule"));
        String sent = office.created("/petitions", anonymous.formatted("TRANSFERRED"));
        assertEquals(
                List.of("OBJECTION", "TELL"), office.read(sent + "/deadlines").getList("rule"));
    }

    @Test
    void aSecondLetterOfThePersonIsProposedAsARepeat() {
        String phone = "1390000" + (1000 + (int) (System.nanoTime() % 9000));
        String body = PetitionOffice.newPetition("2024-03-01").replace("13800000001", phone);
        String first = office.created("/petitions", body.replace("张三三", "周" + phone));
        String second =
                office.created(
                        "/petitions",
                        body.replace("张三三", "吴" + phone).replace("2024-03-01", "2024-06-01"));
        JsonPath similar = office.read(second + "/similar");
        String found = "find { it.id == '" + PetitionOffice.id(first) + "' }.proposal";
        assertEquals("REPEAT", similar.getString(found));
    }

    private static String extension(String on, String toldOn, int days) {
        return """
        {"on":"%s","days":%d,"approvedBy":"镇长","toldOn":"%s","reason":"情况复杂"}"""
                .formatted(on, days, toldOn);
    }
}
