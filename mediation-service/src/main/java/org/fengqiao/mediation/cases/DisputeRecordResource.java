package org.fengqiao.mediation.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.ledger.ExportQuota;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.kit.limits.Export;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.security.ShowsPersons;

/** Dispute records of GB/T 31000, to take to the platform of comprehensive governance. */
@Path("v1/dispute-records")
@Tag(name = "dispute-records", description = "矛盾纠纷记录 Dispute records of GB/T 31000")
public class DisputeRecordResource {

    private final DisputeRecordExport export;
    private final Caller caller;
    private final ReadAudit audit;
    private final ExportQuota quota;

    DisputeRecordResource(
            DisputeRecordExport export, Caller caller, ReadAudit audit, ExportQuota quota) {
        this.export = export;
        this.caller = caller;
        this.audit = audit;
        this.quota = quota;
    }

    @GET
    @Produces({LedgerFormat.XLSX_TYPE, LedgerFormat.CSV_TYPE})
    @RolesAllowed("ledgers:export")
    @ShowsPersons
    @Export
    @Operation(
            operationId = "exportDisputeRecords",
            summary = "导出矛盾纠纷记录 The disputes of a period as records of GB/T 31000-2015",
            description =
                    """
                    One row per dispute registered in the period, with the standard's fields as columns:
                    事件名称 name (place, type, number), 发生日期 date (of registration), 地点 place, 规模 scale
                    (个体性, 一般群体性, 重大群体性; by the persons involved, settings), 类型 type, 涉及人数 persons
                    involved, 简述 summary, 涉及单位 organisations involved, 主要当事人 main party: 证件类型 type
                    of certificate (111 resident identity card), 证件号码 its number, 姓名 name, 性别 sex, 民族
                    nationality, 学历 education, 人员类别 category, 住址 address; 化解时限 to be resolved by, 化解方式
                    way of resolution, 化解组织 committee, 责任人 the mediator first assigned, 联系方式 the
                    mediator's phone, 是否成功 success (1, 0, empty while it is open), 化解情况 resolution, 考评日期
                    and 考评意见 assessment, 经度 and 纬度 position.

                    The suite records no education, category, assessment or position: these columns are empty.
                    Codes are written as their Chinese words. Summary, organisations, main party, the person
                    responsible and the contact are in the file only with `persons:read` and a purpose in
                    `Fengqiao-Purpose`; that read is audited. A dispute handed over is one row, of the
                    committee that took it; voided records are left out.""")
    @APIResponse(
            responseCode = "200",
            description = "矛盾纠纷记录 The records",
            content = {
                @Content(mediaType = LedgerFormat.XLSX_TYPE),
                @Content(mediaType = LedgerFormat.CSV_TYPE)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Response export(
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("division")
                    String division,
            @Parameter(
                            required = true,
                            description = "2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-11",
                            example = "2024-05")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "xlsx or csv", example = "csv")
                    @QueryParam("format")
                    @DefaultValue("xlsx")
                    String format) {
        Scope area = caller.scope(division);
        Period of = Period.of(period);
        LedgerFormat as = LedgerFormat.of(format);
        String what = (division == null ? caller.division() : division) + "-" + of.text();
        quota.charge(
                new ExportQuota.Taking("exportDisputeRecords", "cases", caller.mayReadPersons()),
                sink -> export.rows(area, of, false, sink));
        boolean persons = audit.showsPersons("exportDisputeRecords", MediationCase.KIND, what);
        return as.file(
                "矛盾纠纷排查化解记录（" + of.words() + "）",
                "dispute-records-" + what,
                LedgerColumn.shown(DisputeRecordExport.COLUMNS, persons),
                sink -> export.rows(area, of, persons, sink));
    }
}
