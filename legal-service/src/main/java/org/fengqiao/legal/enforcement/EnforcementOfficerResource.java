package org.fengqiao.legal.enforcement;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Enforcement officers. */
@Path("v1/enforcement-officers")
@Tag(name = "enforcement-officers", description = "执法人员 Enforcement officers")
public class EnforcementOfficerResource extends RegisterResource<EnforcementOfficer> {

    EnforcementOfficerResource(EnforcementOfficers register) {
        super(register);
    }
}
