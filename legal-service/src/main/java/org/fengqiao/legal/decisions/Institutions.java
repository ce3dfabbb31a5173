package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The institutions in force and those repealed. */
@Singleton
class Institutions extends LegalRegister<Institution, Institution.Kept> {

    Institutions(RegisterDoor door) {
        super(
                door,
                Institution.Kept::new,
                Institution.class,
                new Names("institutions", "inForceOn", "制度台账", "Ledger of institutions"));
    }
}
