package org.fengqiao.legal.publicity;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Publicity responsibilities. */
@Path("v1/publicity-responsibilities")
@Tag(name = "publicity-responsibilities", description = "普法责任 Publicity responsibilities")
public class PublicityResponsibilityResource extends RegisterResource<PublicityResponsibility> {

    PublicityResponsibilityResource(PublicityResponsibilities register) {
        super(register);
    }
}
