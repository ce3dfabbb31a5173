package org.fengqiao.petition.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.security.ShowsPersons;
import org.fengqiao.kit.web.Page;
import org.fengqiao.petition.codes.Adoption;
import org.fengqiao.petition.codes.ProposalKind;

/** Proposals of a petition department to improve, and the organ's written feedback (XF 40). */
@Path("v1/improvement-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "improvement-proposals", description = "信访部门建议 Proposals of a petition department")
public class ImprovementProposalResource {

    /**
     * A proposal to an organ.
     *
     * @param division the organ it is addressed to, 12 digits: of the caller's own level or below
     * @param proposedOn not in the future
     * @param proposal the text; left out in a correction: stays as it was
     */
    @Schema(
            name = "NewImprovementProposal",
            examples =
                    """
                    {"division":"410423106000","proposedOn":"2024-05-08","kind":"IMPROVEMENT",
                     "proposal":"建立宅基地纠纷首访登记制度"}""")
    record NewImprovementProposal(
            @NotNull @Pattern(regexp = "\\d{12}") String division,
            @NotNull LocalDate proposedOn,
            @NotNull ProposalKind kind,
            @Size(min = 1, max = 4000) String proposal) {}

    /** The proposal as it should read, and why; feedback is corrected only once given. */
    @Schema(
            name = "ImprovementProposalCorrection",
            examples =
                    """
                    {"reason":"类别有误","proposal":{"division":"410423106000",
                     "proposedOn":"2024-05-08","kind":"POLICY"}}""")
    record Correction(
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Valid NewImprovementProposal proposal,
            LocalDate answeredOn,
            Adoption adopted) {}

    /** Whether the organ adopts it, in writing (XF 40). */
    @Schema(
            name = "ProposalFeedback",
            examples =
                    """
                    {"on":"2024-05-20","adopted":"ADOPTED","feedback":"已建立制度"}""")
    record Feedback(
            LocalDate on, @NotNull Adoption adopted, @NotBlank @Size(max = 4000) String feedback) {}

    /**
     * A proposal.
     *
     * @param issuer the petition department's division
     * @param proposal only where the caller may read persons; not in lists
     */
    @Schema(name = "ImprovementProposalView")
    record View(
            UUID id,
            int version,
            String division,
            String issuer,
            LocalDate proposedOn,
            ProposalKind kind,
            String proposal,
            LocalDate answeredOn,
            Adoption adopted,
            String feedback,
            boolean voided) {

        /** Without the texts. */
        static View of(ImprovementProposal it) {
            return of(it, null, null);
        }

        static View of(ImprovementProposal it, String proposal, String feedback) {
            return new View(
                    it.id,
                    it.version(),
                    it.division(),
                    it.issuer,
                    it.proposedOn,
                    it.kind,
                    proposal,
                    it.answeredOn,
                    it.adopted,
                    feedback,
                    it.entry.voided());
        }
    }

    private final ImprovementProposals proposals;
    private final RegisterDesks.Desk<ImprovementProposal, View> desk;

    ImprovementProposalResource(ImprovementProposals proposals, RegisterDesks desks) {
        this.proposals = proposals;
        this.desk = desks.of(ImprovementProposal.class, "v1/improvement-proposals", View::of);
    }

    @POST
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "createImprovementProposal",
            summary = "登记信访部门建议 Enter a proposal",
            description =
                    "By a petition department, county and above, to an organ of its own level or"
                            + " below; 403 STEP_NOT_YOURS for a township (XF 40).")
    @APIResponse(
            responseCode = "201",
            description = "已登记 Entered",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response enter(@NotNull @Valid NewImprovementProposal given) {
        return desk.enter(given, command -> proposals.fresh(given, command));
    }

    @GET
    @RolesAllowed("petitions:read")
    @Transactional
    @Operation(
            operationId = "listImprovementProposals",
            summary = "信访部门建议列表 List proposals, newest first")
    public Page<View> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return desk.list(limit, cursor, View::of);
    }

    // No transaction: the audit commits before the answer, on its own.
    @GET
    @Path("{id}")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getImprovementProposal",
            summary = "信访部门建议 A proposal",
            description =
                    "Texts are shown for persons:read with a purpose in Fengqiao-Purpose; such a"
                            + " reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "信访部门建议 A proposal",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("id") UUID id) {
        ImprovementProposal it = desk.get(id);
        boolean shown = desk.showsPersons(it, "getImprovementProposal");
        return desk.answer(
                it,
                shown ? View.of(it, proposals.proposal(it), proposals.feedback(it)) : View.of(it));
    }

    @POST
    @Path("{id}/feedback")
    @RolesAllowed("petitions:write")
    @Operation(
            operationId = "giveFeedback",
            summary = "书面反馈采纳情况 Answer a proposal in writing (XF 40)")
    @APIResponse(
            responseCode = "200",
            description = "已反馈 Answered",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response reply(@PathParam("id") UUID id, @NotNull @Valid Feedback given) {
        return desk.correct(
                id,
                given,
                "书面反馈 Answered in writing",
                (it, command) -> proposals.reply(it, given, command));
    }

    @POST
    @Path("{id}/correction")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "correctImprovementProposal", summary = "更正信访部门建议 Correct a proposal")
    @APIResponse(
            responseCode = "200",
            description = "已更正 Corrected",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response correct(@PathParam("id") UUID id, @NotNull @Valid Correction given) {
        return desk.correct(
                id, given, given.reason(), (it, command) -> proposals.correct(it, given, command));
    }

    @POST
    @Path("{id}/voiding")
    @RolesAllowed("petitions:write")
    @Operation(operationId = "voidImprovementProposal", summary = "作废信访部门建议 Void a proposal")
    @APIResponse(
            responseCode = "200",
            description = "已作废 Voided",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response markVoid(@PathParam("id") UUID id, @NotNull @Valid Reason reason) {
        return desk.markVoid(id, reason, proposals::requireIssuer);
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed("petitions:read")
    @ShowsPersons
    @Operation(
            operationId = "getImprovementProposalHistory",
            summary = "信访部门建议变更历史 History of a proposal")
    public List<Journal.Step> history(@PathParam("id") UUID id) {
        return desk.history(id, "getImprovementProposalHistory");
    }
}
