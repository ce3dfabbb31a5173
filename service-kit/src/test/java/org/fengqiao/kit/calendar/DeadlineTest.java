package org.fengqiao.kit.calendar;

import static org.fengqiao.kit.calendar.Deadline.Escalation.NEAR_DUE;
import static org.fengqiao.kit.calendar.Deadline.Escalation.NONE;
import static org.fengqiao.kit.calendar.Deadline.Escalation.OVERDUE;
import static org.fengqiao.kit.calendar.Deadline.State.LAPSED;
import static org.fengqiao.kit.calendar.Deadline.State.MET;
import static org.fengqiao.kit.calendar.Deadline.State.MISSED;
import static org.fengqiao.kit.calendar.Deadline.State.RUNNING;
import static org.fengqiao.kit.calendar.Deadline.State.SUSPENDED;
import static org.fengqiao.kit.calendar.Deadline.State.TOO_EARLY;
import static org.fengqiao.kit.calendar.Deadline.State.UNKNOWN;
import static org.fengqiao.kit.calendar.Deadline.State.USED;
import static org.fengqiao.kit.calendar.Rule.Holder.COURT;
import static org.fengqiao.kit.calendar.Rule.Holder.ORGAN;
import static org.fengqiao.kit.calendar.Rule.Holder.PARTY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real periods over the Spring Festival and National Day of 2024 and 2025. */
class DeadlineTest {

    private static final Rule CONFIRMATION =
            Rule.right("JUDICIAL_CONFIRMATION", PARTY, "AGREEMENT_EFFECTIVE", "RT 33").days(30);
    private static final Rule TELLING = Rule.limit("TELLING", ORGAN, "RECEIVED", "XF 23").days(15);
    private static final Rule OBJECTION =
            Rule.limit("OBJECTION", ORGAN, "TRANSFER_RECEIVED", "XF 23").workingDays(5);
    private static final Rule HANDLING =
            Rule.limit("HANDLING", ORGAN, "ACCEPTED", "XF 34").days(60).extendableBy(30);
    private static final Rule FINAL_REVIEW =
            Rule.limit("FINAL_REVIEW", ORGAN, "REQUESTED", "XF 36").days(30).suspendedBy("HEARING");
    private static final Rule COMMENT =
            Rule.minimum("PUBLIC_COMMENT", ORGAN, "PUBLISHED", "ZD 15").days(30);
    private static final Rule REPORT =
            Rule.fixedDate("REPORT", "YEAR_END", MonthDay.of(3, 1), "P1");

    private static LocalDate on(String day) {
        return LocalDate.parse(day);
    }

    private static Deadline from(Rule rule, String start) {
        return of(rule, Course.startedOn(on(start)));
    }

    private static Deadline of(Rule rule, Course course) {
        return Deadline.of(rule, course, WorkCalendar.published());
    }

    private static List<String> skipped(Deadline deadline) {
        return deadline.explanation().skipped().stream()
                .map(it -> it.day() + " " + (it.name() == null ? it.why() : it.name()))
                .toList();
    }

    @Test
    void theDayOfTheStartIsNotCounted() {
        Deadline deadline = from(TELLING, "2024-03-05");
        assertEquals(on("2024-03-06"), deadline.explanation().firstDay());
        assertEquals(on("2024-03-20"), deadline.dueOn());
        assertEquals(List.of(), skipped(deadline));
    }

    @Test
    void aPeriodThatEndsInTheSpringFestivalEndsAfterIt() {
        Deadline deadline = from(CONFIRMATION, "2024-01-11");
        assertEquals(on("2024-02-10"), deadline.explanation().countedTo());
        // 18 February 2024 is a Sunday to be worked.
        assertEquals(on("2024-02-18"), deadline.dueOn());
        assertEquals(8, deadline.explanation().skipped().size());
        assertEquals("国办发明电〔2023〕7号", deadline.explanation().skipped().get(0).notice());
    }

    @Test
    void aMakeUpSundayIsALastDay() {
        assertEquals(on("2025-01-26"), from(CONFIRMATION, "2024-12-27").dueOn());
        assertEquals(on("2024-09-29"), from(CONFIRMATION, "2024-08-30").dueOn());
    }

