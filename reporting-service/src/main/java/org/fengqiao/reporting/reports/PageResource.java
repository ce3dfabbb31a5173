package org.fengqiao.reporting.reports;

import io.quarkus.arc.All;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.FigureResource;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.reports.FactSheets.FactSheet;

/** Pages for people: signed in at the identity provider, with the same rights as over the API. */
@Path("pages")
@Produces(MediaType.TEXT_HTML)
class PageResource {

    private static final int FIRST_YEAR = 2024;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance index(String place, String division, List<Integer> years);

        static native TemplateInstance receipt(
                String place,
                Receipt receipt,
                String self,
                String topic,
                String date,
                boolean notYetDue,
                boolean noLimit,
                Divisions divisions);

        static native TemplateInstance record(FactSheet sheet);
    }

    private final Reports reports;
    private final FigureResource figures;
    private final Questions questions;
    private final FactSheets sheets;
    private final List<Table> tables;
    private final Divisions divisions;
    private final Caller caller;
    private final Clock clock;

    PageResource(
            Reports reports,
            FigureResource figures,
            Questions questions,
            FactSheets sheets,
            @All List<Table> tables,
            Divisions divisions,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.questions = questions;
        this.sheets = sheets;
        this.tables = tables;
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

    /** The address it had while mediation was its only chapter. */
    @GET
    @Path("reports/{division}/{year}/mediation")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance reportOnMediation(
            @PathParam("division") String division, @PathParam("year") String year)
            throws SQLException {
        return report(division, year);
    }

    @GET
    @Path("reports/{division}/{year}")
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
        Receipt receipt =
                figures.receipt(indicator, division, period, where, part, null, null, cursor);
        String self = where == null ? "?" : "?where=" + where + "&";
        Indicator asked = questions.indicators(indicator).get(0);
        Cohort cohort =
                asked.cohort(receipt.part() == null ? asked.counted() : receipt.part())
                        .orElseThrow();
        return Templates.receipt(
                divisions.fullName(division),
                receipt,
                self,
                cohort.table().kind(),
                cohort.from().label(),
                asked.cohort(Part.NOT_YET_DUE).isPresent(),
                asked.cohort(Part.NO_LIMIT).isPresent(),
                divisions);
    }

    /** One record as it was counted. */
    @GET
    @Path("records/{kind}/{id}")
    @RolesAllowed("figures:read")
    @Operation(hidden = true)
    public TemplateInstance record(@PathParam("kind") String kind, @PathParam("id") UUID id)
            throws SQLException {
        Table table =
                tables.stream()
                        .filter(it -> it.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        questions.requireList(table.source());
        return Templates.record(sheets.of(table, id, caller.scope()));
    }

    /**
     * Where the identity provider sends the browser back; only who came without a request stays.
     */
    @GET
    @Path("signed-in")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance signedIn() {
        return index();
    }
}
