package org.fengqiao.mediation.screenings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** Screenings for disputes. */
@Path("v1/screenings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "screenings", description = "矛盾纠纷排查 Screenings for disputes")
public class ScreeningResource {

    /**
     * What a committee looked for and found, as one line of its ledger.
     *
     * @param screenedOn the day of the (last) round; not in the future
     * @param rounds rounds of screening, at least 1
     * @param disputesFound disputes found
     * @param prevented disputes prevented: a count of its own, no part of those found
     */
    @Schema(
            name = "NewScreening",
            examples =
                    """
                    {"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4",
                     "screenedOn":"2024-05-31","rounds":2,"disputesFound":5,"prevented":3}""")
    record NewScreening(
            @NotNull UUID committeeId,
            @NotNull LocalDate screenedOn,
            @NotNull @Min(1) @Max(9_999) Integer rounds,
            @NotNull @Min(0) @Max(99_999) Integer disputesFound,
            @NotNull @Min(0) @Max(99_999) Integer prevented) {}

    /** The screening as it should read, and why. */
    @Schema(
            name = "ScreeningCorrection",
            examples =
                    """
                    {"reason":"次数有误","screening":{"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4",
                     "screenedOn":"2024-05-31","rounds":3,"disputesFound":5,"prevented":3}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason, @NotNull @Valid NewScreening screening) {}

    /**
     * A screening.
     *
     * @param division 12 digits, of the committee
     */
    @Schema(name = "ScreeningView")
    record View(
            UUID id,
            int version,
            String division,
            UUID committeeId,
            CommitteeLevel level,
            LocalDate screenedOn,
            int rounds,
            int disputesFound,
            int prevented,
            boolean voided) {

        static View of(Screening it) {
            return new View(
                    it.id,
                    it.version(),
                    it.division(),
                    it.committeeId,
                    it.level,
                    it.screenedOn,
                    it.rounds,
                    it.disputesFound,
                    it.prevented,
                    it.entry.voided());
        }
    }

    private final Screenings screenings;
    private final RegisterDesks.Desk<Screening, View> desk;

    ScreeningResource(Screenings screenings, RegisterDesks desks) {
        this.screenings = screenings;
        this.desk = desks.of(Screening.class, "v1/screenings", View::of);
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(operationId = "createScreening", summary = "登记排查 Enter a screening")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response enter(@NotNull @Valid NewScreening given) {
        return desk.enter(given, command -> screenings.fresh(given, command));
    }

    @GET
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "listScreenings", summary = "排查列表 List screenings, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, View::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("cases:read")
    @Transactional
    @Operation(operationId = "getScreening", summary = "排查 A screening")
    @APIResponse(
            responseCode = "200",
            description = "排查 The screening",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Screening it = desk.get(id);
        return desk.answer(it, View.of(it));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("cases:write")
    @Operation(operationId = "correctScreening", summary = "更正排查 Correct a screening")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction correction) {
        NewScreening given = correction.screening();
        return desk.correct(
                id,
                correction,
                correction.reason(),
                (it, command) -> screenings.describe(it, given, command.today(), "/screening"));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("cases:write")
    @Operation(operationId = "voidScreening", summary = "作废排查 Void a screening")
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
    @Operation(operationId = "getScreeningHistory", summary = "排查变更历史 History of a screening")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getScreeningHistory");
    }
}