    @Test
    void theEveOf2024IsAWorkingDayForTheNoticeOnlyEncouragedLeave() {
        assertEquals(on("2024-02-09"), from(CONFIRMATION, "2024-01-10").dueOn());
    }

    @Test
    void workingDaysPassOverNationalDayAndCountTheMakeUpDays() {
        Deadline deadline = from(OBJECTION, "2024-09-27");
        // 29 (Sunday, worked), 30, then 8, 9, 10 October.
        assertEquals(on("2024-10-10"), deadline.dueOn());
        assertEquals(
                List.of(
                        "2024-09-28 WEEKEND",
                        "2024-10-01 国庆节",
                        "2024-10-02 国庆节",
                        "2024-10-03 国庆节",
                        "2024-10-04 国庆节",
                        "2024-10-05 国庆节",
                        "2024-10-06 国庆节",
                        "2024-10-07 国庆节"),
                skipped(deadline));
    }

    @Test
    void nationalDayOf2025RunsToTheEighth() {
        assertEquals(on("2025-10-09"), from(TELLING, "2025-09-20").dueOn());
    }

    @Test
    void withoutMf203TheLastDayStays() {
        Course course = Course.startedOn(on("2024-01-11"));
        WorkCalendar unrolled = WorkCalendar.published().rolling(false);
        assertEquals(on("2024-02-10"), Deadline.of(CONFIRMATION, course, unrolled).dueOn());
        Deadline deadline = from(CONFIRMATION.rolling(false), "2024-01-11");
        assertEquals(on("2024-02-10"), deadline.dueOn());
    }

    @Test
    void aYearWithoutANoticeKnowsWeekendsAndSaysSo() {
        Deadline deadline = from(TELLING, "2027-09-16");
        assertEquals(on("2027-10-01"), deadline.dueOn());
        assertTrue(deadline.explanation().notes().get(0).zh().startsWith("2027年没有国务院放假安排"));
        assertEquals(List.of(), from(TELLING, "2024-09-16").explanation().notes());
    }

    @Test
    void anExtensionContinuesThePeriod() {
        Course course = Course.startedOn(on("2024-03-01")).extended(30, on("2024-04-20"));
        assertEquals(on("2024-04-30"), from(HANDLING, "2024-03-01").dueOn());
        assertEquals(on("2024-05-30"), of(HANDLING, course).dueOn());
    }

    @Test
    void anExtensionBeyondTheLawIsRefused() {
        Course course = Course.startedOn(on("2024-03-01")).extended(30, on("2024-04-20"));
        assertThrows(
                IllegalArgumentException.class,
                () -> of(HANDLING, course.extended(1, on("2024-05-20"))));
        assertThrows(IllegalArgumentException.class, () -> of(TELLING, course));
    }

    @Test
    void aRuleWithoutALengthIsRefused() {
        Rule forgotten = Rule.limit("FORGOTTEN", ORGAN, "RECEIVED", "XF 23");
        assertThrows(IllegalArgumentException.class, () -> from(forgotten, "2024-03-01"));
    }

    @Test
    void aHearingSuspendsFinalReviewAndNothingElse() {
        Course course =
                Course.startedOn(on("2024-03-04"))
                        .suspended("HEARING", on("2024-03-11"), on("2024-03-15"));
        assertEquals(on("2024-04-08"), of(FINAL_REVIEW, course).dueOn());
        assertEquals(on("2024-05-03"), of(HANDLING.rolling(false), course).dueOn());
        assertEquals(SUSPENDED, of(FINAL_REVIEW, course).state(on("2024-03-15")));
        assertEquals(RUNNING, of(FINAL_REVIEW, course).state(on("2024-03-16")));
        assertEquals(RUNNING, of(HANDLING, course).state(on("2024-03-15")));
    }

    @Test
    void anOpenSuspensionHasNoLastDay() {
        Course course =
                Course.startedOn(on("2024-03-04")).suspended("HEARING", on("2024-03-11"), null);
        Deadline deadline = of(FINAL_REVIEW, course);
        assertNull(deadline.dueOn());
        assertEquals(RUNNING, deadline.state(on("2024-03-10")));
        assertEquals(NONE, deadline.escalation(on("2024-03-10")));
        assertEquals(SUSPENDED, deadline.state(on("2030-01-01")));
    }

