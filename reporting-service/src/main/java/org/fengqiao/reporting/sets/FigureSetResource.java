package org.fengqiao.reporting.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.FeedCursor;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.sets.Asked.Asking;
import org.fengqiao.reporting.sets.Filings.FeedEntry;
import org.fengqiao.reporting.sets.SetViews.Detail;
import org.fengqiao.reporting.sets.SetViews.State;

/** Figure sets to read: who is missing, what was submitted, why it changed, what changed when. */
@Path("v1/figure-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figure-sets", description = "数据报送 Figure sets of townships")
class FigureSetResource {

    @Schema(name = "FigureSetStates")
    record States(List<State> items) {}

    /** A step of a set; {@code nilReturns} of a submission what the unit declared zero. */
    @Schema(name = "FigureSetHistoryStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Past(
            int version,
            SetStep step,
            SetStatus status,
            List<String> nilReturns,
            String reason,
            String by,
            Instant at) {}

    @Schema(name = "FigureSetHistory")
    record History(List<Past> items) {}

    @Schema(name = "FigureSetDifferences")
    record NowOtherwise(List<FigureDifference> items) {}

    /** A step in the feed: codes, no reason and no person. */
    @Schema(name = "FigureSetChange")
    record Change(
            String form,
            String division,
            String period,
            int version,
            SetStep step,
            SetStatus status,
            Instant at,
            String href) {}

    @Schema(name = "FigureSetChanges")
    record Changes(List<Change> items, String next) {}

    private final FigureSets sets;
    private final Filings filings;
    private final SetViews views;
    private final Frozen frozen;
    private final Asked asked;
    private final Questions questions;
    private final Caller caller;
    private final String root;

    FigureSetResource(
            FigureSets sets,
            Filings filings,
            SetViews views,
            Frozen frozen,
            Asked asked,
            Questions questions,
            Caller caller,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.sets = sets;
        this.filings = filings;
        this.views = views;
        this.frozen = frozen;
        this.asked = asked;
        this.questions = questions;
        this.caller = caller;
        this.root = root;
    }

    @GET
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "listFigureSets",
            summary = "各单位的报送情况 Who has submitted, and who is missing",
            description =
                    "Every township that has to fill the form, in the order of its code and in no"
                            + " other: nothing here ranks them. A county sees all of its own, a"
                            + " township itself.")
    public States list(
            @Parameter(required = true, example = "annual-report") @QueryParam("form") String form,
            @Parameter(required = true, example = "2024") @QueryParam("period") String period,
            @Parameter(description = "12 digits; default the caller's") @QueryParam("division")
                    String division)
            throws SQLException {
        String area = asked.area(division);
        Form found = asked.form(form, area);
        return new States(views.states(found, sets.of(found, found.period(period), area)));
    }

    @GET
    @Path("{form}/{division}/{period}")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getFigureSet",
            summary = "一个单位一期的报送 A township's figure set",
            description =
                    "As it was submitted last, whatever has arrived since. `causes` tell what makes"
                            + " it another than the submission before. Where nothing was submitted"
                            + " yet, `live` is true and the figures are those that a submission of"
                            + " now would freeze.")
    @APIResponse(
            responseCode = "200",
            description = "报送的数据 The figure set",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = FormResource.VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = Detail.class)))
    public Response get(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period)
            throws SQLException {
        Asking set = asked.set(form, division, period);
        Filing filing = sets.get(set.key());
        return Response.ok(views.detail(set.form(), filing))
                .header(HttpHeaders.ETAG, EntityTags.of(filing.version()))
                .build();
    }

    @GET
    @Path("{form}/{division}/{period}/history")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getFigureSetHistory",
            summary = "报送经过 Steps of a figure set",
            description = "In their order: who, when, which step, why.")
    public History history(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period)
            throws SQLException {
        return new History(
                filings.history(asked.set(form, division, period).key()).stream()
                        .map(
                                it ->
                                        new Past(
                                                it.version(),
                                                it.taken().step(),
                                                it.status(),
                                                it.taken().nil(),
                                                it.taken().reason(),
                                                it.taken().by(),
                                                it.taken().at()))
                        .toList());
    }

    @GET
    @Path("{form}/{division}/{period}/differences")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getFigureSetDifferences",
            summary = "报送以来的变动 What counts otherwise than was submitted",
            description =
                    "What a submission today would change, with the records that came, went or add"
                            + " another amount. Empty where nothing was submitted.")
    public NowOtherwise differences(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period)
            throws SQLException {
        Asking set = asked.set(form, division, period);
        return new NowOtherwise(views.shown(sets.differencesNow(set.key()), set.key().division()));
    }

    @GET
    @Path("{form}/{division}/{period}/receipts/{indicator}")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getFigureSetReceipt",
            summary = "报送数据背后的记录清单 The records behind a submitted figure",
            description =
                    "As they were frozen on submission, otherwise as a receipt of a figure. Lists"
                            + " of petitions and visits (P) also need `petitions:read`.")
    public Receipt receipt(
            @PathParam("form") String form,
            @PathParam("division") String division,
            @PathParam("period") String period,
            @PathParam("indicator") String indicator,
            @QueryParam("part") String part,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        Filing filing = sets.get(asked.set(form, division, period).key());
        if (filing.submission() == null) {
            throw Refusal.notFound();
        }
        return frozen.list(
                filing.submission(),
                indicator,
                questions.list(indicator, filing.key().division(), part),
                cursor,
                Cursor.limit(limit));
    }

    @GET
    @Path("changes")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "listFigureSetChanges",
            summary = "报送的变更 Changes of figure sets, for other systems",
            description =
                    "Steps in commit-safe order: a late commit is never skipped. `next` is always"
                            + " present; ask again with it as `after`.")
    public Changes changes(
            @Parameter(description = "The `next` of the page before") @QueryParam("after")
                    String after,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit)
            throws SQLException {
        List<FeedEntry> found = filings.changes(caller.scope(), after, Cursor.limit(limit));
        String next =
                found.isEmpty() ? FeedCursor.of(after).text() : found.get(found.size() - 1).next();
        return new Changes(found.stream().map(this::change).toList(), next);
    }

    private Change change(FeedEntry it) {
        return new Change(
                it.key().form(),
                it.key().division(),
                it.key().period().text(),
                it.version(),
                it.step(),
                it.status(),
                it.at(),
                root + it.key().path());
    }
}
