package org.fengqiao.petition.accusations;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.AuditedIn;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.petition.accusations.AccusationAnswers.SlipView;

/**
 * Accusations: taken in by many, opened by their handlers. The same 404 for one that is absent, not
 * theirs, or names their own organ.
 */
@Path("v1/accusations")
@AuditedIn(Vault.READ_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accusations", description = "检举控告 Accusations")
public class AccusationResource {

    static final String ACCOUNT = "[A-Za-z0-9._@:-]{1,64}";

    /**
     * One more handler.
     *
     * @param subject of the person at the identity provider
     * @param division of that person's office
     */
    @Schema(
            name = "AccusationHandler",
            examples = "{\"subject\":\"discipline-chief\",\"division\":\"410423000000\"}")
    record NewHandler(
            LocalDate on,
            @NotNull @Pattern(regexp = ACCOUNT) String subject,
            @NotNull @Pattern(regexp = "\\d{12}") String division) {}

    /**
     * Handed, sealed, to the discipline organ or whoever else has to handle it.
     *
     * @param division of the organ that receives it
     */
    @Schema(
            name = "AccusationTransfer",
            examples = "{\"on\":\"2024-03-06\",\"organ\":\"县纪委监委\",\"division\":\"410423000000\"}")
    record Transfer(
            LocalDate on,
            @NotBlank @Size(max = 200) String organ,
            @NotNull @Pattern(regexp = "\\d{12}") String division) {}

    /** What came of it. */
    @Schema(name = "AccusationConclusion", examples = "{\"result\":\"已给予党内警告处分\"}")
    record Conclusion(LocalDate on, @NotBlank @Size(max = 4000) String result) {}

    private final AccusationService accusations;
    private final Commands commands;
    private final Caller caller;
    private final ReadAudit audit;
    private final Divisions divisions;

    AccusationResource(
            AccusationService accusations,
            Commands commands,
            Caller caller,
            ReadAudit audit,
            Divisions divisions) {
        this.accusations = accusations;
        this.commands = commands;
        this.caller = caller;
        this.audit = audit;
        this.divisions = divisions;
    }

    @POST
    @RolesAllowed("accusations:write")
    @Operation(operationId = "enterAccusation", summary = "接收检举控告 Take in an accusation (XF 30)")
    @APIResponse(
            responseCode = "201",
            description = "已接收 Taken in",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response enter(@NotNull @Valid NewAccusation given) {
        Command command = commands.creating(given);
        return AccusationAnswers.created(
                accusations.enter(given.arrival(command, divisions), command));
    }

    @POST
    @Path("receptions")
    @RolesAllowed("accusations:handle")
    @Operation(
            operationId = "receiveAccusation",
            summary = "领取检举控告 Receive the next accusation that waits for the caller (XF 30)")
    @APIResponse(
            responseCode = "201",
            description = "已领取 Received",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response receive() {
        return AccusationAnswers.created(accusations.receive(commands.creating("")));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("accusations:handle")
    @Operation(operationId = "getAccusation", summary = "查阅检举控告 An accusation, for its handlers")
    @Parameter(
            name = Caller.PURPOSE,
            in = HEADER,
            required = true,
            description = "查阅的用途，代码表 purposes Why it is read, a code of the list purposes",
            schema = @Schema(implementation = Purpose.class),
            example = "CASE_HANDLING")
    @APIResponse(
            responseCode = "200",
            description = "检举控告 The accusation",
            content = @Content(schema = @Schema(implementation = AccusationView.class)))
    public Response get(@PathParam("id") UUID id) {
        caller.requirePurpose();
        Accusation it = accusations.open(id, caller.subject(), caller.division());
        audit.recordIn(Vault.READ_AUDIT, "getAccusation", Vault.KIND, id, ReadAudit.Result.SHOWN);
        return AccusationAnswers.of(it.version, AccusationView.of(it, accusations.identity(it)));
    }

    @POST
    @Path("{id}/handlers")
    @RolesAllowed("accusations:handle")
    @Operation(operationId = "nameAccusationHandler", summary = "指定承办人 Name a handler (XF 30)")
    @APIResponse(
            responseCode = "200",
            description = "已指定 Named",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response nameHandler(@PathParam("id") UUID id, @NotNull @Valid NewHandler body) {
        Command command = commands.changing(body);
        String division = divisions.require(body.division(), "/division");
        return AccusationAnswers.of(
                accusations.nameHandler(
                        id, body.subject(), division, command.dateOr(body.on()), command));
    }

    @POST
    @Path("{id}/transfer")
    @RolesAllowed("accusations:handle")
    @Operation(
            operationId = "transferAccusation",
            summary = "密封移送 Hand it, sealed, to the discipline organ (XF 22)")
    @APIResponse(
            responseCode = "200",
            description = "已移送 Transferred",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response transfer(@PathParam("id") UUID id, @NotNull @Valid Transfer body) {
        Command command = commands.changing(body);
        String division = divisions.require(body.division(), "/division");
        Matter.Transfer transfer =
                new Matter.Transfer(command.dateOr(body.on()), body.organ(), division);
        return AccusationAnswers.of(accusations.transfer(id, transfer, command));
    }

    @POST
    @Path("{id}/conclusion")
    @RolesAllowed("accusations:handle")
    @Operation(
            operationId = "concludeAccusation",
            summary = "反馈结果 Note the result that was fed back (XF 30)")
    @APIResponse(
            responseCode = "200",
            description = "已反馈 Concluded",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response conclude(@PathParam("id") UUID id, @NotNull @Valid Conclusion body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return AccusationAnswers.of(
                accusations.take(
                        id,
                        new Accusations.Act(AccusationStep.CONCLUDE, on, null),
                        command,
                        it -> it.conclude(new Matter.Conclusion(on, body.result()))));
    }
}
