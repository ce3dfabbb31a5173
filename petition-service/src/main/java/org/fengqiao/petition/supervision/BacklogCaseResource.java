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
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.petition.codes.ContentClass;

/**
 * Petition matters that have stayed unresolved for long (积案), each with the leader in charge (XF
 * 18).
 */
@Path("v1/backlog-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backlog-cases", description = "信访积案 Backlog cases")
public class BacklogCaseResource {

    /**
     * A matter of the backlog.
     *
     * @param division the organ responsible, 12 digits
     * @param petitionId the petition it is, where it is here
     * @param contentClass what it is about; the petition's unless given
     * @param description required without a petition; left out in a correction: stays as it was
     * @param leader name of the leader in charge (包案领导); left out in a correction: stays
     * @param leaderPost the leader's post
     * @param listedOn not in the future
     */
    @Schema(
            name = "NewBacklogCase",
            examples =
                    """
                    {"division":"410423106000","contentClass":"010200","listedOn":"2024-02-01",
                     "description":"某村宅基地边界多年未决","leader":"王某某","leaderPost":"镇长"}""")
    record NewBacklogCase(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            UUID petitionId,
            ContentClass contentClass,
            @Size(min = 1, max = 2000) String description,
            @Size(min = 1, max = 100) String leader,
            @NotBlank @Size(max = 100) String leaderPost,
            @NotNull LocalDate listedOn) {}

    /** The case as it should read, and why; the day it was resolved only once it was. */
    @Schema(
            name = "BacklogCaseCorrection",
            examples =
                    """
                    {"reason":"职务有误","backlogCase":{"division":"410423106000",
                     "contentClass":"010200","leaderPost":"党委副书记","listedOn":"2024-02-01"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid NewBacklogCase backlogCase,
            LocalDate resolvedOn) {}

    /** How it was settled in substance. */
    @Schema(name = "BacklogResolution", examples = "{\"on\":\"2024-09-10\",\"how\":\"双方签订边界协议\"}")
    record Resolution(LocalDate on, @Size(min = 1, max = 2000) String how) {}

    /** What is said of persons, in clear or not at all. */
    record Texts(String description, String leader, String resolution) {

        static final Texts NONE = new Texts(null, null, null);
    }

    /**
     * A backlog case.
     *
     * @param leader only where the caller may read persons, as the texts; not in lists
     */
    @Schema(name = "BacklogCaseView")
    record View(
            UUID id,
            int version,
            String division,
            UUID petitionId,
            ContentClass contentClass,
            String description,
            String leader,
            String leaderPost,
            LocalDate listedOn,
            LocalDate resolvedOn,
            String resolution,
            boolean voided) {

        /** Without the texts. */
        static View of(BacklogCase it) {
            return of(it, Texts.NONE);
        }

        static View of(BacklogCase it, Texts texts) {
            return new View(
                    it.id,
                    it.version(),
                    it.division(),
                    it.petitionId,
                    ContentClass.ofCode(it.contentClass).orElseThrow(),
                    texts.description(),
                    texts.leader(),
                    it.leaderPost,
                    it.listedOn,
                    it.resolvedOn,
                    texts.resolution(),
                    it.entry.voided());
        }
    }

    private final BacklogCases backlog;
    private final RegisterDesks.Desk<BacklogCase, View> desk;

    BacklogCaseResource(BacklogCases backlog, RegisterDesks desks) {
        this.backlog = backlog;
        this.desk = desks.of(BacklogCase.class, "v1/backlog-cases", View::of);
    }

    @POST
    @RolesAllowed("petitions:write")
    @Operation(operationId = "createBacklogCase", summary = "登记信访积案 Enter a backlog case")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewBacklogCase given) {
        return desk.enter(given, command -> backlog.fresh(given, command));
    }

    @GET
    @RolesAllowed("petitions:read")
    @Transactional
    @Operation(
            operationId = "listBacklogCases",
            summary = "信访积案列表 List backlog cases, newest first")
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
            operationId = "getBacklogCase",
            summary = "信访积案 A backlog case",
            description =
                    "Texts are shown for persons:read with a purpose in Fengqiao-Purpose; such a"
                            + " reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "信访积案 A backlog case",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        BacklogCase it = desk.get(id);
        boolean shown = desk.showsPersons(it, "getBacklogCase");
        return desk.answer(it, shown ? View.of(it, backlog.texts(it)) : View.of(it));
    }

    @POST
    @Path("{id}/resolution")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "resolveBacklogCase",
            summary = "登记积案化解 Record that a backlog case was resolved")
    @APIResponse(
            responseCode = "200",
            description = "已化解 Resolved",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response resolve(@PathParam("id") UUID id, @NotNull @Valid Resolution given) {
        return desk.correct(
                id, given, "登记化解 Resolved", (it, command) -> backlog.resolve(it, given, command));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "correctBacklogCase", summary = "更正信访积案 Correct a backlog case")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction given) {
        return desk.correct(
                id, given, given.reason(), (it, command) -> backlog.correct(it, given, command));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "voidBacklogCase", summary = "作废信访积案 Void a backlog case")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return desk.markVoid(id, reason);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getBacklogCaseHistory",
            summary = "信访积案变更历史 History of a backlog case")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getBacklogCaseHistory");
    }
}
