package org.fengqiao.legal.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Set;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

/** A life told by days goes no other way than the table. */
class LifeTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 3);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Looking CORRECTION = new Looking(null, "/record");

    private enum Stand implements Labelled {
        OPEN,
        HEARD,
        SHUT;

        @Override
        public Label label() {
            return Labelled.label(name(), name());
        }
    }

    private enum Act implements StepRow<Stand> {
        BEGIN(Set.of(), Stand.OPEN, "begun", "SETTING"),
        NOTE(Set.of(Stand.OPEN), null, "noted", "SETTING"),
        HEAR(Set.of(Stand.OPEN), Stand.HEARD, "heard", "ZD 30"),
        END_HEARD(Set.of(Stand.HEARD), Stand.SHUT, "ended", "ZD 33"),
        END_UNHEARD(Set.of(Stand.OPEN), Stand.SHUT, "ended", "SETTING");

        private final Row<Stand> row;

        Act(Set<Stand> from, Stand to, String event, String legalBasis) {
            row = new Row<>(name(), from, to, event, legalBasis, "事项", "matter");
        }

        @Override
        public Row<Stand> row() {
            return row;
        }
    }

    private static Life<Stand, Act> begun() {
        return new Life<Stand, Act>().told(Act.BEGIN, MONDAY, "begunOn");
    }

    @Test
    void theStatusIsThatAfterTheLastDay() {
        assertEquals(Stand.OPEN, begun().status(CORRECTION));
        assertEquals(
                Stand.SHUT,
                begun().told(Act.END_HEARD, TUESDAY, "endedOn")
                        .told(Act.HEAR, MONDAY, "heardOn")
                        .status(CORRECTION));
    }

    @Test
    void aStepWithoutADayWasNotTaken() {
        assertEquals(Stand.OPEN, begun().told(Act.HEAR, null, "heardOn").status(CORRECTION));
    }

    @Test
    void onOneDayStepsComeInTheOrderOfTheTable() {
        Life<Stand, Act> life =
                begun().told(Act.END_HEARD, MONDAY, "endedOn").told(Act.HEAR, MONDAY, "heardOn");
        assertEquals(Stand.SHUT, life.status(CORRECTION));
    }

    @Test
    void whatTheTableDoesNotHaveIsRefusedAtItsDay() {
        Life<Stand, Act> life =
                begun().told(Act.HEAR, MONDAY, "heardOn").told(Act.NOTE, TUESDAY, "notedOn");
        Refusal refusal = assertThrows(Refusal.class, () -> life.status(CORRECTION));
        assertEquals(422, refusal.status());
        assertEquals("STEP_FORBIDDEN", refusal.code());
        assertEquals("/record/notedOn", refusal.faults().get(0).pointer());
    }

    @Test
    void aStepOfTwoRowsGoesByTheOneFromHere() {
        assertEquals(Act.END_UNHEARD, StepRow.goneBy(Act.END_HEARD, Stand.OPEN));
        assertEquals(Act.END_HEARD, StepRow.goneBy(Act.END_HEARD, Stand.HEARD));
        Refusal refusal =
                assertThrows(Refusal.class, () -> StepRow.goneBy(Act.END_HEARD, Stand.SHUT));
        assertEquals(409, refusal.status());
        assertEquals("ZD 33", refusal.legalBasis());
    }
}
