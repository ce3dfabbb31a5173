package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.fengqiao.kit.security.Scope;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.DeliveryMethod;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.committees.Committees;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The steps of an accepted petition until it is concluded, and what comes after. */
@Path("v1/petitions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class ConclusionResource {

    /** The codes of mediation's list dispute-types, which travel in the event. */
    static final String DISPUTE_TYPE = "0[1-9]|1[0-7]|99";

    /**
     * To a people's mediation committee: only with both sides' consent, and not for an
     * administrative dispute (XF 33; practice P8).
     *
     * <p>As long as no committee has made a case of it, the referral may be taken again and goes to
     * the committee named last.
     *
     * @param committeeId of the mediation service
     * @param disputeType two-digit type of dispute of mediation's code list; that of the content
     *     class unless given
     */
    @Schema(
            name = "MediationReferral",
            examples =
                    """
                    {"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4","bothPartiesConsent":true,
                     "administrativeDispute":false}""")
    record MediationReferral(
            LocalDate on,
            @NotNull UUID committeeId,
            @Pattern(regexp = DISPUTE_TYPE) String disputeType,
            @NotNull Boolean bothPartiesConsent,
            @NotNull Boolean administrativeDispute) {}

    /**
     * More time for a complicated matter (XF 34).
     *
     * @param on approved by the head of the organ; before the sixtieth day
     * @param days calendar days; at most thirty in all
     * @param approvedBy the head of the organ who approved it
     * @param toldOn the petitioner was told the reason; before the sixtieth day
     */
    @Schema(
            name = "PetitionExtension",
            examples =
                    "{\"on\":\"2024-04-28\",\"days\":30,\"approvedBy\":\"镇长\",\"toldOn\":\"2024-04-29\","
                            + "\"reason\":\"需要鉴定\"}")
    record PetitionExtension(
            LocalDate on,
            @NotNull @Min(1) @Max(30) Integer days,
            @NotBlank @Size(max = 100) String approvedBy,
            @NotNull LocalDate toldOn,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * The petition is concluded (办结).
     *
     * @param outcome with a handling opinion, and only then (XF 32)
     * @param facts facts and reasons; required in a handling opinion
     * @param opinion what was decided, agreed, answered, or which procedure it was routed to
     * @param legalBasis laws the opinion rests on; required in a handling opinion
     */
    @Schema(
            name = "PetitionConclusion",
            examples =
                    """
                    {"on":"2024-05-06","kind":"HANDLING_OPINION","outcome":"SUPPORTED","facts":"经实地丈量，边界以老墙为准",
                     "opinion":"支持信访请求","legalBasis":"《土地管理法》第十四条"}""")
    record PetitionConclusion(
            LocalDate on,
            @NotNull ConclusionKind kind,
            OpinionOutcome outcome,
            @Size(max = 4000) String facts,
            @NotBlank @Size(max = 4000) String opinion,
            @Size(max = 1000) String legalBasis) {}

    /** The last written reply reached the petitioner: the time for a review starts (XF 35, 36). */
    @Schema(
            name = "ReplyDelivery",
            examples = "{\"on\":\"2024-05-06\",\"receivedOn\":\"2024-05-08\",\"method\":\"MAIL\"}")
    record ReplyDelivery(
            LocalDate on, @NotNull LocalDate receivedOn, @NotNull DeliveryMethod method) {}

    /** How satisfied the petitioner is, with the petition department and the unit apart. */
    @Schema(
            name = "PetitionRating",
            examples = "{\"of\":\"HANDLING_UNIT\",\"rating\":\"SATISFIED\"}")
    record PetitionRating(LocalDate on, @NotNull RatedBody of, @NotNull Rating rating) {}

    /** Settled in substance (化解): not the same as concluded. */
    @Schema(name = "PetitionResolution", examples = "{\"how\":\"信访人书面息诉\"}")
    record PetitionResolution(LocalDate on, @Size(max = 1000) String how) {}

    private final PetitionService petitions;
    private final PetitionPersons persons;
    private final Committees committees;
    private final PetitionViews views;
    private final Commands commands;
    private final Answers answers;

    ConclusionResource(
            PetitionService petitions,
            PetitionPersons persons,
            Committees committees,
            PetitionViews views,
            Commands commands,
            Answers answers) {
        this.petitions = petitions;
        this.persons = persons;
        this.committees = committees;
        this.views = views;
        this.commands = commands;
        this.answers = answers;
    }

    @POST
    @Path("mediation-referral")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "referPetitionToMediation",
            summary = "引导人民调解 Refer to mediation (XF 33)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response referPetitionToMediation(
            @PathParam("id") UUID id, @NotNull @Valid MediationReferral body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.REFER_TO_MEDIATION,
                        command,
                        it -> {
                            PetitionRules.requireConsent(
                                    body.bothPartiesConsent(), body.administrativeDispute());
                            it.referToMediation(referral(it, on, body, command.scope()));
                        }));
    }

    @POST
    @Path("extension")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "extendPetition", summary = "延期 Extend by at most thirty days (XF 34)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response extendPetition(
            @PathParam("id") UUID id, @NotNull @Valid PetitionExtension body) {
        Command command = commands.changing(body);
        Handling.Extension extension =
                new Handling.Extension(
                        command.dateOr(body.on()),
                        body.days(),
                        persons.seal(id, "extensions", body.approvedBy()),
                        body.toldOn(),
                        persons.seal(id, "extensions", body.reason()));
        return answer(petitions.extend(id, extension, body.reason(), command));
    }

    @POST
    @Path("conclusion")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "concludePetition", summary = "办结 Conclude (XF 31)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response concludePetition(
            @PathParam("id") UUID id, @NotNull @Valid PetitionConclusion body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.CONCLUDE,
                        command,
                        it -> it.conclude(conclusion(id, on, body))));
    }

    @POST
    @Path("delivery")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "deliverReply", summary = "送达答复 Deliver the written reply (XF 35)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response deliverReply(@PathParam("id") UUID id, @NotNull @Valid ReplyDelivery body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.DELIVER,
                        command,
                        it ->
                                it.deliver(
                                        new Handling.Delivery(
                                                on, body.receivedOn(), body.method()))));
    }

    @POST
    @Path("rating")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "ratePetition", summary = "群众评价 Rate (XF 21)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response ratePetition(@PathParam("id") UUID id, @NotNull @Valid PetitionRating body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.RATE,
                        command,
                        it -> it.rate(new Handling.Rated(on, body.of(), body.rating()))));
    }

    @POST
    @Path("resolution")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "resolvePetition", summary = "化解 Resolve in substance (XF 37)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response resolvePetition(
            @PathParam("id") UUID id, @NotNull @Valid PetitionResolution body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.RESOLVE,
                        command,
                        it ->
                                it.resolve(
                                        new Handling.Resolution(
                                                on, persons.seal(id, "resolution", body.how())))));
    }

    private Handling.Referral referral(
            Petition it, LocalDate on, MediationReferral body, Scope scope) {
        Handling.Referral standing = it.handling.openReferral();
        return new Handling.Referral(
                standing == null
                        ? UuidVersion7Strategy.INSTANCE.generateUuid(null)
                        : standing.referralId(),
                on,
                body.committeeId(),
                committees.require(body.committeeId(), scope, on),
                body.disputeType() == null ? it.contentClass.disputeType() : body.disputeType(),
                null,
                null,
                null,
                null);
    }

    private Handling.Conclusion conclusion(UUID id, LocalDate on, PetitionConclusion body) {
        Handling.Conclusion conclusion =
                new Handling.Conclusion(
                        on,
                        body.kind(),
                        body.outcome(),
                        persons.seal(id, "conclusion", body.facts()),
                        persons.seal(id, "conclusion", body.opinion()),
                        persons.seal(id, "conclusion", body.legalBasis()));
        PetitionRules.requireOpinion(conclusion);
        return conclusion;
    }

    private Response answer(Petition it) {
        return answers.of(it, views.of(it));
    }
}
