package org.fengqiao.reporting.reports;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The annual report's chapters; so far the paragraph on mediation. */
@Path("v1/reports/{division}/{year}/mediation")
@Tag(name = "reports", description = "年度报告 Annual report")
class ReportResource {

    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getMediationParagraph",
            summary = "年度报告的调解段落 The report's paragraph on mediation",
            description =
                    "`segments` are the text in order, figures apart; every figure has its receipt."
                            + " `Accept: text/html` gives the page.")
    public Paragraph json(@PathParam("division") String division, @PathParam("year") String year)
            throws SQLException {
        return reports.paragraph(division, year);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance html(
            @PathParam("division") String division, @PathParam("year") String year)
            throws SQLException {
        return reports.page(division, year);
    }
}
