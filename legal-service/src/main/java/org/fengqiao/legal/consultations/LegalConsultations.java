package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Legal consultations. */
@Singleton
class LegalConsultations extends LegalRegister<LegalConsultation, LegalConsultation.Kept> {

    LegalConsultations(RegisterDoor door) {
        super(
                door,
                LegalConsultation.Kept::new,
                LegalConsultation.class,
                new Names(
                        "consultations", "consultedOn", "法律咨询台账", "Ledger of legal consultations"));
    }
}
