package org.fengqiao.legal.reviews;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fengqiao.legal.registers.Happened;
import org.fengqiao.legal.registers.RegisterResource;

/** The steps of a review over HTTP. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ReviewSteps<S extends Reviewed> extends RegisterResource<S> {

    /** One more version of the opinion. */
    @Schema(
            name = "NewReviewOpinion",
            examples =
                    """
                    {"on":"2024-05-14","risksFound":2,"opinion":"违约责任不对等，建议修改第八条"}""")
    public record NewOpinion(
            LocalDate on,
            @NotNull @Min(0) @Max(999) Integer risksFound,
            @NotBlank @Size(max = 4000) String opinion)
            implements Happened {}

    /** Whether the client followed it. */
    @Schema(
            name = "ReviewAnswer",
            examples =
                    """
                    {"on":"2024-05-16","adopted":"ADOPTED"}""")
    public record Answer(LocalDate on, @NotNull OpinionAdoption adopted) implements Happened {}

    /** The client wants no review any more. */
    @Schema(
            name = "ReviewWithdrawal",
            examples =
                    """
                    {"on":"2024-05-16"}""")
    public record Withdrawal(LocalDate on) implements Happened {}

    private final ReviewRegister<S, ?> register;

    ReviewSteps(ReviewRegister<S, ?> register) {
        super(register);
        this.register = register;
    }

    @POST
    @Path("{id}/opinions")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "giveOpinionOn{Record}",
            summary = "出具审查意见 Give an opinion",
            description = "From RECEIVED or REVIEWED: a further version is added to those before.")
    @APIResponse(
            responseCode = "200",
            description = "已出具 Given",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response giveOpinion(@PathParam("id") UUID id, @NotNull @Valid NewOpinion body) {
        return take(
                id,
                body,
                ReviewStep.GIVE_OPINION,
                (it, on) ->
                        register.reviewed(
                                it, new ReviewOpinion(on, body.risksFound(), body.opinion())));
    }

    @POST
    @Path("{id}/answer")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "answer{Record}",
            summary = "答复采纳情况 Say whether the opinion was adopted",
            description = "From REVIEWED, once.")
    @APIResponse(
            responseCode = "200",
            description = "已答复 Answered",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response answer(@PathParam("id") UUID id, @NotNull @Valid Answer body) {
        return take(
                id, body, ReviewStep.ANSWER, (it, on) -> register.answered(it, body.adopted(), on));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "withdraw{Record}",
            summary = "撤回送审 Withdraw from review",
            description = "From RECEIVED or REVIEWED.")
    @APIResponse(
            responseCode = "200",
            description = "已撤回 Withdrawn",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawal body) {
        return take(id, body, ReviewStep.WITHDRAW, register::withdrawn);
    }
}
