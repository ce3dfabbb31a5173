package org.fengqiao.legal.enforcement;

import jakarta.inject.Singleton;
import org.fengqiao.legal.enforcement.AdministrativeCase.AdministrativeProcedure;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Administrative cases. */
@Singleton
class AdministrativeCases extends LegalRegister<AdministrativeCase, AdministrativeCase.Kept> {

    AdministrativeCases(RegisterDoor door) {
        super(
                door,
                AdministrativeCase.Kept::new,
                AdministrativeCase.class,
                new Names(
                        "administrative-cases",
                        "filedOn",
                        "行政诉讼、行政复议台账",
                        "Ledger of administrative cases"));
    }

    @Override
    protected void check(AdministrativeCase given, AdministrativeCase.Kept it, Looking looking) {
        boolean suit = given.procedure() == AdministrativeProcedure.LITIGATION;
        if (!suit && given.headInCourt() != null) {
            throw looking.refuse(
                    "headInCourt", "NO_COURT", "行政复议没有出庭", "A reconsideration has no court");
        }
        if ((given.decidedOn() == null) != (given.outcome() == null)) {
            throw looking.refuse(
                    given.decidedOn() == null ? "decidedOn" : "outcome",
                    "OUTCOME",
                    "结案日期和结果须同时填写",
                    "Day and outcome come together");
        }
    }
}
