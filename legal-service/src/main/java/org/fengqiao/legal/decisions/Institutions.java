package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The institutions; one stands in the ledger of each year in which it was in force. */
@Singleton
class Institutions extends LegalRegister<Institution, Institution.Kept> {

    Institutions(RegisterDoor door) {
        super(
                door,
                Institution.Kept::new,
                Institution.class,
                new Names("institutions", "inForceOn", "制度台账", "Ledger of institutions"));
    }

    @Override
    protected boolean belongsTo(int year, Institution.Kept it) {
        return standsIn(year, it.said().inForceOn(), it.said().repealedOn());
    }
}
