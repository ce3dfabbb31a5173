package org.fengqiao.legal.enforcement;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Accountability decisions. */
@Singleton
class AccountabilityDecisions
        extends LegalRegister<AccountabilityDecision, AccountabilityDecision.Kept> {

    AccountabilityDecisions(RegisterDoor door) {
        super(
                door,
                AccountabilityDecision.Kept::new,
                AccountabilityDecision.class,
                new Names(
                        "accountability-decisions",
                        "decidedOn",
                        "执法责任追究台账",
                        "Ledger of accountability decisions"));
    }
}
