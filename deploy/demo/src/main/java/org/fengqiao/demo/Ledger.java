package org.fengqiao.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A ledger as an office keeps it: a title, who filled it in, the header, the rows, the total, a
 * remark.
 *
 * @param file its name
 * @param rows String, Integer, LocalDate or {@code null} by column
 * @param total the 合计 row
 * @param mergedColumn the column whose equal neighbours are one merged cell, or -1
 */
record Ledger(
        String file,
        String title,
        List<String> header,
        List<List<Object>> rows,
        List<Object> total,
        int mergedColumn) {

    private static final int HEADER_ROW = 2;

    /** Some dates as a clerk types them. */
    static Object asWritten(LocalDate date, Chance chance) {
        return switch (chance.between(1, 20)) {
            case 1, 2, 3, 4 ->
                    date.getYear() + "." + date.getMonthValue() + "." + date.getDayOfMonth();
            case 5, 6 ->
                    date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
            case 7 -> date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
            default -> date;
        };
    }

    void write(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Fengqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("台账");
            sheet.value(0, 0, title);
            sheet.range(0, 0, 0, header.size() - 1).merge();
            sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
            sheet.value(1, 0, "填报单位：瓦屋镇司法所（演示数据：人物、案情和日期均为虚构，仅合计数与公开报告一致）");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(HEADER_ROW, i, header.get(i));
                sheet.style(HEADER_ROW, i).bold().fillColor("DDEBF7").set();
                sheet.width(i, Math.max(10, 2.6 * header.get(i).length()));
            }
            int line = HEADER_ROW + 1;
            for (List<Object> row : rows) {
                writeRow(sheet, line++, row);
            }
            merge(sheet);
            writeRow(sheet, line++, total);
            sheet.value(line, 0, "填表人：（演示）");
            sheet.freezePane(0, HEADER_ROW + 1);
        }
    }

    private static void writeRow(Worksheet sheet, int line, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value instanceof LocalDate date) {
                sheet.value(line, i, date);
                sheet.style(line, i).format("yyyy-mm-dd").set();
            } else if (value instanceof Number number) {
                sheet.value(line, i, number);
            } else if (value != null) {
                sheet.value(line, i, value.toString());
            }
        }
    }

    private void merge(Worksheet sheet) {
        int start = 0;
        for (int i = 1; mergedColumn >= 0 && i <= rows.size(); i++) {
            boolean ends =
                    i == rows.size()
                            || !rows.get(i)
                                    .get(mergedColumn)
                                    .equals(rows.get(start).get(mergedColumn));
            if (ends && i - start > 1) {
                int top = HEADER_ROW + 1 + start;
                for (int line = top + 1; line <= HEADER_ROW + i; line++) {
                    sheet.value(line, mergedColumn, (String) null);
                }
                sheet.range(top, mergedColumn, HEADER_ROW + i, mergedColumn).merge();
            }
            start = ends ? i : start;
        }
    }
}
