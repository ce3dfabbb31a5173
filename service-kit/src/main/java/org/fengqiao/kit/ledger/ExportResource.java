package org.fengqiao.kit.ledger;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.limits.Export;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** Ledgers to take away: rows of a year, and empty templates. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1")
@Tag(name = "ledgers", description = "台账 Ledgers")
public class ExportResource {

    private final LedgerKinds kinds;
    private final LedgerNumbers numbers;
    private final Caller caller;
    private final ReadAudit audit;
    private final ExportQuota quota;

    ExportResource(
            LedgerKinds kinds,
            LedgerNumbers numbers,
            Caller caller,
            ReadAudit audit,
            ExportQuota quota) {
        this.kinds = kinds;
        this.numbers = numbers;
        this.caller = caller;
        this.audit = audit;
        this.quota = quota;
    }

    @GET
    @Path("ledger-templates/{kind}")
    @Produces(LedgerFormat.XLSX_TYPE)
    @RolesAllowed({"ledgers:import", "ledgers:export"})
    @Operation(
            operationId = "getLedgerTemplate",
            summary = "台账模板 An empty ledger with its code lists as drop-downs")
    public Response template(@PathParam("kind") String kind) {
        LedgerKind of = kinds.get(kind);
        return LedgerFormat.attachment(
                LedgerTemplate.of(of), LedgerFormat.XLSX_TYPE, of.kind() + "-template.xlsx");
    }

    @GET
    @Path("exports/{kind}")
    @Produces({LedgerFormat.XLSX_TYPE, LedgerFormat.CSV_TYPE})
    @RolesAllowed("ledgers:export")
    @Export
    @Operation(
            operationId = "exportLedger",
            summary = "导出台账 The rows of a year as XLSX or CSV",
            description =
                    """
                    种类见 `kind`，本辖区该年度的各行。含个人信息各列的可原样再导入：编号为本单位台账的编号，不在本单位台账的以
                    `id/version` 指明记录。个人信息各列须有 `persons:read` 并注明用途，此类查阅留痕。\
                    每个账号每日可导出的行数有限额，超出须申请（`export-approvals`）。

                    The rows of the caller's area and that year, of one `kind`. With its personal columns it can be imported
                    again as it is: a row's number is that of the unit's own ledger, or names the record (`id/version`) where
                    no row became it. Personal columns are in it only with `persons:read` and a stated purpose; that read is
                    audited. An account may export so many rows a day, and applies for more at `export-approvals`.""")
    public Response export(
            @PathParam("kind") String kind,
            @Parameter(required = true) @QueryParam("year") Integer year,
            @QueryParam("format") @DefaultValue("xlsx") String format) {
        LedgerKind of = kinds.get(kind);
        if (year == null || year < 1990 || year > 2100) {
            throw Refusal.parameter("year", "须为四位年份", "year must have four digits");
        }
        LedgerFormat as = LedgerFormat.of(format);
        boolean persons = caller.mayReadPersons();
        Scope scope = caller.scope();
        List<LedgerColumn> columns = LedgerColumn.shown(of.columns(), persons);
        boolean personal =
                columns.size() == of.columns().size()
                        && of.columns().stream().anyMatch(it -> it.is(LedgerColumn.Trait.PERSONAL));
        ExportQuery counted = new ExportQuery(caller.division(), scope, year, false);
        quota.charge(
                new ExportQuota.Taking("exportLedger", of.kind(), personal),
                sink -> of.export(counted, it -> sink.accept(it.cells())));
        if (personal) {
            audit.record(
                    "exportLedger",
                    of.kind(),
                    caller.division() + "/" + year,
                    ReadAudit.Result.SHOWN);
        }
        ExportQuery query = new ExportQuery(caller.division(), scope, year, persons);
        return as.file(
                year + "年" + of.titleZh(),
                of.kind() + "-" + year,
                columns,
                sink -> numbers.export(of, query, sink));
    }
}
