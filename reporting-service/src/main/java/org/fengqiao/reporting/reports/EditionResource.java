package org.fengqiao.reporting.reports;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.documents.Format;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.reports.Editions.Document;
import org.fengqiao.reporting.reports.Editions.Kept;

/**
 * The published editions of a report: open to anybody, with values, definitions and digests. The
 * records behind them are for those who may see them.
 */
@Path("v1/reports/{division}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions", description = "已公开的报告 Published editions")
class EditionResource {

    private final AnnualReports reports;
    private final Editions editions;
    private final Verification verification;
    private final PendingRevision pending;
    private final EditionReceipts receipts;
    private final EditionRecords records;
    private final ReportViews views;
    private final Caller caller;

    EditionResource(
            AnnualReports reports,
            Editions editions,
            Verification verification,
            PendingRevision pending,
            EditionReceipts receipts,
            EditionRecords records,
            ReportViews views,
            Caller caller) {
        this.reports = reports;
        this.editions = editions;
        this.verification = verification;
        this.pending = pending;
        this.receipts = receipts;
        this.records = records;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("editions")
    @PermitAll
    @Operation(
            operationId = "listEditions",
            summary = "已公开的报告版本，无须登录 The published editions, newest first; open to anybody")
    public Page<ReportViews.Link> list(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        List<Kept> found = editions.published(division, year);
        return new Page<>(found.stream().map(it -> views.link(division, year, it)).toList(), null);
    }

    @GET
    @Path("editions/{number}")
    @Produces({
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_HTML,
        "application/pdf",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @PermitAll
    @Operation(
            operationId = "getEdition",
            summary = "已公开的报告，无须登录 A published edition; open to anybody",
            description =
                    "As JSON the content with its seal (SHA-256 over its RFC 8785 form) and the"
                            + " digests of the other documents: `deploy/verify-edition` verifies it"
                            + " offline. `format` gives the same as html, docx, pdf or xlsx.")
    @APIResponse(
            responseCode = "200",
            description = "已公开的报告 The edition",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SealedEdition.class)),
                @Content(mediaType = MediaType.TEXT_HTML),
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Response get(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1") @PathParam("number") int number,
            @Parameter(description = "json (default), html, docx, pdf, xlsx", example = "html")
                    @QueryParam("format")
                    String format)
            throws SQLException {
        Format asked = format(format);
        Kept edition = published(division, year, number);
        Document it = editions.document(edition.id(), asked).orElseThrow(Refusal::notFound);
        String name = "report-%s-%d-%d.%s".formatted(division, year, number, asked.ending());
        boolean shown = asked == Format.HTML || asked == Format.JSON;
        return Response.ok(it.body(), asked.mediaType())
                .tag(new EntityTag(it.digest()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("editions/{number}/verification")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "verifyEdition",
            summary = "重新核验已公开的报告 Recompute an edition: seal, documents, and every list",
            description =
                    "Each list that was frozen is added up and digested anew, and compared with what"
                            + " was published; the seal and the digests of the documents likewise.")
    public Verification.Result verify(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1") @PathParam("number") int number)
            throws SQLException {
        return verification.of(published(caller.division(division), year, number));
    }

    @GET
    @Path("editions/{number}/figures/{key}/receipt")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getEditionReceipt",
            summary = "报告中一个数背后的记录 The records behind a figure of an edition, as they were frozen",
            description =
                    "For those who may see the records. `key` is the figure's: `M-01`, of the year"
                            + " before `M-01@2023`.")
    public Receipt receipt(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1") @PathParam("number") int number,
            @Parameter(example = "M-01") @PathParam("key") String key,
            @Parameter(description = "Of a share: default DENOMINATOR") @QueryParam("part")
                    String part,
            @Parameter(description = "1 to 200, default 50") @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        String place = caller.division(division);
        Kept edition = published(place, year, number);
        return receipts.of(edition, place, year, key, part, cursor, Cursor.limit(limit));
    }

    @GET
    @Path("editions/{number}/records")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getEditionRecords",
            summary = "报告及其背后的记录 An edition with the records behind its figures",
            description =
                    "For those who may see them: the page, the workbook, or with format=jsonl the"
                            + " lists alone, which `deploy/verify-edition` verifies. Lists of"
                            + " chapters that the caller may not see are left out.")
    @APIResponse(
            responseCode = "200",
            description = "报告及记录 The edition with its records",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML),
                @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM)
            })
    public Response records(
            @Parameter(example = "410423106000") @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1") @PathParam("number") int number,
            @Parameter(description = "html (default), xlsx or jsonl", example = "xlsx")
                    @QueryParam("format")
                    String format)
            throws SQLException {
        Kept edition = published(caller.division(division), year, number);
        String asked = format == null ? "html" : format;
        byte[] body = records.of(edition, asked);
        if (asked.equals("html")) {
            return Response.ok(body, Format.HTML.mediaType()).build();
        }
        String name = "report-%s-%d-%d-records.%s".formatted(division, year, number, asked);
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("pending-revision")
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "getPendingRevision",
            summary = "公开后有变化的数及其原因 What has changed since the last edition, and why",
            description =
                    "Each figure that is another now, with the records that came, went or count"
                            + " otherwise, for those who may see them. Nothing of the edition"
                            + " changes: a revision is begun by `POST …/revision`.")
    public PendingRevision.Result pending(
            @PathParam("division") String division,
            @Parameter(example = "2024") @PathParam("year") int year)
            throws SQLException {
        AnnualReport it = reports.get(caller.division(division), year, caller.scope());
        return pending.of(it);
    }

    private Kept published(String division, int year, int number) throws SQLException {
        return editions.published(division, year).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Format format(String asked) {
        String name = asked == null ? Format.JSON.name() : asked.toUpperCase(Locale.ROOT);
        Optional<Format> format =
                Arrays.stream(Format.values()).filter(it -> it.name().equals(name)).findFirst();
        return format.orElseThrow(
                () ->
                        Refusal.parameter(
                                "format",
                                "须为 json、html、docx、pdf 或 xlsx",
                                "format must be json, html, docx, pdf or xlsx"));
    }
}
