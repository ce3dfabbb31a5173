package org.fengqiao.mediation.screenings;

import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a screening. */
class ScreeningEventTest {

    /** Reporting's test publishes this body. */
    @Test
    void theSampleIsCurrent() {
        LocalDate day = LocalDate.of(2024, 3, 8);
        Screening.Event it =
                new Screening.Event(
                        UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2e02"),
                        1,
                        false,
                        "410423106201",
                        UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4"),
                        CommitteeLevel.VILLAGE,
                        day,
                        day,
                        2,
                        3,
                        1);
        SourceEvent.requireSample(Screening.KIND, Snapshots.write(it));
    }
}
