package org.fengqiao.mediation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.TerminationCause;
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
