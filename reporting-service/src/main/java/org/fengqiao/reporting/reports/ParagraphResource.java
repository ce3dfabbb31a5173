package org.fengqiao.reporting.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.pages.ReportPage;

/** The suite's own words of each chapter, with the figures as they are now. */
@Path("v1/reports/{division}/{year}")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(name = "reports", description = "年度报告 Annual report")
class ParagraphResource {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String DESCRIPTION =
            "`segments` are the text in order, figures apart; every figure has its receipt."
                    + " `Accept: text/html` gives the page with all chapters.";

    private final Reports reports;
    private final ReportPage page;

    ParagraphResource(Reports reports, ReportPage page) {
        this.reports = reports;
        this.page = page;
    }

    @GET
    @Path("mediation")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getMediationParagraph",
            summary = "年度报告的调解段落 The report's paragraph on mediation",
            description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "段落 The paragraph",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paragraph.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response mediation(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @Context HttpHeaders headers)
            throws SQLException {
        return answer(Chapter.MEDIATION, division, year, headers);
    }

    @GET
    @Path("petition")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getPetitionParagraph",
            summary = "年度报告的信访段落 The report's paragraph on petitions and visits",
            description = DESCRIPTION + " Opening its receipts also needs `petitions:read`.")
    @APIResponse(
            responseCode = "200",
            description = "段落 The paragraph",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paragraph.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response petition(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @Context HttpHeaders headers)
            throws SQLException {
        return answer(Chapter.PETITION, division, year, headers);
    }

    @GET
    @Path("legal")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getLegalParagraph",
            summary = "年度报告的法律服务段落 The report's paragraph on legal services",
            description = DESCRIPTION + " Opening its receipts also needs `legal:read`.")
    @APIResponse(
            responseCode = "200",
            description = "段落 The paragraph",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paragraph.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response legal(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @Context HttpHeaders headers)
            throws SQLException {
        return answer(Chapter.LEGAL, division, year, headers);
    }

    private Response answer(Chapter chapter, String division, String year, HttpHeaders headers)
            throws SQLException {
        // Only who names it gets the page: a wildcard, as programs send it, means JSON.
        boolean asPage =
                headers.getAcceptableMediaTypes().stream()
                        .filter(it -> !it.isWildcardType())
                        .findFirst()
                        .filter(it -> it.isCompatible(MediaType.TEXT_HTML_TYPE))
                        .isPresent();
        return asPage
                ? Response.ok(page.of(division, year, null).render(), HTML).build()
                : Response.ok(
                                reports.paragraph(chapter, division, year),
                                MediaType.APPLICATION_JSON)
                        .build();
    }
}
