package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The leading groups; one stands in the ledger of each year in which it was in being. */
@Singleton
class LeadingGroups extends LegalRegister<LeadingGroup, LeadingGroup.Kept> {

    LeadingGroups(RegisterDoor door) {
        super(
                door,
                LeadingGroup.Kept::new,
                LeadingGroup.class,
                new Names("leading-groups", "foundedOn", "领导小组台账", "Ledger of leading groups"));
    }

    @Override
    protected boolean belongsTo(int year, LeadingGroup.Kept it) {
        return standsIn(year, it.said().foundedOn(), it.said().endedOn());
    }
}
