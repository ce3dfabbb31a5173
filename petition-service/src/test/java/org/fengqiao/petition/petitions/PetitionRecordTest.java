package org.fengqiao.petition.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fengqiao.petition.PetitionOffice.id;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** What is entered of a petition is what is read: in its view, its history and its lists. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionRecordTest {

    // A township of a county of its own, of which the list of divisions says nothing.
    private static final String HOME = "410496101000";
    private static final String FOREIGN = "410496102000";

    private final PetitionOffice office = office(HOME);

    private static PetitionOffice office(String division) {
        return PetitionOffice.of(
                Tokens.of(
                        "office",
                        division,
                        "petitions:read",
                        "petitions:write",
                        "persons:read",
                        "records:read"));
    }

    /** Steps on record, each with its business date. */
    private List<String> history(String it) {
        return office.read(it + "/history").<Map<String, Object>>getList("$").stream()
                .map(step -> step.get("step") + " " + step.get("on"))
                .toList();
    }

    @Test
    void whatIsKnownOfItsComingIsOnRecord() {
        String body =
                PetitionOffice.newPetition("2024-03-04")
                        .replace("\"DIRECT\"", "\"TRANSFERRED\"")
                        .replace(
                                "\"form\"",
                                """
                                "subChannel":"LEADER_MAILBOX","household":"410423106000",
                                "residence":"410423107000","exchangedOn":"2024-03-06","form\"""");
        office.get(office.created("/petitions", body))
                .then()
                .body("subChannel", equalTo("LEADER_MAILBOX"))
                .body("household", equalTo("410423106000"))
                .body("residence", equalTo("410423107000"))
                .body("exchangedOn", equalTo("2024-03-06"))
                .body("receivedOn", equalTo("2024-03-06"))
                .body("skippedNotice", equalTo(false));
    }

    /** XF 23, paragraph 2. */
    @Test
    void whoCannotBeReachedIsSkipped() {
        String body =
                PetitionOffice.newPetition("2024-03-04")
                        .replaceAll(
                                "(?s)\"petitioners\".*", "\"petitioners\":[{\"name\":\"某村民\"}]}");
        String it = office.created("/petitions", body);
        office.get(it)
                .then()
                .body("skippedNotice", equalTo(true))
                .body("$", not(hasKey("tellDueOn")));
        office.taken(
                it,
                "correction",
                "{\"reason\":\"补录\",\"petitioners\":[{\"name\":\"某村民\",\"address\":\"某村\"}]}");
        office.get(it)
                .then()
                .body("skippedNotice", equalTo(false))
                .body("tellDueOn", equalTo("2024-03-19"));
    }

    @Test
    void aWithdrawalIsOnRecord() {
        String it = office.registered("2024-03-04");
        office.taken(it, "withdrawal", "{\"on\":\"2024-03-11\",\"reason\":\"双方和解\"}");
        office.get(it)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawnOn", equalTo("2024-03-11"));
        assertEquals(List.of("REGISTER 2024-03-04", "WITHDRAW 2024-03-11"), history(it));
        office.shown(it + "/history").body("[1].reason", equalTo("双方和解"));
        office.get(it + "/history").then().body("[1]", not(hasKey("reason")));
    }

    @Test
    void aRecusalIsOnRecordAndTheReplacementHandles() {
        String it = office.registered("2024-03-04");
        office.taken(it, "dispatch", dispatch("clerk-7"));
        office.taken(
                it,
                "recusal",
                """
                {"on":"2024-03-06","handler":"clerk-7","replacedBy":"clerk-8","reason":"与信访人系亲属"}""");
        office.shown(it)
                .body("handler", equalTo("clerk-8"))
                .body("handlingUnit", equalTo("LAND_OFFICE"))
                .body("said.recusals[0].on", equalTo("2024-03-06"))
                .body("said.recusals[0].handler", equalTo("clerk-7"))
                .body("said.recusals[0].replacedBy", equalTo("clerk-8"))
                .body("said.recusals[0].reason", equalTo("与信访人系亲属"));
        assertEquals("RECUSE 2024-03-06", history(it).get(2));
        office.shown(it + "/history").body("[2].reason", equalTo("与信访人系亲属"));
        office.step(it, "dispatch", dispatch("clerk-7"))
                .then()
                .statusCode(422)
                .body("code", equalTo("RECUSED"))
                .body("legalBasis", equalTo("XF 28"))
                .body("errors[0].pointer", equalTo("/handler"));
    }

    /** XF 25: whatever has become of it. */
    @Test
    void anUrgentReportIsOnRecordInAnyStatus() {
        String it = office.registered("2024-03-04");
        office.taken(it, "withdrawal", "{\"on\":\"2024-03-05\",\"reason\":\"双方和解\"}");
        office.taken(
                it,
                "urgent-report",
                "{\"on\":\"2024-03-06\",\"receiver\":\"镇党委\",\"matter\":\"可能聚集\"}");
        office.shown(it)
                .body("status", equalTo("WITHDRAWN"))
                .body("said.urgentReports[0].on", equalTo("2024-03-06"))
                .body("said.urgentReports[0].receiver", equalTo("镇党委"))
                .body("said.urgentReports[0].matter", equalTo("可能聚集"));
        assertEquals("REPORT_URGENT 2024-03-06", history(it).get(2));
    }

    @Test
    void aRefusalIsOnRecordAndTells() {
        String it = office.registered("2024-03-04");
        office.taken(
                it,
                "refusal",
                "{\"on\":\"2024-03-07\",\"ground\":\"JUDICIAL_MATTER\",\"explanation\":\"法院已立案\"}");
        office.shown(it)
                .body("status", equalTo("REFUSED"))
                .body("toldOn", equalTo("2024-03-07"))
                .body("said.refused.on", equalTo("2024-03-07"))
                .body("said.refused.ground", equalTo("JUDICIAL_MATTER"))
                .body("said.refused.explanation", equalTo("法院已立案"));
        assertEquals("REFUSE 2024-03-07", history(it).get(1));
    }

    @Test
    void aRedirectionIsOnRecordAndTells() {
        String it = office.registered("2024-03-04");
        office.taken(it, "redirection", "{\"on\":\"2024-03-07\",\"organ\":\"县人社局\"}");
        office.shown(it)
                .body("status", equalTo("REDIRECTED"))
                .body("toldOn", equalTo("2024-03-07"))
                .body("said.redirected.on", equalTo("2024-03-07"))
                .body("said.redirected.organ", equalTo("县人社局"));
        assertEquals("REDIRECT 2024-03-07", history(it).get(1));
    }

    @Test
    void aResolutionIsOnRecordOnce() {
        String it = office.concluded("2024-03-04", "2024-03-20");
        office.taken(it, "resolution", "{\"on\":\"2024-05-06\",\"how\":\"书面息诉\"}");
        office.shown(it)
                .body("status", equalTo("CONCLUDED"))
                .body("resolvedOn", equalTo("2024-05-06"))
                .body("said.resolution.how", equalTo("书面息诉"));
        assertEquals("RESOLVE 2024-05-06", history(it).get(3));
        office.step(it, "resolution", "{\"on\":\"2024-05-07\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RESOLVED"))
                .body("legalBasis", equalTo("XF 37"));
        office.get(it).then().body("resolvedOn", equalTo("2024-05-06"));
    }

    @Test
    void aPetitionerIsToldOnce() {
        String it = office.registered("2024-03-04");
        office.taken(it, "notification", "{\"on\":\"2024-03-05\",\"onTheSpot\":true}");
        office.step(it, "notification", "{\"on\":\"2024-03-06\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_TOLD"))
                .body("legalBasis", equalTo("XF 23"));
        office.get(it)
                .then()
                .body("toldOn", equalTo("2024-03-05"))
                .body("said.notice.onTheSpot", equalTo(true))
                .body("version", equalTo(2));
    }

    /** The department and the unit are rated apart, and of each the last rating holds. */
    @Test
    void bothBodiesAreRatedAndTheLastRatingHolds() {
        String it = office.concluded("2024-03-04", "2024-03-20");
        rate(it, "2024-04-01", "PETITION_DEPARTMENT", "SATISFIED");
        rate(it, "2024-04-02", "HANDLING_UNIT", "DISSATISFIED");
        rate(it, "2024-04-09", "HANDLING_UNIT", "FAIRLY_SATISFIED");
        office.get(it).then().body("said.ratings", hasSize(3));
        String export = new String(exported(), UTF_8);
        List<String> header = List.of(export.lines().findFirst().orElseThrow().split(",", -1));
        List<String> row =
                export.lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(id(it)))
                        .map(line -> List.of(line.split(",", -1)))
                        .findFirst()
                        .orElseThrow();
        assertEquals("满意", row.get(header.indexOf("信访部门评价")));
        assertEquals("基本满意", row.get(header.indexOf("责任单位评价")));
        assertEquals("2024-04-09", row.get(header.indexOf("评价日期")));
    }

    private byte[] exported() {
        return PetitionOffice.of(Tokens.of("office", HOME, "persons:read", "ledgers:export"))
                .exported("petitions", 2024);
    }

    private void rate(String it, String on, String of, String rating) {
        office.taken(
                it,
                "rating",
                "{\"on\":\"%s\",\"of\":\"%s\",\"rating\":\"%s\"}".formatted(on, of, rating));
    }

    /** It lies with a person of the organ, and is that person's open work. */
    @Test
    void aHandlerFindsItAmongTheOpenLimits() {
        String handler = "clerk-" + UUID.randomUUID();
        String it = office.registered("2024-03-04");
        office.taken(it, "dispatch", dispatch(handler));
        office.get(it)
                .then()
                .body("handler", equalTo(handler))
                .body("said.dispatches[0].on", equalTo("2024-03-05"))
                .body("said.dispatches[0].unit", equalTo("LAND_OFFICE"));
        JsonPath mine = office.read("/deadlines?handler=" + handler);
        assertEquals(List.of(id(it)), mine.getList("items.recordId"));
        assertEquals(List.of("TELL"), mine.getList("items.rule"));
        assertEquals(
                List.of(), office.read("/deadlines?handler=nobody-" + handler).getList("items"));
        assertEquals(1, open(handler));
        office.taken(it, "acceptance", "{\"on\":\"2024-03-06\",\"route\":\"HANDLING_OPINION\"}");
        assertEquals(2, open(handler));
        office.taken(it, "notification", "{\"on\":\"2024-03-07\"}");
        office.taken(it, "withdrawal", "{\"on\":\"2024-03-08\",\"reason\":\"双方和解\"}");
        assertNull(load(handler));
    }

    private int open(String handler) {
        Map<String, Object> load = load(handler);
        assertTrue(load != null, "the handler has open limits");
        return (int) load.get("open");
    }

    private Map<String, Object> load(String handler) {
        return office.read("/deadlines/handlers?limit=200")
                .getMap("items.find { it.handler == '" + handler + "' }");
    }

    /** Another organ's petition is not there, whoever the clerk would give it to. */
    @Test
    void nobodyGivesOutAnotherOrgansPetition() {
        String it = office.registered("2024-03-04");
        office(FOREIGN)
                .step(it, "dispatch", dispatch("clerk-9"), "\"1\"")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        office("410496000000")
                .step(it, "dispatch", dispatch("clerk-9"))
                .then()
                .statusCode(403)
                .body("code", equalTo("STEP_NOT_YOURS"));
        office.get(it).then().body("version", equalTo(1)).body("$", not(hasKey("handler")));
    }

    private static String dispatch(String handler) {
        return "{\"on\":\"2024-03-05\",\"unit\":\"LAND_OFFICE\",\"handler\":\"" + handler + "\"}";
    }
}
