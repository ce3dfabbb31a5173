package org.fengqiao.legal.enforcement;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Enforcement officers. */
@Singleton
class EnforcementOfficers extends LegalRegister<EnforcementOfficer, EnforcementOfficer.Kept> {

    EnforcementOfficers(RegisterDoor door) {
        super(
                door,
                EnforcementOfficer.Kept::new,
                EnforcementOfficer.class,
                new Names(
                        "enforcement-officers",
                        "postFrom",
                        "执法人员台账",
                        "Ledger of enforcement officers"));
    }

    @Override
    protected void check(EnforcementOfficer given, EnforcementOfficer.Kept it, Looking looking) {
        if ((given.certificateFrom() == null) != (given.certificateUntil() == null)) {
            throw looking.refuse(
                    given.certificateFrom() == null ? "certificateFrom" : "certificateUntil",
                    "CERTIFICATE",
                    "发证日期和有效期须同时填写",
                    "First and last day of the certificate come together");
        }
        if (given.certificateNumber() != null && given.certificateFrom() == null) {
            throw looking.refuse(
                    "certificateFrom", "CERTIFICATE", "有执法证号的须填发证日期", "Since when is it valid?");
        }
    }

    @Override
    protected boolean belongsTo(int year, EnforcementOfficer.Kept it) {
        return standsIn(year, it.said().postFrom(), it.said().postUntil());
    }
}
