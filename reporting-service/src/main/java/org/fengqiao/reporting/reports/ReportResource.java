package org.fengqiao.reporting.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Page;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.reports.AnnualReport.Taken;

/** One annual report: its text, and what its figures and checks are now. */
@Path("v1/reports/{division}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "年度报告 Annual report")
class ReportResource {

    /** All checks of a report, blocking ones that did not pass first. */
    @Schema(name = "ReportCheckList")
    record CheckList(List<Check> items) {}

    private final AnnualReports reports;
    private final ReportService service;
    private final ReportViews views;
    private final ReportChecks checks;
    private final CarryOver carryOver;
    private final Caller caller;
    private final Commands commands;

    ReportResource(
            AnnualReports reports,
            ReportService service,
            ReportViews views,
            ReportChecks checks,
            CarryOver carryOver,
            Caller caller,
            Commands commands) {
        this.reports = reports;
        this.service = service;
        this.views = views;
        this.checks = checks;
        this.carryOver = carryOver;
        this.caller = caller;
        this.commands = commands;
    }

    @GET
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getReport",
            summary = "查询年度报告 A report: its text, its way and its days",
            description =
                    "`stages` are its legal days: before 1 March to report, before 1 April"
                            + " to publish.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response get(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        AnnualReport it = found(division, year);
        return tagged(views.view(it), it);
    }

    @GET
    @Path("preview")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "previewReport",
            summary = "报告预览，数字为当前数 The report as it would be printed now",
            description = "With the figures of this moment; nothing is frozen.")
    public Edition preview(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        return views.preview(found(division, year));
    }

    @GET
    @Path("checks")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "listReportChecks",
            summary = "报告的一致性检查 The checks of a report's figures and words",
            description = "What blocks stands first.")
    public CheckList checks(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        AnnualReport it = found(division, year);
        return new CheckList(
                checks.of(it.division(), it.year(), it.draft()).stream()
                        .sorted(Comparator.comparing(check -> !check.blocks()))
                        .toList());
    }

    @GET
    @Path("history")
    @RolesAllowed("reports:read")
    @Operation(operationId = "getReportHistory", summary = "报告的办理过程 Who did what, when and why")
    public Page<Taken> history(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        return new Page<>(found(division, year).steps(), null);
    }

    @GET
    @Path("carry-over")
    @RolesAllowed("reports:read")
    @AlsoRequires("legal:read")
    @Operation(
            operationId = "getReportCarryOver",
            summary = "结转的问题和本年安排 Problems that are open, and what was planned for the year",
            description =
                    "Problems open when the year ends, and plan items of the year with target and"
                            + " actual value. Their texts are at legal-service; needs `legal:read`"
                            + " too.")
    public CarryOver.Result carryOver(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        return carryOver.of(AnnualReport.division(division, caller), year);
    }

    @POST
    @Path("edits")
    @RolesAllowed("reports:write")
    @Operation(
            operationId = "editReport",
            summary = "修改报告文本 Write a report's text anew",
            description = "The text before stays in the history. Only a draft is edited.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response edit(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Draft body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        AnnualReport it = service.edit(place, year, body, commands.changing(body));
        return tagged(views.answer(it), it);
    }

    private AnnualReport found(String division, int year) throws SQLException {
        return reports.get(caller.division(division), year, caller.scope());
    }

    private static Response tagged(ReportViews.View view, AnnualReport it) {
        return Response.ok(view).header(HttpHeaders.ETAG, EntityTags.of(it.version())).build();
    }
}
