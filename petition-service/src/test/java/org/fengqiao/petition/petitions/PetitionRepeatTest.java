package org.fengqiao.petition.petitions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A matter that comes again: proposed by the system, said by a person, counted once. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionRepeatTest {

    private static final String TOWNSHIP = "410423106000";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();
    private final PetitionOffice city = PetitionOffice.city();

    @Test
    void aRepeatIsOfTheSameMatter() {
        String first = office.registered("2024-03-01");
        String second = office.created("/petitions", repeating(first, "2024-06-03", "\"REPEAT\""));
        office.get(second)
                .then()
                .body("matterId", equalTo(PetitionOffice.id(first)))
                .body("repetition", equalTo("REPEAT"));
        office.post("/petitions", repeating(first, "2024-06-03", "\"FIRST\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("REPETITION"));
        office.post("/petitions", repeating("/" + UUID.randomUUID(), "2024-06-03", "\"REPEAT\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("PETITION_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/repeatsId"));
    }

    /** P-03-M to P-09-M count matters: a repeat found later takes its visits along. */
    @Test
    void theVisitsFollowWhenARepeatIsFoundLater() {
        String first = office.registered("2024-03-01");
        String second = office.registered("2024-06-03");
        String visit =
                office.created(
                        "/visits",
                        PetitionOffice.newVisit(TOWNSHIP, "2024-06-10", "CITY", 1)
                                .replaceFirst(
                                        "\\{",
                                        "{\"petitionId\":\"" + PetitionOffice.id(second) + "\","));
        assertEquals(PetitionOffice.id(second), office.read(visit).getString("matterId"));
        office.taken(second, "correction", corrected(first));
        office.get(visit)
                .then()
                .body("matterId", equalTo(PetitionOffice.id(first)))
                .body("version", equalTo(2));
        office.step(first, "correction", corrected(first))
                .then()
                .statusCode(422)
                .body("code", equalTo("REPEATS_ITSELF"));
    }

    @Test
    void theProposalTellsWhatStandsBelowAndWhatIsFinal() {
        String person = "郑" + UUID.randomUUID();
        String below = office.created("/petitions", of(person, "2024-03-01"));
        office.taken(below, "acceptance", "{\"on\":\"2024-03-02\",\"route\":\"HANDLING_OPINION\"}");
        String above = county.created("/petitions", of(person, "2024-03-11"));
        assertEquals("HANDLED_BELOW", proposal(county, above, below));
        assertEquals("XF 19", legalBasis(county, above, below));
        String twin = office.created("/petitions", of(person, "2024-03-20"));
        assertEquals("DUPLICATE", proposal(office, twin, below));
        String other =
                office.created("/petitions", of(person, "2024-03-20").replace("010200", "030000"));
        assertNull(proposal(office, other, below), "another matter is nobody's business");
        finalised(below);
        assertEquals("SAME_FACTS_AFTER_FINAL_REVIEW", proposal(office, twin, below));
        assertEquals("XF 36", legalBasis(office, twin, below));
        assertEquals("REGISTERED", office.read(twin).getString("status"));
    }

    /** XF 36: a person refuses, and names the matter or says why. */
    @Test
    void sameFactsAreRefusedOnlyAfterAFinalReview() {
        String first = office.accepted("2024-03-01");
        String again = office.registered("2024-09-02");
        String ground = "SAME_FACTS_AFTER_FINAL_REVIEW";
        refused(office, again, ground, first, "GROUND", "XF 36");
        refused(office, again, ground, null, "GROUND_UNTOLD", "XF 36");
        finalised(first);
        office.taken(again, "refusal", refusal(ground, first));
        office.get(again)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("matterId", equalTo(PetitionOffice.id(first)));
    }

    /** XF 19 speaks of the organ above: a township has none below. */
    @Test
    void whatIsHandledBelowIsRefusedAboveOnly() {
        String below = office.accepted("2024-03-01");
        String here = office.registered("2024-03-11");
        refused(office, here, "HANDLED_BELOW", below, "GROUND", "XF 19");
        String above = county.registered("2024-03-11");
        refused(county, above, "HANDLED_BELOW", null, "GROUND_UNTOLD", "XF 19");
        county.taken(above, "refusal", refusal("HANDLED_BELOW", below));
        county.get(above).then().body("repeatsId", equalTo(PetitionOffice.id(below)));
    }

    @Test
    void aReplyIsDeliveredOnce() {
        String it = office.concluded("2024-03-01", "2024-03-20");
        String delivery =
                "{\"on\":\"2024-03-21\",\"receivedOn\":\"2024-03-22\",\"method\":\"MAIL\"}";
        office.taken(it, "delivery", delivery);
        office.step(it, "delivery", delivery.replace("2024-03-22", "2024-06-22"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_DELIVERED"))
                .body("legalBasis", equalTo("XF 35"));
    }

    /** XF 35, D2: without a day of receipt the right is unknown, and the day can still be told. */
    @Test
    void aReviewWithoutADayOfReceiptLeavesTheRightUnknown() {
        String it = office.concluded("2024-03-01", "2024-03-20");
        assertEquals("UNKNOWN", right(it));
        county.taken(it, "reexamination-request", "{\"on\":\"2024-05-06\"}");
        assertEquals("UNKNOWN", right(it));
        office.taken(
                it,
                "delivery",
                "{\"on\":\"2024-03-21\",\"receivedOn\":\"2024-03-22\",\"method\":\"MAIL\"}");
        assertEquals("LAPSED", right(it));
    }

    private String right(String petition) {
        return office.read(petition + "/deadlines")
                .getString("find { it.rule == 'REEXAMINATION_REQUEST' }.state");
    }

    /** D4: a gap is nothing to conclude from, for there are others; no number is given twice. */
    @Test
    void numbersAscendWithGapsOfTheirOwn() {
        List<Integer> numbers =
                Stream.generate(() -> office.read(office.registered("2019-03-01")))
                        .limit(100)
                        .map(it -> it.getString("petitionNumber").replaceAll(".*第|号", ""))
                        .map(Integer::valueOf)
                        .toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        int span = numbers.get(99) - numbers.get(0);
        assertTrue(span > 99, "no number of a hundred was left out");
    }

    /** What is offered next can be taken. */
    @Test
    void aStepThatTheRecordStandsAgainstIsNotOffered() {
        String it = office.registered("2024-03-01");
        List<String> offered = office.read(it).getList("nextSteps");
        assertTrue(offered.containsAll(List.of("NOTIFY", "ACCEPT", "REDIRECT")), offered::toString);
        assertFalse(offered.contains("OBJECT"));
        office.taken(it, "notification", "{\"on\":\"2024-03-04\"}");
        assertFalse(office.read(it).getList("nextSteps").contains("NOTIFY"));
    }

    /** XF 21: of two petitions of one number the organ could not tell which a ledger means. */
    @Test
    void aNumberThatTheReceivingOrganHasIsNotSentThere() {
        String number = "N" + System.nanoTime();
        String body =
                PetitionOffice.newPetition("2024-03-01")
                        .replaceFirst("\\{", "{\"nationalNumber\":\"" + number + "\",");
        String above = county.created("/petitions", body);
        office.created("/petitions", body);
        county.step(
                        above,
                        "transfer",
                        "{\"on\":\"2024-03-04\",\"toDivision\":\"" + TOWNSHIP + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_TAKEN"));
    }

    /** XF 28: who stood down does not come back, and nobody else loses the matter by it. */
    @Test
    void whoStoodDownIsNotNamedAgain() {
        String it = office.accepted("2024-03-01");
        office.taken(it, "dispatch", dispatch("clerk-1"));
        office.taken(it, "recusal", recusal("clerk-9", null));
        office.get(it).then().body("handler", equalTo("clerk-1"));
        office.taken(it, "recusal", recusal("clerk-1", "clerk-2"));
        office.get(it).then().body("handler", equalTo("clerk-2"));
        office.step(it, "dispatch", dispatch("clerk-1"))
                .then()
                .statusCode(422)
                .body("code", equalTo("RECUSED"))
                .body("legalBasis", equalTo("XF 28"));
    }

    /** What is given is corrected; the day of receipt, which starts the clocks, stays (XF 23). */
    @Test
    void aCorrectedSenderLeavesTheDayOfReceipt() {
        String it =
                office.created(
                        "/petitions",
                        PetitionOffice.newPetition("2024-03-01")
                                .replace(
                                        "\"DIRECT\"",
                                        "\"TRANSFERRED\",\"receivedOn\":\"2024-03-05\""));
        office.taken(it, "correction", "{\"reason\":\"录入错误\",\"senderDivision\":\"410400000000\"}");
        office.get(it)
                .then()
                .body("senderDivision", equalTo("410400000000"))
                .body("receivedOn", equalTo("2024-03-05"));
    }

    /** P-08: what is settled once is entered once. */
    @Test
    void aResolvedPetitionResolvesItsCaseOfTheBacklog() {
        String it = office.accepted("2024-03-01");
        String backlog =
                office.created(
                        "/backlog-cases",
                        PetitionOffice.newBacklogCase(TOWNSHIP, "2024-04-01")
                                .replaceFirst(
                                        "\\{",
                                        "{\"petitionId\":\"" + PetitionOffice.id(it) + "\","));
        office.get(backlog).then().body("$", not(hasKey("resolvedOn")));
        office.taken(it, "resolution", "{\"on\":\"2024-05-06\",\"how\":\"信访人书面息诉\"}");
        office.get(backlog).then().body("resolvedOn", equalTo("2024-05-06"));
    }

    private void finalised(String it) {
        office.taken(it, "conclusion", PetitionOffice.handlingOpinion("2024-03-20"));
        county.taken(it, "reexamination-request", "{\"on\":\"2024-03-25\"}");
        county.taken(it, "reexamination-opinion", opinion("2024-04-10"));
        city.taken(it, "final-review-request", "{\"on\":\"2024-04-15\"}");
        city.taken(it, "final-review-opinion", opinion("2024-05-06"));
    }

    private static String opinion(String on) {
        return "{\"on\":\"" + on + "\",\"result\":\"UPHELD\",\"opinion\":\"维持\"}";
    }

    private static void refused(
            PetitionOffice organ,
            String it,
            String ground,
            String repeated,
            String code,
            String article) {
        organ.step(it, "refusal", refusal(ground, repeated))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("legalBasis", equalTo(article));
    }

    private static String refusal(String ground, String repeated) {
        String which =
                repeated == null ? "" : ",\"repeatsId\":\"" + PetitionOffice.id(repeated) + "\"";
        return "{\"ground\":\"" + ground + "\"" + which + "}";
    }

    private static String repeating(String first, String on, String repetition) {
        return PetitionOffice.newPetition(on)
                .replaceFirst(
                        "\\{",
                        "{\"repeatsId\":\"%s\",\"repetition\":%s,"
                                .formatted(PetitionOffice.id(first), repetition));
    }

    private static String corrected(String first) {
        return "{\"reason\":\"同一事项\",\"repeatsId\":\"" + PetitionOffice.id(first) + "\"}";
    }

    private static String of(String person, String on) {
        return PetitionOffice.newPetition(on).replace("张三三", person);
    }

    private static String dispatch(String handler) {
        return "{\"on\":\"2024-03-04\",\"unit\":\"LAND_OFFICE\",\"handler\":\"" + handler + "\"}";
    }

    private static String recusal(String handler, String replacedBy) {
        String by = replacedBy == null ? "" : ",\"replacedBy\":\"" + replacedBy + "\"";
        return "{\"on\":\"2024-03-04\",\"handler\":\"%s\"%s,\"reason\":\"与信访人有直接利害关系\"}"
                .formatted(handler, by);
    }

    private static String proposal(PetitionOffice organ, String it, String other) {
        return similar(organ, it, other, "proposal");
    }

    private static String legalBasis(PetitionOffice organ, String it, String other) {
        return similar(organ, it, other, "legalBasis");
    }

    private static String similar(PetitionOffice organ, String it, String other, String field) {
        JsonPath found = organ.read(it + "/similar");
        return found.getString("find { it.id == '" + PetitionOffice.id(other) + "' }?." + field);
    }
}
