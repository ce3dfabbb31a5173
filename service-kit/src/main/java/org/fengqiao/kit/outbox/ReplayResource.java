package org.fengqiao.kit.outbox;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;

/** Replays, for an operator whose broker lost its data or whose consumer learnt a new field. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
public class ReplayResource {

    /**
     * What to replay.
     *
     * @param kind the topic: {@code mediation.case.v1}
     */
    @Schema(name = "ReplayOrder", examples = "{\"kind\":\"mediation.case.v1\"}")
    public record Order(@NotNull String kind) {}

    private final Replays replays;
    private final Caller caller;

    ReplayResource(Replays replays, Caller caller) {
        this.replays = replays;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "startReplay",
            summary = "重发某类记录 Emit every record of a kind again",
            description = "Harmless to repeat: consumers are guarded by version.")
    @APIResponse(
            responseCode = "202",
            description = "已开始 Started",
            content = @Content(schema = @Schema(implementation = Replays.Replay.class)))
    public Response start(@NotNull @Valid Order order) {
        Replays.Replay started = replays.start(order.kind(), caller.subject());
        return Response.accepted(started)
                .location(URI.create("v1/replays/" + started.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "getReplay", summary = "重发进度 Progress of a replay")
    public Replays.Replay get(@PathParam("id") UUID id) {
        return replays.get(id);
    }
}
