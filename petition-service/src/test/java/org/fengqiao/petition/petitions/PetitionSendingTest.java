package org.fengqiao.petition.petitions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A petition on its way between organs, and back (XF 22, 23): it arrives as it left. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionSendingTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";
    private static final String CITY = "410400000000";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();
    private final PetitionOffice city = PetitionOffice.city();

    @Test
    void whatComesBackThroughTwoLevelsIsAtEachAsItWas() {
        String it = assignedToTheCountyAndTransferredOn();
        office.taken(it, "objection", "{\"on\":\"2024-03-13\",\"reason\":\"不属于本镇职权\"}");
        county.taken(it, "objection-decision", "{\"on\":\"2024-03-14\",\"consented\":true}");
        county.get(it)
                .then()
                .body("division", equalTo(COUNTY))
                .body("source", equalTo("ASSIGNED"))
                .body("senderDivision", equalTo(CITY))
                .body("exchangedOn", equalTo("2024-03-05"))
                .body("assignedDueOn", equalTo("2024-05-31"))
                .body("receivedOn", equalTo("2024-03-14"));
        county.taken(it, "objection", "{\"on\":\"2024-03-15\",\"reason\":\"不属于本县职权\"}");
        city.taken(it, "objection-decision", "{\"on\":\"2024-03-18\",\"consented\":true}");
        city.get(it)
                .then()
                .body("division", equalTo(CITY))
                .body("source", equalTo("DIRECT"))
                .body("$", not(hasKey("senderDivision")))
                .body("$", not(hasKey("assignedDueOn")));
    }

    @Test
    void anAssignmentThatIsPassedOnStillBindsWhoWasAssigned() {
        String it = assignedToTheCountyAndTransferredOn();
        office.get(it)
                .then()
                .body("source", equalTo("TRANSFERRED"))
                .body("assignedDueOn", equalTo("2024-05-31"))
                .body("dueOn", equalTo("2024-05-31"));
        assertEquals("2024-05-31", listedDueOn(county, it));
        assertEquals(null, listedDueOn(office, it));
    }

    @Test
    void anObjectionThatIsNotConsentedToLeavesItWhereItIs() {
        String it = assignedToTheCountyAndTransferredOn();
        office.step(it, "objection", "{\"on\":\"2024-03-07\",\"reason\":\"不属于本镇职权\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"));
        // Six working days after the receipt of Friday 8 March: recorded, and too late (XF 23).
        office.taken(it, "objection", "{\"on\":\"2024-03-18\",\"reason\":\"不属于本镇职权\"}");
        assertEquals("LAPSED", state(it, "OBJECTION"));
        county.step(it, "objection-decision", "{\"on\":\"2024-03-17\",\"consented\":false}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"));
        county.taken(it, "objection-decision", "{\"on\":\"2024-03-19\",\"consented\":false}");
        office.get(it)
                .then()
                .body("status", equalTo("REGISTERED"))
                .body("division", equalTo(TOWNSHIP))
                .body("said.objections[0].consented", equalTo(false));
    }

    @Test
    void whatCameDirectlyIsNotObjectedTo() {
        String it = office.registered("2024-03-01");
        office.step(it, "objection", "{\"on\":\"2024-03-04\",\"reason\":\"不属于本镇职权\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("DIRECT_PETITION"))
                .body("legalBasis", equalTo("XF 23"));
    }

    /** P-02: a refused assignment is not one to be concluded, and is no overdue work either. */
    @Test
    void aRefusalEndsTheLimitOfAnAssignment() {
        String it = county.created("/petitions", PetitionOffice.newPetition("2024-03-01"));
        county.taken(it, "assignment", assignment("2024-03-08", TOWNSHIP, "2024-04-08"));
        office.taken(
                it,
                "refusal",
                "{\"on\":\"2024-03-11\",\"ground\":\"JUDICIAL_MATTER\",\"explanation\":\"法院正在审理\"}");
        assertEquals("MET", state(it, "ASSIGNED"));
    }

    /** What was missed is not unmade by what came later (P-02). */
    @Test
    void whoWithdrawsAfterTheLimitLeavesItMissed() {
        String late = office.accepted("2024-03-01");
        office.taken(late, "withdrawal", "{\"on\":\"2024-05-06\",\"reason\":\"问题已解决\"}");
        assertEquals("MISSED", state(late, "HANDLE"));
        String early = office.accepted("2024-03-01");
        office.taken(early, "withdrawal", "{\"on\":\"2024-04-30\",\"reason\":\"问题已解决\"}");
        assertEquals("MET", state(early, "HANDLE"));
    }

    /** P-06 is about those who need to be told: XF 23, and while there is somebody to tell. */
    @Test
    void nobodyNeedBeToldByADepartmentOrAfterAWithdrawal() {
        String atCounty = county.registered("2024-03-01");
        county.get(atCounty).then().body("$", not(hasKey("tellDueOn")));
        county.taken(
                atCounty, "acceptance", "{\"on\":\"2024-03-08\",\"route\":\"HANDLING_OPINION\"}");
        assertEquals("MET", state(atCounty, "SORT"));
        String withdrawn = office.registered("2024-03-01");
        office.get(withdrawn).then().body("tellDueOn", equalTo("2024-03-18"));
        office.taken(withdrawn, "withdrawal", "{\"on\":\"2024-03-04\",\"reason\":\"问题已解决\"}");
        assertEquals("MET", state(withdrawn, "TELL"));
    }

    /** A notice is no way to go: the department still has to sort (XF 22). */
    @Test
    void aNoticeIsNoSorting() {
        String it = county.registered("2024-03-01");
        county.taken(it, "notification", "{\"on\":\"2024-03-04\"}");
        assertEquals("MISSED", state(it, "SORT"));
    }

    /** XF 22(1), 23: the organ of the department's own level that it was sent to tells. */
    @Test
    void whoeverIsSentItAtTheDepartmentsOwnLevelTells() {
        String it = county.registered("2024-03-01");
        county.taken(it, "transfer", transfer("2024-03-08", COUNTY));
        assertEquals("MET", state(it, "SORT"));
        assertEquals("MISSED", state(it, "TELL"));
    }

    @Test
    void aLimitIsNotSetForADayThatHasPassed() {
        String it = county.registered("2024-03-01");
        county.step(it, "assignment", assignment("2024-03-08", TOWNSHIP, "2024-03-07"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/dueOn"));
    }

    private String assignedToTheCountyAndTransferredOn() {
        String it = city.created("/petitions", PetitionOffice.newPetition("2024-03-01"));
        city.taken(it, "assignment", assignment("2024-03-05", COUNTY, "2024-05-31"));
        county.taken(it, "transfer", transfer("2024-03-08", TOWNSHIP));
        return it;
    }

    private static String assignment(String on, String to, String dueOn) {
        return "{\"on\":\"%s\",\"toDivision\":\"%s\",\"dueOn\":\"%s\"}".formatted(on, to, dueOn);
    }

    private static String transfer(String on, String to) {
        return "{\"on\":\"%s\",\"toDivision\":\"%s\"}".formatted(on, to);
    }

    private String state(String petition, String rule) {
        return city.read(petition + "/deadlines")
                .getString("find { it.rule == '" + rule + "' }.state");
    }

    /** The last day of the assignment in the organ's own list of late work, or {@code null}. */
    private static String listedDueOn(PetitionOffice organ, String petition) {
        JsonPath page = organ.read("/deadlines?state=MISSED&limit=200");
        return page.getString(
                "items.find { it.recordId == '%s' && it.rule == 'ASSIGNED' }?.dueOn"
                        .formatted(PetitionOffice.id(petition)));
    }
}
