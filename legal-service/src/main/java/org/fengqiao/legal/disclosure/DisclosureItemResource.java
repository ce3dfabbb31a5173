package org.fengqiao.legal.disclosure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.legal.registers.RegisterResource;

/** Matters to be disclosed, and by when. */
@Path("v1/disclosure-items")
@Tag(name = "disclosure-items", description = "公开事项 Matters to be disclosed")
public class DisclosureItemResource extends RegisterResource<DisclosureItem> {

    private final DisclosureItems register;

    DisclosureItemResource(DisclosureItems register) {
        super(register);
        this.register = register;
    }

    @GET
    @Path("{id}/deadlines")
    @RolesAllowed("legal:read")
    @Operation(
            operationId = "getDisclosureItemDeadlines",
            summary = "公开期限及计算说明 Deadlines of a matter to be disclosed, each explained")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        return register.deadlines(id);
    }
}
