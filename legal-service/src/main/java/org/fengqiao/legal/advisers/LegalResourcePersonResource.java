package org.fengqiao.legal.advisers;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Legal resource persons. */
@Path("v1/legal-resource-persons")
@Tag(name = "legal-resource-persons", description = "法律明白人 Legal resource persons")
public class LegalResourcePersonResource extends RegisterResource<LegalResourcePerson> {

    LegalResourcePersonResource(LegalResourcePersons register) {
        super(register);
    }
}
