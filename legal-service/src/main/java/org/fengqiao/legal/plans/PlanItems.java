package org.fengqiao.legal.plans;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** What is planned; an item stands from the year of planning on, until it is done. */
@Singleton
class PlanItems extends LegalRegister<PlanItem, PlanItem.Kept> {

    PlanItems(RegisterDoor door) {
        super(
                door,
                PlanItem.Kept::new,
                PlanItem.class,
                new Names("plan-items", "plannedOn", "年度工作安排台账", "Ledger of plan items"));
    }

    @Override
    protected void check(PlanItem given, PlanItem.Kept it, Looking looking) {
        if (given.target() != null && given.indicator() == null) {
            throw looking.refuse("indicator", "INDICATOR", "有目标值的须填指标", "Which indicator?");
        }
    }

    @Override
    protected boolean belongsTo(int year, PlanItem.Kept it) {
        PlanItem said = it.said();
        return said.planYear() == year || standsIn(year, said.plannedOn(), said.doneOn());
    }
}
