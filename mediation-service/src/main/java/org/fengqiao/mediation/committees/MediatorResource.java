package org.fengqiao.mediation.committees;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Answers;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.History;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.CommitteeRole;
import org.fengqiao.mediation.codes.Sex;

/** People's mediators. */
@Path("v1/mediators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mediators", description = "人民调解员 People's mediators")
public class MediatorResource {

    /**
     * A member of a committee, or a person it appointed (RT 13). Who leaves is corrected with the
     * day.
     *
     * @param phone left out in a correction: stays as it was
     * @param leftOn the last day in office
     */
    @Schema(
            name = "NewMediator",
            examples =
                    """
                    {"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4","name":"李某某",
                     "phone":"13800000001","sex":"FEMALE","nationality":"汉族","role":"MEMBER",
                     "fullTime":false,"appointedOn":"2021-03-01"}""")
    record NewMediator(
            @NotNull UUID committeeId,
            @NotBlank @Size(max = 50) String name,
            @Pattern(regexp = "\\+?[0-9][0-9-]{5,19}") String phone,
            @NotNull Sex sex,
            @Size(min = 1, max = 20) String nationality,
            @NotNull CommitteeRole role,
            @NotNull Boolean fullTime,
            @NotNull LocalDate appointedOn,
            LocalDate leftOn) {}

    /** The mediator as the entry should read, and why. */
    @Schema(
            name = "MediatorCorrection",
            examples =
                    """
                    {"reason":"离任","mediator":{"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4",
                     "name":"李某某","sex":"FEMALE","role":"MEMBER","fullTime":false,
                     "appointedOn":"2021-03-01","leftOn":"2024-06-30"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason, @NotNull @Valid NewMediator mediator) {}

    /**
     * A mediator.
     *
     * @param division 12 digits, of the committee
     * @param name in clear, since the parties choose by it (RT 19); not in lists
     * @param phone masked unless the caller may read persons; not in lists
     * @param sex not in lists
     * @param nationality not in lists
     */
    @Schema(name = "MediatorView")
    record View(
            UUID id,
            int version,
            String division,
            UUID committeeId,
            CommitteeLevel level,
            String name,
            String phone,
            Sex sex,
            String nationality,
            CommitteeRole role,
            boolean fullTime,
            LocalDate appointedOn,
            LocalDate leftOn,
            boolean voided) {}

    private final Register register;
    private final Mediators mediators;
    private final Commands commands;
    private final Caller caller;
    private final ReadAudit audit;
    private final History history;
    private final Answers answers;

    MediatorResource(
            Register register,
            Mediators mediators,
            Commands commands,
            Caller caller,
            ReadAudit audit,
            History history,
            Answers answers) {
        this.register = register;
        this.mediators = mediators;
        this.commands = commands;
        this.caller = caller;
        this.audit = audit;
        this.history = history;
        this.answers = answers;
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(operationId = "createMediator", summary = "登记调解员 Enter a mediator (RT 13)")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response enter(@NotNull @Valid NewMediator given) {
        Command command = commands.creating(given);
        Mediator entered =
                register.enter(Mediator.class, command, () -> mediators.fresh(given, command));
        return answers.created("v1/mediators", entered, view(entered, false));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(
            operationId = "listMediators",
            summary = "调解员列表 List mediators without their names, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return answers.page(
                limit,
                cursor,
                (before, rows) -> register.list(Mediator.class, caller.scope(), before, rows),
                MediatorResource::line);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(
            operationId = "getMediator",
            summary = "调解员 A mediator",
            description =
                    "The phone is in clear for `persons:read` with a `Fengqiao-Purpose`; such a read"
                            + " is audited.")
    @APIResponse(
            responseCode = "200",
            description = "调解员 The mediator",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Mediator it = register.get(Mediator.class, id, caller.scope());
        boolean clear = it.phone != null && caller.mayReadPersons();
        if (clear) {
            audit.record("getMediator", Mediator.KIND, id, ReadAudit.Result.SHOWN);
        }
        return answers.of(it, view(it, clear));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("cases:write")
    @Operation(operationId = "correctMediator", summary = "更正调解员 Correct a mediator")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction correction) {
        Command command = commands.changing(correction);
        NewMediator given = correction.mediator();
        Mediator corrected =
                register.correct(
                        Mediator.class,
                        id,
                        correction.reason(),
                        command,
                        it -> mediators.describe(it, given, command.today(), "/mediator"));
        return answers.of(corrected, view(corrected, false));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("cases:write")
    @Operation(operationId = "voidMediator", summary = "作废调解员 Void a mediator")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        Mediator voided =
                register.markVoid(Mediator.class, id, reason.reason(), commands.changing(reason));
        return answers.of(voided, view(voided, false));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(operationId = "getMediatorHistory", summary = "调解员变更历史 History of a mediator")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return history.of(register.get(Mediator.class, id, caller.scope()), "getMediatorHistory");
    }

    private View view(Mediator it, boolean clear) {
        String phone = mediators.phone(it);
        return new View(
                it.id,
                it.version(),
                it.division(),
                it.committeeId,
                it.level,
                mediators.name(it),
                clear ? phone : PersonalData.maskPhone(phone),
                it.sex,
                it.nationality,
                it.role,
                it.fullTime,
                it.appointedOn,
                it.leftOn,
                it.entry.voided());
    }

    private static View line(Mediator it) {
        return new View(
                it.id,
                it.version(),
                it.division(),
                it.committeeId,
                it.level,
                null,
                null,
                null,
                null,
                it.role,
                it.fullTime,
                it.appointedOn,
                it.leftOn,
                it.entry.voided());
    }
}
