package org.fengqiao.kit.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rows below a header. */
final class RowReader {

    private final Map<String, LedgerColumn> columns;
    private final Map<Integer, LedgerColumn> places;
    private final Set<String> present;
    private final int year;

    RowReader(Map<String, LedgerColumn> columns, Map<Integer, LedgerColumn> places, int year) {
        this.columns = columns;
        this.places = places;
        this.present =
                places.values().stream().map(LedgerColumn::title).collect(Collectors.toSet());
        this.year = year;
    }

    /** The row, or all of its faults at once. */
    LedgerSheet.Line read(Grid.Row row) {
        int rowYear = yearOf(row);
        Map<String, Object> values = new HashMap<>();
        List<LedgerNote> faults = new ArrayList<>();
        List<LedgerNote> notes = new ArrayList<>();
        noteOtherYear(rowYear, notes);
        places.forEach(
                (place, column) -> {
                    Cell cell = row.cell(place);
                    try {
                        if (cell == null) {
                            requireNothing(column);
                            return;
                        }
                        if (column.is(LedgerColumn.Trait.ASIDE)) {
                            notes.add(
                                    new LedgerNote(
                                            column.title(),
                                            "NOT_IMPORTED",
                                            "本列供本单位自用，未导入",
                                            "The column is the office's own and was not imported"));
                            return;
                        }
                        values.put(column.title(), Values.read(cell, column, rowYear));
                        if (cell.formula()) {
                            notes.add(
                                    new LedgerNote(
                                            column.title(),
                                            "FORMULA_VALUE",
                                            "取公式上次计算的结果",
                                            "The last result of the formula was taken"));
                        }
                    } catch (BadCell e) {
                        faults.add(e.in(column));
                    }
                });
        LedgerRow read =
                faults.isEmpty()
                        ? new LedgerRow(row.line(), rowYear, columns, present, values)
                        : null;
        return new LedgerSheet.Line(row.line(), read, faults, notes, false);
    }

    private void noteOtherYear(int rowYear, List<LedgerNote> notes) {
        if (rowYear != year) {
            notes.add(
                    new LedgerNote(
                            null,
                            "YEAR_DIFFERS",
                            "编号为" + rowYear + "年，台账为" + year + "年，按编号的年度登记",
                            "The number is of "
                                    + rowYear
                                    + ", the ledger of "
                                    + year
                                    + ": the number's year holds"));
        }
    }

    private static void requireNothing(LedgerColumn column) throws BadCell {
        if (column.is(LedgerColumn.Trait.REQUIRED)) {
            throw new BadCell("CELL_REQUIRED", "必填", "Required");
        }
    }

    private int yearOf(Grid.Row row) {
        return places.entrySet().stream()
                .filter(
                        it ->
                                it.getValue().is(LedgerColumn.Trait.KEY)
                                        && it.getValue().type() == LedgerColumn.Type.NUMBER)
                .map(it -> row.cell(it.getKey()))
                .filter(it -> it != null)
                .map(it -> SerialNumber.of(it.text()).year())
                .filter(it -> it != null)
                .findFirst()
                .orElse(year);
    }
}
