package org.fengqiao.petition.neighbours;

import static org.fengqiao.petition.neighbours.TownshipRecords.COUNTY;
import static org.fengqiao.petition.neighbours.TownshipRecords.HOME;
import static org.fengqiao.petition.neighbours.TownshipRecords.OTHER_COUNTY;
import static org.fengqiao.petition.neighbours.TownshipRecords.OTHER_PROVINCE;
import static org.fengqiao.petition.neighbours.TownshipRecords.OWN_VILLAGE;
import static org.fengqiao.petition.neighbours.TownshipRecords.TOWNSHIP;
import static org.fengqiao.petition.neighbours.TownshipRecords.VILLAGE;
import static org.fengqiao.petition.neighbours.TownshipRecords.as;
import static org.fengqiao.petition.neighbours.TownshipRecords.office;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the records of a township another is shown nothing: in no list, count, file or feed. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersSeeNothingTest {

    private static final String NOWHERE = "410423299000";

    private TownshipRecords records;

    /** Once, but not before the first test: only then does RestAssured know the port. */
    @BeforeEach
    void thereIsSomethingToSee() {
        records = records == null ? new TownshipRecords() : records;
    }

    @ParameterizedTest
    @ValueSource(strings = {TOWNSHIP, OWN_VILLAGE, VILLAGE, OTHER_COUNTY, OTHER_PROVINCE})
    void noReadingShowsItToAnother(String division) {
        List<Answer> read = records.readBy(division);
        for (Answer it : read) {
            showsNothing(it);
        }
        assertEquals(List.of(404), statuses(read));
        assertEquals(ofRecords(records.readOfNone(division)), ofRecords(read));
        search(division).body("items.size()", equalTo(0));
    }

    private static List<Answer> ofRecords(List<Answer> read) {
        return read.stream().filter(it -> it.request().endsWith(" -")).toList();
    }

    private static List<Integer> statuses(List<Answer> read) {
        return ofRecords(read).stream().map(Answer::status).distinct().toList();
    }

    private void showsNothing(Answer it) {
        Stream.concat(
                        records.ids.values().stream(),
                        Stream.of(HOME, records.number, records.handler, records.name))
                .forEach(text -> assertFalse(it.body().contains(text), it::toString));
    }

    private ValidatableResponse search(String division) {
        return as(division)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + records.name + "\"}")
                .post("/petition/v1/searches")
                .then()
                .statusCode(200);
    }

    /** The control: the same readings show it to the county above. */
    @Test
    void everyReadingShowsItToTheCountyAbove() {
        List<Answer> read = records.readBy(COUNTY);
        assertEquals(List.of(200), statuses(read));
        Map<String, String> ids = records.ids;
        shows(read, "listPetitions", ids.get("petitions"));
        shows(read, "listVisits", ids.get("visits"));
        shows(read, "listSupervisions", ids.get("supervisions"));
        shows(read, "listImprovementProposals", ids.get("improvement-proposals"));
        shows(read, "listBacklogCases", ids.get("backlog-cases"));
        shows(read, "listImports", ids.get("imports"));
        shows(read, "listHandlers", records.handler);
        shows(read, "listDeadlines", HOME);
        shows(read, "getAnnualPetitionStatistics", HOME);
        shows(read, "exportLedger petitions", records.number);
        shows(read, "exportLedger visits", records.number);
        shows(read, "exportLedger backlog", records.number);
        assertEquals(1, (int) search(COUNTY).extract().path("items.size()"));
        assertTrue(office(HOME).get("/changes").asString().contains(ids.get("petitions")));
    }

    private static void shows(List<Answer> read, String request, String text) {
        assertTrue(
                read.stream()
                        .anyMatch(it -> it.request().equals(request) && it.body().contains(text)),
                request);
    }

    /** A matter of the same person elsewhere finds no repeat here, and is none. */
    @Test
    void theMatterOfTheSamePersonElsewhereIsNotSimilar() {
        PetitionOffice other = office("410423210000");
        String own = other.created("/petitions", records.petition());
        assertEquals("[]", other.get(own + "/similar").asString());
        office(COUNTY)
                .get(own + "/similar")
                .then()
                .body("[0].id", equalTo(records.ids.get("petitions")));
        assertEquals(1, (int) search("410423210000").extract().path("items.size()"));
    }

    /** What is asked of the division, of a person of it, or by another's cursor. */
    @Test
    void askingForItIsLikeAskingForNone() {
        PetitionOffice other = office(TOWNSHIP);
        for (String path :
                List.of(
                        "/statistics?year=2024&division=",
                        "/deadlines?division=",
                        "/deadlines/handlers?division=")) {
            assertEquals(404, other.get(path + HOME).statusCode(), path);
            assertEquals(other.get(path + NOWHERE).asString(), other.get(path + HOME).asString());
            assertEquals(200, office(COUNTY).get(path + HOME).statusCode(), path);
        }
        String byHandler = "/deadlines?limit=200&below=true&handler=" + records.handler;
        assertEquals(List.of(), other.read(byHandler).getList("items"));
        assertEquals(HOME, office(COUNTY).read(byHandler).getString("items[0].division"));
        // The newest of all is of another county, so the county's next page would show the record.
        office(COUNTY).created("/petitions", PetitionOffice.newPetition("2024-03-02"));
        String next = office(COUNTY).read("/petitions?limit=1").getString("next");
        assertNotNull(next);
        String page = "/petitions?limit=200&cursor=" + next;
        showsNothing(new Answer(page, 200, other.get(page).asString()));
        assertTrue(
                office(COUNTY).get(page).asString().contains(records.ids.get("petitions")), page);
    }
}
