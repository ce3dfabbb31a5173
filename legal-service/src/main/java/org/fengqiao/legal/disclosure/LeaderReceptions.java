package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Receptions by leaders. */
@Singleton
class LeaderReceptions extends LegalRegister<LeaderReception, LeaderReception.Kept> {

    LeaderReceptions(RegisterDoor door) {
        super(
                door,
                LeaderReception.Kept::new,
                LeaderReception.class,
                new Names(
                        "leader-receptions",
                        "receivedOn",
                        "领导接访台账",
                        "Ledger of receptions by leaders"));
    }

    @Override
    protected void check(LeaderReception given, LeaderReception.Kept it, Looking looking) {
        if (given.persons() < given.batches()) {
            throw looking.refuse("persons", "PERSONS", "人次少于批次", "Fewer persons than batches");
        }
    }
}
