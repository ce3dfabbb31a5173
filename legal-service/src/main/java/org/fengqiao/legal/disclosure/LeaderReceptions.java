package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.RegisterDoor;

/** The receptions by leaders. */
@Singleton
class LeaderReceptions extends LegalRegister<LeaderReception, LeaderReception.Kept> {

    LeaderReceptions(RegisterDoor door) {
        super(
                door,
                LeaderReception.Kept::new,
                LeaderReception.class,
                "leader-receptions",
                "receivedOn",
                "领导接访台账",
                "Ledger of receptions by leaders");
    }

    @Override
    protected void check(LeaderReception given, LeaderReception.Kept it, Looking looking) {
        if (given.persons() < given.batches()) {
            throw looking.refuse(
                    "persons", "FEWER_THAN_BATCHES", "人次不能少于批次", "Not fewer persons than batches");
        }
    }
}
