package org.fengqiao.kit.retention;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;

/** Persons are erased from records after the period of retention: by two persons. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "保管与销毁 Retention and erasure")
public class ErasureResource {

    /**
     * What to erase.
     *
     * @param kind of record
     * @param division whose records, with those below it
     * @param dueBefore records that are due before that day, which is not after today
     * @param dryRun whether it is only counted
     */
    @Schema(name = "ErasureProposal")
    public record Proposal(
            @NotNull String kind,
            @NotNull String division,
            @NotNull LocalDate dueBefore,
            Boolean dryRun) {}

    private final Erasures erasures;
    private final ErasureRun run;
    private final Caller caller;

    ErasureResource(Erasures erasures, ErasureRun run, Caller caller) {
        this.erasures = erasures;
        this.run = run;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("records:erase")
    @HarmlessToRepeat
    @Operation(
            operationId = "proposeErasure",
            summary = "拟销毁 Propose to erase the persons of records that are due",
            description = "Nothing is erased before another person releases it.")
    @APIResponse(
            responseCode = "201",
            description = "已拟定 Proposed",
            content = @Content(schema = @Schema(implementation = Erasures.Erasure.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response propose(@NotNull @Valid Proposal given) {
        Erasures.Erasure proposed =
                erasures.propose(
                        new Erasures.Proposal(
                                given.kind(),
                                given.dueBefore(),
                                Boolean.TRUE.equals(given.dryRun()),
                                caller.division(given.division()),
                                caller.subject()),
                        caller.scope(given.division()));
        return Response.created(URI.create("v1/erasures/" + proposed.id()))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed("records:erase")
    @HarmlessToRepeat
    @Operation(
            operationId = "releaseErasure",
            summary = "批准销毁 Release an erasure: another person than who proposed it",
            description = "What is erased cannot be brought back.")
    @APIResponse(
            responseCode = "202",
            description = "已开始 Started",
            content = @Content(schema = @Schema(implementation = Erasures.Erasure.class)))
    public Response release(@PathParam("id") UUID id) {
        Erasures.Erasure released = erasures.release(id, caller.scope(), caller.subject());
        run.start(id);
        return Response.accepted(released).build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("records:erase")
    @Operation(operationId = "getErasure", summary = "销毁进度 Progress of an erasure")
    public Erasures.Erasure get(@PathParam("id") UUID id) {
        return erasures.get(id, caller.scope());
    }
}
