package org.fengqiao.legal.advisers;

import jakarta.inject.Singleton;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Who is counsel of which village, and of the government; one stands in each year it covers. */
@Singleton
class Appointments extends LegalRegister<Appointment, Appointment.Kept> {

    private final LegalAdvisers advisers;

    Appointments(RegisterDoor door, LegalAdvisers advisers) {
        super(
                door,
                Appointment.Kept::new,
                Appointment.class,
                new Names(
                        "appointments",
                        "appointedOn",
                        "法律顾问聘任台账",
                        "Ledger of appointments of advisers"));
        this.advisers = advisers;
    }

    /**
     * The adviser may leave before the appointment ends: the appointment then covers its village as
     * long as they are engaged, see {@link VillageCounsel}.
     */
    @Override
    protected void check(Appointment given, Appointment.Kept it, Looking looking) {
        boolean village = new DivisionCode(given.division()).level() == Level.VILLAGE;
        if (village != (given.role() == AdviserRole.VILLAGE)) {
            throw looking.refuse(
                    "role",
                    "ROLE",
                    "村（居）聘任的是村（居）法律顾问，政府聘任的是政府法律顾问",
                    "A village appoints village counsel, a government its own");
        }
        advisers.requireRole(given.adviserId(), given.role(), "role", looking);
        LegalAdviser adviser = advisers.adviser(given.adviserId());
        if (!adviser.engagement().covers(given.appointedOn())) {
            throw looking.refuse(
                    "appointedOn",
                    "ADVISER_NOT_ENGAGED",
                    "该日不在法律顾问名册的聘用期内",
                    "The adviser is not engaged on that day");
        }
    }

    @Override
    protected boolean belongsTo(int year, Appointment.Kept it) {
        return standsIn(year, it.said().appointedOn(), it.said().endsOn());
    }
}
