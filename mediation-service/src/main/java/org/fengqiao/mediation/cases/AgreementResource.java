package org.fengqiao.mediation.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
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
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.PerformanceState;

/** An agreement and what follows it: variation, performance, judicial confirmation, follow-up. */
@Path("v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "调解案件 Mediation cases")
public class AgreementResource {

    /** What is owed by when. */
    @Schema(name = "NewInstalment", examples = "{\"dueOn\":\"2024-06-30\",\"amountYuan\":500}")
    record Instalment(
            @NotNull LocalDate dueOn,
            @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                    BigDecimal amountYuan) {

        static List<Proceedings.Instalment> list(List<Instalment> given) {
            return given == null
                    ? List.of()
                    : given.stream()
                            .map(it -> new Proceedings.Instalment(it.dueOn(), it.amountYuan()))
                            .toList();
        }
    }

    /**
     * An agreement (RT 28).
     *
     * @param on the day it was reached
     * @param effectiveOn written: signatures, mediator and seal complete; the day reached unless
     *     given
     * @param confirmationBar whether a court may not confirm it; required for types 03 and 07
     */
    @Schema(
            name = "MediationAgreement",
            examples =
                    "{\"on\":\"2024-03-08\",\"form\":\"WRITTEN\",\"content\":\"赔偿500元\",\"amountYuan\":500}")
    record Agreement(
            LocalDate on,
            LocalDate effectiveOn,
            @NotNull AgreementForm form,
            @NotBlank @Size(max = 4000) String content,
            @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                    BigDecimal amountYuan,
            ConfirmationBar confirmationBar,
            @Size(max = 60) List<@Valid @NotNull Instalment> instalments) {}

    /**
     * A new agreement in place of the one that stands (RT 28): its own form, day of effect and
     * answer to the question of title; an amount or instalments left out stay as they were.
     */
    @Schema(
            name = "AgreementVariation",
            description =
                    "新协议代替原协议；未填的金额、分期沿用原协议 A new agreement in place of the former,"
                            + " whose amount and instalments stand where they are left out",
            examples =
                    "{\"on\":\"2024-04-01\",\"reason\":\"双方同意\",\"form\":\"WRITTEN\",\"content\":\"改为400元\",\"amountYuan\":400}")
    record Variation(
            LocalDate on,
            LocalDate effectiveOn,
            @NotBlank @Size(max = 500) String reason,
            @NotNull AgreementForm form,
            @NotBlank @Size(max = 4000) String content,
            @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                    BigDecimal amountYuan,
            ConfirmationBar confirmationBar,
            @Size(max = 60) List<@Valid @NotNull Instalment> instalments) {}

    /** What was performed (RT 31). */
    @Schema(name = "NewPerformance", examples = "{\"state\":\"PERFORMED\",\"amountYuan\":500}")
    record Performance(
            LocalDate on,
            @NotNull PerformanceState state,
            @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                    BigDecimal amountYuan) {

        Proceedings.Performance on(LocalDate day) {
            return new Proceedings.Performance(day, state, amountYuan);
        }
    }

    /** The parties' joint application to the court (RT 33). */
    @Schema(name = "ConfirmationApplication", examples = "{\"jointly\":true}")
    record Application(LocalDate on, @NotNull @AssertTrue Boolean jointly) {}

    /**
     * What the court ruled (MS 206).
     *
     * @param courtExtensionDays days by which the court extended its fifteen (QR 5: at most ten)
     */
    @Schema(name = "ConfirmationRulingGiven", examples = "{\"ruling\":\"CONFIRMED\"}")
    record Ruling(
            LocalDate on,
            LocalDate courtAcceptedOn,
            @NotNull ConfirmationRuling ruling,
            @Min(1) @Max(10) Integer courtExtensionDays) {}

    /** A visit after the case (RT 31). */
    @Schema(name = "NewFollowUpVisit", examples = "{\"finding\":\"已履行，双方满意\"}")
    record FollowUpVisit(LocalDate on, @Size(max = 2000) String finding) {}

    private final CaseService cases;
    private final CaseViews views;
    private final Commands commands;
    private final Answers answers;

    AgreementResource(CaseService cases, CaseViews views, Commands commands, Answers answers) {
        this.cases = cases;
        this.views = views;
        this.commands = commands;
        this.answers = answers;
    }

    @POST
    @Path("agreement")
    @RolesAllowed("cases:write")
    @Operation(operationId = "agreeCase", summary = "达成协议 Reach an agreement (RT 28)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response agree(@PathParam("id") UUID id, @NotNull @Valid Agreement body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                cases.agree(
                        id,
                        new Proceedings.Agreement(
                                on,
                                body.effectiveOn() == null ? on : body.effectiveOn(),
                                body.form(),
                                body.content(),
                                body.amountYuan(),
                                body.confirmationBar(),
                                Instalment.list(body.instalments())),
                        command));
    }

    @POST
    @Path("agreement-variation")
    @RolesAllowed("cases:write")
    @Operation(operationId = "varyAgreement", summary = "变更协议 Vary the agreement (RT 28)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response vary(@PathParam("id") UUID id, @NotNull @Valid Variation body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                cases.vary(
                        id,
                        new Proceedings.Agreement(
                                on,
                                body.effectiveOn() == null ? on : body.effectiveOn(),
                                body.form(),
                                body.content(),
                                body.amountYuan(),
                                body.confirmationBar(),
                                body.instalments() == null
                                        ? null
                                        : Instalment.list(body.instalments())),
                        body.reason(),
                        command));
    }

    @POST
    @Path("performances")
    @RolesAllowed("cases:write")
    @Operation(operationId = "recordPerformance", summary = "登记履行 Record performance (RT 31)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response recordPerformance(@PathParam("id") UUID id, @NotNull @Valid Performance body) {
        Command command = commands.changing(body);
        return answer(cases.recordPerformance(id, body.on(command.dateOr(body.on())), command));
    }

    @POST
    @Path("judicial-confirmation-application")
    @RolesAllowed("cases:write")
    @Operation(
            operationId = "applyForConfirmation",
            summary = "申请司法确认 Apply for confirmation (RT 33)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response applyForConfirmation(
            @PathParam("id") UUID id, @NotNull @Valid Application body) {
        Command command = commands.changing(body);
        return answer(cases.applyForConfirmation(id, body.on(), command));
    }

    @POST
    @Path("judicial-confirmation-ruling")
    @RolesAllowed("cases:write")
    @Operation(operationId = "ruleOnConfirmation", summary = "司法确认裁定 Record the ruling (MS 206)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response ruleOnConfirmation(@PathParam("id") UUID id, @NotNull @Valid Ruling body) {
        Command command = commands.changing(body);
        return answer(
                cases.ruleOnConfirmation(
                        id,
                        new Proceedings.Confirmation(
                                null,
                                body.courtAcceptedOn(),
                                command.dateOr(body.on()),
                                body.ruling(),
                                body.courtExtensionDays()),
                        command));
    }

    @POST
    @Path("follow-up-visits")
    @RolesAllowed("cases:write")
    @Operation(operationId = "recordFollowUpVisit", summary = "回访 Record a follow-up visit (RT 31)")
    @APIResponse(
            responseCode = "200",
            description = "案件 The case",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response followUp(@PathParam("id") UUID id, @NotNull @Valid FollowUpVisit body) {
        Command command = commands.changing(body);
        return answer(
                cases.followUp(
                        id,
                        new Proceedings.FollowUpVisit(command.dateOr(body.on()), body.finding()),
                        command));
    }

    private Response answer(MediationCase it) {
        return answers.of(it, views.of(it));
    }
}
