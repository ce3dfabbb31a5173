package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A period of one record: rule, facts, last day and why it is that day. A value: its state is a
 * function of the day it is asked on.
 *
 * @param dueOn last day, included; absent without a start or while an open suspension keeps it open
 */
public record Deadline(Rule rule, Course course, LocalDate dueOn, Explanation explanation) {

    static final int NEAR_DUE_DAYS = 7;

    /** What a deadline is worth on a day. */
    @Schema(name = "DeadlineState")
    public enum State {
        RUNNING,
        MET,
        MISSED,
        USED,
        LAPSED,
        TOO_EARLY,
        SUSPENDED,
        UNKNOWN
    }

    /** How urgent open work is. */
    @Schema(name = "DeadlineEscalation")
    public enum Escalation {
        NONE,
        NEAR_DUE,
        OVERDUE
    }

    /**
     * Counts the period: the day after the start is day 1 (MF 201), days of a suspension that the
     * rule names do not count, a last day that is a 法定休假日 moves (MF 203, where the rule rolls).
     *
     * @throws IllegalArgumentException if the extensions pass what the rule allows, or the rule has
     *     no length
     */
    public static Deadline of(Rule rule, Course course, WorkCalendar calendar) {
        if (rule.unit() == null && rule.before() == null) {
            throw new IllegalArgumentException(rule.code() + " has neither a length nor a date");
        }
        if (course.extensionDays() > rule.extensionDays()) {
            throw new IllegalArgumentException(
                    rule.code()
                            + " can be extended by at most "
                            + rule.extensionDays()
                            + " ("
                            + rule.legalBasis()
                            + ")");
        }
        DayCount count = new DayCount(rule, course, calendar);
        LocalDate dueOn = count.lastDay();
        return new Deadline(rule, course, dueOn, count.explanation());
    }

    /** The state on this day (a day in Shanghai). */
    public State state(LocalDate today) {
        if (course.startedOn() == null) {
            return State.UNKNOWN;
        }
        LocalDate ended = endedOn(today);
        return ended == null ? open(today) : ended(ended);
    }

    /** The day it ended; absent while an end that was announced lies ahead of this day. */
    public LocalDate endedOn(LocalDate today) {
        LocalDate ended = course.endedOn();
        return ended == null || ended.isAfter(today) ? null : ended;
    }

    private State ended(LocalDate on) {
        boolean late = dueOn != null && on.isAfter(dueOn);
        return switch (rule.kind()) {
            case LIMIT, FIXED_DATE -> late ? State.MISSED : State.MET;
            case RIGHT -> late ? State.LAPSED : State.USED;
            // The last day itself has to pass, so a matter may end on it, not before.
            case MINIMUM -> dueOn == null || on.isBefore(dueOn) ? State.TOO_EARLY : State.MET;
        };
    }

    private State open(LocalDate today) {
        if (dueOn == null || !today.isAfter(dueOn)) {
            return suspendedOn(today) ? State.SUSPENDED : State.RUNNING;
        }
        return switch (rule.kind()) {
            // A fixed date is an organ's limit set by the calendar; a passed one is a missed one.
            case LIMIT, FIXED_DATE -> State.MISSED;
            case RIGHT -> State.LAPSED;
            case MINIMUM -> State.RUNNING;
        };
    }

    private boolean suspendedOn(LocalDate day) {
        return suspensions().stream().anyMatch(it -> it.covers(day));
    }

    /** The same with one more remark. */
    Deadline noting(Explanation.Note note) {
        return new Deadline(rule, course, dueOn, explanation.noting(note));
    }

    /** Those suspensions that the rule knows. */
    List<Course.Suspension> suspensions() {
        return course.suspensions().stream()
                .filter(it -> rule.suspendedBy().contains(it.event()))
                .toList();
    }

    /** How urgent it is: due within 7 days, or past due with nothing done. */
    public Escalation escalation(LocalDate today) {
        return switch (state(today)) {
            case RUNNING -> nearDue(today) ? Escalation.NEAR_DUE : Escalation.NONE;
            case MISSED -> endedOn(today) == null ? Escalation.OVERDUE : Escalation.NONE;
            case MET, USED, LAPSED, TOO_EARLY, SUSPENDED, UNKNOWN -> Escalation.NONE;
        };
    }

    private boolean nearDue(LocalDate today) {
        return rule.kind() != Rule.Kind.MINIMUM
                && dueOn != null
                && !today.plusDays(NEAR_DUE_DAYS).isBefore(dueOn);
    }
}
