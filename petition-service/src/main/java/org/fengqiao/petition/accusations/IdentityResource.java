package org.fengqiao.petition.accusations;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.AuditedIn;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.petition.accusations.AccusationAnswers.SlipView;
import org.fengqiao.petition.accusations.VaultDoor.Slip;

/** Who informed: asked for by one handler, released by another, read once (XF 30). */
@Path("v1/accusations/{id}")
@AuditedIn(Vault.READ_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accusations", description = "检举控告 Accusations")
public class IdentityResource {

    /** Why a handler has to know. */
    @Schema(name = "IdentityRequest", examples = "{\"reason\":\"核实线索须当面询问\"}")
    record IdentityRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * A second person's consent.
     *
     * @param requestedBy subject of who asked
     */
    @Schema(
            name = "IdentityRelease",
            examples = "{\"requestedBy\":\"discipline-handler\",\"reason\":\"经集体研究同意\"}")
    record IdentityRelease(
            @NotNull @Pattern(regexp = AccusationResource.ACCOUNT) String requestedBy,
            @NotBlank @Size(max = 500) String reason) {}

    /** Who informed, in clear, and the papers. */
    @Schema(name = "InformerIdentity")
    record IdentityView(List<Informer> informers, List<String> originals) {}

    private final AccusationService accusations;
    private final Commands commands;
    private final Caller caller;
    private final ReadAudit audit;
    private final Duration life;

    IdentityResource(
            AccusationService accusations,
            Commands commands,
            Caller caller,
            ReadAudit audit,
            @ConfigProperty(name = "fengqiao.accusations.identity-hours", defaultValue = "24")
                    int hours) {
        this.accusations = accusations;
        this.commands = commands;
        this.caller = caller;
        this.audit = audit;
        this.life = Duration.ofHours(hours);
    }

    @POST
    @Path("identity-release-requests")
    @RolesAllowed("accusations:handle")
    @Operation(
            operationId = "requestInformerIdentity",
            summary = "申请查阅检举人身份 Ask for the informer's identity (XF 30)")
    @APIResponse(
            responseCode = "200",
            description = "已申请 Requested",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response request(@PathParam("id") UUID id, @NotNull @Valid IdentityRequest body) {
        Command command = commands.changing(body);
        return AccusationAnswers.of(
                accusations.take(
                        id,
                        act(AccusationStep.REQUEST_IDENTITY, command, body.reason()),
                        command,
                        it -> it.requestIdentity(command.subject(), command.at(), body.reason())));
    }

    @POST
    @Path("identity-releases")
    @RolesAllowed("accusations:release")
    @Operation(
            operationId = "releaseInformerIdentity",
            summary = "批准查阅检举人身份 Release the informer's identity (XF 30)")
    @APIResponse(
            responseCode = "200",
            description = "已批准 Released",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response release(@PathParam("id") UUID id, @NotNull @Valid IdentityRelease body) {
        Command command = commands.changing(body);
        return AccusationAnswers.of(
                accusations.take(
                        id,
                        act(AccusationStep.RELEASE_IDENTITY, command, body.reason()),
                        command,
                        it ->
                                it.releaseIdentity(
                                        body.requestedBy(),
                                        command.subject(),
                                        command.at(),
                                        body.reason(),
                                        life)));
    }

    @POST
    @Path("identity-readings")
    @RolesAllowed("accusations:handle")
    @Operation(
            operationId = "readInformerIdentity",
            summary = "查阅检举人身份 Read the informer's identity, once (XF 30)")
    @Parameter(
            name = Caller.PURPOSE,
            in = HEADER,
            required = true,
            description = "查阅的用途，代码表 purposes Why it is read, a code of the list purposes",
            schema = @Schema(implementation = Purpose.class),
            example = "CASE_HANDLING")
    @APIResponse(
            responseCode = "200",
            description = "身份 The identity",
            content = @Content(schema = @Schema(implementation = IdentityView.class)))
    public Response read(@PathParam("id") UUID id) {
        caller.requirePurpose();
        Command command = commands.changing("");
        Slip slip =
                accusations.take(
                        id,
                        act(AccusationStep.READ_IDENTITY, command, null),
                        command,
                        it -> it.readIdentity(command.subject(), command.at()));
        Accusation it = accusations.open(id, command.subject(), command.division());
        it.requireRead(command.subject(), command.at());
        audit.recordIn(
                Vault.READ_AUDIT, "readInformerIdentity", Vault.KIND, id, ReadAudit.Result.SHOWN);
        Identity identity = accusations.identity(it);
        return AccusationAnswers.of(
                slip.version(), new IdentityView(identity.informers(), identity.originals()));
    }

    private static Accusations.Act act(AccusationStep step, Command command, String reason) {
        return new Accusations.Act(step, command.today(), reason);
    }
}
