package org.fengqiao.petition.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.calendar.Calendars;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.calendar.RuleTable;

/** The clock of a supervision: the day the petition department set, which no calendar moves. */
@ApplicationScoped
class SupervisionDeadlines implements RuleTable {

    // @formatter:off
    static final Rule SUPERVISION = Rule.limit("SUPERVISION", Holder.ORGAN, "supervisionDueOn", "XF 40")
            .days(0).rolling(false).titled("按督办期限答复", "Answer a supervision by the day set");
    // @formatter:on

    private final Calendars calendars;
    private final Deadlines deadlines;

    SupervisionDeadlines(Calendars calendars, Deadlines deadlines) {
        this.calendars = calendars;
        this.deadlines = deadlines;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SUPERVISION);
    }

    /** Keeps the deadline, in the caller's transaction; it lies with the organ supervised. */
    void derive(Supervision it) {
        Course course = Course.startedOn(it.dueOn).endedOn(it.answeredOn);
        Deadline deadline = Deadline.of(SUPERVISION, course, calendars.current());
        deadlines.replace(
                Supervision.KIND, it.id, List.of(new Duty(deadline, it.division(), null)));
    }

    /** A void supervision has none. */
    void drop(Supervision it) {
        deadlines.replace(Supervision.KIND, it.id, List.of());
    }
}
