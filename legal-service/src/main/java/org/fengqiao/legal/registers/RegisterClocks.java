package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.calendar.Calendars;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.journal.Commands;

/** What a register with clocks works with besides. */
@ApplicationScoped
public class RegisterClocks {

    private final Calendars calendars;
    private final Deadlines deadlines;
    private final Commands commands;

    RegisterClocks(Calendars calendars, Deadlines deadlines, Commands commands) {
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.commands = commands;
    }

    /** The deadline of a course that has begun. */
    public Deadline deadline(Rule rule, Course course) {
        return Deadline.of(rule, course, calendars.current());
    }

    /** The last day of a period that began on a day; null where it has not begun. */
    public LocalDate lastDay(Rule rule, LocalDate start) {
        return start == null ? null : deadline(rule, Course.startedOn(start)).dueOn();
    }

    /** The last days that stay as they were counted, by rule. */
    Map<String, LocalDate> keep(String kind, UUID id, List<Duty> duties) {
        return deadlines.replace(kind, id, duties);
    }

    List<DeadlineView> of(String kind, UUID id) {
        return deadlines.of(kind, id, commands.today());
    }
}
