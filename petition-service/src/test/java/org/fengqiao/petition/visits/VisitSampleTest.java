package org.fengqiao.petition.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.petition.codes.VisitLevel;
import org.fengqiao.petition.codes.VisitPlace;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a visit. */
class VisitSampleTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 2);

    /** Reporting's tests publish this body. */
    @Test
    void theSampleIsCurrent() {
        Visit it = new Visit();
        it.id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2d01");
        it.entry =
                Entry.of(
                        "410423106000",
                        DAY,
                        new Command(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Instant.EPOCH,
                                DAY));
        it.visitedOn = DAY;
        it.level = VisitLevel.CITY;
        it.persons = 6;
        it.petitionId = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c33");
        it.matterId = it.petitionId;
        it.competentDivision = "410423106000";
        it.place = VisitPlace.RECEPTION;
        SourceEvent.requireSample(Visit.KIND, Snapshots.write(it.event()));
    }
}
