package org.fengqiao.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;

/** Keys, for an operator who rotates them. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
public class KeyResource {

    /**
     * A version of a key, as this replica has it.
     *
     * @param purpose what its key file is for
     * @param key SEALING or INDEX
     */
    @Schema(name = "KeyVersionView")
    public record View(
            String purpose,
            String key,
            long id,
            KeyVersion.State state,
            OffsetDateTime createdAt,
            OffsetDateTime activeFrom,
            OffsetDateTime retiredAt) {}

    private final Reencryptions reencryptions;
    private final Instance<SealedTables> sealed;
    private final Caller caller;

    KeyResource(Reencryptions reencryptions, Instance<SealedTables> sealed, Caller caller) {
        this.reencryptions = reencryptions;
        this.sealed = sealed;
        this.caller = caller;
    }

    @GET
    @Path("keys")
    @RolesAllowed("admin")
    @Operation(
            operationId = "listKeys",
            summary = "密钥版本 Versions of the keys",
            description = "No secret. As the replica that answers has them.")
    public List<View> list() {
        List<View> views = new ArrayList<>();
        for (SealedTables it : sealed) {
            KeyRing keys = it.keys().keys();
            views.addAll(views(it.purpose(), "SEALING", keys.file().sealing(), keys));
            views.addAll(views(it.purpose(), "INDEX", keys.file().index(), keys));
        }
        return views;
    }

    private static List<View> views(
            String purpose, String key, List<KeyVersion> versions, KeyRing keys) {
        return versions.stream()
                .map(
                        it ->
                                new View(
                                        purpose,
                                        key,
                                        it.id(),
                                        it.state(versions, keys.now()),
                                        it.created().atOffset(ZoneOffset.UTC),
                                        it.activeFrom().atOffset(ZoneOffset.UTC),
                                        it.isRetired()
                                                ? it.retired().atOffset(ZoneOffset.UTC)
                                                : null))
                .toList();
    }

    @POST
    @Path("reencryptions")
    @RolesAllowed("admin")
    @HarmlessToRepeat
    @Operation(
            operationId = "startReencryption",
            summary = "以现用密钥重新加密 Seal everything under the keys that write now",
            description = "No version is raised and no event is sent. One at a time.")
    @APIResponse(
            responseCode = "202",
            description = "已开始 Started",
            content = @Content(schema = @Schema(implementation = Reencryptions.Reencryption.class)))
    public Response start() {
        Reencryptions.Reencryption started = reencryptions.start(caller.subject());
        return Response.accepted(started)
                .location(URI.create("v1/reencryptions/" + started.id()))
                .build();
    }

    @GET
    @Path("reencryptions/{id}")
    @RolesAllowed("admin")
    @Operation(operationId = "getReencryption", summary = "重新加密进度 Progress of a re-encryption")
    public Reencryptions.Reencryption get(@PathParam("id") UUID id) {
        return reencryptions.get(id);
    }
}
