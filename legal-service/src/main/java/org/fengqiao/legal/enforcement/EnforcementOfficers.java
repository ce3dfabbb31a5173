package org.fengqiao.legal.enforcement;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.fengqiao.kit.journal.Days;
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
                        || given.certificateUntil() != null
                        || given.renewedOn() != null
                        || given.certificateWithdrawnOn() != null;
        if (certified) {
            requireCertificate("certificateNumber", given.certificateNumber(), looking);
            requireCertificate("certificateFrom", given.certificateFrom(), looking);
            requireCertificate("certificateUntil", given.certificateUntil(), looking);
            Days.requireNotBefore(
                    given.certificateUntil(), given.renewedOn(), looking.place("certificateUntil"));
            Days.requireNotBefore(
                    given.certificateWithdrawnOn(),
                    given.renewedOn(),
                    looking.place("certificateWithdrawnOn"));
        }
        EnforcementOfficer standing = it.said();
        if (certified && standing != null && standing.certificateUntil() != null) {
            requireUnbroken(given, standing, looking);
        }
    }

    /** A certificate that took the place of the standing one would leave past years without. */
    private static void requireUnbroken(
            EnforcementOfficer given, EnforcementOfficer standing, Looking looking) {
        boolean replaced =
                given.certificateFrom().isAfter(standing.certificateFrom())
                        && given.certificateUntil().isAfter(standing.certificateUntil());
        if (replaced) {
            throw looking.refuse(
                    "certificateFrom",
                    "CERTIFICATE_REPLACED",
                    "换证的保留首次发证日期，另填换证日期；持证中断的，本条填离岗日期，另登记一条",
                    "A renewal keeps the first day and has renewedOn; after a break end the post");
        }
        boolean renewed =
                given.renewedOn() != null && !given.renewedOn().equals(standing.renewedOn());
        if (renewed && given.renewedOn().isAfter(lastCertified(standing).plusDays(1))) {
            throw looking.refuse(
                    "renewedOn",
                    "CERTIFICATE_BREAK",
                    "换证前持证已中断：本条的离岗日期填换证前一日，自换证之日另登记一条",
                    "The certificate had ended: end the post the day before, enter another record");
        }
    }

    private static LocalDate lastCertified(EnforcementOfficer it) {
        LocalDate withdrawn = it.certificateWithdrawnOn();
        return withdrawn == null || withdrawn.isAfter(it.certificateUntil())
                ? it.certificateUntil()
                : withdrawn.minusDays(1);
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
