package org.fengqiao.kit.ledger;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.ledger.ExportApproval.Ground;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Purpose;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;

/** Exports beyond the daily quota: applied for by one person, decided by a second. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/export-approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers", description = "台账 Ledgers")
public class ExportApprovalResource {

    private static final int LONGEST_DAYS = 366;

    /** What is asked for. */
    @Schema(
            name = "ExportApplication",
            examples =
                    """
                    {"division":"410423106000","kind":"cases","purpose":"AUDIT","rows":30000,"until":"2024-12-31"}""")
    public record Application(
            @NotNull @Pattern(regexp = "[0-9]{12}") String division,
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String kind,
            @NotNull Purpose purpose,
            @NotNull @Min(1) @Max(10_000_000) Integer rows,
            @NotNull LocalDate until) {}

    /**
     * What is granted.
     *
     * @param rows not more than were asked for
     */
    @Schema(name = "ExportGrant", examples = "{\"rows\":20000}")
    public record Grant(@NotNull @Min(1) @Max(10_000_000) Integer rows) {}

    /** Why nothing is. */
    @Schema(name = "ExportRefusal", examples = "{\"ground\":\"ROWS_TOO_MANY\"}")
    public record Denial(@NotNull Ground ground) {}

    private final ExportApprovals approvals;
    private final LedgerKinds kinds;
    private final Caller caller;
    private final Commands commands;

    ExportApprovalResource(
            ExportApprovals approvals, LedgerKinds kinds, Caller caller, Commands commands) {
        this.approvals = approvals;
        this.kinds = kinds;
        this.caller = caller;
        this.commands = commands;
    }

    @POST
    @RolesAllowed("ledgers:export")
    @Operation(
            operationId = "applyForExport",
            summary = "申请超额导出 Apply to export more than the quota of a day",
            description =
                    """
                    每日导出的行数有限额（含个人信息的另计）。超过限额的，说明种类、用途、行数和截止日，由另一人审批；批准后申请人在截止日前\
                    可另外导出所批的行数。

                    An account may export so many rows a day, with persons and without. For more it states kind, purpose,
                    rows and the last day; a second person decides. What is granted comes on top of the quota, for the
                    applicant, that area, kind and purpose, until that day.""")
    @APIResponse(
            responseCode = "201",
            description = "已提出 Applied for",
            content = @Content(schema = @Schema(implementation = ExportApproval.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response apply(@NotNull @Valid Application asked) {
        Command command = commands.creating(asked);
        String division = caller.division(asked.division());
        if (!division.equals(caller.division())) {
            throw Refusal.parameter(
                    "division",
                    "导出的总是本单位全辖区：须填本单位的区划",
                    "an export takes the whole of your area: it has to be your own division");
        }
        String kind = kinds.get(asked.kind()).kind();
        LocalDate last = command.today().plusDays(LONGEST_DAYS);
        if (asked.until().isBefore(command.today()) || asked.until().isAfter(last)) {
            throw Refusal.of(422, "UNTIL_INVALID", "截止日不在今后一年之内", "Not within the next year")
                    .at("/until", "今日至" + last, "today to " + last);
        }
        ExportApproval made =
                approvals.apply(
                        new ExportApprovals.Asked(
                                division, kind, asked.purpose(), asked.rows(), asked.until()),
                        command);
        return Response.created(URI.create("v1/export-approvals/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"ledgers:export", "exports:approve"})
    @Operation(
            operationId = "listExportApprovals",
            summary = "超额导出申请列表 Applications of the area, newest first")
    public Page<ExportApproval> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return approvals.list(caller.scope(), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"ledgers:export", "exports:approve"})
    @Operation(operationId = "getExportApproval", summary = "超额导出申请 An application")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExportApproval.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(approvals.get(id, caller.scope()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed("exports:approve")
    @Operation(
            operationId = "approveExport",
            summary = "批准超额导出 Approve an application",
            description =
                    "From APPLIED, by another person than the applicant; as many rows as are stated, not more than"
                            + " were asked for.")
    @APIResponse(
            responseCode = "200",
            description = "已批准 Approved",
            content = @Content(schema = @Schema(implementation = ExportApproval.class)))
    public Response approve(@PathParam("id") UUID id, @NotNull @Valid Grant grant) {
        return decide(id, new ExportApprovals.Decision(grant.rows(), null), grant);
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed("exports:approve")
    @Operation(
            operationId = "refuseExport",
            summary = "不批准超额导出 Refuse an application",
            description = "From APPLIED, by another person than the applicant, with the ground.")
    @APIResponse(
            responseCode = "200",
            description = "不批准 Refused",
            content = @Content(schema = @Schema(implementation = ExportApproval.class)))
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid Denial denial) {
        return decide(id, new ExportApprovals.Decision(null, denial.ground()), denial);
    }

    private Response decide(UUID id, ExportApprovals.Decision decision, Object body) {
        return answer(approvals.decide(id, decision, commands.changing(body)));
    }

    private static Response answer(ExportApproval it) {
        return Response.ok(it).header(HttpHeaders.ETAG, EntityTags.of(it.version())).build();
    }
}
