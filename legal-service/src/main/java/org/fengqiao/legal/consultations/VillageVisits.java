package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Visits of counsel to villages. */
@Singleton
class VillageVisits extends LegalRegister<VillageVisit, VillageVisit.Kept> {

    VillageVisits(RegisterDoor door) {
        super(
                door,
                VillageVisit.Kept::new,
                VillageVisit.class,
                new Names(
                        "village-visits", "visitedOn", "走访村（居）台账", "Ledger of visits to villages"));
    }

    /** L-05 counts it among visits to villages: counsel at the township's office visit none. */
    @Override
    protected void check(VillageVisit given, VillageVisit.Kept it, Looking looking) {
        looking.requireVillage(given.division());
    }
}
