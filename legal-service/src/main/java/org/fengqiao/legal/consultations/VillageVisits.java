package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
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
}
