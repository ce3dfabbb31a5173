package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.figures.Figure.Comparison;
import org.fengqiao.reporting.figures.Figures.FigureSet;

/** Figures as a table, one a line: for a spreadsheet, or for a program that reads CSV. */
@ApplicationScoped
class FigureSheet {

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    text("指标", "Indicator"),
                    text("名称", "Title"),
                    text("区划代码", "Division"),
                    text("区划", "Name of the division"),
                    text("期间", "Period"),
                    text("分组", "Row"),
                    text("分组名称", "Name of the row"),
                    text("状态", "Status"),
                    amount("数值", "Value"),
                    text("单位", "Unit"),
                    amount("换算数值", "Value in the scale"),
                    text("换算单位", "Unit of the scale"),
                    amount("占合计%", "Share of all rows in %"),
                    amount("分子", "Numerator"),
                    amount("分母", "Denominator"),
                    amount("未到期", "Not yet due"),
                    amount("无期限", "Without limit"),
                    amount("上期", "Period before"),
                    amount("比上期增减", "Change"),
                    amount("比上期增减%", "Change in %"),
                    amount("上年同期", "Year before"),
                    amount("同比增减", "Change on the year"),
                    amount("同比增减%", "Change on the year in %"),
                    text("定义版本", "Definition"),
                    text("清单", "Receipt"));

    private final Divisions divisions;

    FigureSheet(Divisions divisions) {
        this.divisions = divisions;
    }

    private static LedgerColumn text(String zh, String en) {
        return LedgerColumn.text(zh, en);
    }

    private static LedgerColumn amount(String zh, String en) {
        return LedgerColumn.amount(zh, en);
    }

    /** The answer with the file; what has no value has an empty cell, and its status says why. */
    Response file(LedgerFormat format, Area area, Period period, FigureSet figures) {
        String division = area.division();
        return format.file(
                "%s指标数据%s（%s）"
                        .formatted(divisions.fullName(division), area.words(), period.words()),
                "figures-" + division + "-" + period.text(),
                COLUMNS,
                sink -> figures.figures().forEach(it -> sink.accept(row(it))));
    }

    private Map<String, Object> row(Figure it) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("指标", it.indicator());
        cells.put("名称", it.title());
        cells.put("区划代码", it.division());
        cells.put("区划", divisions.name(it.division()));
        cells.put("期间", it.period());
        cells.put("分组", it.where());
        cells.put("分组名称", it.whereLabel());
        cells.put("状态", it.status().name());
        cells.put("数值", it.value());
        cells.put("单位", it.unitLabel());
        if (it.scaled() != null) {
            cells.put("换算数值", it.scaled().value());
            cells.put("换算单位", it.scaled().unitLabel());
        }
        cells.put("占合计%", it.shareOfWhole());
        cells.put("分子", it.numerator());
        cells.put("分母", it.denominator());
        cells.put("未到期", it.notYetDue());
        cells.put("无期限", it.noLimit());
        compared(cells, it, Against.PREVIOUS, "上期", "比上期增减");
        compared(cells, it, Against.YEAR_AGO, "上年同期", "同比增减");
        cells.put("定义版本", Integer.toString(it.definition()));
        cells.put("清单", it.receipt());
        return cells;
    }

    private static void compared(
            Map<String, Object> cells, Figure it, Against against, String value, String change) {
        if (it.comparisons() == null) {
            return;
        }
        for (Comparison other : it.comparisons()) {
            if (other.against() == against) {
                cells.put(value, other.value());
                cells.put(change, other.change());
                cells.put(change + "%", other.changePercent());
            }
        }
    }
}
