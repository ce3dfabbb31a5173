package org.fengqiao.legal.publicity;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.RegisterDoor;
import org.fengqiao.legal.registers.Term;

/** The responsibilities of organs; one stays on the list of each year until it is done. */
@Singleton
class PublicityResponsibilities
        extends LegalRegister<PublicityResponsibility, PublicityResponsibility.Kept> {

    PublicityResponsibilities(RegisterDoor door) {
        super(
                door,
                PublicityResponsibility.Kept::new,
                PublicityResponsibility.class,
                "publicity-responsibilities",
                "listedOn",
                "普法责任清单",
                "List of publicity responsibilities");
    }

    @Override
    protected boolean belongsTo(int year, PublicityResponsibility.Kept it) {
        return new Term(it.said().listedOn(), it.said().doneOn()).touches(year);
    }
}
