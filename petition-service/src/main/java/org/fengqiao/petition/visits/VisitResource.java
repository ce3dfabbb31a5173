package org.fengqiao.petition.visits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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

/** Visits by petitioners. No list, count or order of persons is made of them. */
@Path("v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "走访 Visits by petitioners")
public class VisitResource {

    /**
     * The visit as it should read, and why.
     *
     * @param disorders all acts of disorder, in the place of those that stand; left out: they stay
     */
    @Schema(
            name = "VisitCorrection",
            examples =
                    """
                    {"reason":"人数有误","visit":{"division":"410423106000","visitedOn":"2024-04-02",
                     "level":"CITY","persons":4,"place":"RECEPTION"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid NewVisit visit,
            @Size(max = 100) List<@NotNull @Valid Disorder> disorders) {}

    private final Visits visits;
    private final RegisterDesks.Desk<Visit, VisitView> desk;

    VisitResource(Visits visits, RegisterDesks desks) {
        this.visits = visits;
        this.desk = desks.of(Visit.class, "v1/visits", VisitView::of);
    }

    @POST
    @RolesAllowed("petitions:write")
    @Operation(operationId = "createVisit", summary = "登记走访 Enter a visit")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewVisit given) {
        return desk.enter(given, command -> visits.fresh(given, command));
    }

    @GET
    @RolesAllowed("petitions:read")
    @Transactional
    @Operation(operationId = "listVisits", summary = "走访列表 List visits, newest first")
    public Page<VisitView> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, VisitView::of);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getVisit",
            summary = "走访 A visit",
            description =
                    "Names are masked and the account is left out unless the caller has persons:read and"
                            + " states a purpose in Fengqiao-Purpose; such a reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "走访 The visit",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response get(@PathParam("id") UUID id) {
        Visit it = desk.get(id);
        List<String> names = visits.names(it);
        if (desk.showsPersons(it, "getVisit")) {
            return desk.answer(it, VisitView.of(it, names, visits.account(it)));
        }
        List<String> masked = names.stream().map(PersonalData::maskName).toList();
        return desk.answer(it, VisitView.of(it, masked, null));
    }

    @POST
    @Path("{id}/disorders")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "recordDisorder",
            summary = "登记扰序行为 Record an act of disorder on a day (XF 26, 47)")
    @APIResponse(
            responseCode = "200",
            description = "已登记 Recorded",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response disorder(@PathParam("id") UUID id, @NotNull @Valid Disorder act) {
        return desk.correct(
                id,
                act,
                "登记扰序行为 An act of disorder recorded",
                (visit, command) -> visits.add(visit, act, command));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "correctVisit", summary = "更正走访 Correct a visit")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction given) {
        return desk.correct(
                id,
                given,
                given.reason(),
                (it, command) ->
                        visits.describe(it, given.visit(), given.disorders(), command, "/visit"));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "voidVisit", summary = "作废走访 Void a visit")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = VisitView.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return desk.markVoid(id, reason);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(operationId = "getVisitHistory", summary = "走访变更历史 History of a visit")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getVisitHistory");
    }
}
