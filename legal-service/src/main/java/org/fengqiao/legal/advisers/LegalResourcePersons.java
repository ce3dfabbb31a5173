package org.fengqiao.legal.advisers;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The legal resource persons of villages; whoever serves in a year stands in its roster. */
@Singleton
class LegalResourcePersons extends LegalRegister<LegalResourcePerson, LegalResourcePerson.Kept> {

    LegalResourcePersons(RegisterDoor door) {
        super(
                door,
                LegalResourcePerson.Kept::new,
                LegalResourcePerson.class,
                new Names(
                        "legal-resource-persons",
                        "certifiedOn",
                        "法律明白人名册",
                        "Roster of rural legal resource persons"));
    }

    @Override
    protected boolean belongsTo(int year, LegalResourcePerson.Kept it) {
        return standsIn(year, it.said().certifiedOn(), it.said().endedOn());
    }
}
