package org.fengqiao.kit.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Coded;

/**
 * Writes a ledger's rows as they come, in bounded memory, so that the file can be read back as it
 * is.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class LedgerWriter {

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
        try (LedgerBook book = new LedgerBook(out)) {
            book.sheet("台账", title, columns, rows);
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

    static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }

    /**
     * The value as the office reads it: words for codes, 是 and 否, several values behind each other.
     */
    static Object shown(LedgerColumn column, Object value) {
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
