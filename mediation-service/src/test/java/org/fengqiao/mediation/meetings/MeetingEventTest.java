package org.fengqiao.mediation.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.mediation.codes.MeetingUnit;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a joint meeting. */
class MeetingEventTest {

    /** Reporting's test publishes this body. */
    @Test
    void theSampleIsCurrent() {
        LocalDate day = LocalDate.of(2024, 5, 10);
        Meeting.Event it =
                new Meeting.Event(
                        UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2e03"),
                        1,
                        false,
                        "410423106000",
                        day,
                        day,
                        List.of(MeetingUnit.POLICE_STATION, MeetingUnit.PEOPLES_TRIBUNAL),
                        3);
        SourceEvent.requireSample(Meeting.KIND, Snapshots.write(it));
    }
}
