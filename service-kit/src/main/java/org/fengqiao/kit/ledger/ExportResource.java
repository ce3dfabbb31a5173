package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** Ledgers to take away: rows of a year, and empty templates. */
@Path("v1")
@Tag(name = "ledgers", description = "台账 Ledgers")
public class ExportResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private final LedgerKinds kinds;
    private final Caller caller;
    private final ReadAudit audit;

    ExportResource(LedgerKinds kinds, Caller caller, ReadAudit audit) {
        this.kinds = kinds;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Path("ledger-templates/{kind}")
    @Produces(XLSX)
    @RolesAllowed({"ledgers:import", "ledgers:export"})
    @Operation(
            operationId = "getLedgerTemplate",
            summary = "台账模板 An empty ledger with its code lists as drop-downs")
    public Response template(@PathParam("kind") String kind) {
        LedgerKind of = kinds.get(kind);
        return file(LedgerTemplate.of(of), XLSX, of.kind() + "-template.xlsx");
    }

    @GET
    @Path("exports/{kind}")
    @Produces({XLSX, CSV})
    @RolesAllowed("ledgers:export")
    @Operation(
            operationId = "exportLedger",
            summary = "导出台账 The rows of a year as XLSX or CSV",
            description =
                    "Can be imported again as it is. Personal columns are in it only with `persons:read` and a"
                            + " stated purpose; that read is audited.")
    public Response export(
            @PathParam("kind") String kind,
            @QueryParam("year") Integer year,
            @QueryParam("format") @DefaultValue("xlsx") String format) {
        LedgerKind of = kinds.get(kind);
        if (year == null || year < 1990 || year > 2100) {
            throw invalid("year", "须为四位年份", "year must have four digits");
        }
        if (!format.equals("xlsx") && !format.equals("csv")) {
            throw invalid("format", "须为 xlsx 或 csv", "format must be xlsx or csv");
        }
        boolean persons = caller.mayReadPersons();
        Scope scope = caller.scope();
        List<LedgerColumn> columns =
                of.columns().stream()
                        .filter(it -> persons || !it.is(LedgerColumn.Trait.PERSONAL))
                        .toList();
        if (columns.size() == of.columns().size()
                && of.columns().stream().anyMatch(it -> it.is(LedgerColumn.Trait.PERSONAL))) {
            audit.record(
                    "exportLedger",
                    of.kind(),
                    caller.division() + "/" + year,
                    ReadAudit.Result.SHOWN);
        }
        ExportQuery query = new ExportQuery(scope, year, persons);
        StreamingOutput body = out -> write(of, columns, query, format, out);
        return file(body, format.equals("csv") ? CSV : XLSX, of.kind() + "-" + year + "." + format);
    }

    private static void write(
            LedgerKind kind,
            List<LedgerColumn> columns,
            ExportQuery query,
            String format,
            OutputStream out) {
        LedgerWriter writer = new LedgerWriter(columns);
        Consumer<Consumer<Map<String, Object>>> rows = sink -> kind.export(query, sink);
        // One transaction: a database cursor lives no longer.
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(
                        () -> {
                            try {
                                if (format.equals("csv")) {
                                    writer.csv(out, rows);
                                } else {
                                    writer.xlsx(out, query.year() + "年" + kind.titleZh(), rows);
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    private static Response file(Object body, String type, String name) {
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Refusal invalid(String parameter, String zh, String en) {
        return Refusal.of(400, "PARAMETER_INVALID", "查询参数无效", "A parameter is invalid")
                .at(parameter, zh, en);
    }
}
