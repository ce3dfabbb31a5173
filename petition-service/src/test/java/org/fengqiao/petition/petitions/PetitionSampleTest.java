package org.fengqiao.petition.petitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.WorkCalendar;
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

    /**
     * Mediation's and reporting's tests publish this body: what they read of a petition is what is
     * written.
     */
    @Test
    void theSampleIsCurrent() {
        Petition it = registered();
        count(it, PetitionDeadlines.TELL);
        it.accept(DAY, null, Route.HANDLING_OPINION);
        count(it, PetitionDeadlines.HANDLE);
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

    /** The first limit tells: an assignment's from the day it came over, else XF 34's. */
    @Test
    void aLimitBeginsWithWhatSetsIt() {
        Petition it = registered();
        assertNull(PetitionEvent.of(it).course().limitStartedOn());
        it.exchangedOn = DAY.plusDays(2);
        it.assignedDueOn = DAY.plusDays(20);
        assertEquals(DAY.plusDays(2), PetitionEvent.of(it).course().limitStartedOn());
        it.accept(DAY.plusDays(4), null, Route.HANDLING_OPINION);
        it.handleDueOn = DAY.plusDays(64);
        assertEquals(DAY.plusDays(2), PetitionEvent.of(it).course().limitStartedOn());
        it.assignedDueOn = null;
        assertEquals(DAY.plusDays(4), PetitionEvent.of(it).course().limitStartedOn());
    }

    /** Where it was registered stays, whoever holds it. */
    @Test
    void aPetitionThatIsSentOnKeepsWhereItWasRegistered() {
        Petition it = registered();
        it.division = "410423107000";
        assertEquals("410423107000", PetitionEvent.of(it).division());
        assertEquals("410423106000", PetitionEvent.of(it).registeredDivision());
    }

    /** As the service counts it, on the calendar that is published. */
    private static void count(Petition it, Rule rule) {
        Course course = Course.startedOn(DAY);
        it.moveLastDay(rule.code(), Deadline.of(rule, course, WorkCalendar.published()).dueOn());
    }

    private static Petition registered() {
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
        return it;
    }
}
