package org.fengqiao.kit.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.fengqiao.kit.web.Refusal;

/**
 * Reads XLSX: values, dates by their number format, the last results of formulas, and merged cells
 * filled.
 */
final class XlsxFile {

    // Excel's digits: what a double adds behind the 15th is noise.
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final Pattern DATE_FORMAT = Pattern.compile("[yYdD年日]|m+月|mmm");
    private static final Pattern FORMAT_LITERALS =
            Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private final boolean from1904;

    private XlsxFile(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The first visible sheet that is wanted, or else the first visible one. */
    static Grid read(byte[] file, Predicate<Grid> wanted) {
        XlsxArchive archive = XlsxArchive.check(file);
        // Without styles no cell is a date; the library would fail for want of them.
        ReadingOptions options = new ReadingOptions(archive.hasStyles(), true);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file), options)) {
            XlsxFile reader = new XlsxFile(book.isDate1904());
            List<Sheet> sheets =
                    book.getSheets()
                            .filter(it -> it.getVisibility() == SheetVisibility.VISIBLE)
                            .toList();
            Grid first = null;
            for (Sheet sheet : sheets) {
                Grid grid = archive.mergesOf(sheet.getId()).fill(reader.grid(sheet));
                if (wanted.test(grid)) {
                    return grid;
                }
                first = first == null || first.rows().isEmpty() ? grid : first;
            }
            return Objects.requireNonNullElse(first, new Grid(List.of()));
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library answers damage with exceptions of every kind.
            throw LedgerFile.broken();
        }
    }

    private Grid grid(Sheet sheet) throws IOException {
        List<Grid.Row> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(
                    row -> {
                        List<Cell> cells = cells(row);
                        if (cells.stream().anyMatch(Objects::nonNull)) {
                            if (rows.size() > Grid.MAX_ROWS) {
                                throw LedgerFile.tooManyRows();
                            }
                            rows.add(new Grid.Row(row.getRowNum(), cells));
                        }
                    });
        }
        return new Grid(rows);
    }

    private List<Cell> cells(Row row) {
        Cell[] cells = new Cell[Math.min(row.getCellCount(), Grid.MAX_COLUMNS)];
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
            if (cell != null && cell.getColumnIndex() < cells.length) {
                cells[cell.getColumnIndex()] = cell(cell);
            }
        }
        return Arrays.asList(cells);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        boolean formula = cell.getType() == CellType.FORMULA;
        if (cell.getType() == CellType.ERROR) {
            return new Cell("#", null, null, formula, true);
        }
        if (cell.getType() == CellType.EMPTY) {
            return null;
        }
        BigDecimal number = number(cell);
        if (number != null) {
            return numeric(cell, number, formula);
        }
        String text = Texts.trimmed(Objects.toString(cell.getValue(), ""));
        if (text.isEmpty()) {
            // Programs that write formulas without computing them leave the value out, or empty.
            return formula && Objects.toString(cell.getRawValue(), "").isEmpty()
                    ? new Cell("#", null, null, true, true)
                    : null;
        }
        return new Cell(text, null, null, formula, formula && text.startsWith("#"));
    }

    private Cell numeric(
            org.dhatim.fastexcel.reader.Cell cell, BigDecimal number, boolean formula) {
        if (isDate(cell)) {
            try {
                java.time.LocalDate date = Dates.ofSerial(number, from1904);
                return new Cell(date.toString(), null, date, formula, false);
            } catch (BadCell e) {
                return new Cell(number.toPlainString(), number, null, formula, false);
            }
        }
        BigDecimal shown = number.round(EXCEL_DIGITS).stripTrailingZeros();
        String text = shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
        return new Cell(text, shown, null, formula, false);
    }

    /** The number of a number cell or of a formula's result. */
    private static BigDecimal number(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return number;
        }
        return cell.getType() == CellType.NUMBER ? new BigDecimal(cell.getRawValue()) : null;
    }

    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        // Built-in formats without a text in the file (ECMA-376, 18.8.30): dates, and those of
        // Chinese editions.
        if (id != null
                && (id >= 14 && id <= 17
                        || id == 22
                        || id >= 27 && id <= 31
                        || id == 36
                        || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && DATE_FORMAT.matcher(FORMAT_LITERALS.matcher(format).replaceAll("")).find();
    }
}
