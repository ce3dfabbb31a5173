package org.fengqiao.reporting.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Column.Type;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.LocalIndicators.Local;

/** The catalogue for readers, and a county's way to add to it without a release. */
@Path("v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "指标目录 Catalogue of indicators")
class IndicatorResource {

    /** Indicators, each definition for itself, in the report's order. */
    @Schema(name = "IndicatorCatalogue")
    record Entries(List<Entry> items) {}

    /**
     * A new indicator.
     *
     * @param code {@code X-}, the prefix of the caller's division, and a number
     */
    @Schema(name = "IndicatorAddition")
    record Addition(@NotBlank @Size(max = 30) String code, @NotNull @Valid Definition definition) {}

    /** A later definition of an indicator. */
    @Schema(name = "IndicatorRevision")
    record Revision(@NotNull @Valid Definition definition) {}

    /**
     * The end of an indicator.
     *
     * @param until the last month that it is counted in
     */
    @Schema(name = "IndicatorEnding")
    record Ending(@NotNull @Schema(implementation = String.class) YearMonth until) {}

    /** What definitions can be made of. */
    @Schema(name = "RecordKinds")
    record Kinds(List<Kind> items) {

        /** A kind of record. */
        @Schema(name = "RecordKind")
        record Kind(String kind, String label, List<Field> columns) {

            static Kind of(Table it) {
                List<Field> columns = Grammar.columns(it).stream().map(Field::of).toList();
                return new Kind(it.kind(), it.label(), columns);
            }
        }

        /**
         * A column.
         *
         * @param codes those that a filter can name, with their Chinese words
         */
        @Schema(name = "RecordColumn")
        record Field(String name, String label, Type type, Map<String, String> codes) {

            static Field of(Column it) {
                return new Field(it.name(), it.label(), it.type(), it.codes());
            }
        }
    }

    private final Catalogue catalogue;
    private final LocalIndicators locals;
    private final Grammar grammar;
    private final Caller caller;
    private final Clock clock;

    IndicatorResource(
            Catalogue catalogue,
            LocalIndicators locals,
            Grammar grammar,
            Caller caller,
            Clock clock) {
        this.catalogue = catalogue;
        this.locals = locals;
        this.grammar = grammar;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listIndicators",
            summary = "指标目录 All indicators with their definitions",
            description =
                    "Those of every division, and behind them those that the division's county, or"
                            + " a unit above it, defined for its own area (X).")
    public Entries list(
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("division")
                    String division)
            throws SQLException {
        return new Entries(catalogue.entries(place(division)));
    }

    @GET
    @Path("kinds")
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listRecordKinds",
            summary = "可供定义指标的记录种类与字段 Kinds of record and their columns",
            description = "What the definition of an indicator can name.")
    public Kinds kinds() {
        return new Kinds(grammar.tables().stream().map(Kinds.Kind::of).toList());
    }

    @GET
    @Path("{code}")
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "getIndicator",
            summary = "一个指标的各版定义 All definitions of an indicator",
            description = "404 for one of another county.")
    public Entries get(
            @PathParam("code") String code,
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("division")
                    String division)
            throws SQLException {
        List<Entry> entries = catalogue.entries(code, place(division));
        if (entries.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Entries(entries);
    }

    private String place(String division) {
        return caller.division(division == null ? caller.division() : division);
    }

    @POST
    @RolesAllowed("indicators:write")
    @HarmlessToRepeat
    @Operation(
            operationId = "addIndicator",
            summary = "增加本县的指标 Add an indicator of a county's own",
            description =
                    "By a county or a unit above it, for itself and all below it, without a"
                            + " release. Its code is X, the prefix of the division and a number:"
                            + " X-410423-01. It is made of the kinds, columns and codes of"
                            + " v1/indicators/kinds, and is then asked for like any other: figures,"
                            + " receipts, breakdowns, files, comparisons, the texts of reports,"
                            + " forms of figure sets; the background verifies it, too. Its date"
                            + " may have no index, and its figures take longer: 422"
                            + " QUERY_TOO_COSTLY guards them as all figures. The same again"
                            + " changes nothing; 409 where the code is taken. 422"
                            + " DEFINITION_INVALID tells every faulty place.")
    @APIResponse(
            responseCode = "201",
            description = "已增加 Added",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    public Response add(@NotNull @Valid Addition addition) throws SQLException {
        LocalCode code = LocalCode.required(addition.code(), caller.division());
        catalogue.proposed(code.value(), addition.definition());
        Local added = locals.add(code, addition.definition(), caller.subject(), clock.instant());
        return Response.created(URI.create("v1/indicators/" + code.value()))
                .entity(catalogue.entries(added).get(0))
                .build();
    }

    @POST
    @Path("{code}/definitions")
    @RolesAllowed("indicators:write")
    @HarmlessToRepeat
    @Operation(
            operationId = "addDefinition",
            summary = "自某月起改变指标的定义 Change an indicator from a month on",
            description =
                    "Its owner adds a definition with a later `since`; figures of the months"
                            + " before keep the old one, and none is changed or deleted. It is of"
                            + " the same kind of record. The same again changes nothing. Try it"
                            + " first with v1/indicators/preview.")
    public Entries define(@PathParam("code") String code, @NotNull @Valid Revision revision)
            throws SQLException {
        Local own = own(code);
        catalogue.proposed(code, revision.definition());
        return new Entries(
                catalogue.entries(
                        locals.define(
                                own, revision.definition(), caller.subject(), clock.instant())));
    }

    @POST
    @Path("{code}/ending")
    @RolesAllowed("indicators:write")
    @HarmlessToRepeat
    @Operation(
            operationId = "endIndicator",
            summary = "停用本县的指标 End an indicator",
            description =
                    "Its owner ends it with a month. Figures of periods up to that month stay;"
                            + " later ones are refused. The same again changes nothing.")
    public Entries end(@PathParam("code") String code, @NotNull @Valid Ending ending)
            throws SQLException {
        return new Entries(
                catalogue.entries(
                        locals.end(own(code), ending.until(), caller.subject(), clock.instant())));
    }

    /** The caller's own; any other is not found. */
    private Local own(String code) throws SQLException {
        LocalCode own =
                LocalCode.of(code)
                        .filter(it -> it.owner().value().equals(caller.division()))
                        .orElseThrow(Refusal::notFound);
        return locals.find(own).orElseThrow(Refusal::notFound);
    }
}
