package org.fengqiao.legal.study;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Trainings of enforcement staff. */
@Path("v1/enforcement-trainings")
@Tag(name = "enforcement-trainings", description = "执法人员培训 Trainings of enforcement staff")
public class EnforcementTrainingResource extends RegisterResource<EnforcementTraining> {

    EnforcementTrainingResource(EnforcementTrainings register) {
        super(register);
    }
}
