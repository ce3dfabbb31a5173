package org.fengqiao.legal.advisers;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Legal advisers. */
@Path("v1/legal-advisers")
@Tag(name = "legal-advisers", description = "法律顾问 Legal advisers")
public class LegalAdviserResource extends RegisterResource<LegalAdviser> {

    LegalAdviserResource(LegalAdvisers register) {
        super(register);
    }
}
