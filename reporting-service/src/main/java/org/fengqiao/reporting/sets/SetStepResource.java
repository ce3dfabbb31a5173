package org.fengqiao.reporting.sets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.limits.TakesLong;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.reporting.sets.Asked.Asking;
import org.fengqiao.reporting.sets.SetViews.Detail;

/**
 * The steps of a figure set. Each is put on the version that was read: sent twice by the same
 * person in the same words it is taken once, and answers the same.
 */
@Path("v1/figure-sets/{form}/{division}/{period}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figure-sets", description = "数据报送 Figure sets of townships")
class SetStepResource {

    /** Submitted: what is zero though nobody confirmed it, and a remark. */
    @Schema(
            name = "FigureSetSubmission",
            examples = "{\"nilReturns\":[\"M-11\"],\"reason\":\"补报漏登案件一件\"}")
    record Submission(
            @Size(max = 200) List<@NotNull String> nilReturns, @Size(max = 500) String reason) {

        List<String> nil() {
            return nilReturns == null
                    ? List.of()
                    : nilReturns.stream().distinct().sorted().toList();
        }
    }

    /** Why a set is returned or reopened; no personal data. */
    @Schema(name = "FigureSetReason", examples = "{\"reason\":\"12月有一件漏登，请核对\"}")
    record Why(@NotBlank @Size(max = 500) String reason) {}

    private final FigureSets sets;
    private final SetViews views;
    private final Asked asked;

    SetStepResource(FigureSets sets, SetViews views, Asked asked) {
        this.sets = sets;
        this.views = views;
        this.asked = asked;
    }

    @PUT
    @Path("submission")
    @RolesAllowed("reports:write")
    @TakesLong
    @Operation(
            operationId = "submitFigureSet",
            summary = "报送，退回或解锁后再次报送 Submit a figure set, or submit it again",
            description =
                    "By the township itself, from the last day of the period on: on an open,"
                            + " returned or reopened set. Figures and the records behind them are"
                            + " frozen as of this moment. A zero that nobody confirmed has to be"
                            + " declared in nilReturns (422 NOT_REPORTED); submitted again, the"
                            + " answer's causes tell what has changed. What was returned needs a"
                            + " change, or a remark (422 NOTHING_CHANGED).")
    @APIResponse(
            responseCode = "200",
            description = "已报送 The figure set",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = FormResource.VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Detail.class)))
    public Response submit(
            @Parameter(description = FormResource.READ_TAG, example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @Valid @NotNull Submission body)
            throws SQLException {
        int version = EntityTags.versionOf(ifMatch);
        Asking set = asked.ownSet(form, division, period);
        return answer(
                set,
                sets.submit(set, version, asked.taken(SetStep.SUBMIT, body.nil(), body.reason())));
    }

    @PUT
    @Path("return")
    @RolesAllowed("reports:sign")
    @Operation(
            operationId = "returnFigureSet",
            summary = "退回 Return a figure set",
            description =
                    "By the county, on a submitted set, with the reason: the township submits it"
                            + " again.")
    @APIResponse(
            responseCode = "200",
            description = "已退回 The figure set",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = FormResource.VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Detail.class)))
    public Response giveBack(
            @Parameter(description = FormResource.READ_TAG, example = "\"2\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @Valid @NotNull Why body)
            throws SQLException {
        return decide(SetStep.RETURN, ifMatch, form, division, period, body.reason());
    }

    @PUT
    @Path("acceptance")
    @RolesAllowed("reports:sign")
    @Operation(
            operationId = "acceptFigureSet",
            summary = "审核并锁定 Accept and lock a figure set",
            description =
                    "By the county, on a submitted set: from now on it counts in the county's"
                            + " figures, and no other can be submitted until it is reopened.")
    @APIResponse(
            responseCode = "200",
            description = "已审核锁定 The figure set",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = FormResource.VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Detail.class)))
    public Response accept(
            @Parameter(description = FormResource.READ_TAG, example = "\"2\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period)
            throws SQLException {
        return decide(SetStep.ACCEPT, ifMatch, form, division, period, null);
    }

    @PUT
    @Path("reopening")
    @RolesAllowed("reports:sign")
    @Operation(
            operationId = "reopenFigureSet",
            summary = "解锁 Reopen an accepted figure set",
            description =
                    "By the county, on an accepted set, with the reason: it counts in the county's"
                            + " figures no more until it was submitted and accepted again.")
    @APIResponse(
            responseCode = "200",
            description = "已解锁 The figure set",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = FormResource.VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Detail.class)))
    public Response reopen(
            @Parameter(description = FormResource.READ_TAG, example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @Valid @NotNull Why body)
            throws SQLException {
        return decide(SetStep.REOPEN, ifMatch, form, division, period, body.reason());
    }

    private Response decide(
            SetStep step,
            String ifMatch,
            String form,
            String division,
            String period,
            String reason)
            throws SQLException {
        int version = EntityTags.versionOf(ifMatch);
        Asking set = asked.countysSet(form, division, period);
        return answer(set, sets.take(set.key(), version, asked.taken(step, List.of(), reason)));
    }

    private Response answer(Asking set, Filing filing) throws SQLException {
        return Response.ok(views.detail(set.form(), filing))
                .header(HttpHeaders.ETAG, EntityTags.of(filing.version()))
                .build();
    }
}
