package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Democratic rule-of-law villages. */
@Singleton
class DemocraticVillages extends LegalRegister<DemocraticVillage, DemocraticVillage.Kept> {

    DemocraticVillages(RegisterDoor door) {
        super(
                door,
                DemocraticVillage.Kept::new,
                DemocraticVillage.class,
                new Names(
                        "democratic-villages",
                        "startedOn",
                        "民主法治（示范）村台账",
                        "Ledger of democratic rule-of-law villages"));
    }

    @Override
    protected boolean belongsTo(int year, DemocraticVillage.Kept it) {
        return standsIn(year, it.said().startedOn(), it.said().endedOn());
    }
}
