package org.fengqiao.kit.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of tables, each a sheet, written as its rows come. */
public final class LedgerBook implements Closeable {

    private static final int FLUSH_ROWS = 500;

    private final Workbook book;

    public LedgerBook(OutputStream out) {
        book = new Workbook(out, "Fengqiao", "1.0");
    }

    /**
     * Writes a sheet: title row, header, rows.
     *
     * @param rows gives each row by column title, with values as {@link LedgerKind#export} has them
     */
    public void sheet(
            String name,
            String title,
            List<LedgerColumn> columns,
            Consumer<Consumer<Map<String, Object>>> rows)
            throws IOException {
        Worksheet sheet = book.newWorksheet(name);
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        LedgerTemplate.header(sheet, 1, columns);
        sheet.freezePane(0, 2);
        int[] line = {2};
        rows.accept(row -> write(sheet, line[0]++, columns, row));
        sheet.finish();
    }

    private static void write(
            Worksheet sheet, int line, List<LedgerColumn> columns, Map<String, Object> row) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = LedgerWriter.shown(columns.get(i), row.get(columns.get(i).title()));
            if (value instanceof LocalDate date) {
                sheet.value(line, i, date);
                sheet.style(line, i).format("yyyy-mm-dd").set();
            } else if (value instanceof Number number) {
                sheet.value(line, i, number);
            } else if (value != null) {
                // Inline: a table of shared strings would grow with the file.
                sheet.inlineString(line, i, LedgerWriter.harmless(value.toString()));
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

    @Override
    public void close() throws IOException {
        book.close();
    }
}
