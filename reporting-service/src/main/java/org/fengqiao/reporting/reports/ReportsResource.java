package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;

/** The annual reports of a year: who has one, how one is begun, what is read from a document. */
@Path("v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "年度报告 Annual report")
class ReportsResource {

    /**
     * A report that is begun.
     *
     * @param on the day it was begun; default today
     * @param draft its text; absent: last year's, or else the suite's own words
     */
    @Schema(name = "NewReport", examples = "{\"division\":\"410423106000\",\"year\":2024}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewReport(
            @NotNull @Pattern(regexp = "[0-9]{12}") String division,
            @NotNull @Min(2000) @Max(2100) Integer year,
            LocalDate on,
            @Valid Draft draft) {}

    /**
     * A text that is to be read: pasted from a document.
     *
     * @param year of the report that it is to become
     * @param textYear of the text; absent: as its title has it, or else most of its years, or else
     *     {@code year}
     */
    @Schema(
            name = "PastedReport",
            examples =
                    "{\"division\":\"410423106000\",\"year\":2024,\"text\":\"一、主要举措\\n调处成功410件，到省信访01人次。\"}")
    record Pasted(
            @NotNull @Pattern(regexp = "[0-9]{12}") String division,
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotBlank @Size(max = 100_000) String text,
            @Min(2000) @Max(2100) Integer textYear) {}

    private final ReportService service;
    private final ReportViews views;
    private final FirstDraft firstDraft;
    private final Reading reading;
    private final Caller caller;
    private final Commands commands;
    private final Clock clock;

    ReportsResource(
            ReportService service,
            ReportViews views,
            FirstDraft firstDraft,
            Reading reading,
            Caller caller,
            Commands commands,
            Clock clock) {
        this.service = service;
        this.views = views;
        this.firstDraft = firstDraft;
        this.reading = reading;
        this.caller = caller;
        this.commands = commands;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "listReports",
            summary = "年度报告一览，含尚未起草的 The reports of a year, those included that nobody began",
            description =
                    "The division's own report, those of the divisions one level below it, and"
                            + " further below those that somebody began; in the order of their codes."
                            + " Without a status nobody began it. A village owes none: it is listed"
                            + " where it wrote one, without stages.")
    public Page<ReportViews.Line> list(
            @Parameter(description = "Four digits; default last year", example = "2024")
                    @QueryParam("year")
                    @Min(2000)
                    @Max(2100)
                    Integer year,
            @Parameter(description = "12 digits; default the caller's") @QueryParam("division")
                    String division)
            throws SQLException {
        String place = caller.division(division == null ? caller.division() : division);
        int of = year == null ? LocalDate.now(clock).getYear() - 1 : year;
        return new Page<>(views.lines(place, of, caller.scope()), null);
    }

    @POST
    @RolesAllowed("reports:write")
    @Operation(
            operationId = "beginReport",
            summary = "起草年度报告 Begin the annual report of a division and year",
            description =
                    "Without a text it begins with last year's, problems and plans included, or"
                            + " else with the suite's own words. 409 REPORT_EXISTS where there is"
                            + " one; 422 for a year that has not begun, and a division that was no"
                            + " more in it.")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @APIResponse(
            responseCode = "201",
            description = "已建立 Begun",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response begin(@NotNull @Valid NewReport body) throws SQLException {
        String place = AnnualReport.own(body.division(), caller);
        Draft draft = body.draft() == null ? firstDraft.of(place, body.year()) : body.draft();
        AnnualReport it =
                service.begin(place, body.year(), body.on(), draft, commands.creating(body));
        return Response.created(URI.create("v1/reports/" + place + "/" + body.year()))
                .entity(views.answer(it))
                .header(HttpHeaders.ETAG, EntityTags.of(it.version()))
                .build();
    }

    @POST
    @Path("readings")
    @RolesAllowed("reports:write")
    @HarmlessToRepeat
    @Operation(
            operationId = "readReportText",
            summary = "识别粘贴的报告文本 Read a report that was pasted from a document",
            description =
                    "Gives the text as a draft, with the figures that it recognised named, and a"
                            + " question for everything else: numbers of no known figure, and such"
                            + " as 01人次. Keeps nothing. A text of another year (`textYear`, by"
                            + " default the year of its title) is written for the report's: its"
                            + " years become those relative to the report's, and a question tells"
                            + " so.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Reading.Result.class)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Reading.Result read(@NotNull @Valid Pasted body) throws SQLException {
        return reading.of(
                body.text(), caller.division(body.division()), body.year(), body.textYear());
    }
}
