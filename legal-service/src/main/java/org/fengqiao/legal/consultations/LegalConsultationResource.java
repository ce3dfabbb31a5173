package org.fengqiao.legal.consultations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Legal consultations. */
@Path("v1/consultations")
@Tag(name = "consultations", description = "法律咨询 Legal consultations")
public class LegalConsultationResource extends RegisterResource<LegalConsultation> {

    LegalConsultationResource(LegalConsultations register) {
        super(register);
    }
}
