package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Works of counsel beside visits, advice and lectures. */
@Singleton
class CounselWorks extends LegalRegister<CounselWork, CounselWork.Kept> {

    CounselWorks(RegisterDoor door) {
        super(
                door,
                CounselWork.Kept::new,
                CounselWork.class,
                new Names("counsel-works", "workedOn", "法律顾问服务事项台账", "Ledger of counsel's works"));
    }
}
