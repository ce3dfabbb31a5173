package org.fengqiao.mediation.cases;

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
import org.fengqiao.mediation.codes.DisputeType;

/**
 * Mediation cases: registration, reading, correction. The steps are in {@link CaseStepResource}.
 */
@Path("v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "调解案件 Mediation cases")
public class CaseResource {

    private final CaseService cases;
    private final MediationCases records;
    private final CaseViews views;
    private final Commands commands;
    private final Caller caller;
    private final History history;
    private final Deadlines deadlines;
    private final Answers answers;

    CaseResource(
            CaseService cases,
            MediationCases records,
            CaseViews views,
            Commands commands,
            Caller caller,
            History history,
            Deadlines deadlines,
            Answers answers) {
        this.cases = cases;
        this.records = records;
        this.views = views;
        this.commands = commands;
        this.caller = caller;
        this.history = history;
        this.deadlines = deadlines;
        this.answers = answers;
    }

    @POST
    @RolesAllowed("cases:write")
    @Operation(
            operationId = "registerCase",
            summary = "登记纠纷 Register a dispute (RT 27)",
            description = "The number is the committee's next of the year unless one is given.")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Registered",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response register(@NotNull @Valid NewCase given) {
        MediationCase registered = cases.register(given, commands.creating(given));
        return answers.created("v1/cases", registered, views.of(registered));
    }

    @GET
    @RolesAllowed("cases:read")
    @Operation(
            operationId = "listCases",
            summary = "案件列表 List cases, newest first",
            description = "Narrowed by any of the parameters; no person and no text in a list.")
    public Page<CaseView.Item> list(
            @QueryParam("status") CaseStatus status,
            @QueryParam("disputeType") DisputeType disputeType,
            @QueryParam("committeeId") UUID committeeId,
            @QueryParam("matterId") UUID matterId,
            @QueryParam("registeredFrom") LocalDate registeredFrom,
            @QueryParam("registeredTo") LocalDate registeredTo,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        MediationCases.Filter filter =
                new MediationCases.Filter(
                        status, disputeType, committeeId, matterId, registeredFrom, registeredTo);
        return answers.page(
                limit,
                cursor,
                (before, rows) -> records.list(caller.scope(), filter, before, rows),
                CaseView.Item::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(
            operationId = "getCase",
            summary = "案件 A case",
            description =
                    "Persons are masked and texts left out unless the caller has persons:read and states a purpose in"
                            + " Fengqiao-Purpose; such a reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response get(@PathParam("id") UUID id) {
        MediationCase it = records.get(id, caller.scope());
        return answers.of(it, views.of(it));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("cases:read")
    @ShowsPersons
    @Operation(
            operationId = "getCaseHistory",
            summary = "办理经过 History of a case",
            description = "Reasons are free text: shown as persons are.")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return history.of(records.get(id, caller.scope()), "getCaseHistory");
    }

    @GET
    @Path("{id}/deadlines")
    @RolesAllowed("cases:read")
    @Operation(
            operationId = "getCaseDeadlines",
            summary = "期限及计算说明 Deadlines of a case, each explained")
    public List<DeadlineView> deadlines(@PathParam("id") UUID id) {
        records.get(id, caller.scope());
        return deadlines.of(MediationCase.KIND, id, commands.today());
    }

    @GET
    @Path("{id}/file")
    @RolesAllowed("cases:read")
    @Operation(operationId = "getCaseFile", summary = "卷宗目录 The file's list of contents (RT 27)")
    public List<CaseView.FileLine> file(@PathParam("id") UUID id) {
        return views.file(records.get(id, caller.scope()));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("cases:write")
    @Operation(operationId = "correctCase", summary = "更正 Correct a case, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid CaseCorrection correction) {
        MediationCase corrected = cases.correct(id, correction, commands.changing(correction));
        return answers.of(corrected, views.of(corrected));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("cases:write")
    @Operation(operationId = "voidCase", summary = "作废 Void a case, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        MediationCase voided = cases.markVoid(id, reason.reason(), commands.changing(reason));
        return answers.of(voided, views.of(voided));
    }
}
