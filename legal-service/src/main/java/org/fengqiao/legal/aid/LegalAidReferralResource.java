package org.fengqiao.legal.aid;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.fengqiao.legal.aid.LegalAidReferral.AidResult;
import org.fengqiao.legal.registers.DatedResource;
import org.fengqiao.legal.registers.Happened;

/** Referrals to legal aid, and what the agency does. */
@Path("v1/legal-aid-referrals")
@Tag(name = "legal-aid-referrals", description = "引导法律援助 Referrals to legal aid")
@Produces(MediaType.APPLICATION_JSON)
public class LegalAidReferralResource extends DatedResource<LegalAidReferral> {

    /** The agency received the application. */
    @Schema(name = "AidApplication", examples = "{\"on\":\"2024-04-12\"}")
    public record AidApplication(LocalDate on) implements Happened {}

    /** Ask for missing papers, once. */
    @Schema(name = "AidPapersRequest", examples = "{\"on\":\"2024-04-15\"}")
    public record AidPapersRequest(LocalDate on) implements Happened {}

    /** Papers were supplied. */
    @Schema(name = "AidPapers", examples = "{\"on\":\"2024-04-17\"}")
    public record AidPapers(LocalDate on) implements Happened {}

    /** Aid is granted. */
    @Schema(name = "AidGrant", examples = "{\"on\":\"2024-04-18\"}")
    public record AidGrant(LocalDate on) implements Happened {}

    /** Aid is refused. */
    @Schema(name = "AidRefusal", examples = "{\"on\":\"2024-04-18\"}")
    public record AidRefusal(LocalDate on) implements Happened {}

    /** Somebody is appointed. */
    @Schema(name = "AidAppointment", examples = "{\"on\":\"2024-04-20\"}")
    public record AidAppointment(LocalDate on) implements Happened {}

    /** The applicant objects. */
    @Schema(name = "AidObjection", examples = "{\"on\":\"2024-04-22\"}")
    public record AidObjection(LocalDate on) implements Happened {}

    /** The objection is upheld. */
    @Schema(name = "AidObjectionUpheld", examples = "{\"on\":\"2024-04-25\"}")
    public record AidObjectionUpheld(LocalDate on) implements Happened {}

    /** The objection is rejected. */
    @Schema(name = "AidObjectionRejected", examples = "{\"on\":\"2024-04-25\"}")
    public record AidObjectionRejected(LocalDate on) implements Happened {}

    /** The matter is closed. */
    @Schema(name = "AidClosing", examples = "{\"on\":\"2024-09-10\",\"result\":\"WON\"}")
    public record AidClosing(LocalDate on, @NotNull AidResult result) implements Happened {}

    /** The application is withdrawn. */
    @Schema(name = "AidWithdrawal", examples = "{\"on\":\"2024-05-10\"}")
    public record AidWithdrawal(LocalDate on) implements Happened {}

    LegalAidReferralResource(LegalAidReferrals register) {
        super(register);
    }

    @POST
    @Path("{id}/application")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "receiveApplicationOf{Record}",
            summary = "机构收到申请 The agency received the application (FY 13)",
            description = "From REFERRED: the agency's seven days begin.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response receiveApplicationOf(
            @PathParam("id") UUID id, @NotNull @Valid AidApplication body) {
        return take(id, body, AidStep.APPLY, "receivedOn");
    }

    @POST
    @Path("{id}/papers-request")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "askPapersOf{Record}",
            summary = "一次性告知补正 Ask for missing papers, once (FY 43)",
            description = "From APPLIED, once: a second time is refused.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response askPapersOf(@PathParam("id") UUID id, @NotNull @Valid AidPapersRequest body) {
        return take(id, body, AidStep.ASK_PAPERS, "papersAskedOn");
    }

    @POST
    @Path("{id}/papers")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "supplyPapersOf{Record}",
            summary = "补正材料 Papers were supplied (FY 43, 44)",
            description = "From PAPERS_ASKED, or once an urgent case was granted without them.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response supplyPapersOf(@PathParam("id") UUID id, @NotNull @Valid AidPapers body) {
        return take(id, body, AidStep.SUPPLY_PAPERS, "papersSuppliedOn");
    }

    @POST
    @Path("{id}/grant")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "grant{Record}",
            summary = "决定给予援助 Aid is granted (FY 43)",
            description =
                    "From APPLIED, and from PAPERS_ASKED where the case is urgent (FY 44): the three"
                            + " days to appoint begin.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response grant(@PathParam("id") UUID id, @NotNull @Valid AidGrant body) {
        return take(id, body, AidStep.GRANT, "decidedOn", "granted", true);
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "refuse{Record}",
            summary = "决定不予援助 Aid is refused (FY 43)",
            description = "From APPLIED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid AidRefusal body) {
        return take(id, body, AidStep.REFUSE, "decidedOn", "granted", false);
    }

    @POST
    @Path("{id}/appointment")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "appointFor{Record}",
            summary = "指派 Somebody is appointed (FY 43)",
            description = "From GRANTED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response appointFor(@PathParam("id") UUID id, @NotNull @Valid AidAppointment body) {
        return take(id, body, AidStep.APPOINT, "appointedOn");
    }

    @POST
    @Path("{id}/objection")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "objectTo{Record}",
            summary = "提出异议 The applicant objects (FY 49)",
            description = "From REFUSED: the bureau's five days begin.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response objectTo(@PathParam("id") UUID id, @NotNull @Valid AidObjection body) {
        return take(id, body, AidStep.OBJECT, "objectedOn");
    }

    @POST
    @Path("{id}/objection-upheld")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "upholdObjectionTo{Record}",
            summary = "异议成立 The objection is upheld (FY 49)",
            description = "From OBJECTION: aid is granted.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response upholdObjectionTo(
            @PathParam("id") UUID id, @NotNull @Valid AidObjectionUpheld body) {
        return take(id, body, AidStep.UPHOLD, "objectionDecidedOn", "objectionUpheld", true);
    }

    @POST
    @Path("{id}/objection-rejected")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "rejectObjectionTo{Record}",
            summary = "异议不成立 The objection is rejected (FY 49)",
            description = "From OBJECTION.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response rejectObjectionTo(
            @PathParam("id") UUID id, @NotNull @Valid AidObjectionRejected body) {
        return take(id, body, AidStep.REJECT, "objectionDecidedOn", "objectionUpheld", false);
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "close{Record}",
            summary = "办结 The matter is closed (FY 50)",
            description = "From GRANTED or APPOINTED.")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response close(@PathParam("id") UUID id, @NotNull @Valid AidClosing body) {
        return take(id, body, AidStep.CLOSE, "closedOn", "result", body.result());
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("legal:write")
    @Operation(
            operationId = "withdraw{Record}",
            summary = "撤回申请 The application is withdrawn",
            description = "Papers that are not supplied count as withdrawn, too (FY 43).")
    @APIResponse(
            responseCode = "200",
            description = "已办理 Done",
            content = @Content(schema = @Schema(ref = SHOWN)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid AidWithdrawal body) {
        return take(id, body, AidStep.WITHDRAW, "withdrawnOn");
    }
}
