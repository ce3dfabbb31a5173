package org.fengqiao.reporting.pages;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.FigureResource;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.pages.FactSheets.FactSheet;
import org.fengqiao.reporting.pages.Frame.Subject;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.Reports;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Pages for people: signed in at the identity provider, with the same rights as over the API. */
@Path("pages")
@Produces(MediaType.TEXT_HTML)
class PageResource {

    private final FigurePage figurePage;
    private final CheckPage checkPage;
    private final DeskPage deskPage;
    private final ReceiptPage receiptPage;
    private final RefusedPage refusedPage;
    private final FigureResource figures;
    private final Questions questions;
    private final FactSheets sheets;
    private final List<Table> tables;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;

    PageResource(
            FigurePage figurePage,
            CheckPage checkPage,
            DeskPage deskPage,
            ReceiptPage receiptPage,
            RefusedPage refusedPage,
            FigureResource figures,
            Questions questions,
            FactSheets sheets,
            @All List<Table> tables,
            Divisions divisions,
            Caller caller,
            Reader reader) {
        this.figurePage = figurePage;
        this.checkPage = checkPage;
        this.deskPage = deskPage;
        this.receiptPage = receiptPage;
        this.refusedPage = refusedPage;
        this.figures = figures;
        this.questions = questions;
        this.sheets = sheets;
        this.tables = tables;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
    }

    /** The caller's own years, newest first. */
    @GET
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance index(@QueryParam("lang") String lang) {
        String division = caller.division();
        List<Subject> years =
                reader.years().stream().map(it -> reader.subject(division, it, null)).toList();
        return reader.shown(
                Templates.index(divisions.fullName(division), years), reader.language(lang), null);
    }

    /** Where the form with division and year leads: to the address of the page chosen. */
    @GET
    @Path("choice")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public Response choice(
            @QueryParam("tab") Tab tab,
            @QueryParam("division") String division,
            @QueryParam("year") String year) {
        String address =
                (tab == null ? Tab.FIGURES : tab)
                        .address(caller.division(division), Reports.year(year).text());
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    @GET
    @Path("figures/{division}/{year}")
    @RolesAllowed("figures:read")
    @Operation(hidden = true)
    public TemplateInstance figures(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        return figurePage.of(division, year, reader.language(lang));
    }

    @GET
    @Path("checks/{division}/{year}")
    @RolesAllowed("figures:read")
    @Operation(hidden = true)
    public TemplateInstance checks(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        return checkPage.of(division, year, reader.language(lang));
    }

    @GET
    @Path("desk/{division}/{year}")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance desk(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        return deskPage.of(division, year, reader.language(lang));
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
            @QueryParam("cursor") String cursor,
            @QueryParam("lang") String lang)
            throws SQLException {
        Receipt receipt =
                figures.receipt(indicator, division, period, where, part, null, null, cursor);
        return receiptPage.of(receipt, where, reader.language(lang));
    }

    /** One record as it was counted. */
    @GET
    @Path("records/{kind}/{id}")
    @RolesAllowed("figures:read")
    @Operation(hidden = true)
    public TemplateInstance record(
            @PathParam("kind") String kind,
            @PathParam("id") UUID id,
            @QueryParam("lang") String lang)
            throws SQLException {
        Table table =
                tables.stream()
                        .filter(it -> it.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        questions.requireList(table.source());
        Language language = reader.language(lang);
        FactSheet sheet = sheets.of(table, id, caller.scope(), new Terms(language));
        return reader.shown(Templates.record(sheet), language, null);
    }

    /**
     * Where the identity provider sends the browser back; only who came without a request stays.
     */
    @GET
    @Path("signed-in")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance signedIn() {
        return index(null);
    }

    @ServerExceptionMapper
    Response refuse(Refusal refusal) {
        return refusedPage.of(refusal);
    }

    @ServerExceptionMapper
    Response forbid(ForbiddenException thrown) {
        return refusedPage.forbidden();
    }
}
