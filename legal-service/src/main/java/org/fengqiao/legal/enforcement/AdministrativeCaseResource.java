package org.fengqiao.legal.enforcement;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Administrative cases. */
@Path("v1/administrative-cases")
@Tag(name = "administrative-cases", description = "行政诉讼、行政复议 Administrative cases")
public class AdministrativeCaseResource extends RegisterResource<AdministrativeCase> {

    AdministrativeCaseResource(AdministrativeCases register) {
        super(register);
    }
}
