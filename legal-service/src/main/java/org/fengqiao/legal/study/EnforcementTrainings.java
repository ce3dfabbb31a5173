package org.fengqiao.legal.study;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Trainings of enforcement staff. */
@Singleton
class EnforcementTrainings extends LegalRegister<EnforcementTraining, EnforcementTraining.Kept> {

    EnforcementTrainings(RegisterDoor door) {
        super(
                door,
                EnforcementTraining.Kept::new,
                EnforcementTraining.class,
                new Names(
                        "enforcement-trainings",
                        "heldOn",
                        "执法人员培训台账",
                        "Ledger of trainings of enforcement staff"));
    }
}
