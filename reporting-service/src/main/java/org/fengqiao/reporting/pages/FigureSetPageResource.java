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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.kit.limits.TakesLong;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.pages.FigureSetPage.Entered;
import org.fengqiao.reporting.sets.ComparisonResource;
import org.fengqiao.reporting.sets.SetDesk;
import org.fengqiao.reporting.sets.SetDesk.Entry;
import org.fengqiao.reporting.sets.SetStep;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Figure sets on paper forms: submitted by a township, returned or accepted by its county. */
@Path("pages/figure-sets")
@Produces(MediaType.TEXT_HTML)
class FigureSetPageResource {

    private final FigureSetPage setPage;
    private final ComparisonPage comparisonPage;
    private final ReceiptPage receiptPage;
    private final RefusedPage refusedPage;
    private final SetDesk desk;
    private final ComparisonResource comparisons;
    private final Reader reader;

    FigureSetPageResource(
            FigureSetPage setPage,
            ComparisonPage comparisonPage,
            ReceiptPage receiptPage,
            RefusedPage refusedPage,
            SetDesk desk,
            ComparisonResource comparisons,
            Reader reader) {
        this.setPage = setPage;
        this.comparisonPage = comparisonPage;
        this.receiptPage = receiptPage;
        this.refusedPage = refusedPage;
        this.desk = desk;
        this.comparisons = comparisons;
        this.reader = reader;
    }

    @GET
    @Path("comparison")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance compare(
            @QueryParam("form") String form,
            @QueryParam("period") String period,
            @QueryParam("lang") String lang)
            throws SQLException {
        return comparisonPage.of(form, period, reader.language(lang));
    }

    @GET
    @Path("comparison.xlsx")
    @Produces(LedgerFormat.XLSX_TYPE)
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public Response file(@QueryParam("form") String form, @QueryParam("period") String period)
            throws SQLException {
        return comparisons.compare(form, period, "xlsx");
    }

    @GET
    @Path("{form}/{division}/{period}")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance set(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @QueryParam("lang") String lang)
            throws SQLException {
        return setPage.of(form, division, period, reader.language(lang));
    }

    /** The records behind a figure as they were submitted. */
    @GET
    @Path("{form}/{division}/{period}/receipts/{indicator}")
    @RolesAllowed("reports:read")
    @Operation(hidden = true)
    public TemplateInstance receipt(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @PathParam("indicator") String indicator,
            @QueryParam("part") String part,
            @QueryParam("cursor") String cursor,
            @QueryParam("lang") String lang)
            throws SQLException {
        return receiptPage.of(
                desk.receipt(form, division, period, indicator, part, cursor),
                null,
                reader.language(lang));
    }

    @POST
    @Path("{form}/{division}/{period}/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:write")
    @TakesLong
    @Operation(hidden = true)
    public Response submit(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        return take(SetStep.SUBMIT, form, division, period, new Typed(fields));
    }

    @POST
    @Path("{form}/{division}/{period}/{step: return|acceptance|reopening}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("reports:sign")
    @Operation(hidden = true)
    public Response decide(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @PathParam("step") String step,
            MultivaluedMap<String, String> fields)
            throws SQLException {
        SetStep decision =
                switch (step) {
                    case "return" -> SetStep.RETURN;
                    case "acceptance" -> SetStep.ACCEPT;
                    default -> SetStep.REOPEN;
                };
        return take(decision, form, division, period, new Typed(fields));
    }

    private Response take(SetStep step, String form, String division, String period, Typed typed)
            throws SQLException {
        Integer version = typed.number("version");
        if (version == null) {
            throw Refusal.parameter("version", "须有版本", "version is missing");
        }
        List<String> nil = typed.below(FigureSetPage.NIL).keySet().stream().sorted().toList();
        String reason = typed.text("reason");
        try {
            desk.take(step, form, division, period, new Entry(version, nil, reason));
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, FigureSetPage.address(form, division, period))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            Language language = reader.language(null);
            TemplateInstance page =
                    setPage.of(
                            form,
                            division,
                            period,
                            language,
                            Trouble.of(refusal, new Terms(language)),
                            new Entered(step, nil, reason));
            return Response.status(refusal.status())
                    .entity(page.render())
                    .type(RefusedPage.HTML)
                    .build();
        }
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
