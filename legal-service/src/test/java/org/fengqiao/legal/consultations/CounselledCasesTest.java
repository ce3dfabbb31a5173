package org.fengqiao.legal.consultations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** Participation in mediation is read from mediation's own events (L-06). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CounselledCasesTest {

    private static final String TOWNSHIP = "410423203000";
    private static final String ONE = "01912d68-783e-7a03-8467-5661c1243ad1";
    private static final String OTHER = "01912d68-783e-7a03-8467-5661c1243ad2";

    private final Clerk clerk = LegalOffice.of(TOWNSHIP);

    private SourceEvent joined(String... counsel) {
        String matter = UUID.randomUUID().toString();
        return SourceEvent.of("mediation.case.v1")
                .with("division", TOWNSHIP)
                .with("matterId", matter)
                .with("counselIds", List.of(counsel))
                .with("counselJoinedOn", "2024-03-05");
    }

    private List<Map<String, Object>> participations(SourceEvent event) {
        return clerk.get("/mediation-participations?limit=200")
                .jsonPath()
                .getList(
                        "items.findAll { !it.voided && it.record.caseId == '%s' }.record"
                                .formatted(event.id()));
    }

    private List<Integer> versions(SourceEvent event) {
        return clerk.get("/mediation-participations?limit=200")
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
        String path = clerk.created("/mediation-participations", typed);
        Map<String, Object> record = clerk.readFully(path).getMap("record");
        assertEquals("UNREGISTERED", record.get("source"));
        assertEquals(Clerk.id(path), record.get("disputeId"));
        assertEquals(null, record.get("caseId"));
    }
}
