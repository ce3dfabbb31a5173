package org.fengqiao.kit.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fengqiao.kit.web.Coded;

/**
 * Writes a ledger's rows as they come, in bounded memory, so that the file can be read back as it
 * is.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class LedgerWriter {

    private static final int FLUSH_ROWS = 500;

    private final List<LedgerColumn> columns;

    /**
     * @param columns those to write, in order
     */
    LedgerWriter(List<LedgerColumn> columns) {
        this.columns = columns;
    }

    /** Writes XLSX: title row, header, rows. */
    void xlsx(OutputStream out, String title, Consumer<Consumer<Map<String, Object>>> rows)
            throws IOException {
        try (Workbook book = new Workbook(out, "Fengqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("台账");
            sheet.value(0, 0, title);
            sheet.style(0, 0).bold().fontSize(14).set();
            LedgerTemplate.header(sheet, 1, columns);
            int[] line = {2};
            rows.accept(row -> xlsxRow(sheet, line[0]++, row));
            sheet.freezePane(0, 2);
        }
    }

    private void xlsxRow(Worksheet sheet, int line, Map<String, Object> row) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = shown(columns.get(i), row.get(columns.get(i).title()));
            if (value instanceof LocalDate date) {
                sheet.value(line, i, date);
                sheet.style(line, i).format("yyyy-mm-dd").set();
            } else if (value instanceof Number number) {
                sheet.value(line, i, number);
            } else if (value != null) {
                // Inline: a table of shared strings would grow with the file.
                sheet.inlineString(line, i, harmless(value.toString()));
            }
        }
        if (line % FLUSH_ROWS == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes CSV in UTF-8 with a mark in front, which Excel needs to recognise it. */
    void csv(OutputStream out, Consumer<Consumer<Map<String, Object>>> rows) throws IOException {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            writer.write(
                    columns.stream()
                            .map(LedgerColumn::title)
                            .collect(Collectors.joining(",", "", "\r\n")));
            rows.accept(
                    row -> {
                        try {
                            writer.write(csvRow(row));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private String csvRow(Map<String, Object> row) {
        return columns.stream()
                .map(it -> csvCell(shown(it, row.get(it.title()))))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String csvCell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value instanceof Number ? value.toString() : harmless(value.toString());
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }

    /**
     * The value as the office reads it: words for codes, 是 and 否, several values behind each other.
     */
    private static Object shown(LedgerColumn column, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : list.stream()
                            .map(it -> String.valueOf(shown(column, it)))
                            .collect(Collectors.joining("、"));
        }
        if (value != null && column.type() == LedgerColumn.Type.CODE) {
            String code = value.toString();
            return column.codes().stream()
                    .filter(it -> it.code().equals(code))
                    .map(Coded::zh)
                    .findFirst()
                    .orElse(code);
        }
        return value;
    }
}
