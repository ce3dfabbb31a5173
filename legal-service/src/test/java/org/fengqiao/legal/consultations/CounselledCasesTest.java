package org.fengqiao.legal.consultations;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** Participation in mediation is read from mediation's own events (L-06). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CounselledCasesTest {

    private static final String TOWNSHIP = "410423203000";
    private static final String VILLAGE = "410423203201";
    private static final String OTHER_VILLAGE = "410423203202";
    private static final String PATH = "/mediation-participations";
    private static final String ONE = "01912d68-783e-7a03-8467-5661c1243ad1";
    private static final String OTHER = "01912d68-783e-7a03-8467-5661c1243ad2";

    private final Clerk clerk = LegalOffice.of(TOWNSHIP);

    private SourceEvent joined(String... counsel) {
        String matter = UUID.randomUUID().toString();
        return SourceEvent.of("mediation.case.v1")
                .with("division", TOWNSHIP)
                .with("matterId", matter)
                .with("acceptedOn", "2024-03-02")
                .with("counselIds", List.of(counsel))
                .with("counselJoinedOn", "2024-03-05");
    }

    private List<Map<String, Object>> participations(SourceEvent event) {
        return clerk.get(PATH + "?limit=200")
                .jsonPath()
                .getList(
                        "items.findAll { !it.voided && it.record.caseId == '%s' }.record"
                                .formatted(event.id()));
    }

    private List<Integer> versions(SourceEvent event) {
        return clerk.get(PATH + "?limit=200")
                .jsonPath()
                .getList(
                        "items.findAll { it.record.caseId == '%s' }.version".formatted(event.id()));
    }

    @Test
    void aCaseJoinedByTwoIsOneDisputeWithTwoParticipations() {
        SourceEvent joined = joined(ONE, OTHER);
        SourceEvent.deliver(joined);
        List<Map<String, Object>> both = participations(joined);
        assertEquals(2, both.size());
        assertEquals(1, both.stream().map(it -> it.get("disputeId")).distinct().count());
        assertEquals("2024-03-05", both.get(0).get("joinedOn"));
        assertEquals("MEDIATION_CASE", both.get(0).get("source"));
    }

    /** Registered, and perhaps refused later: nothing was mediated. */
    @Test
    void aCaseThatWasNotAcceptedHasNone() {
        SourceEvent registered = joined(ONE).with("acceptedOn", null);
        SourceEvent.deliver(registered);
        assertEquals(List.of(), participations(registered));
        SourceEvent.deliver(registered.next().with("acceptedOn", "2024-03-04"));
        assertEquals(1, participations(registered).size());
    }

    /** Of a batch only the newest comes: the case must have had them before it was voided. */
    @Test
    void aVoidCaseHasNone() {
        SourceEvent joined = joined(ONE, OTHER);
        SourceEvent.deliver(joined);
        assertEquals(2, participations(joined).size());
        SourceEvent.deliver(joined.next().with("voided", true));
        assertEquals(List.of(), participations(joined));
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        SourceEvent joined = joined(ONE);
        SourceEvent.deliver(joined);
        SourceEvent.deliver(joined);
        assertEquals(List.of(1), versions(joined));
    }

    @Test
    void aNewerEventThatTellsNothingOfCounselChangesNothing() {
        SourceEvent joined = joined(ONE);
        SourceEvent.deliver(joined);
        SourceEvent.deliver(joined.next().with("personsInvolved", 7));
        assertEquals(List.of(1), versions(joined));
        SourceEvent.deliver(joined.next().next().with("closedOn", "2024-03-09"));
        assertEquals(List.of(2), versions(joined));
    }

    @Test
    void whatIsTypedIsADisputeRegisteredNowhere() {
        String adviser = LegalOffice.adviser(clerk, TOWNSHIP, "李某某");
        String typed =
                """
                {"division":"%s","adviserId":"%s","joinedOn":"2024-05-10","source":"MEDIATION_CASE",
                 "caseId":"01912d68-783e-7a03-8467-5661c1243ad9","description":"邻里排水"}"""
                        .formatted(TOWNSHIP, adviser);
        String path = clerk.created(PATH, typed);
        Map<String, Object> record = clerk.readFully(path).getMap("record");
        assertEquals("UNREGISTERED", record.get("source"));
        assertEquals(Clerk.id(path), record.get("disputeId"));
        assertEquals(null, record.get("caseId"));
    }

    @Test
    void twoCounselOfADisputeRegisteredNowhereAreInOneDispute() {
        String adviser = LegalOffice.adviser(clerk, TOWNSHIP, "王某某");
        String first = clerk.created(PATH, typed(VILLAGE, adviser, ""));
        String dispute = Clerk.id(first);
        String naming = ",\"disputeId\":\"" + dispute + "\"";
        String second = clerk.created(PATH, typed(VILLAGE, adviser, naming));
        assertEquals(dispute, clerk.readFully(second).getString("record.disputeId"));
        // One that was entered as a dispute of its own is set right by a correction.
        String third = clerk.created(PATH, typed(VILLAGE, adviser, ""));
        String right = typed(VILLAGE, adviser, naming);
        clerk.taken(third, "correction", "{\"reason\":\"同一纠纷\",\"record\":" + right + "}");
        assertEquals(dispute, clerk.readFully(third).getString("record.disputeId"));

        String elsewhere = typed(OTHER_VILLAGE, adviser, naming);
        refused(elsewhere);
        refused(typed(VILLAGE, adviser, ",\"disputeId\":\"" + Clerk.id(second) + "\""));
        refused(typed(VILLAGE, adviser, ",\"disputeId\":\"" + UUID.randomUUID() + "\""));
    }

    /** The matter of a case is mediation's: whoever joined it is told by the case. */
    @Test
    void aTypedParticipationNamesNoMediationCase() {
        String adviser = LegalOffice.adviser(clerk, TOWNSHIP, "赵某某");
        SourceEvent joined = joined(ONE);
        SourceEvent.deliver(joined);
        String participation =
                clerk.get(PATH + "?limit=200")
                        .jsonPath()
                        .getString(
                                "items.find { it.record.caseId == '%s' }.id"
                                        .formatted(joined.id()));
        for (String id : List.of(joined.text("matterId"), participation)) {
            refused(typed(TOWNSHIP, adviser, ",\"disputeId\":\"" + id + "\""));
        }
    }

    @Test
    void theLedgerHoldsOnlyWhatIsRegisteredNowhere() {
        RegisterClerk office = RegisterClerk.of(TOWNSHIP);
        String adviser = LegalOffice.adviser(clerk, TOWNSHIP, "孙某某");
        SourceEvent joined = joined(adviser);
        SourceEvent.deliver(joined);
        String first = clerk.created(PATH, typed(VILLAGE, adviser, ""));
        String naming = ",\"disputeId\":\"" + Clerk.id(first) + "\"";
        clerk.created(PATH, typed(VILLAGE, adviser, naming));
        String ledger = office.exported("mediation-participations", 2024);
        assertFalse(ledger.contains(joined.text("matterId")), ledger);
        assertEquals(2, ledger.lines().filter(it -> it.contains(Clerk.id(first))).count());
        office.roundTrip("mediation-participations", 2024);
    }

    private void refused(String body) {
        clerk.post(PATH, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("DISPUTE_UNKNOWN"))
                .body("errors[0].pointer", equalTo("/disputeId"));
    }

    private static String typed(String division, String adviser, String more) {
        return """
        {"division":"%s","adviserId":"%s","joinedOn":"2024-05-10"%s}"""
                .formatted(division, adviser, more);
    }
}
