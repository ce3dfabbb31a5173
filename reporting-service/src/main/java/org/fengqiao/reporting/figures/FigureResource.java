package org.fengqiao.reporting.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Scale;

/** Figures, and the list behind each. */
@Path("v1/figures")
@Tag(name = "figures", description = "指标数据 Figures")
public class FigureResource {

    private static final String BOUNDARIES =
            "AS_REPORTED (default: records count at the code they carry) or TODAY (where that code"
                    + " lies today: merged villages are one village, one that was split is none and"
                    + " its records are its township's own; 422 DIVISION_ENDED for a division that"
                    + " is no more)";

    private final Figures figures;
    private final Receipts receipts;
    private final Questions questions;
    private final FigureSheet sheet;

    FigureResource(Figures figures, Receipts receipts, Questions questions, FigureSheet sheet) {
        this.figures = figures;
        this.receipts = receipts;
        this.questions = questions;
        this.sheet = sheet;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, LedgerFormat.XLSX_TYPE, LedgerFormat.CSV_TYPE})
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listFigures",
            summary = "查询指标数据 Figures of a division and period",
            description =
                    "`value` is present only where `status` is OK or NIL_REPORTED. With `by`, each"
                            + " row has a `where`; counts and sums add up to the figure without"
                            + " `by`, distinct counts and shares do not. By either `boundaries`"
                            + " each record counts in one division; at TODAY's a division that was"
                            + " split in the lowest one that contains all its parts, as OWN_LEVEL."
                            + " With `compare`, each has"
                            + " its `comparisons`. 422 QUERY_TOO_COSTLY for what would be too many"
                            + " figures, or takes too long: an answer is whole or none.")
    @APIResponse(
            responseCode = "200",
            description = "指标数据 The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FigureSet.class)),
                @Content(mediaType = LedgerFormat.XLSX_TYPE),
                @Content(mediaType = LedgerFormat.CSV_TYPE)
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Response list(
            @Parameter(
                            required = true,
                            description =
                                    "Codes, separated by commas, of v1/indicators; X are those that the county or a unit above it defined",
                            example = "M-01,M-05")
                    @QueryParam("indicator")
                    String indicator,
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("division")
                    String division,
            @Parameter(
                            required = true,
                            description = "2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-11",
                            example = "2024")
                    @QueryParam("period")
                    String period,
            @Parameter(
                            description =
                                    "month, division (children and OWN_LEVEL) or a dimension:"
                                            + " disputeType, source, committeeLevel, agreementForm,"
                                            + " difficulty, referrer, basis; of petitions form,"
                                            + " source, handlingUnit, contentClass,"
                                            + " contentClassFirstLevel; of visits visitLevel,"
                                            + " visitPlace. Two dimensions of one kind"
                                            + " of record, separated by a comma, give their"
                                            + " combinations: form,source")
                    @QueryParam("by")
                    String by,
            @Parameter(
                            description =
                                    "PREVIOUS (上期: the period of the same length before), YEAR_AGO"
                                            + " (上年同期), or both, separated by a comma",
                            example = "YEAR_AGO")
                    @QueryParam("compare")
                    String compare,
            @Parameter(
                            description =
                                    "In what else values are shown beside themselves, where their"
                                            + " unit has it: TEN_THOUSAND (万元)",
                            example = "TEN_THOUSAND")
                    @QueryParam("scale")
                    Scale scale,
            @Parameter(description = BOUNDARIES, example = "TODAY") @QueryParam("boundaries")
                    String boundaries,
            @Parameter(description = "xlsx or csv for a file; JSON without it", example = "csv")
                    @QueryParam("format")
                    String format)
            throws SQLException {
        Area area = questions.area(division, boundaries);
        Period of = questions.period(period);
        LedgerFormat file = format == null ? null : LedgerFormat.of(format);
        List<Indicator> indicators = questions.indicators(indicator, area.division());
        FigureSet found =
                figures.of(
                        indicators, area, of, questions.by(by, indicators), Against.read(compare));
        questions.requireKnown(area, found.figures().stream().anyMatch(FigureResource::tells));
        FigureSet shown = scale == null ? found : found.scaledTo(scale);
        return file == null
                ? Response.ok(shown, MediaType.APPLICATION_JSON).build()
                : sheet.file(file, area, of, shown);
    }

    /** Whether something was counted or confirmed, or is still to be heard. */
    private static boolean tells(Figure it) {
        return it.value() != null || it.status() == Status.PARTIAL;
    }

    @GET
    @Path("{indicator}/{division}/{period}/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "getReceipt",
            summary = "指标背后的记录清单 The records behind a figure",
            description =
                    "The contributions of all pages add up to `value`. Of a share `part` tells which"
                            + " list; default DENOMINATOR. A distinct count has one line per key,"
                            + " with its records. Lists of petitions and visits (P) also need"
                            + " `petitions:read`.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public Receipt receipt(
            @PathParam("indicator") String indicator,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @Parameter(
                            description =
                                    "One row of a breakdown: dimension:value; of a combination"
                                            + " form:LETTER,source:DIRECT",
                            example = "disputeType:02")
                    @QueryParam("where")
                    String where,
            @QueryParam("part") String part,
            @Parameter(description = BOUNDARIES, example = "TODAY") @QueryParam("boundaries")
                    String boundaries,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        Question question =
                questions.receipt(
                        indicator, questions.area(division, boundaries), period, where, part);
        Receipt receipt = receipts.of(question, Questions.after(cursor), Cursor.limit(limit));
        questions.requireKnown(question.area(), receipt.recordCount() > 0);
        return receipt;
    }
}
