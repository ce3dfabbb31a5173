package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.limits.TakesLong;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.reporting.reports.Signing.Overriding;

/** The steps of an annual report's way (D6), each with its day. */
@Path("v1/reports/{division}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "年度报告 Annual report")
class ReportStepResource {

    /**
     * A step that needs no more than its day.
     *
     * @param on default today
     */
    @Schema(name = "ReportStepOn", examples = "{\"on\":\"2025-02-20\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record On(LocalDate on) {}

    /** A step that needs a reason. */
    @Schema(name = "ReportStepReason", examples = "{\"on\":\"2025-02-21\",\"reason\":\"补充信访部分\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Because(LocalDate on, @NotBlank @Size(max = 500) String reason) {}

    /**
     * The signing.
     *
     * @param overrides blocking checks that did not pass, each with the signer's reason
     */
    @Schema(
            name = "ReportSigning",
            examples =
                    "{\"on\":\"2025-02-22\",\"overrides\":[{\"code\":\"PARITY\",\"reason\":\"业务系统故障，已报县司法局\"}]}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sign(LocalDate on, @Size(max = 50) List<@NotNull @Valid Overriding> overrides) {}

    /**
     * The confidentiality review (ZX 17) with what becomes of small numbers (TJ 28).
     *
     * @param confirmed keys of figures that may be made public; {@code suppressed} those that not
     */
    @Schema(
            name = "ReportReview",
            examples = "{\"on\":\"2025-03-20\",\"confirmed\":[\"P-04\"],\"suppressed\":[]}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Review(
            LocalDate on,
            @Size(max = 200) Set<@NotBlank @Size(max = 40) String> confirmed,
            @Size(max = 200) Set<@NotBlank @Size(max = 40) String> suppressed) {}

    private final ReportService service;
    private final ReportViews views;
    private final Caller caller;
    private final Commands commands;

    ReportStepResource(ReportService service, ReportViews views, Caller caller, Commands commands) {
        this.service = service;
        this.views = views;
        this.caller = caller;
        this.commands = commands;
    }

    @POST
    @Path("checking")
    @RolesAllowed("reports:write")
    @TakesLong
    @Operation(
            operationId = "checkReport",
            summary = "核对报告，提请签发 The text is ready to be signed (TJ 24)",
            description = "It stands as it is until it is signed or sent back.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response check(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid On body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(service.check(place, year, body.on(), commands.changing(body)));
    }

    @POST
    @Path("return")
    @RolesAllowed("reports:sign")
    @Operation(
            operationId = "returnReport",
            summary = "退回修改 Send a report back to be changed, with the reason",
            description = "What was signed is no edition then; it stays on record.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response giveBack(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Because body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(
                service.giveBack(place, year, body.on(), body.reason(), commands.changing(body)));
    }

    @POST
    @Path("signing")
    @RolesAllowed("reports:sign")
    @TakesLong
    @Operation(
            operationId = "signReport",
            summary = "签发 Sign a report: its figures are frozen (TJ 24)",
            description =
                    "By another person than who drafted it. Figures, definitions and record ids are"
                            + " those of one moment and change no more. 422 CHECKS_BLOCK names each"
                            + " blocking check that did not pass and has no reason; reasons are"
                            + " printed in the annex. 422 OVERRIDE_NEEDLESS names each reason for"
                            + " what is no blocking check.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response sign(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Sign body)
            throws SQLException {
        List<Overriding> overrides = body.overrides() == null ? List.of() : body.overrides();
        String place = AnnualReport.own(division, caller);
        return answer(service.sign(place, year, body.on(), overrides, commands.changing(body)));
    }

    @POST
    @Path("submission")
    @RolesAllowed("reports:write")
    @Operation(
            operationId = "submitReport",
            summary = "报送 Report to the level above, before 1 March",
            description = "With a copy to the office for law-based governance.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response submit(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid On body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(service.submit(place, year, body.on(), commands.changing(body)));
    }

    @POST
    @Path("confidentiality-review")
    @RolesAllowed("reports:sign")
    @Operation(
            operationId = "reviewReport",
            summary = "保密审查 Review what is to be made public (ZX 17)",
            description =
                    "Each number below the minimum (3) is confirmed or suppressed: 422 SMALL_CELLS"
                            + " names those that nobody decided of, and those that others would"
                            + " give away.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response review(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Review body)
            throws SQLException {
        Publication.Release release =
                new Publication.Release(
                        body.confirmed() == null ? Set.of() : body.confirmed(),
                        body.suppressed() == null ? Set.of() : body.suppressed());
        String place = AnnualReport.own(division, caller);
        return answer(service.review(place, year, body.on(), release, commands.changing(body)));
    }

    @POST
    @Path("publication")
    @RolesAllowed("reports:sign")
    @TakesLong
    @Operation(
            operationId = "publishReport",
            summary = "公开 Publish the edition that was signed, before 1 April",
            description =
                    "It is sealed, its documents are rendered, and it never changes again. A"
                            + " revision is published as such; the editions before stay readable.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response publish(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid On body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(service.publish(place, year, body.on(), commands.changing(body)));
    }

    @POST
    @Path("revision")
    @RolesAllowed("reports:write")
    @TakesLong
    @Operation(
            operationId = "reviseReport",
            summary = "启动修订 Begin a revision of a published report",
            description =
                    "With its text, and the figures as they are now; it goes the whole way. The"
                            + " reason is printed in the edition that is made of it.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response revise(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Because body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(
                service.revise(place, year, body.on(), body.reason(), commands.changing(body)));
    }

    @POST
    @Path("revision-abandonment")
    @RolesAllowed("reports:write")
    @Operation(
            operationId = "abandonRevision",
            summary = "撤销修订 Give up a revision that was begun",
            description =
                    "The report is as it was when it was published last, its text too; the editions"
                            + " stay. What was signed of the revision has to be sent back before."
                            + " 409 STEP_FORBIDDEN before the first edition.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReportViews.View.class)))
    public Response abandon(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @NotNull @Valid Because body)
            throws SQLException {
        String place = AnnualReport.own(division, caller);
        return answer(
                service.abandon(place, year, body.on(), body.reason(), commands.changing(body)));
    }

    private Response answer(AnnualReport it) throws SQLException {
        return Response.ok(views.answer(it))
                .header(HttpHeaders.ETAG, EntityTags.of(it.version()))
                .build();
    }
}
