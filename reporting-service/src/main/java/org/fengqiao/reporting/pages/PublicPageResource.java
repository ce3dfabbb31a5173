package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.reports.PublicReports;
import org.fengqiao.reporting.reports.PublicReports.Published;
import org.fengqiao.reporting.reports.Reports;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is published, for anybody: nobody signs in here. */
@Path("pages/public")
@Produces(MediaType.TEXT_HTML)
class PublicPageResource {

    private final PublicReports reports;
    private final Divisions divisions;
    private final RefusedPage refusedPage;
    private final Reader reader;

    PublicPageResource(
            PublicReports reports, Divisions divisions, RefusedPage refusedPage, Reader reader) {
        this.reports = reports;
        this.divisions = divisions;
        this.refusedPage = refusedPage;
        this.reader = reader;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("lang") String lang) throws SQLException {
        return reader.open(Templates.published(reports.all()), reader.language(lang));
    }

    /**
     * Where the provider sends the browser after the sign-out.
     *
     * @param state the provider's own
     */
    @GET
    @Path("signed-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signedOut(@QueryParam("state") String state) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/reporting/pages/public")
                .build();
    }

    /** The editions of a report, and how each is verified. */
    @GET
    @Path("{division}/{year}")
    @PermitAll
    @Operation(hidden = true)
    public TemplateInstance editions(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        List<Published> found = reports.editions(division, Reports.year(year).first().getYear());
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return reader.open(
                Templates.editions(divisions.fullName(division), year, found),
                reader.language(lang));
    }

    @ServerExceptionMapper
    Response refuse(Refusal refusal) {
        return refusedPage.of(refusal);
    }
}
