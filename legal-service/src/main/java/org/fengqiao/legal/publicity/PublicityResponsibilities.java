package org.fengqiao.legal.publicity;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The responsibilities of organs; one stays on the list of each year until it is done. */
@Singleton
class PublicityResponsibilities
        extends LegalRegister<PublicityResponsibility, PublicityResponsibility.Kept> {

    PublicityResponsibilities(RegisterDoor door) {
        super(
                door,
                PublicityResponsibility.Kept::new,
                PublicityResponsibility.class,
                new Names(
                        "publicity-responsibilities",
                        "listedOn",
                        "普法责任清单",
                        "List of publicity responsibilities"));
    }

    @Override
    protected boolean belongsTo(int year, PublicityResponsibility.Kept it) {
        return standsIn(year, it.said().listedOn(), it.said().doneOn());
    }
}
