package org.fengqiao.legal.consultations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Participations of counsel in the settlement of disputes. */
@Path("v1/mediation-participations")
@Tag(
        name = "mediation-participations",
        description = "参与纠纷调处 Participations in the settlement of disputes")
public class MediationParticipationResource extends RegisterResource<MediationParticipation> {

    MediationParticipationResource(MediationParticipations register) {
        super(register);
    }
}
