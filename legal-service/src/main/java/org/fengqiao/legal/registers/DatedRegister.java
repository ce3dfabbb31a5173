package org.fengqiao.legal.registers;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.RuleTable;
import org.fengqiao.kit.events.DatedKind;

/** A register whose records have clocks: its rules are the table {@link RuleTable#rules}. */
public abstract class DatedRegister<S extends Said, R extends LegalRecord<S>>
        extends LegalRegister<S, R> implements DatedKind, RuleTable {

    private final RegisterClocks clocks;

    protected DatedRegister(
            RegisterDoor door,
            RegisterClocks clocks,
            Supplier<R> blank,
            Class<S> said,
            Names names) {
        super(door, blank, said, names);
        this.clocks = clocks;
    }

    /** The clocks that run, or have run, of what a record says. */
    protected abstract List<Deadline> deadlines(S said);

    protected RegisterClocks clocks() {
        return clocks;
    }

    protected Deadline deadline(Rule rule, Course course) {
        return clocks.deadline(rule, course);
    }

    @Override
    protected void written(R it) {
        List<Duty> duties =
                it.entry.voided()
                        ? List.of()
                        : deadlines(it.said()).stream()
                                .map(deadline -> new Duty(deadline, it.division(), null))
                                .toList();
        // What was done in time stays in time, whatever the calendar became since.
        clocks.keep(name(), it.id, duties).forEach(it::moveLastDay);
    }

    List<DeadlineView> deadlinesOf(UUID id) {
        answers().require(id);
        return clocks.of(name(), id);
    }

    @Override
    public List<R> lock(List<UUID> ids) {
        return door().books().locked(type(), ids);
    }
}
