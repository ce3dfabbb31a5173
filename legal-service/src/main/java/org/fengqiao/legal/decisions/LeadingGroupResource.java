package org.fengqiao.legal.decisions;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Leading groups. */
@Path("v1/leading-groups")
@Tag(name = "leading-groups", description = "领导小组 Leading groups")
public class LeadingGroupResource extends RegisterResource<LeadingGroup> {

    LeadingGroupResource(LeadingGroups register) {
        super(register);
    }
}
