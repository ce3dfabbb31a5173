package org.fengqiao.mediation.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** The official statistics form of people's mediation, to read or to hand in. */
@Path("v1/statistics")
@Tag(name = "statistics", description = "人民调解统计 Statistics of people's mediation")
public class StatisticsResource {

    private static final String TITLE = "人民调解工作统计表";

    private final Statistics statistics;
    private final Divisions divisions;
    private final Caller caller;
    private final Commands commands;

    StatisticsResource(
            Statistics statistics, Divisions divisions, Caller caller, Commands commands) {
        this.statistics = statistics;
        this.divisions = divisions;
        this.caller = caller;
        this.commands = commands;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, LedgerFormat.XLSX_TYPE, LedgerFormat.CSV_TYPE})
    @RolesAllowed("ledgers:export")
    @Operation(
            operationId = "getStatisticsForm",
            summary = "人民调解工作统计表 The official statistics form of people's mediation",
            description =
                    """
                    One row per committee (调委会), and the total (合计). Counts only; no person is in it.
                    Columns, with `columns[].title` as their Chinese header and `titleEn` beside:

                    - 受理 `ACCEPTED` cases accepted in the period; by source 主动调解, 依申请调解, 委托移送
                      (`ACCEPTED_OWN_INITIATIVE`, `ACCEPTED_ON_APPLICATION`, `ACCEPTED_REFERRED`), the
                      referred ones by referrer 法院, 检察院, 公安机关, 信访部门, 其他部门
                      (`ACCEPTED_REFERRED_COURT` …), and by the 18 dispute types
                      (`ACCEPTED_MARRIAGE_FAMILY` …). Each split adds up to its whole.
                    - 调解 `MEDIATED` cases closed with or without an agreement, by the day it took effect or
                      of termination (M-01); by mediating body 村, 社区, 乡镇, 街道, 企事业单位, 行业性专业性
                      (`MEDIATED_VILLAGE` …) and by source (`MEDIATED_OWN_INITIATIVE` …); of them 疑难复杂案件
                      `DIFFICULT`, 涉及当事人 `PERSONS_INVOLVED`, 调解成功 `AGREED`, by form 书面, 口头
                      (`AGREED_WRITTEN`, `AGREED_ORAL`), 调解未成功 `NOT_AGREED`, 协议涉及金额 `AGREED_AMOUNT`.
                    - 协议已履行 `PERFORMED` by the day of performance; 司法确认 `CONFIRMED` by the day of the
                      ruling.
                    - 排查次数 `SCREENING_ROUNDS`, 排查发现纠纷 `DISPUTES_FOUND`, 预防纠纷 `DISPUTES_PREVENTED`, by
                      the day of the screening; never added to 调解.
                    - 防止民转刑 `PREVENTED_CRIME`, 防止群体性上访 `PREVENTED_GROUP_PETITION`, 防止自杀
                      `PREVENTED_SUICIDE`, 防止群体性械斗 `PREVENTED_GROUP_FIGHT` by the day of the act, each as
                      件 and, with `_PERSONS` behind its code, as 人.

                    A case handed over counts once, where it was taken; of its acceptances the first, where
                    it was accepted. Land-contract mediation by a village or township
                    as such and voided records do not count. 400 for a period that has not begun.""")
    @APIResponse(
            responseCode = "200",
            description = "统计表 The form",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatisticsForm.class)),
                @Content(mediaType = LedgerFormat.XLSX_TYPE),
                @Content(mediaType = LedgerFormat.CSV_TYPE)
            })
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    public Response form(
            @Parameter(description = "12 digits; default the caller's", example = "410423106000")
                    @QueryParam("division")
                    String division,
            @Parameter(
                            required = true,
                            description = "2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-11",
                            example = "2024-H1")
                    @QueryParam("period")
                    String period,
            @Parameter(description = "xlsx or csv for a file; JSON without it", example = "xlsx")
                    @QueryParam("format")
                    String format) {
        Period of = Period.of(period);
        if (of.start().isAfter(commands.today())) {
            // Zeros would be read as a report of nothing (definitions D1: NOT_REPORTED has no
            // value).
            throw Refusal.parameter("period", "该期间尚未开始", "the period has not begun");
        }
        StatisticsForm form = form(division == null ? caller.division() : division, of);
        if (format == null) {
            return Response.ok(form, MediaType.APPLICATION_JSON).build();
        }
        return LedgerFormat.of(format)
                .file(
                        form.divisionName() + form.title() + "（" + of.words() + "）",
                        "statistics-" + form.division() + "-" + form.period(),
                        fileColumns(),
                        sink -> {
                            form.rows().forEach(it -> sink.accept(fileRow(it)));
                            sink.accept(fileRow("合计", form.total()));
                        });
    }

    private StatisticsForm form(String division, Period period) {
        List<StatisticsForm.Row> rows = statistics.rows(caller.scope(division), period);
        return new StatisticsForm(
                TITLE,
                "Statistics of people's mediation",
                division,
                divisions.fullName(division),
                period.text(),
                period.start(),
                period.end(),
                StatisticsColumn.FORM.stream().map(StatisticsForm.Column::of).toList(),
                rows,
                Statistics.total(rows));
    }

    private static List<LedgerColumn> fileColumns() {
        Stream<LedgerColumn> committee =
                Stream.of(
                        LedgerColumn.text("调委会", "Committee"),
                        LedgerColumn.code("类别", "Level", List.of(CommitteeLevel.values())),
                        LedgerColumn.text("区划代码", "Division"));
        Stream<LedgerColumn> values =
                StatisticsColumn.FORM.stream()
                        .map(it -> LedgerColumn.amount(it.header(), it.titleEn()));
        return Stream.concat(committee, values).toList();
    }

    private static Map<String, Object> fileRow(StatisticsForm.Row row) {
        Map<String, Object> cells = fileRow(row.committee(), row.values());
        cells.put("类别", row.level());
        cells.put("区划代码", row.division());
        return cells;
    }

    private static Map<String, Object> fileRow(String name, Map<String, BigDecimal> values) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("调委会", name);
        StatisticsColumn.FORM.forEach(it -> cells.put(it.header(), values.get(it.code())));
        return cells;
    }
}
