package org.fengqiao.legal.decisions;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Institutions of the organ. */
@Path("v1/institutions")
@Tag(name = "institutions", description = "制度 Institutions")
public class InstitutionResource extends RegisterResource<Institution> {

    InstitutionResource(Institutions register) {
        super(register);
    }
}
