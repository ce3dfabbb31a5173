package org.fengqiao.legal.advisers;

import jakarta.inject.Singleton;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Appointments of advisers. */
@Singleton
class Appointments extends LegalRegister<Appointment, Appointment.Kept> {

    Appointments(RegisterDoor door) {
        super(
                door,
                Appointment.Kept::new,
                Appointment.class,
                new Names(
                        "appointments",
                        "appointedOn",
                        "法律顾问聘任台账",
                        "Ledger of appointments of advisers"));
    }

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
    }

    @Override
    protected boolean belongsTo(int year, Appointment.Kept it) {
        return standsIn(year, it.said().appointedOn(), it.said().endsOn());
    }
}
