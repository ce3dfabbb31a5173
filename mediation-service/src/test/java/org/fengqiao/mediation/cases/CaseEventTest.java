package org.fengqiao.mediation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.TerminationCause;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire where a ledger left something untold. */
class CaseEventTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    @Test
    void remediesNobodyWroteAreNeitherToldNorUntold() {
        assertNull(ended(List.of()).guidedToLitigation());
        assertEquals(false, ended(List.of(Remedy.ARBITRATION)).guidedToLitigation());
        assertEquals(true, ended(List.of(Remedy.LITIGATION)).guidedToLitigation());
    }

    @Test
    void aPreventionActWithoutPersonsHasADayAndNoNumber() {
        MediationCase it = accepted();
        it.prevent(new Proceedings.PreventionAct(DAY, PreventionKind.CRIME, null));
        CaseEvent.Prevented prevented = CaseEvent.Prevented.of(it);
        assertEquals(DAY, prevented.crimePreventedOn());
        assertNull(prevented.crimePreventedPersons());
    }

    @Test
    void theFileNumberIsTheOneThatClerksRead() {
        MediationCase it = accepted();
        it.year = 2024;
        it.number = 12;
        it.disputeType = DisputeType.values()[0];
        assertEquals("(2024)人调字第12号", CaseEvent.of(it).caseNumber());
    }

    @Test
    void counselJoinedOnTheFirstDayTheyTookPart() {
        UUID counsel = UUID.fromString("018cc251-f400-7000-8000-000000000001");
        MediationCase it = accepted();
        it.disputeType = DisputeType.values()[0];
        assertNull(CaseEvent.of(it).counselJoinedOn());
        it.proceedings.counselIds.add(counsel);
        assertEquals(DAY, CaseEvent.of(it).counselJoinedOn());
        it.proceedings.sessions.add(session(9, List.of(counsel)));
        it.proceedings.sessions.add(session(5, List.of(counsel)));
        it.proceedings.sessions.add(session(2, List.of()));
        assertEquals(DAY.plusDays(5), CaseEvent.of(it).counselJoinedOn());
    }

    private static Proceedings.Session session(int day, List<UUID> counsel) {
        return new Proceedings.Session(DAY.plusDays(day), List.of(), counsel, null);
    }

    /** Other services' tests publish this body: what they read of a case is what is written. */
    @Test
    void theSampleIsCurrent() {
        UUID id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11");
        UUID matter = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c33");
        MediationCase it = MediationCase.register(id, matter, DAY, Instant.EPOCH);
        it.year = 2024;
        it.number = 12;
        it.division = "410423106201";
        it.place = "410423106201";
        it.committeeId = UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4");
        it.committeeLevel = CommitteeLevel.VILLAGE;
        it.comeFrom(CaseSource.REFERRED, Referrer.PETITION_OFFICE);
        it.referralId = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c22");
        it.disputeType = DisputeType.HOUSE_HOMESTEAD;
        it.personsInvolved = 2;
        it.enteredOn = DAY;
        it.proceedings.counselIds.add(UUID.fromString("018cc251-f400-7000-8000-000000000001"));
        SourceEvent.requireSample(it.kind(), Snapshots.write(CaseEvent.of(it)));
    }

    private static CaseEvent.Outcome ended(List<Remedy> told) {
        MediationCase it = accepted();
        it.end(new Proceedings.Ended(DAY, TerminationCause.NO_AGREEMENT, told));
        return CaseEvent.Outcome.of(it);
    }

    private static MediationCase accepted() {
        UUID id = UUID.randomUUID();
        MediationCase it = MediationCase.register(id, id, DAY, Instant.EPOCH);
        it.accept(DAY, List.of());
        return it;
    }
}