    @Test
    void aSuspensionAfterTheLastDayComesTooLate() {
        Course course =
                Course.startedOn(on("2024-03-04")).suspended("HEARING", on("2024-04-10"), null);
        assertEquals(on("2024-04-03"), of(FINAL_REVIEW, course).dueOn());
        assertEquals(MISSED, of(FINAL_REVIEW, course).state(on("2024-04-10")));
    }

    @Test
    void onlyALimitIsMissed() {
        Course open = Course.startedOn(on("2024-03-04"));
        assertEquals(RUNNING, of(TELLING, open).state(on("2024-03-19")));
        assertEquals(MISSED, of(TELLING, open).state(on("2024-03-20")));
        assertEquals(MET, of(TELLING, open.endedOn(on("2024-03-19"))).state(on("2025-01-01")));
        assertEquals(MISSED, of(TELLING, open.endedOn(on("2024-03-20"))).state(on("2024-03-20")));
        assertEquals(LAPSED, of(CONFIRMATION, open).state(on("2024-04-04").plusDays(4)));
        assertEquals(
                USED, of(CONFIRMATION, open.endedOn(on("2024-04-03"))).state(on("2025-01-01")));
        assertEquals(
                LAPSED, of(CONFIRMATION, open.endedOn(on("2024-04-08"))).state(on("2025-01-01")));
        assertEquals(
                TOO_EARLY, of(COMMENT, open.endedOn(on("2024-04-02"))).state(on("2025-01-01")));
        assertEquals(MET, of(COMMENT, open.endedOn(on("2024-04-03"))).state(on("2025-01-01")));
        assertEquals(RUNNING, of(COMMENT, open).state(on("2025-01-01")));
    }

    @Test
    void anEndThatWasAnnouncedComesOnItsDay() {
        Course announced = Course.startedOn(on("2024-03-04")).endedOn(on("2024-04-08"));
        Deadline deadline = of(COMMENT, announced);
        assertEquals(RUNNING, deadline.state(on("2024-04-07")));
        assertNull(deadline.endedOn(on("2024-04-07")));
        assertEquals(MET, deadline.state(on("2024-04-08")));
        assertEquals(on("2024-04-08"), deadline.endedOn(on("2024-04-08")));
    }

    @Test
    void withoutAStartNothingIsMissed() {
        Deadline deadline = of(TELLING, Course.startedOn(null).endedOn(on("2024-03-20")));
        assertNull(deadline.dueOn());
        assertEquals(UNKNOWN, deadline.state(on("2030-01-01")));
        assertEquals(NONE, deadline.escalation(on("2030-01-01")));
    }

    @Test
    void openWorkEscalatesWithTime() {
        Deadline deadline = from(TELLING, "2024-03-05");
        assertEquals(NONE, deadline.escalation(on("2024-03-12")));
        assertEquals(NEAR_DUE, deadline.escalation(on("2024-03-13")));
        assertEquals(NEAR_DUE, deadline.escalation(on("2024-03-20")));
        assertEquals(OVERDUE, deadline.escalation(on("2024-03-21")));
        Deadline late = of(TELLING, Course.startedOn(on("2024-03-05")).endedOn(on("2024-04-01")));
        assertEquals(NONE, late.escalation(on("2024-04-02")));
    }

    @Test
    void beforeTheFirstOfMarchIsTheLastOfFebruaryEvenOnASunday() {
        assertEquals(on("2024-02-29"), from(REPORT, "2023-12-31").dueOn());
        assertEquals(on("2025-02-28"), from(REPORT, "2024-12-31").dueOn());
        assertEquals(on("2027-02-28"), from(REPORT, "2026-12-31").dueOn());
        assertEquals(MISSED, from(REPORT, "2026-12-31").state(on("2027-03-01")));
    }

    @Test
    void aCourtsLimitIsOneToo() {
        Rule deciding = Rule.limit("DECIDING", COURT, "ACCEPTED", "QR 5").days(15).extendableBy(10);
        Course course = Course.startedOn(on("2024-09-20")).endedOn(on("2024-10-08"));
        assertEquals(MET, of(deciding, course).state(on("2024-10-09")));
    }

    @Test
    void aRuleGovernsFromItsFirstDay() {
        Rule rule = TELLING.validFrom(on("2022-05-01"));
        assertTrue(rule.governs(on("2022-05-01")) && !rule.governs(on("2022-04-30")));
    }
}
