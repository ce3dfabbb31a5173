package org.fengqiao.petition.supervision;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The figures of the annual report (XF 41), counted by hand in a county of its own. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class StatisticsTest {

    private static final String COUNTY = "410481000000";
    private static final String HOME = "410481101000";
    private static final String OTHER = "410481102000";

    private final PetitionOffice county = at(COUNTY);
    private final PetitionOffice home = at(HOME);
    private final PetitionOffice other = at(OTHER);

    @Test
    void theYearIsCounted() {
        petitions();
        actsOfTheDepartment();
        JsonPath year = year(county, "2023");
        assertEquals(5, year.getInt("registered"));
        assertEquals(List.of(4, 1), year.getList("byContentClass.petitions"));
        assertEquals("010000", year.getString("byContentClass[0].contentClass"));
        assertEquals(3, count(year, "byFormAndSource", "LETTER", "DIRECT"));
        assertEquals(1, count(year, "byFormAndSource", "LETTER", "TRANSFERRED"));
        assertEquals(1, count(year, "byFormAndSource", "ONLINE", "ASSIGNED"));
        assertEquals(1, year.getInt("transfers"));
        assertEquals(1, year.getInt("assignments"));
        assertEquals(HOME, year.getString("mostComplainedOf[0].division"));
        assertEquals(2, year.getInt("mostComplainedOf[0].petitions"));
        String delay = "supervisions.find { it.cause == 'DELAY' }.";
        assertEquals(2, year.getInt(delay + "supervisions"));
        assertEquals(1, year.getInt(delay + "answered"));
        assertEquals(0, year.getInt("supervisions.find { it.cause == 'REFUSAL' }.supervisions"));
        String improvement = "proposals.find { it.kind == 'IMPROVEMENT' }.";
        assertEquals(2, year.getInt(improvement + "proposals"));
        assertEquals(1, year.getInt(improvement + "adopted"));
        assertEquals(0, year.getInt(improvement + "notAdopted"));
        assertFalse(year.prettify().contains("张三三"));
        elsewhere();
    }

    private void petitions() {
        home.registered("2023-03-01");
        String dispatched = home.registered("2023-03-02");
        home.taken(dispatched, "dispatch", "{\"on\":\"2023-03-03\",\"unit\":\"LAND_OFFICE\"}");
        String second = home.registered("2023-03-03");
        home.taken(second, "dispatch", "{\"on\":\"2023-03-04\",\"unit\":\"LAND_OFFICE\"}");
        home.registered("2022-12-31");
        String voided = home.registered("2023-03-04");
        home.taken(voided, "voiding", "{\"reason\":\"重复\"}");
        String sent = county.created("/petitions", PetitionOffice.newPetition("2023-04-01"));
        county.taken(sent, "transfer", sending(OTHER, ""));
        String online =
                PetitionOffice.newPetition("2023-04-01")
                        .replace("LETTER", "ONLINE")
                        .replace("SEEK_SETTLEMENT", "PROPOSAL")
                        .replace("010200", "990000");
        String assigned = county.created("/petitions", online);
        county.taken(assigned, "assignment", sending(OTHER, ",\"dueOn\":\"2023-06-01\""));
    }

    private void actsOfTheDepartment() {
        String supervision = PetitionOffice.newSupervision(HOME, "2023-05-10", "2023-05-20");
        String answered = county.created("/supervisions", supervision);
        home.taken(answered, "answer", "{\"on\":\"2023-05-15\",\"answer\":\"已办结\"}");
        county.created("/supervisions", supervision.replace(HOME, OTHER));
        county.created("/supervisions", supervision.replace("2023-05", "2022-05"));
        String proposal = PetitionOffice.newProposal(HOME, "2023-05-08");
        String adopted = county.created("/improvement-proposals", proposal);
        home.taken(
                adopted,
                "feedback",
                "{\"on\":\"2023-05-20\",\"adopted\":\"ADOPTED\",\"feedback\":\"采纳\"}");
        county.created("/improvement-proposals", proposal.replace(HOME, OTHER));
    }

    private void elsewhere() {
        JsonPath own = year(home, "2023");
        assertEquals(3, own.getInt("registered"));
        assertEquals(0, own.getInt("transfers"));
        assertEquals(1, own.getInt("supervisions.find { it.cause == 'DELAY' }.supervisions"));
        JsonPath narrowed = year(county, "2023&division=" + HOME);
        assertEquals(3, narrowed.getInt("registered"));
        assertEquals(HOME, narrowed.getString("division"));
        assertEquals(2, year(other, "2023").getInt("registered"));
        home.get("/statistics?year=2023&division=" + OTHER).then().statusCode(404);
        assertEquals(0, year(at("410482000000"), "2023").getInt("registered"));
    }

    @Test
    void aYearThatHasNotBegunHasNoFigures() {
        county.get("/statistics?year=2099")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("year"));
        county.get("/statistics").then().statusCode(400);
    }

    private static JsonPath year(PetitionOffice office, String year) {
        return office.read("/statistics?year=" + year);
    }

    private static int count(JsonPath year, String list, String form, String source) {
        return year.getInt(
                "%s.find { it.form == '%s' && it.source == '%s' }.petitions"
                        .formatted(list, form, source));
    }

    private static String sending(String to, String more) {
        return "{\"on\":\"2023-04-05\",\"toDivision\":\"%s\"%s}".formatted(to, more);
    }

    private static PetitionOffice at(String division) {
        return PetitionOffice.of(
                Tokens.of("office", division, "petitions:read", "petitions:write"));
    }
}
