package org.fengqiao.kit.ledger;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Imports of ledgers: the office sends the file it keeps, and sees what became of each row. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ledgers:import")
@Tag(name = "ledgers", description = "台账 Ledgers")
public class ImportResource {

    /** Which side of a conflict holds. */
    @Schema(name = "LedgerConflictChoice")
    public enum Choice {
        KEEP_RECORD,
        TAKE_LEDGER
    }

    /**
     * The decision on a conflict.
     *
     * @param version the record's version the person has seen
     */
    @Schema(
            name = "LedgerConflictDecision",
            examples = "{\"choice\":\"KEEP_RECORD\",\"version\":4}")
    public record Decision(@NotNull Choice choice, @NotNull Integer version) {}

    private final ImportOrders orders;
    private final ImportRegister register;
    private final ImportLines lines;
    private final Conflicts conflicts;
    private final Caller caller;
    private final Commands commands;

    ImportResource(
            ImportOrders orders,
            ImportRegister register,
            ImportLines lines,
            Conflicts conflicts,
            Caller caller,
            Commands commands) {
        this.orders = orders;
        this.register = register;
        this.lines = lines;
        this.conflicts = conflicts;
        this.caller = caller;
        this.commands = commands;
    }

    // A ledger writes records: a right to import alone would go round the right to write.
    @POST
    @AlsoRequires(AlsoRequires.WRITING)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importLedger",
            summary = "导入台账 Import a ledger",
            description =
                    """
                    XLSX，或 UTF-8、GB18030 的 CSV，种类见 `kind`。读不出的文件立即拒绝；各行随后处理，进度见 Location。行以单位、种类、\
                    年度、编号识别：新行成为记录，改过的行为更正，记录在系统中也改过的为冲突，由人决定；有误的只拒绝该行。\
                    `dryRun=true` 为预览。

                    XLSX, or CSV in UTF-8 or GB18030, of one `kind`. A file that cannot be read is refused at once; rows
                    are taken afterwards: follow the Location. A row is known by unit, kind, year and number: a new one
                    becomes a record, a changed one corrects it; where the record was changed here too, a person decides
                    the conflict. A faulty row alone is rejected. `dryRun=true` previews.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.Described.class)))
    @APIResponse(
            responseCode = "202",
            description = "已排队 Queued",
            content = @Content(schema = @Schema(implementation = LedgerImport.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public Response start(MultipartFormDataInput input) throws IOException {
        ImportForm form = ImportForm.read(input);
        String division = form.division() == null ? caller.division() : form.division();
        if (!caller.scope().contains(division)) {
            throw Refusal.notFound();
        }
        Command command = commands.creating(form.digested(division));
        LedgerImport ordered = orders.order(form, division, command);
        return Response.accepted(ordered)
                .location(URI.create("v1/imports/" + ordered.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listImports", summary = "导入列表 Imports, newest first")
    public Page<LedgerImport> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return register.list(caller.scope(), cursor, Cursor.limit(limit));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "导入进度 Progress and counts of an import")
    public LedgerImport get(@PathParam("id") UUID id) {
        return register.get(id, caller.scope());
    }

    @GET
    @Path("{id}/lines")
    @Operation(
            operationId = "listImportLines",
            summary = "逐行结果 What became of each row",
            description = "Line, column and reason; never a cell of the file.")
    public Page<ImportLine> lines(
            @PathParam("id") UUID id,
            @QueryParam("outcome") ImportLine.Outcome outcome,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        register.get(id, caller.scope());
        return lines.list(id, outcome, cursor, Cursor.limit(limit));
    }

    @POST
    @Path("{id}/lines/{line}/decision")
    @AlsoRequires(AlsoRequires.WRITING)
    @HarmlessToRepeat
    @Operation(
            operationId = "decideImportConflict",
            summary = "处理冲突 Decide a conflict",
            description =
                    "KEEP_RECORD: the row counts as known. TAKE_LEDGER: the next import of this ledger corrects"
                            + " the record. 412 where the record has changed since it was seen.")
    @APIResponse(
            responseCode = "200",
            description = "已处理 Decided",
            content = @Content(schema = @Schema(implementation = ImportLine.class)))
    @APIResponse(responseCode = "412", ref = "Problem412")
    public ImportLine decide(
            @PathParam("id") UUID id,
            @PathParam("line") int line,
            @NotNull @Valid Decision decision) {
        return conflicts.decide(register.get(id, caller.scope()), line, decision);
    }
}
