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

    /** A certificate has a number and a term: whether it is valid on a day must be known. */
    @Override
    protected void check(EnforcementOfficer given, EnforcementOfficer.Kept it, Looking looking) {
        boolean certified =
                given.certificateNumber() != null
                        || given.certificateFrom() != null
                        || given.certificateUntil() != null;
        if (certified) {
            requireCertificate("certificateNumber", given.certificateNumber(), looking);
            requireCertificate("certificateFrom", given.certificateFrom(), looking);
            requireCertificate("certificateUntil", given.certificateUntil(), looking);
        }
        if (!certified && given.certificateWithdrawnOn() != null) {
            requireCertificate("certificateNumber", null, looking);
        }
    }

    private static void requireCertificate(String component, Object value, Looking looking) {
        if (value == null) {
            throw looking.refuse(
                    component,
                    "CERTIFICATE",
                    "执法证号、发证日期和有效期须同时填写",
                    "Number, first and last day of the certificate come together");
        }
    }

    @Override
    protected boolean belongsTo(int year, EnforcementOfficer.Kept it) {
        return standsIn(year, it.said().postFrom(), it.said().postUntil());
    }
}
