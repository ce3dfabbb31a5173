package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One count of days, noting every day it passes over. Used once. */
final class DayCount {

    private final Rule rule;
    private final Course course;
    private final WorkCalendar calendar;
    private final List<Explanation.SkippedDay> skipped = new ArrayList<>();
    private final List<Explanation.Note> notes = new ArrayList<>();
    private final TreeSet<Integer> yearsWithoutNotice = new TreeSet<>();
    private LocalDate countedTo;

    DayCount(Rule rule, Course course, WorkCalendar calendar) {
        this.rule = rule;
        this.course = course;
        this.calendar = calendar;
    }

    /**
     * The last day; {@code null} without a start, or while a suspension without an end keeps it
     * open.
     */
    LocalDate lastDay() {
        if (course.startedOn() == null) {
            note("起算日期没有记录", "No start date is on record");
            return null;
        }
        LocalDate last = rule.before() == null ? periodEnd() : dateAfter(course.startedOn());
        for (int year : yearsWithoutNotice) {
            note(
                    year + "年没有国务院放假安排的数据，只按周六、周日计算",
                    "There is no State Council notice for " + year + ": weekends only");
        }
        return last;
    }

    Explanation explanation() {
        LocalDate start = rule.before() == null ? course.startedOn() : null;
        // What is due on the very day of its start has no day after it to count.
        LocalDate first = start == null || rule.length() == 0 ? start : start.plusDays(1);
        return new Explanation(first, countedTo, skipped, notes);
    }

    /**
     * "Before 1 March" is 28 or 29 February: the day before the date's first return after the
     * start.
     */
    private LocalDate dateAfter(LocalDate start) {
        LocalDate date = rule.before().atYear(start.getYear());
        countedTo =
                (date.isAfter(start) ? date : rule.before().atYear(start.getYear() + 1))
                        .minusDays(1);
        note("固定日期，遇休假日不顺延", "A fixed date: holidays do not move it");
        return countedTo;
    }

    private LocalDate periodEnd() {
        // An extension continues the period: both are one count from the same start.
        int wanted = rule.length() + course.extensionDays();
        LocalDate day = course.startedOn();
        for (int counted = 0; counted < wanted; ) {
            day = day.plusDays(1);
            if (suspendedForGood(day)) {
                return null;
            }
            if (counts(day)) {
                counted++;
            }
        }
        countedTo = day;
        return rule.rollsToWorkingDay() && calendar.rolls() ? rolled(day) : day;
    }

    /** MF 203: a last day that is a 法定休假日 gives way to the day after the holiday. */
    private LocalDate rolled(LocalDate last) {
        LocalDate day = last;
        while (suspended(day) || skippedAsHoliday(day)) {
            day = day.plusDays(1);
            if (suspendedForGood(day)) {
                return null;
            }
        }
        return day;
    }

    private boolean counts(LocalDate day) {
        if (suspended(day)) {
            return false;
        }
        return rule.unit() == Rule.Unit.CALENDAR_DAY || !skippedAsHoliday(day);
    }

    private boolean suspended(LocalDate day) {
        Optional<Course.Suspension> suspension = suspensionOn(day);
        suspension.ifPresent(
                it ->
                        skipped.add(
                                new Explanation.SkippedDay(
                                        day, Explanation.Why.SUSPENDED, it.event(), null)));
        return suspension.isPresent();
    }

    private boolean suspendedForGood(LocalDate day) {
        boolean open =
                course.suspensions().stream()
                        .anyMatch(
                                it ->
                                        rule.suspendedBy().contains(it.event())
                                                && it.to() == null
                                                && it.covers(day));
        if (open) {
            note("期限自" + day + "起中止，尚未恢复", "Suspended since " + day + " and not resumed");
        }
        return open;
    }

    private Optional<Course.Suspension> suspensionOn(LocalDate day) {
        return course.suspensions().stream()
                .filter(it -> rule.suspendedBy().contains(it.event()) && it.covers(day))
                .findFirst();
    }

    private boolean skippedAsHoliday(LocalDate day) {
        if (!calendar.covers(day.getYear())) {
            yearsWithoutNotice.add(day.getYear());
        }
        if (calendar.isWorkingDay(day)) {
            return false;
        }
        skipped.add(
                calendar.named(day)
                        .map(
                                it ->
                                        new Explanation.SkippedDay(
                                                day,
                                                Explanation.Why.HOLIDAY,
                                                it.name(),
                                                it.notice()))
                        .orElseGet(
                                () ->
                                        new Explanation.SkippedDay(
                                                day, Explanation.Why.WEEKEND, null, null)));
        return true;
    }

    private void note(String zh, String en) {
        notes.add(new Explanation.Note(zh, en));
    }
}
