package org.fengqiao.legal.registers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.calendar.DeadlineView;

/** What a register whose records have clocks answers besides. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class DatedResource<S extends Said> extends RegisterResource<S> {

    private final DatedRegister<S, ?> register;

    protected DatedResource(DatedRegister<S, ?> register) {
        super(register);
        this.register = register;
    }

    @GET
    @Path("{id}/deadlines")
    @RolesAllowed("legal:read")
    @Operation(
            operationId = "get{Record}Deadlines",
            summary = "{zh}期限及计算说明 Deadlines of a record of {en}, each explained")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        return register.deadlinesOf(id);
    }
}
