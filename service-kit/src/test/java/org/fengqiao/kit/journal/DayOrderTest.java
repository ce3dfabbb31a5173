package org.fengqiao.kit.journal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class DayOrderTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 10);

    @Test
    void daysInOrderArePassed() {
        assertDoesNotThrow(() -> require(of(1, List.of(1, 2), 30), true));
        assertDoesNotThrow(() -> require(of(1, List.of(), null), false));
    }

    @Test
    void aDayBeforeTheOneItFollowsIsRefusedAtItsField() {
        refused(of(5, List.of(4), null), false, "DATE_ORDER", "/talkedOn");
    }

    @Test
    void aCorrectionMayHaveMovedEither() {
        refused(of(5, List.of(4), null), true, "DATE_ORDER", "/talkedOn", "/openedOn");
    }

    @Test
    void eachOfAKindThatIsInTurnFollowsTheOneBefore() {
        refused(of(1, List.of(4, 3), null), true, "DATE_ORDER", "/talkedOn");
    }

    @Test
    void nothingWasDoneInTheFuture() {
        refused(of(1, List.of(11), null), false, "DATE_IN_FUTURE", "/talkedOn");
    }

    @Test
    void aFaultOfADayThatNoFieldHoldsIsRefusedAllTheSame() {
        refused(of(5, List.of(), 4), false, "DATE_ORDER");
    }

    private static void refused(Visitors it, boolean corrected, String code, String... pointers) {
        Refusal refusal = assertThrows(Refusal.class, () -> require(it, corrected));
        assertEquals(code, refusal.code());
        assertEquals(
                List.of(pointers), refusal.faults().stream().map(Refusal.Fault::pointer).toList());
    }

    private static void require(Visitors it, boolean corrected) {
        DayOrder.require(Day.class, it, corrected, TODAY);
    }

    private static Visitors of(int opened, List<Integer> talked, Integer due) {
        return new Visitors(
                may(opened),
                talked.stream().map(DayOrderTest::may).toList(),
                due == null ? null : may(due));
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2024, 5, day);
    }

    private record Visitors(LocalDate openedOn, List<LocalDate> talkedOn, LocalDate dueOn) {}

    private enum Day implements DayKind<Visitors> {
        OPENED("/openedOn"),
        TALKED("/talkedOn", OPENED),
        DUE(null, OPENED);

        private final String pointer;
        private final List<Day> notBefore;

        Day(String pointer, Day... notBefore) {
            this.pointer = pointer;
            this.notBefore = List.of(notBefore);
        }

        @Override
        public String zh() {
            return name();
        }

        @Override
        public List<Day> notBefore() {
            return notBefore;
        }

        @Override
        public boolean inTurn() {
            return this == TALKED;
        }

        @Override
        public boolean mayLieAhead() {
            return this == DUE;
        }

        @Override
        public Stream<LocalDate> of(Visitors it) {
            return switch (this) {
                case OPENED -> Stream.of(it.openedOn());
                case TALKED -> it.talkedOn().stream();
                case DUE -> Stream.ofNullable(it.dueOn());
            };
        }

        @Override
        public String pointer(Visitors it) {
            return pointer;
        }
    }
}
