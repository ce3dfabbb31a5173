package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.events.DatedKind;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.RegisterDoor;

/** What has to be made public, with its clock. */
@Singleton
class DisclosureItems extends LegalRegister<DisclosureItem, DisclosureItem.Kept>
        implements DatedKind {

    private final DisclosureDeadlines deadlines;
    private final Commands commands;

    DisclosureItems(RegisterDoor door, DisclosureDeadlines deadlines, Commands commands) {
        super(
                door,
                DisclosureItem.Kept::new,
                DisclosureItem.class,
                "disclosure-items",
                "formedOn",
                "公开事项台账",
                "Ledger of matters to be disclosed");
        this.deadlines = deadlines;
        this.commands = commands;
    }

    @Override
    protected DisclosureItem derived(
            DisclosureItem given, DisclosureItem.Kept it, Looking looking) {
        return given.dueBy(deadlines.of(given).dueOn());
    }

    @Override
    protected void written(DisclosureItem.Kept it) {
        if (it.entry().voided()) {
            deadlines.drop(name(), it.id());
        } else {
            // What was made public in time stays in time, whatever the calendar became since.
            deadlines.keep(name(), it.id(), it.said()).forEach(it::moveLastDay);
        }
    }

    /** The clock of a record of the caller's area. */
    List<DeadlineView> deadlines(UUID id) {
        return deadlines.shown(name(), desk().get(id).id(), commands.today());
    }
}
