package org.fengqiao.legal.study;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Duty reports. */
@Singleton
class DutyReports extends LegalRegister<DutyReport, DutyReport.Kept> {

    DutyReports(RegisterDoor door) {
        super(
                door,
                DutyReport.Kept::new,
                DutyReport.class,
                new Names("duty-reports", "reportedOn", "述法台账", "Ledger of duty reports"));
    }
}
