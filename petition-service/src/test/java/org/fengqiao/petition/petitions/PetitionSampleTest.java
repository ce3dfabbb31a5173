package org.fengqiao.petition.petitions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Test;

/** What goes on the wire of a petition that is referred to mediation. */
class PetitionSampleTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    /** Mediation's tests publish this body: what it reads of a petition is what is written. */
    @Test
    void theSampleIsCurrent() {
        UUID id = UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c33");
        Petition it = Petition.register(id, "410423106000", DAY, Instant.EPOCH);
        it.matterId = id;
        it.year = 2024;
        it.number = 12;
        it.place = "410423106201";
        it.form = PetitionForm.LETTER;
        it.source = PetitionSource.DIRECT;
        it.purpose = PetitionPurpose.SEEK_SETTLEMENT;
        it.handlingClass = HandlingClass.APPEAL_OR_REQUEST;
        it.contentClass = ContentClass.ofCode("010200").orElseThrow();
        it.repetition = Repetition.FIRST;
        it.persons = 2;
        it.enteredOn = DAY;
        it.petitionedOn = DAY;
        it.receivedOn = DAY;
        it.accept(DAY, null, Route.HANDLING_OPINION);
        it.referToMediation(
                new Handling.Referral(
                        UUID.fromString("0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c22"),
                        DAY.plusDays(1),
                        UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4"),
                        "410423106201",
                        it.contentClass.disputeType(),
                        null,
                        null,
                        null,
                        null));
        SourceEvent.requireSample(it.kind(), Snapshots.write(PetitionEvent.of(it)));
    }
}
