package org.fengqiao.mediation.committees;

import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a committee. */
class CommitteeEventTest {

    /** Other services' tests publish this body. */
    @Test
    void theSampleIsCurrent() {
        LocalDate day = LocalDate.of(2021, 3, 1);
        Committee.Event it =
                new Committee.Event(
                        UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4"),
                        1,
                        false,
                        "410423106201",
                        CommitteeLevel.VILLAGE,
                        day,
                        day,
                        day.plusYears(5),
                        null);
        SourceEvent.requireSample(Committee.KIND, Snapshots.write(it));
    }
}
