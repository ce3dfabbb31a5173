package org.fengqiao.legal.disclosure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Democratic rule-of-law villages. */
@Path("v1/democratic-villages")
@Tag(name = "democratic-villages", description = "民主法治村 Democratic rule-of-law villages")
public class DemocraticVillageResource extends RegisterResource<DemocraticVillage> {

    DemocraticVillageResource(DemocraticVillages register) {
        super(register);
    }
}
