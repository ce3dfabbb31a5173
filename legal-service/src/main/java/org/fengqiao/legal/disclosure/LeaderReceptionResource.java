package org.fengqiao.legal.disclosure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Receptions by leaders. */
@Path("v1/leader-receptions")
@Tag(name = "leader-receptions", description = "领导接访 Receptions by leaders")
public class LeaderReceptionResource extends RegisterResource<LeaderReception> {

    LeaderReceptionResource(LeaderReceptions register) {
        super(register);
    }
}
