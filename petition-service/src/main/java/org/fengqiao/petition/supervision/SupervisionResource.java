package org.fengqiao.petition.supervision;

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
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.petition.codes.SupervisionCause;

/** Supervisions by a petition department, and what the organ answers (XF 40). */
@Path("v1/supervisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervisions", description = "督办 Supervisions")
public class SupervisionResource {

    /**
     * A supervision of an organ.
     *
     * @param division the organ supervised, 12 digits: of the caller's own level or below
     * @param petitionId the petition it is about, where there is one
     * @param supervisedOn not in the future
     * @param requirement what is required; left out in a correction: stays as it was
     * @param dueOn the day to answer by
     */
    @Schema(
            name = "NewSupervision",
            examples =
                    """
                    {"division":"410423106000","supervisedOn":"2024-04-10","cause":"DELAY",
                     "requirement":"十日内办结并书面报告","dueOn":"2024-04-20"}""")
    record NewSupervision(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            UUID petitionId,
            @NotNull LocalDate supervisedOn,
            @NotNull SupervisionCause cause,
            @Size(min = 1, max = 2000) String requirement,
            @NotNull LocalDate dueOn) {}

    /** The supervision as it should read, and why; the day of the answer only once answered. */
    @Schema(
            name = "SupervisionCorrection",
            examples =
                    """
                    {"reason":"期限有误","supervision":{"division":"410423106000",
                     "supervisedOn":"2024-04-10","cause":"DELAY","dueOn":"2024-04-25"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid NewSupervision supervision,
            LocalDate answeredOn) {}

    /** The written answer of the organ supervised. */
    @Schema(
            name = "SupervisionAnswer",
            examples = "{\"on\":\"2024-04-18\",\"answer\":\"已于4月17日办结\"}")
    record Answer(LocalDate on, @NotBlank @Size(max = 2000) String answer) {}

    /**
     * A supervision.
     *
     * @param issuer the petition department's division
     * @param requirement only where the caller may read persons; not in lists
     */
    @Schema(name = "SupervisionView")
    record View(
            UUID id,
            int version,
            String division,
            String issuer,
            UUID petitionId,
            LocalDate supervisedOn,
            SupervisionCause cause,
            String requirement,
            LocalDate dueOn,
            LocalDate answeredOn,
            String answer,
            boolean voided) {

        /** Without the texts. */
        static View of(Supervision it) {
            return of(it, null, null);
        }

        static View of(Supervision it, String requirement, String answer) {
            return new View(
                    it.id,
                    it.version(),
                    it.division(),
                    it.issuer,
                    it.petitionId,
                    it.supervisedOn,
                    it.cause,
                    requirement,
                    it.dueOn,
                    it.answeredOn,
                    answer,
                    it.entry.voided());
        }
    }

    private final Supervisions supervisions;
    private final Commands commands;
    private final Deadlines deadlines;
    private final RegisterDesks.Desk<Supervision, View> desk;

    SupervisionResource(
            Supervisions supervisions,
            Commands commands,
            Deadlines deadlines,
            RegisterDesks desks) {
        this.supervisions = supervisions;
        this.commands = commands;
        this.deadlines = deadlines;
        this.desk = desks.of(Supervision.class, "v1/supervisions", View::of);
    }

    @POST
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "createSupervision",
            summary = "登记督办 Enter a supervision",
            description =
                    "By a petition department, county and above, towards an organ of its own level or"
                            + " below; 403 STEP_NOT_YOURS for a township (XF 40).")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewSupervision given) {
        return desk.enter(given, command -> supervisions.fresh(given, command));
    }

    @GET
    @RolesAllowed("petitions:read")
    @Transactional
    @Operation(operationId = "listSupervisions", summary = "督办列表 List supervisions, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, View::of);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getSupervision",
            summary = "督办 A supervision",
            description =
                    "Texts are shown for persons:read with a purpose in Fengqiao-Purpose; such a"
                            + " reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "督办 A supervision",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        Supervision it = desk.get(id);
        boolean shown = desk.showsPersons(it, "getSupervision");
        return desk.answer(
                it,
                shown
                        ? View.of(it, supervisions.requirement(it), supervisions.answer(it))
                        : View.of(it));
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "answerSupervision", summary = "答复督办 Answer a supervision (XF 40)")
    @APIResponse(
            responseCode = "200",
            description = "已答复 Answered",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response reply(@PathParam("id") UUID id, @NotNull @Valid Answer given) {
        return desk.correct(
                id,
                given,
                "书面答复 Answered in writing",
                (it, command) -> supervisions.reply(it, given, command));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "correctSupervision", summary = "更正督办 Correct a supervision")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction given) {
        return desk.correct(
                id,
                given,
                given.reason(),
                (it, command) -> supervisions.correct(it, given, command));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "voidSupervision", summary = "作废督办 Void a supervision")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return desk.markVoid(id, reason, supervisions::withdraw);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(operationId = "getSupervisionHistory", summary = "督办变更历史 History of a supervision")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getSupervisionHistory");
    }

    @GET
    @Path("{id}/deadlines")
    @RolesAllowed("petitions:read")
    @Operation(
            operationId = "getSupervisionDeadlines",
            summary = "督办期限及计算说明 Deadlines of a supervision, each explained")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        desk.get(id);
        return deadlines.of(Supervision.KIND, id, commands.today());
    }
}
