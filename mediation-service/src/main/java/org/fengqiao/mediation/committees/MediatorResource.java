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
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.privacy.PersonalData;
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

    private final Mediators mediators;
    private final RegisterDesks.Desk<Mediator, View> desk;

    MediatorResource(Mediators mediators, RegisterDesks desks) {
        this.mediators = mediators;
        this.desk = desks.of(Mediator.class, "v1/mediators", it -> view(it, false));
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(operationId = "createMediator", summary = "登记调解员 Enter a mediator (RT 13)")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response enter(@NotNull @Valid NewMediator given) {
        return desk.enter(given, command -> mediators.fresh(given, command));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(
            operationId = "listMediators",
            summary = "调解员列表 List mediators without their names, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, MediatorResource::line);
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
        Mediator it = desk.get(id);
        boolean clear = it.phone != null && desk.showsPersons(it, "getMediator");
        return desk.answer(it, view(it, clear));
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
        NewMediator given = correction.mediator();
        return desk.correct(
                id,
                correction,
                correction.reason(),
                (it, command) -> mediators.describe(it, given, command.today(), "/mediator"));
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
        return desk.markVoid(id, reason);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(operationId = "getMediatorHistory", summary = "调解员变更历史 History of a mediator")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getMediatorHistory");
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
