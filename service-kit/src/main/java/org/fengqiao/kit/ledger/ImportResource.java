package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Page;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Imports of ledgers: the office sends the file it keeps, and sees what became of each row. */
@Path("v1/imports")
@RolesAllowed("ledgers:import")
@Tag(name = "ledgers", description = "台账 Ledgers")
public class ImportResource {

    /** What one import is asked for; its digest tells two requests apart. */
    private record Request(
            String kind, Integer year, boolean dryRun, String division, String fileDigest) {}

    /** Which side of a conflict holds. */
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

    private final LedgerKinds kinds;
    private final LedgerImports imports;
    private final ImportRegister register;
    private final ImportLines lines;
    private final ImportWorker worker;
    private final PersonalData personalData;
    private final Caller caller;
    private final Commands commands;
    private final String root;

    ImportResource(
            LedgerKinds kinds,
            LedgerImports imports,
            ImportRegister register,
            ImportLines lines,
            ImportWorker worker,
            PersonalData personalData,
            Caller caller,
            Commands commands,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.kinds = kinds;
        this.imports = imports;
        this.register = register;
        this.lines = lines;
        this.worker = worker;
        this.personalData = personalData;
        this.caller = caller;
        this.commands = commands;
        this.root = root;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importLedger",
            summary = "导入台账 Import a ledger",
            description =
                    "XLSX, or CSV in UTF-8 or GB18030. A file that cannot be read is refused at once; rows are"
                            + " taken afterwards: follow the Location. `dryRun=true` previews.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.Described.class)))
    @APIResponse(
            responseCode = "202",
            description = "已排队 Queued",
            content = @Content(schema = @Schema(implementation = LedgerImport.class)))
    public Response start(MultipartFormDataInput input) throws IOException {
        ImportForm form = ImportForm.read(input);
        String division = form.division() == null ? caller.division() : form.division();
        if (!caller.scope().contains(division)) {
            throw Refusal.notFound();
        }
        Command command =
                commands.creating(
                        new Request(
                                form.kind(),
                                form.year(),
                                form.dryRun(),
                                division,
                                sha256(form.file())));
        LedgerImport before = register.orderedBefore(command);
        LedgerImport ordered = before == null ? order(form, division, command) : before;
        worker.wake();
        return Response.accepted(ordered)
                .location(URI.create(root + "/v1/imports/" + ordered.id()))
                .build();
    }

    private LedgerImport order(ImportForm form, String division, Command command) {
        LedgerKind kind =
                kinds.find(form.kind())
                        .orElseThrow(
                                () ->
                                        ImportForm.invalid(
                                                "kind",
                                                "没有这种台账",
                                                "There is no such kind of ledger"));
        int thisYear = command.today().getYear();
        LedgerSheet sheet = imports.read(form.file(), kind, form.year(), thisYear);
        Integer year = form.year() == null ? sheet.year() : form.year();
        int rows = (int) sheet.lines().stream().filter(it -> !it.skipped()).count();
        if (rows == 0) {
            throw LedgerFile.empty();
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return register.order(
                new ImportRegister.Order(
                        id,
                        kind.kind(),
                        division,
                        year == null ? thisYear : year,
                        form.dryRun(),
                        imports.encrypt(form.file(), id),
                        personalData.blindIndex("ledger_file_name", form.fileName()),
                        rows),
                command);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
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
    @Operation(
            operationId = "decideImportConflict",
            summary = "处理冲突 Decide a conflict",
            description =
                    "KEEP_RECORD: the row counts as known. TAKE_LEDGER: the next import of this ledger corrects"
                            + " the record. 412 where the record has changed since it was seen.")
    public ImportLine decide(
            @PathParam("id") UUID id, @PathParam("line") int line, @NotNull Decision decision) {
        commands.creating(decision);
        LedgerImport of = register.get(id, caller.scope());
        ImportLine conflict = lines.conflict(id, line);
        if (conflict == null) {
            throw Refusal.notFound();
        }
        LedgerKind kind = kinds.get(of.kind());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (kind.version(conflict.recordId()) != decision.version()) {
                                throw org.fengqiao.kit.web.EntityTags.stale();
                            }
                            register.settle(
                                    of,
                                    conflict,
                                    decision.choice() == Choice.KEEP_RECORD,
                                    decision.version());
                        });
        return conflict;
    }
}
