package org.fengqiao.reporting.sets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.sets.CountyFigures.County;

/** All townships side by side, as they submitted, and the county as the sum of what it accepted. */
@Path("v1/figure-sets/comparison")
@Tag(name = "figure-sets", description = "数据报送 Figure sets of townships")
public class ComparisonResource {

    /**
     * A township's line.
     *
     * @param figures as submitted; none where nothing stands submitted
     */
    @Schema(name = "ComparisonLine")
    public record Line(String division, String name, SetStatus status, List<Figure> figures) {}

    /** Townships in the order of their codes, and the county. */
    @Schema(name = "FigureSetComparison")
    public record Comparison(
            String form, String title, String period, List<Line> townships, County county) {}

    private final FigureSets sets;
    private final CountyFigures counties;
    private final ComparisonSheet sheet;
    private final Divisions divisions;
    private final Asked asked;
    private final Catalogue catalogue;

    ComparisonResource(
            FigureSets sets,
            CountyFigures counties,
            ComparisonSheet sheet,
            Divisions divisions,
            Asked asked,
            Catalogue catalogue) {
        this.sets = sets;
        this.counties = counties;
        this.sheet = sheet;
        this.divisions = divisions;
        this.asked = asked;
        this.catalogue = catalogue;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, LedgerFormat.XLSX_TYPE, LedgerFormat.CSV_TYPE})
    @RolesAllowed("reports:read")
    @APIResponse(responseCode = "404", ref = "Problem404")
    @Operation(
            operationId = "compareFigureSets",
            summary = "各乡镇数据并列与全县汇总 All townships side by side, and their county",
            description =
                    "For the county. A township's figures are those it has submitted, or none. The"
                            + " county's are the union of the records of accepted sets: counts"
                            + " add, shares are made of their lists, what is counted once is"
                            + " counted once; it tells which sets, and which are missing. In the"
                            + " order of division codes and in no other.")
    @APIResponse(
            responseCode = "200",
            description = "并列数据 The comparison",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Comparison.class)),
                @Content(mediaType = LedgerFormat.XLSX_TYPE),
                @Content(mediaType = LedgerFormat.CSV_TYPE)
            })
    public Response compare(
            @Parameter(required = true, example = "annual-report") @QueryParam("form") String form,
            @Parameter(required = true, example = "2024") @QueryParam("period") String period,
            @Parameter(description = "xlsx or csv for a file; JSON without it", example = "csv")
                    @QueryParam("format")
                    String format)
            throws SQLException {
        LedgerFormat file = format == null ? null : LedgerFormat.of(format);
        String county = asked.county();
        Form found = asked.form(form, county);
        Period of = found.period(period);
        List<Indicator> indicators = found.indicators(catalogue.of(county), of);
        Comparison comparison = comparison(found, of, indicators);
        return file == null
                ? Response.ok(comparison, MediaType.APPLICATION_JSON).build()
                : sheet.file(file, found, indicators, comparison);
    }

    Comparison comparison(Form form, Period period, List<Indicator> indicators)
            throws SQLException {
        List<Filing> filings = sets.of(form, period, form.county());
        List<Line> lines = new ArrayList<>();
        for (Filing it : filings) {
            lines.add(
                    new Line(
                            it.key().division(),
                            divisions.name(it.key().division()),
                            it.status(),
                            it.status().stands() ? sets.submitted(it).figures() : List.of()));
        }
        return new Comparison(
                form.code(),
                form.content().title(),
                period.text(),
                lines,
                counties.of(form, period, filings, indicators));
    }
}
