package org.fengqiao.legal.decisions;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.decisions.MajorDecision.DecisionOutcome;
import org.fengqiao.legal.registers.DatedResource;
import org.fengqiao.legal.registers.Happened;
import org.fengqiao.legal.reviews.LegalityResult;

/** Major decisions and their steps. */
@Path("v1/major-decisions")
@Tag(name = "major-decisions", description = "重大决策 Major decisions")
@Produces(MediaType.APPLICATION_JSON)
public class MajorDecisionResource extends DatedResource<MajorDecision> {

    /** Ask the public for comments. */
    @Schema(name = "PublicComment", examples = "{\"on\":\"2024-05-07\",\"until\":\"2024-06-10\"}")
    public record PublicComment(LocalDate on, @NotNull LocalDate until) implements Happened {}

    /** Send for legality review. */
    @Schema(name = "ReviewRequest", examples = "{\"on\":\"2024-05-10\"}")
    public record ReviewRequest(LocalDate on) implements Happened {}

    /** Review the legality. */
    @Schema(name = "LegalityReviewed", examples = "{\"on\":\"2024-05-22\",\"result\":\"LAWFUL\"}")
    public record LegalityReviewed(
            LocalDate on,
            @NotNull LegalityResult result,
            @Size(min = 1, max = 4000) String statedRisk)
            implements Happened {}

    /** Counsel gives an opinion. */
    @Schema(
            name = "CounselOpinion",
            examples = "{\"on\":\"2024-05-20\",\"opinion\":\"程序、权限、内容合法\"}")
    public record CounselOpinion(
            LocalDate on, UUID adviserId, @NotBlank @Size(max = 4000) String opinion)
            implements Happened {}

    /** Decide upon collective discussion. */
    @Schema(
            name = "CollectiveDecision",
            examples =
                    "{\"on\":\"2024-06-12\",\"outcome\":\"ADOPTED\",\"headSpokeLast\":true,\"dissents\":0}")
    public record CollectiveDecision(
            LocalDate on,
            @NotNull DecisionOutcome outcome,
            @NotNull Boolean headSpokeLast,
            @NotNull @Min(0) @Max(99) Integer dissents,
            @Size(min = 1, max = 4000) String record)
            implements Happened {}

    /** Archive the papers. */
    @Schema(name = "DecisionArchive", examples = "{\"on\":\"2024-06-14\"}")
    public record DecisionArchive(LocalDate on) implements Happened {}

    /** Withdraw the proposal. */
    @Schema(name = "DecisionWithdrawal", examples = "{\"on\":\"2024-05-28\"}")
    public record DecisionWithdrawal(LocalDate on) implements Happened {}

    private final MajorDecisions register;

    MajorDecisionResource(MajorDecisions register) {
        super(register);
        this.register = register;
    }

    @POST
    @Path("{id}/public-comment")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "askThePublicOn{Record}",
            summary = "公开征求意见 Ask the public for comments",
            description =
                    "From PROPOSED, IN_REVIEW or REVIEWED; normally at least thirty days (ZD 15).")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response askThePublicOn(@PathParam("id") UUID id, @NotNull @Valid PublicComment body) {
        return take(
                id, body, DecisionStep.ASK_THE_PUBLIC, "commentFrom", "commentUntil", body.until());
    }

    @POST
    @Path("{id}/review-request")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "send{Record}ForReview",
            summary = "送请合法性审查 Send for legality review",
            description =
                    "From PROPOSED, with complete papers; normally seven working days are given (ZD 26).")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response sendForReview(@PathParam("id") UUID id, @NotNull @Valid ReviewRequest body) {
        return take(id, body, DecisionStep.SEND_FOR_REVIEW, "papersOn");
    }

    @POST
    @Path("{id}/legality-review")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "review{Record}",
            summary = "合法性审查 Review the legality (ZD 25)",
            description =
                    "From IN_REVIEW; what is found UNLAWFUL is not discussed, but an exploratory reform"
                            + " whose legal risk is stated.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response review(@PathParam("id") UUID id, @NotNull @Valid LegalityReviewed body) {
        return take(
                id,
                body,
                DecisionStep.REVIEW,
                "reviewedOn",
                "reviewResult",
                body.result(),
                "statedRisk",
                body.statedRisk());
    }

    @POST
    @Path("{id}/counsel-opinion")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "giveCounselOpinionOn{Record}",
            summary = "法律顾问提出意见 Counsel gives an opinion (ZD 28)",
            description = "From PROPOSED, IN_REVIEW or REVIEWED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response giveCounselOpinionOn(
            @PathParam("id") UUID id, @NotNull @Valid CounselOpinion body) {
        return take(
                id,
                body,
                DecisionStep.GIVE_OPINION,
                "counselOpinionOn",
                "adviserId",
                body.adviserId(),
                "counselOpinion",
                body.opinion());
    }

    @POST
    @Path("{id}/decision")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "decide{Record}",
            summary = "集体讨论决定 Decide upon collective discussion (ZD 30)",
            description =
                    "From REVIEWED, after the public comment; matters that are no 重大决策 from PROPOSED,"
                            + " too.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid CollectiveDecision body) {
        return take(
                id,
                body,
                DecisionStep.DECIDE,
                (it, on) ->
                        register.with(
                                it,
                                "discussedOn",
                                on,
                                "decidedOn",
                                on,
                                "outcome",
                                body.outcome(),
                                "headSpokeLast",
                                body.headSpokeLast(),
                                "dissents",
                                body.dissents(),
                                "record",
                                body.record() == null ? it.record() : body.record()));
    }

    @POST
    @Path("{id}/archive")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "archive{Record}",
            summary = "归档 Archive the papers (ZD 33)",
            description = "From DECIDED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response archive(@PathParam("id") UUID id, @NotNull @Valid DecisionArchive body) {
        return take(id, body, DecisionStep.ARCHIVE, "archivedOn");
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "withdraw{Record}",
            summary = "撤回 Withdraw the proposal",
            description = "From PROPOSED, IN_REVIEW or REVIEWED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid DecisionWithdrawal body) {
        return take(id, body, DecisionStep.WITHDRAW, "withdrawnOn");
    }
}
