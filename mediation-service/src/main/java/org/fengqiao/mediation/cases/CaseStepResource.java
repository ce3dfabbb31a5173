package org.fengqiao.mediation.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.fengqiao.mediation.codes.FileItem;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.RiskReceiver;
import org.fengqiao.mediation.codes.TerminationCause;

/**
 * The steps of a case up to its end, and those beside it; agreements are in {@link
 * AgreementResource}.
 */
@Path("v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "调解案件 Mediation cases")
public class CaseStepResource {

    /** Accepted, and by whom it is mediated (RT 17). */
    @Schema(name = "Acceptance", examples = "{\"on\":\"2024-03-02\"}")
    record Acceptance(LocalDate on, @Size(max = 20) List<@NotNull UUID> mediatorIds) {}

    /** Not accepted, and why; the parties are told (RT 17). */
    @Schema(name = "CaseRefusal", examples = "{\"ground\":\"PARTY_REFUSES\"}")
    record CaseRefusal(
            LocalDate on, @NotNull RefusalGround ground, @Size(max = 1000) String explanation) {}

    /** A mediator stands down, or is replaced on a party's wish (a setting). */
    @Schema(
            name = "NewRecusal",
            examples =
                    """
                    {"on":"2024-03-04","mediatorId":"01912d70-1c2e-7b11-9a55-0c7be1a0f3d2",
                     "reason":"与申请人有亲属关系"}""")
    record Recusal(
            LocalDate on,
            @NotNull UUID mediatorId,
            UUID replacedById,
            @NotBlank @Size(max = 500) String reason) {}

    /** One sitting: who mediated, which counsel took part, what was recorded (RT 22). */
    @Schema(name = "NewSession", examples = "{\"on\":\"2024-03-05\",\"record\":\"双方陈述\"}")
    record Session(
            LocalDate on,
            @Size(max = 20) List<@NotNull UUID> mediatorIds,
            @Size(max = 20) List<@NotNull UUID> counselIds,
            @Size(max = 4000) String record) {}

    /**
     * More time, by consent of both parties.
     *
     * @param days calendar days; in all no more than the setting allows
     */
    @Schema(
            name = "CaseExtension",
            examples = "{\"days\":15,\"bothPartiesConsent\":true,\"reason\":\"鉴定\"}")
    record CaseExtension(
            LocalDate on,
            @NotNull @Min(1) @Max(365) Integer days,
            @NotNull @AssertTrue Boolean bothPartiesConsent,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * Mediation failed, or a party ends it (RT 23, 26).
     *
     * @param remediesTold the other ways that were told, by kind; required where mediation failed
     */
    @Schema(
            name = "Termination",
            examples = "{\"cause\":\"NO_AGREEMENT\",\"remediesTold\":[\"LITIGATION\"]}")
    record Termination(
            LocalDate on,
            @NotNull TerminationCause cause,
            @Size(max = 3) List<@NotNull Remedy> remediesTold) {}

    /** The applicant withdraws (RT 23). */
    @Schema(name = "Withdrawal", examples = "{\"reason\":\"双方自行和解\"}")
    record Withdrawal(LocalDate on, @NotBlank @Size(max = 500) String reason) {}

    /** To another committee, with both parties' consent; the matter is mediated once, there. */
    @Schema(
            name = "Handover",
            examples =
                    """
                    {"on":"2024-03-06","toCommitteeId":"01912d68-783e-7a03-8467-5661c1243ad4",
                     "bothPartiesConsent":true,"reason":"纠纷涉及两村"}""")
    record Handover(
            LocalDate on,
            @NotNull UUID toCommitteeId,
            @NotNull @AssertTrue Boolean bothPartiesConsent,
            @NotBlank @Size(max = 500) String reason) {}

    /** What was prevented, on which day, for how many persons. */
    @Schema(name = "NewPreventionAct", examples = "{\"kind\":\"CRIME\",\"persons\":2}")
    record PreventionAct(
            LocalDate on,
            @NotNull PreventionKind kind,
            @NotNull @Min(1) @Max(100_000) Integer persons) {}

    /** A report to the police or another department (RT 25). */
    @Schema(name = "NewRiskReport", examples = "{\"receiver\":\"POLICE\",\"risk\":\"扬言报复\"}")
    record RiskReport(
            LocalDate on,
            @NotNull RiskReceiver receiver,
            @NotBlank @Size(max = 1000) String risk) {}

    /** The file is closed; the items it holds (RT 27). */
    @Schema(name = "Archive", examples = "{\"items\":[\"AGREEMENT\"]}")
    record Archive(LocalDate on, @NotEmpty @Size(max = 13) List<@NotNull FileItem> items) {}

    private final CaseService cases;
    private final CaseViews views;
    private final Commands commands;
    private final Answers answers;

    CaseStepResource(CaseService cases, CaseViews views, Commands commands, Answers answers) {
        this.cases = cases;
        this.views = views;
        this.commands = commands;
        this.answers = answers;
    }

    @POST
    @Path("acceptance")
    @RolesAllowed("cases:write")
    @Operation(operationId = "acceptCase", summary = "受理 Accept (RT 17)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response accept(@PathParam("id") UUID id, @NotNull @Valid Acceptance body) {
        Command command = commands.changing(body);
        return answer(cases.accept(id, body.on(), orNone(body.mediatorIds()), command));
    }

    @POST
    @Path("refusal")
    @RolesAllowed("cases:write")
    @Operation(operationId = "refuseCase", summary = "不予受理 Refuse (RT 17)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid CaseRefusal body) {
        Command command = commands.changing(body);
        return answer(
                cases.refuse(
                        id,
                        new Proceedings.Refused(
                                command.dateOr(body.on()), body.ground(), body.explanation()),
                        command));
    }

    @POST
    @Path("recusal")
    @RolesAllowed("cases:write")
    @Operation(operationId = "recuseMediator", summary = "调解员回避 Replace a mediator")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response recuse(@PathParam("id") UUID id, @NotNull @Valid Recusal body) {
        Command command = commands.changing(body);
        return answer(
                cases.recuse(
                        id,
                        new Proceedings.Recusal(
                                command.dateOr(body.on()),
                                body.mediatorId(),
                                body.replacedById(),
                                body.reason()),
                        command));
    }

    @POST
    @Path("sessions")
    @RolesAllowed("cases:write")
    @Operation(operationId = "holdSession", summary = "调解一次 Hold a session (RT 22)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response holdSession(@PathParam("id") UUID id, @NotNull @Valid Session body) {
        Command command = commands.changing(body);
        return answer(
                cases.holdSession(
                        id,
                        new Proceedings.Session(
                                command.dateOr(body.on()),
                                orNone(body.mediatorIds()),
                                orNone(body.counselIds()),
                                body.record()),
                        command));
    }

    @POST
    @Path("extension")
    @RolesAllowed("cases:write")
    @Operation(operationId = "extendCase", summary = "延长期限 Extend by consent")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response extend(@PathParam("id") UUID id, @NotNull @Valid CaseExtension body) {
        Command command = commands.changing(body);
        return answer(
                cases.extend(
                        id,
                        new Proceedings.Extension(
                                command.dateOr(body.on()), body.days(), body.reason()),
                        command));
    }

    @POST
    @Path("termination")
    @RolesAllowed("cases:write")
    @Operation(operationId = "terminateCase", summary = "终止调解 End without agreement (RT 23, 26)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response terminate(@PathParam("id") UUID id, @NotNull @Valid Termination body) {
        Command command = commands.changing(body);
        return answer(
                cases.end(
                        id,
                        new Proceedings.Ended(
                                command.dateOr(body.on()),
                                body.cause(),
                                body.remediesTold() == null ? List.of() : body.remediesTold()),
                        command));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed("cases:write")
    @Operation(operationId = "withdrawCase", summary = "撤回 Withdraw (RT 23)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        Command command = commands.changing(body);
        return answer(cases.withdraw(id, body.on(), body.reason(), command));
    }

    @POST
    @Path("handover")
    @RolesAllowed("cases:write")
    @Operation(operationId = "handOverCase", summary = "移交另一调委会 Hand over to another committee")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response handOver(@PathParam("id") UUID id, @NotNull @Valid Handover body) {
        Command command = commands.changing(body);
        return answer(cases.handOver(id, body.on(), body.toCommitteeId(), body.reason(), command));
    }

    @POST
    @Path("prevention-acts")
    @RolesAllowed("cases:write")
    @Operation(
            operationId = "recordPreventionAct",
            summary = "登记预防 Record what was prevented (RT 25)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response prevent(@PathParam("id") UUID id, @NotNull @Valid PreventionAct body) {
        Command command = commands.changing(body);
        return answer(
                cases.prevent(
                        id,
                        new Proceedings.PreventionAct(
                                command.dateOr(body.on()), body.kind(), body.persons()),
                        command));
    }

    @POST
    @Path("risk-reports")
    @RolesAllowed("cases:write")
    @Operation(operationId = "reportRisk", summary = "风险报告 Report a risk (RT 25)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response reportRisk(@PathParam("id") UUID id, @NotNull @Valid RiskReport body) {
        Command command = commands.changing(body);
        return answer(
                cases.reportRisk(
                        id,
                        new Proceedings.RiskReport(
                                command.dateOr(body.on()), body.receiver(), body.risk()),
                        command));
    }

    @POST
    @Path("archive")
    @RolesAllowed("cases:write")
    @Operation(operationId = "archiveCase", summary = "归档 Archive the file (RT 27)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response archive(@PathParam("id") UUID id, @NotNull @Valid Archive body) {
        Command command = commands.changing(body);
        return answer(cases.archive(id, body.on(), body.items(), command));
    }

    private Response answer(MediationCase it) {
        return answers.of(it, views.of(it));
    }

    private static <T> List<T> orNone(List<T> given) {
        return given == null ? List.of() : given;
    }
}
