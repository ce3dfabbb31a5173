package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.limits.TakesLong;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.ReportStep;
import org.fengqiao.reporting.reports.Reports;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The annual report on paper forms: read, written, and sent on its way. */
@Path("pages/reports/{division}/{year}")
@Produces(MediaType.TEXT_HTML)
class ReportPageResource {

    private final ReportPage reportPage;
    private final AnnualPage annualPage;
    private final EditPage editPage;
    private final ReceiptPage receiptPage;
    private final RefusedPage refusedPage;
    private final ReportDesk desk;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;

    ReportPageResource(
            ReportPage reportPage,
            AnnualPage annualPage,
            EditPage editPage,
            ReceiptPage receiptPage,
            RefusedPage refusedPage,
            ReportDesk desk,
            Divisions divisions,
            Caller caller,
            Reader reader) {
        this.reportPage = reportPage;
        this.annualPage = annualPage;
        this.editPage = editPage;
        this.receiptPage = receiptPage;
        this.refusedPage = refusedPage;
        this.desk = desk;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
    }

    @GET
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance report(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        return reportPage.of(division, year, lang);
    }

    /** The address it had while mediation was its only chapter. */
    @GET
    @Path("mediation")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance reportOnMediation(
            @PathParam("division") String division, @PathParam("year") String year)
            throws SQLException {
        return reportPage.of(division, year, null);
    }

    /** Begins with last year's text, or with the suite's own words. */
    @POST
    @Path("beginning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:write")
    @Operation(hidden = true)
    public Response begin(
            @PathParam("division") String division,
            @PathParam("year") String year,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        int number = number(year);
        desk.write(division, number, desk.firstDraft(division, number), new Typed(fields).entry());
        return to(division, year, "/text");
    }

    @GET
    @Path("text")
    @RolesAllowed("reports:write")
    @Operation(hidden = true)
    public TemplateInstance text(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang)
            throws SQLException {
        return editPage.of(division, year, reader.language(lang));
    }

    /** Keeps the text; or, by its other buttons, gives the form back with a part more or less. */
    @POST
    @Path("text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:write")
    @Operation(hidden = true)
    public Response write(
            @PathParam("division") String division,
            @PathParam("year") String year,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        Typed typed = new Typed(fields);
        Language language = reader.language(null);
        if (typed.has("button")) {
            return page(200, editPage.after(division, year, language, typed));
        }
        try {
            desk.write(division, number(year), DraftForm.read(typed), typed.entry());
            return to(division, year, "");
        } catch (Refusal refusal) {
            TemplateInstance page = editPage.refused(division, year, language, typed, refusal);
            return page(refusal.status(), page);
        }
    }

    /** The records behind a figure of what was signed. */
    @GET
    @Path("editions/{number}/figures/{key}/receipt")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance receipt(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @PathParam("number") int number,
            @PathParam("key") String key,
            @QueryParam("part") String part,
            @QueryParam("cursor") String cursor,
            @QueryParam("lang") String lang)
            throws SQLException {
        return receiptPage.of(
                desk.receipt(division, number(year), number, key, part, cursor),
                null,
                reader.language(lang));
    }

    @GET
    @Path("paste")
    @RolesAllowed("reports:write")
    @Operation(hidden = true)
    public TemplateInstance paste(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @QueryParam("lang") String lang) {
        String place = caller.division(division);
        String address = Tab.REPORTS.address(place, Reports.year(year).text());
        return reader.shown(
                Templates.paste(divisions.fullName(place), year, address, reader.years()),
                reader.language(lang),
                reader.subject(place, year, null));
    }

    /** Reads what was pasted from a document into the form; keeps nothing. */
    @POST
    @Path("paste")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:write")
    @Operation(hidden = true)
    public Response read(
            @PathParam("division") String division,
            @PathParam("year") String year,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        Typed typed = new Typed(fields);
        String text = typed.text("text");
        if (text == null) {
            return to(division, year, "/paste");
        }
        Language language = reader.language(null);
        return page(200, editPage.pasted(division, year, language, text, typed.number("textYear")));
    }

    @POST
    @Path("steps/{step: check|submit|revise|abandon}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:write")
    @TakesLong
    @Operation(hidden = true)
    public Response clerk(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @PathParam("step") String step,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        return take(division, year, step, new Typed(fields));
    }

    @POST
    @Path("steps/{step: return|sign|review|publish}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:sign")
    @TakesLong
    @Operation(hidden = true)
    public Response signer(
            @PathParam("division") String division,
            @PathParam("year") String year,
            @PathParam("step") String step,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        return take(division, year, step, new Typed(fields));
    }

    private Response take(String division, String year, String name, Typed typed)
            throws SQLException {
        ReportStep step = ReportStep.valueOf(name.toUpperCase(Locale.ROOT));
        ReportDesk.Entry entry = typed.entry();
        try {
            desk.take(step, division, number(year), entry);
            return to(division, year, "");
        } catch (Refusal refusal) {
            ReportDesk.Sheet sheet = desk.find(division, number(year)).orElseThrow(() -> refusal);
            Language language = reader.language(null);
            Trouble trouble = Trouble.of(refusal, new Terms(language));
            return page(refusal.status(), annualPage.of(sheet, language, trouble, step, entry));
        }
    }

    private static int number(String year) {
        return Reports.year(year).first().getYear();
    }

    private static Response to(String division, String year, String below) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, Tab.REPORTS.address(division, year) + below)
                .build();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page.render()).type(RefusedPage.HTML).build();
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
