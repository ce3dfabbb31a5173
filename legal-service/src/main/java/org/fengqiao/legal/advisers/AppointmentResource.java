package org.fengqiao.legal.advisers;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Appointments of legal advisers. */
@Path("v1/appointments")
@Tag(name = "appointments", description = "法律顾问聘任 Appointments of legal advisers")
public class AppointmentResource extends RegisterResource<Appointment> {

    AppointmentResource(Appointments register) {
        super(register);
    }
}
