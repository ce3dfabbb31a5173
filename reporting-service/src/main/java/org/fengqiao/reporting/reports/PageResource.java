package org.fengqiao.reporting.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.reporting.figures.FigureResource;
import org.fengqiao.reporting.figures.Receipts.Receipt;

/** Pages for people: signed in at the identity provider, with the same rights as over the API. */
@Path("pages")
@Produces(MediaType.TEXT_HTML)
class PageResource {

    private static final int FIRST_YEAR = 2024;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance index(String place, String division, List<Integer> years);

        static native TemplateInstance receipt(String place, Receipt receipt, String self);
    }

    private final Reports reports;
    private final FigureResource figures;
    private final Divisions divisions;
    private final Caller caller;
    private final Clock clock;

    PageResource(
            Reports reports,
            FigureResource figures,
            Divisions divisions,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.divisions = divisions;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's own reports, newest year first. */
    @GET
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance index() {
        int thisYear = LocalDate.now(clock).getYear();
        List<Integer> years =
                IntStream.rangeClosed(0, thisYear - FIRST_YEAR)
                        .mapToObj(it -> thisYear - it)
                        .toList();
        String division = caller.division();
        return Templates.index(divisions.fullName(division), division, years);
    }

    @GET
    @Path("reports/{division}/{year}/mediation")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance report(
            @PathParam("division") String division, @PathParam("year") String year)
            throws SQLException {
        return reports.page(division, year);
    }

    @GET
    @Path("figures/{indicator}/{division}/{period}/receipt")
    @RolesAllowed("figures:read")
    @Operation(hidden = true)
    public TemplateInstance receipt(
            @PathParam("indicator") String indicator,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @QueryParam("where") String where,
            @QueryParam("part") String part,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        Receipt receipt = figures.receipt(indicator, division, period, where, part, null, cursor);
        String self = where == null ? "?" : "?where=" + where + "&";
        return Templates.receipt(divisions.fullName(division), receipt, self);
    }
}
