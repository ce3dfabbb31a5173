package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Answers;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.Route;

/** The steps of a petition from its receipt until it is accepted or goes elsewhere. */
@Path("v1/petitions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class ReceptionResource {

    /** The petitioner was told in writing what becomes of the petition (XF 23). */
    @Schema(name = "PetitionNotice", examples = "{\"on\":\"2024-03-05\",\"onTheSpot\":false}")
    record Notice(LocalDate on, Boolean onTheSpot) {}

    /**
     * The organ takes the matter on.
     *
     * @param handlingClass required where the purpose did not tell it
     * @param route one of the six items of XF 31; required with an appeal or request
     */
    @Schema(
            name = "PetitionAcceptance",
            examples = "{\"on\":\"2024-03-06\",\"route\":\"HANDLING_OPINION\"}")
    record Acceptance(LocalDate on, HandlingClass handlingClass, Route route) {}

    /**
     * Not accepted, and why; the petitioner is told.
     *
     * @param repeatsId the petition that this one repeats (XF 19, 36)
     * @param explanation required where it repeats one that is not in the suite
     */
    @Schema(
            name = "PetitionRefusal",
            examples = "{\"ground\":\"JUDICIAL_MATTER\",\"explanation\":\"法院正在审理\"}")
    record PetitionRefusal(
            LocalDate on,
            @NotNull RefusalGround ground,
            UUID repeatsId,
            @Size(max = 1000) String explanation) {}

    /** The petitioner is told which organ is competent (XF 23). */
    @Schema(name = "PetitionRedirection", examples = "{\"organ\":\"县人力资源和社会保障局\"}")
    record Redirection(LocalDate on, @NotBlank @Size(max = 200) String organ) {}

    /** "Not ours", with detailed reasons (XF 23). */
    @Schema(name = "PetitionObjection", examples = "{\"reason\":\"属于县自然资源局职权\"}")
    record Objection(LocalDate on, @NotBlank @Size(max = 1000) String reason) {}

    /** What the sender says to the objection; with its consent the petition goes back to it. */
    @Schema(name = "ObjectionDecision", examples = "{\"consented\":true}")
    record ObjectionDecision(
            LocalDate on, @NotNull Boolean consented, @Size(max = 1000) String decision) {}

    /** To the organ that is competent: one's own level or below (XF 22). */
    @Schema(name = "PetitionTransfer", examples = "{\"toDivision\":\"410423106000\"}")
    record Transfer(
            LocalDate on,
            @NotNull @Pattern(regexp = "\\d{12}") String toDivision,
            HandlingUnit unit) {}

    /** A transfer whose result is to be reported by a day (XF 22). */
    @Schema(
            name = "PetitionAssignment",
            examples = "{\"toDivision\":\"410423106000\",\"dueOn\":\"2024-05-31\"}")
    record Assignment(
            LocalDate on,
            @NotNull @Pattern(regexp = "\\d{12}") String toDivision,
            HandlingUnit unit,
            @NotNull LocalDate dueOn) {}

    /**
     * Given to a unit inside the organ.
     *
     * @param handler subject of the person at the identity provider
     */
    @Schema(name = "PetitionDispatch", examples = "{\"unit\":\"LAND_OFFICE\"}")
    record Dispatch(
            LocalDate on,
            @NotNull HandlingUnit unit,
            @Pattern(regexp = "[A-Za-z0-9._@:-]{1,64}") String handler) {}

    /** Reported at once to Party committee and government, and to whom else (XF 25). */
    @Schema(name = "UrgentReport", examples = "{\"receiver\":\"镇党委、镇政府\",\"matter\":\"可能引发群体性事件\"}")
    record UrgentReport(
            LocalDate on,
            @NotBlank @Size(max = 200) String receiver,
            @NotBlank @Size(max = 1000) String matter) {}

    /** Who has a direct interest stands down (XF 28). */
    @Schema(
            name = "HandlerRecusal",
            examples = "{\"handler\":\"clerk-7\",\"reason\":\"与信访人有直接利害关系\"}")
    record Recusal(
            LocalDate on,
            @NotNull @Pattern(regexp = "[A-Za-z0-9._@:-]{1,64}") String handler,
            @Pattern(regexp = "[A-Za-z0-9._@:-]{1,64}") String replacedBy,
            @NotBlank @Size(max = 500) String reason) {}

    /** The petitioner takes the petition back. */
    @Schema(name = "PetitionWithdrawal", examples = "{\"reason\":\"问题已解决\"}")
    record Withdrawal(LocalDate on, @NotBlank @Size(max = 500) String reason) {}

    private final PetitionService petitions;
    private final PetitionPersons persons;
    private final PetitionViews views;
    private final Commands commands;
    private final Answers answers;

    ReceptionResource(
            PetitionService petitions,
            PetitionPersons persons,
            PetitionViews views,
            Commands commands,
            Answers answers) {
        this.petitions = petitions;
        this.persons = persons;
        this.views = views;
        this.commands = commands;
        this.answers = answers;
    }

    @POST
    @Path("notification")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "notifyPetitioner",
            summary = "告知信访人 Tell the petitioner in writing (XF 23)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response notifyPetitioner(@PathParam("id") UUID id, @NotNull @Valid Notice body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.NOTIFY,
                        command,
                        it ->
                                it.tell(
                                        new Handling.Notice(
                                                on, Boolean.TRUE.equals(body.onTheSpot()), true))));
    }

    @POST
    @Path("acceptance")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "acceptPetition", summary = "受理 Accept (XF 23)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response acceptPetition(@PathParam("id") UUID id, @NotNull @Valid Acceptance body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.ACCEPT,
                        command,
                        it -> {
                            NewPetition.requireNoAccusation(
                                    null,
                                    body.handlingClass(),
                                    "/petition/v1/petitions/" + id + "/sealing");
                            it.accept(on, body.handlingClass(), body.route());
                        }));
    }

    @POST
    @Path("refusal")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "refusePetition", summary = "不予受理 Refuse (XF 19)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response refusePetition(@PathParam("id") UUID id, @NotNull @Valid PetitionRefusal body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        Handling.Refused refused =
                new Handling.Refused(
                        on, body.ground(), persons.seal(id, "refused", body.explanation()));
        return answer(petitions.refuse(id, refused, body.repeatsId(), command));
    }

    @POST
    @Path("redirection")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "redirectPetitioner",
            summary = "告知另行提出 Name the competent organ (XF 23)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response redirectPetitioner(@PathParam("id") UUID id, @NotNull @Valid Redirection body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.REDIRECT,
                        command,
                        it ->
                                it.redirect(
                                        new Handling.Redirected(
                                                on,
                                                persons.seal(id, "redirected", body.organ())))));
    }

    @POST
    @Path("objection")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "objectToPetition", summary = "提出异议 Object: not ours (XF 23)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response objectToPetition(@PathParam("id") UUID id, @NotNull @Valid Objection body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.OBJECT,
                        command,
                        it ->
                                it.object(
                                        new Handling.Objection(
                                                on,
                                                persons.seal(id, "objections", body.reason()),
                                                null,
                                                null,
                                                null))));
    }

    @POST
    @Path("objection-decision")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "decideObjection", summary = "核实异议 Decide an objection (XF 23)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response decideObjection(
            @PathParam("id") UUID id, @NotNull @Valid ObjectionDecision body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.DECIDE_OBJECTION,
                        command,
                        it ->
                                it.decideObjection(
                                        on,
                                        body.consented(),
                                        persons.seal(id, "objections", body.decision()))));
    }

    @POST
    @Path("transfer")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "transferPetition",
            summary = "转送 Transfer to the competent organ (XF 22)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response transferPetition(@PathParam("id") UUID id, @NotNull @Valid Transfer body) {
        Command command = commands.changing(body);
        PetitionService.Sent sent =
                new PetitionService.Sent(
                        command.dateOr(body.on()), body.toDivision(), body.unit(), null);
        return answer(petitions.send(id, PetitionStep.TRANSFER, sent, command));
    }

    @POST
    @Path("assignment")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "assignPetition", summary = "交办 Assign, with a limit (XF 22)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response assignPetition(@PathParam("id") UUID id, @NotNull @Valid Assignment body) {
        Command command = commands.changing(body);
        PetitionService.Sent sent =
                new PetitionService.Sent(
                        command.dateOr(body.on()), body.toDivision(), body.unit(), body.dueOn());
        return answer(petitions.send(id, PetitionStep.ASSIGN, sent, command));
    }

    @POST
    @Path("dispatch")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "dispatchPetition", summary = "分办 Give to a unit inside")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response dispatchPetition(@PathParam("id") UUID id, @NotNull @Valid Dispatch body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.DISPATCH,
                        command,
                        it -> it.dispatch(new Handling.Dispatch(on, body.unit(), body.handler()))));
    }

    @POST
    @Path("urgent-report")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "reportUrgentPetition",
            summary = "紧急报告 Report an urgent matter (XF 25)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response reportUrgentPetition(
            @PathParam("id") UUID id, @NotNull @Valid UrgentReport body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.REPORT_URGENT,
                        command,
                        it ->
                                it.reportUrgent(
                                        new Handling.UrgentReport(
                                                on,
                                                persons.seal(id, "urgentReports", body.receiver()),
                                                persons.seal(
                                                        id, "urgentReports", body.matter())))));
    }

    @POST
    @Path("recusal")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "recuseHandler", summary = "回避 Replace a handler (XF 28)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response recuseHandler(@PathParam("id") UUID id, @NotNull @Valid Recusal body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.RECUSE,
                        command,
                        it ->
                                it.recuse(
                                        new Handling.Recusal(
                                                on,
                                                body.handler(),
                                                body.replacedBy(),
                                                persons.seal(id, "recusals", body.reason())),
                                        body.reason())));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "withdrawPetition", summary = "撤回 Withdraw")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response withdrawPetition(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id, PetitionStep.WITHDRAW, command, it -> it.withdraw(on, body.reason())));
    }

    private Response answer(Petition it) {
        return answers.of(it, views.of(it));
    }
}
