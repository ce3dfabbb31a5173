package org.fengqiao.petition.petitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each clock of a petition by example, counted by hand on the calendar of 2024: Spring Festival
 * from 10 to 17 February (4 and 18 February worked), a weekend, a make-up working day.
 */
class PetitionClockTest {

    private static final Map<String, Rule> RULES =
            Map.of(
                    "TELL", PetitionDeadlines.TELL,
                    "SORT", PetitionDeadlines.SORT,
                    "OBJECTION", PetitionDeadlines.OBJECTION,
                    "HANDLE", PetitionDeadlines.HANDLE,
                    "REEXAMINATION_REQUEST", PetitionDeadlines.REEXAMINATION_REQUEST,
                    "REEXAMINATION", PetitionDeadlines.REEXAMINATION,
                    "FINAL_REVIEW_REQUEST", PetitionDeadlines.FINAL_REVIEW_REQUEST,
                    "FINAL_REVIEW", PetitionDeadlines.FINAL_REVIEW);

    @ParameterizedTest(name = "{0} from {1}: {3}")
    @CsvSource({
        // rule, start, last day, why
        "TELL, 2024-01-27, 2024-02-18, 'day 15 is 11 February, in the festival: to the day worked on the 18th'",
        "TELL, 2024-03-01, 2024-03-18, 'day 15 is Saturday the 16th'",
        "TELL, 2024-01-20, 2024-02-04, 'day 15 is Sunday 4 February, which is worked'",
        "SORT, 2024-01-27, 2024-02-18, 'day 15 is 11 February'",
        "SORT, 2024-03-01, 2024-03-18, 'day 15 is a Saturday'",
        "SORT, 2024-01-20, 2024-02-04, 'day 15 is a Sunday that is worked'",
        "OBJECTION, 2024-02-06, 2024-02-19, '7, 8, 9 February, the 18th (worked), the 19th'",
        "OBJECTION, 2024-03-07, 2024-03-14, 'a weekend does not count'",
        "OBJECTION, 2024-04-03, 2024-04-11, 'Qingming does not count, Sunday the 7th does'",
        "HANDLE, 2023-12-15, 2024-02-18, 'day 60 is 13 February, in the festival'",
        "HANDLE, 2024-03-19, 2024-05-20, 'day 60 is Saturday 18 May'",
        "HANDLE, 2024-03-12, 2024-05-11, 'day 60 is Saturday 11 May, which is worked'",
        "REEXAMINATION_REQUEST, 2024-01-13, 2024-02-18, 'day 30 is 12 February'",
        "REEXAMINATION_REQUEST, 2024-03-14, 2024-04-15, 'day 30 is Saturday 13 April'",
        "REEXAMINATION_REQUEST, 2024-03-29, 2024-04-28, 'day 30 is a Sunday that is worked'",
        "REEXAMINATION, 2024-01-13, 2024-02-18, 'day 30 is 12 February'",
        "REEXAMINATION, 2024-03-14, 2024-04-15, 'day 30 is a Saturday'",
        "REEXAMINATION, 2024-03-29, 2024-04-28, 'day 30 is a Sunday that is worked'",
        "FINAL_REVIEW_REQUEST, 2024-01-13, 2024-02-18, 'day 30 is 12 February'",
        "FINAL_REVIEW_REQUEST, 2024-03-14, 2024-04-15, 'day 30 is a Saturday'",
        "FINAL_REVIEW_REQUEST, 2024-03-29, 2024-04-28, 'day 30 is a Sunday that is worked'",
        "FINAL_REVIEW, 2024-01-13, 2024-02-18, 'day 30 is 12 February'",
        "FINAL_REVIEW, 2024-03-14, 2024-04-15, 'day 30 is a Saturday'",
        "FINAL_REVIEW, 2024-03-29, 2024-04-28, 'day 30 is a Sunday that is worked'"
    })
    void countedByHand(String rule, LocalDate start, LocalDate lastDay, String why) {
        assertEquals(lastDay, dueOn(RULES.get(rule), Course.startedOn(start)), why);
    }

    /** XF 36: the time of a hearing is not counted; nowhere else is it left out. */
    @Test
    void aHearingStopsTheFinalReviewAlone() {
        Course course =
                Course.startedOn(LocalDate.of(2024, 3, 14))
                        .suspended(
                                PetitionDeadlines.HEARING,
                                LocalDate.of(2024, 3, 20),
                                LocalDate.of(2024, 3, 22));
        assertEquals(LocalDate.of(2024, 4, 16), dueOn(PetitionDeadlines.FINAL_REVIEW, course));
        assertEquals(LocalDate.of(2024, 4, 15), dueOn(PetitionDeadlines.REEXAMINATION, course));
        assertEquals(LocalDate.of(2024, 5, 13), dueOn(PetitionDeadlines.HANDLE, course));
    }

    /**
     * An extension continues the count from the same start (XF 34): day 75, not 60 plus 15 anew.
     */
    @Test
    void anExtensionContinuesTheSixtyDays() {
        Course course =
                Course.startedOn(LocalDate.of(2024, 3, 19)).extended(15, LocalDate.of(2024, 5, 9));
        // Day 60 is Saturday 18 May, which would have moved; day 75 is Sunday 2 June.
        assertEquals(LocalDate.of(2024, 6, 3), dueOn(PetitionDeadlines.HANDLE, course));
    }

    @Test
    void theLimitOfAnAssignmentNeverMoves() {
        LocalDate saturday = LocalDate.of(2024, 3, 16);
        assertEquals(saturday, dueOn(PetitionDeadlines.ASSIGNED, Course.startedOn(saturday)));
    }

    private static LocalDate dueOn(Rule rule, Course course) {
        return Deadline.of(rule, course, WorkCalendar.published()).dueOn();
    }
}
