package org.fengqiao.mediation.committees;

import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a committee and of a mediator. */
class CommitteeEventTest {

    private static final UUID COMMITTEE = UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4");
    private static final String VILLAGE = "410423106201";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

    /** Other services' tests publish these bodies. */
    @Test
    void theSampleOfACommitteeIsCurrent() {
        Committee.Event it =
                new Committee.Event(
                        COMMITTEE,
                        1,
                        false,
                        VILLAGE,
                        CommitteeLevel.VILLAGE,
                        DAY,
                        DAY,
                        DAY.plusYears(5),
                        null);
        SourceEvent.requireSample(Committee.KIND, Snapshots.write(it));
    }

    @Test
    void theSampleOfAMediatorIsCurrent() {
        Mediator.Event it =
                new Mediator.Event(
                        UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2e01"),
                        2,
                        false,
                        VILLAGE,
                        COMMITTEE,
                        CommitteeLevel.VILLAGE,
                        true,
                        DAY,
                        DAY,
                        DAY.plusYears(3));
        SourceEvent.requireSample(Mediator.KIND, Snapshots.write(it));
    }
}
