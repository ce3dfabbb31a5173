package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.fengqiao.petition.codes.ReviewResult;

/** Reexamination and final review of a handling opinion, each one level up (XF 35, 36). */
@Path("v1/petitions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class ReviewResource {

    /** The petitioner asks for a review of the opinion (XF 35, 36). */
    @Schema(name = "ReviewRequest", examples = "{\"on\":\"2024-06-03\",\"grounds\":\"对丈量结果不服\"}")
    record ReviewRequest(LocalDate on, @Size(max = 2000) String grounds) {}

    /** What the reviewing organ says. */
    @Schema(name = "ReviewOpinion", examples = "{\"result\":\"UPHELD\",\"opinion\":\"原处理意见正确\"}")
    record ReviewOpinion(
            LocalDate on,
            @NotNull ReviewResult result,
            @NotBlank @Size(max = 4000) String opinion) {}

    /**
     * A hearing of the final review; its days are not counted (XF 36).
     *
     * @param to last day; the first unless given
     */
    @Schema(
            name = "FinalReviewHearing",
            examples = "{\"from\":\"2024-08-05\",\"to\":\"2024-08-07\"}")
    record FinalReviewHearing(@NotNull LocalDate from, LocalDate to) {}

    private final PetitionService petitions;
    private final PetitionPersons persons;
    private final PetitionViews views;
    private final Commands commands;
    private final Answers answers;

    ReviewResource(
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
    @Path("reexamination-request")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "requestReexamination",
            summary = "申请复查 Ask for a reexamination (XF 35)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response requestReexamination(
            @PathParam("id") UUID id, @NotNull @Valid ReviewRequest body) {
        Command command = commands.changing(body);
        Handling.Review request = asked(id, "reexamination", command.dateOr(body.on()), body);
        return answer(petitions.requestReexamination(id, request, command));
    }

    @POST
    @Path("reexamination-opinion")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "giveReexaminationOpinion", summary = "复查意见 Reexamine (XF 35)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response giveReexaminationOpinion(
            @PathParam("id") UUID id, @NotNull @Valid ReviewOpinion body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.REEXAMINE,
                        command,
                        it ->
                                it.reexamine(
                                        given(
                                                id,
                                                "reexamination",
                                                it.handling.reexamination,
                                                on,
                                                body))));
    }

    @POST
    @Path("final-review-request")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "requestFinalReview", summary = "申请复核 Ask for a final review (XF 36)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response requestFinalReview(
            @PathParam("id") UUID id, @NotNull @Valid ReviewRequest body) {
        Command command = commands.changing(body);
        Handling.Review request = asked(id, "finalReview", command.dateOr(body.on()), body);
        return answer(petitions.requestFinalReview(id, request, command));
    }

    @POST
    @Path("final-review-hearings")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "holdFinalReviewHearing", summary = "复核听证 Hold a hearing (XF 36)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response holdFinalReviewHearing(
            @PathParam("id") UUID id, @NotNull @Valid FinalReviewHearing body) {
        Command command = commands.changing(body);
        LocalDate to = body.to() == null ? body.from() : body.to();
        return answer(
                petitions.take(
                        id,
                        PetitionStep.HOLD_FINAL_REVIEW_HEARING,
                        command,
                        it -> it.holdHearing(new Handling.Hearing(body.from(), to))));
    }

    @POST
    @Path("final-review-opinion")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "giveFinalReviewOpinion", summary = "复核意见 Review finally (XF 36)")
    @APIResponse(
            responseCode = "200",
            description = "信访件 The petition",
            content = @Content(schema = @Schema(implementation = PetitionView.class)))
    public Response giveFinalReviewOpinion(
            @PathParam("id") UUID id, @NotNull @Valid ReviewOpinion body) {
        Command command = commands.changing(body);
        LocalDate on = command.dateOr(body.on());
        return answer(
                petitions.take(
                        id,
                        PetitionStep.REVIEW_FINALLY,
                        command,
                        it ->
                                it.reviewFinally(
                                        given(
                                                id,
                                                "finalReview",
                                                it.handling.finalReview,
                                                on,
                                                body))));
    }

    private Handling.Review asked(UUID id, String column, LocalDate on, ReviewRequest body) {
        return new Handling.Review(
                on, persons.seal(id, column, body.grounds()), null, null, null, null);
    }

    private Handling.Review given(
            UUID id, String column, Handling.Review asked, LocalDate on, ReviewOpinion body) {
        return new Handling.Review(
                asked.requestedOn(),
                asked.grounds(),
                on,
                body.result(),
                persons.seal(id, column, body.opinion()),
                null);
    }

    private Response answer(Petition it) {
        return answers.of(it, views.of(it));
    }
}
