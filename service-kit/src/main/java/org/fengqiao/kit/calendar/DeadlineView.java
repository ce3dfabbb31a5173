package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A deadline as an answer shows it: the rule, the article, every day skipped and why, the state on
 * the day of reading.
 *
 * @param dueOn last day, included; absent without a start or during an open suspension
 * @param previousDueOn the last day before the calendar or the facts changed; absent if they never
 *     did
 * @param firstDay day 1, the day after the start
 * @param countedTo last day of the count, before MF 203 moved it
 */
public record DeadlineView(
        String rule,
        String title,
        String titleEn,
        Rule.Kind kind,
        Rule.Holder holder,
        String legalBasis,
        String startEvent,
        Integer length,
        Rule.Unit unit,
        Integer extensionDaysAllowed,
        LocalDate startedOn,
        LocalDate dueOn,
        LocalDate previousDueOn,
        LocalDate endedOn,
        LocalDate firstDay,
        LocalDate countedTo,
        List<Course.Extension> extensions,
        List<Course.Suspension> suspensions,
        List<Explanation.SkippedDay> skippedDays,
        List<Explanation.Note> notes,
        Deadline.State state,
        Deadline.Escalation escalation) {

    /** The deadline as it stands on this day. */
    public static DeadlineView of(Deadline deadline, LocalDate today) {
        return of(deadline, null, today);
    }

    static DeadlineView of(Deadline it, LocalDate previousDueOn, LocalDate today) {
        Rule rule = it.rule();
        Course course = it.course();
        boolean period = rule.before() == null;
        return new DeadlineView(
                rule.code(),
                rule.zh(),
                rule.en(),
                rule.kind(),
                rule.holder(),
                rule.legalBasis(),
                rule.startEvent(),
                period ? rule.length() : null,
                period ? rule.unit() : null,
                period ? rule.extensionDays() : null,
                course.startedOn(),
                it.dueOn(),
                previousDueOn,
                it.endedOn(today),
                it.explanation().firstDay(),
                it.explanation().countedTo(),
                course.extensions(),
                course.suspensions(),
                it.explanation().skipped(),
                it.explanation().notes(),
                it.state(today),
                it.escalation(today));
    }
}
