package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.fengqiao.kit.journal.Answers;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.journal.History;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.PetitionForm;

/**
 * Petitions: registration, reading, correction. The steps are in {@link ReceptionResource}, {@link
 * ConclusionResource} and {@link ReviewResource}.
 */
@Path("v1/petitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class PetitionResource {

    private final PetitionService petitions;
    private final Petitions records;
    private final PetitionViews views;
    private final Commands commands;
    private final Caller caller;
    private final History history;
    private final Deadlines deadlines;
    private final Answers answers;

    PetitionResource(
            PetitionService petitions,
            Petitions records,
            PetitionViews views,
            Commands commands,
            Caller caller,
            History history,
            Deadlines deadlines,
            Answers answers) {
        this.petitions = petitions;
        this.records = records;
        this.views = views;
        this.commands = commands;
        this.caller = caller;
        this.history = history;
        this.deadlines = deadlines;
        this.answers = answers;
    }

    @POST
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "registerPetition",
            summary = "登记信访件 Register a petition (XF 23)",
            description =
                    "Accusations (purpose ACCUSATION) are refused here and kept nowhere: they go to"
                            + " /petition/v1/accusations (XF 30).")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Registered",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response register(@NotNull @Valid NewPetition given) {
        given.requireNoAccusation();
        Petition registered = petitions.register(given, commands.creating(given));
        return answers.created("v1/petitions", registered, views.of(registered));
    }

    @GET
    @RolesAllowed("petitions:read")
    @Operation(
            operationId = "listPetitions",
            summary = "信访件列表 List petitions, newest first",
            description = "Narrowed by any of the parameters; no person and no text in a list.")
    public Page<PetitionView.Item> list(
            @QueryParam("status") PetitionStatus status,
            @QueryParam("form") PetitionForm form,
            @QueryParam("contentClass") String contentClass,
            @QueryParam("matterId") UUID matterId,
            @QueryParam("nationalNumber") String nationalNumber,
            @QueryParam("registeredFrom") LocalDate registeredFrom,
            @QueryParam("registeredTo") LocalDate registeredTo,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Petitions.Filter filter =
                new Petitions.Filter(
                        status,
                        form,
                        contentClass == null ? null : ContentClass.parameter(contentClass),
                        matterId,
                        nationalNumber,
                        registeredFrom,
                        registeredTo);
        return answers.page(
                limit,
                cursor,
                (before, rows) -> records.list(caller.scope(), filter, before, rows),
                PetitionView.Item::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getPetition",
            summary = "信访件 A petition",
            description =
                    "Petitioners are masked and texts left out unless the caller has persons:read and states a"
                            + " purpose in Fengqiao-Purpose; such a reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response get(@PathParam("id") UUID id) {
        Petition it = records.get(id, caller.scope());
        return answers.of(it, views.of(it));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getPetitionHistory",
            summary = "办理经过 History of a petition",
            description = "Reasons are free text: shown as persons are.")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return history.of(records.get(id, caller.scope()), "getPetitionHistory");
    }

    @GET
    @Path("{id}/deadlines")
    @RolesAllowed("petitions:read")
    @Operation(
            operationId = "getPetitionDeadlines",
            summary = "期限及计算说明 Deadlines of a petition, each explained")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        records.get(id, caller.scope());
        return deadlines.of(Petition.KIND, id, commands.today());
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "correctPetition", summary = "更正 Correct a petition, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response correct(
            @PathParam("id") UUID id, @NotNull @Valid PetitionCorrection correction) {
        Petition it = petitions.correct(id, correction, commands.changing(correction));
        return answers.of(it, views.of(it));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "voidPetition", summary = "作废 Void a petition, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        Petition voided =
                petitions.take(
                        id,
                        PetitionStep.VOID,
                        commands.changing(reason),
                        it -> it.markVoid(reason.reason()));
        return answers.of(voided, views.of(voided));
    }
}
