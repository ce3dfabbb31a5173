package org.fengqiao.legal.publicity;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Publicity responsibilities. */
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
}
