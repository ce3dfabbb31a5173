package org.fengqiao.legal.plans;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Problems. */
@Singleton
class IssueItems extends LegalRegister<IssueItem, IssueItem.Kept> {

    IssueItems(RegisterDoor door) {
        super(
                door,
                IssueItem.Kept::new,
                IssueItem.class,
                new Names("issue-items", "foundOn", "问题清单台账", "Ledger of problems"));
    }

    @Override
    protected boolean belongsTo(int year, IssueItem.Kept it) {
        return standsIn(year, it.said().foundOn(), it.said().resolvedOn());
    }
}
