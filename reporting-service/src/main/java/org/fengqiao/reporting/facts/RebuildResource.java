package org.fengqiao.reporting.facts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Rebuilds.Rebuild;

/** Rebuilds, for an operator who doubts the facts or has taught them a new column. */
@Path("v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
class RebuildResource {

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "startRebuild",
            summary = "从主题重建全部事实表 Rebuild all facts from the topics",
            description =
                    "Figures stay readable meanwhile; the result equals the live one. 409 while"
                            + " another runs.")
    @APIResponse(
            responseCode = "202",
            description = "已开始 Started",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Response start() throws SQLException {
        Rebuild started =
                rebuilds.start(caller.subject())
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                409,
                                                "REBUILD_RUNNING",
                                                "已有重建在进行",
                                                "A rebuild is running"));
        return Response.accepted(started)
                .location(URI.create("v1/rebuilds/" + started.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "getRebuild", summary = "重建进度 Progress of a rebuild")
    public Rebuild get(@PathParam("id") UUID id) throws SQLException {
        return rebuilds.find(id).orElseThrow(Refusal::notFound);
    }
}
