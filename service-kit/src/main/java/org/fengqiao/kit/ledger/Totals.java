package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up the rows, to compare them with the 合计, 小计 and 总计 that the office wrote. */
final class Totals {

    private static final Set<String> WHOLE =
            Set.of("合计", "总计", "共计", "总合计", "累计", "本年合计", "全年合计", "本年累计");
    private static final Set<String> PART =
            Set.of("小计", "本页合计", "本页小计", "本月合计", "本月小计", "本季合计", "本季度合计");
    private static final Pattern ROWS = Pattern.compile("共?([0-9]{1,6})[件条起份个]");

    private final Map<Integer, LedgerColumn> places;
    private final Map<Integer, BigDecimal> whole = new HashMap<>();
    private final Map<Integer, BigDecimal> part = new HashMap<>();
    private int rows;
    private int partRows;

    Totals(Map<Integer, LedgerColumn> places) {
        this.places = places;
    }

    static boolean isTotal(Grid.Row row) {
        String first = Texts.plain(row.first().text()).replaceFirst("[:：].*", "");
        return WHOLE.contains(first) || PART.contains(first);
    }

    void add(Grid.Row row) {
        rows++;
        partRows++;
        places.forEach(
                (place, column) -> {
                    BigDecimal value = value(row.cell(place), column);
                    if (value != null) {
                        whole.merge(place, value, BigDecimal::add);
                        part.merge(place, value, BigDecimal::add);
                    }
                });
    }

    /** The columns whose written total differs from the rows above. A part ends here. */
    List<LedgerNote> compare(Grid.Row row) {
        boolean isPart = PART.contains(Texts.plain(row.first().text()).replaceFirst("[:：].*", ""));
        Map<Integer, BigDecimal> sums = isPart ? part : whole;
        List<LedgerNote> notes = new ArrayList<>();
        places.forEach(
                (place, column) -> {
                    BigDecimal written = value(row.cell(place), column);
                    BigDecimal sum = sums.getOrDefault(place, BigDecimal.ZERO);
                    if (written != null && written.compareTo(sum) != 0) {
                        notes.add(difference(column, written, sum));
                    }
                });
        compareRows(row, isPart ? partRows : rows, notes);
        part.clear();
        partRows = 0;
        return notes;
    }

    private void compareRows(Grid.Row row, int counted, List<LedgerNote> notes) {
        for (int place = 0; place < row.cells().size(); place++) {
            LedgerColumn column = places.get(place);
            if (row.cell(place) == null || column != null && isNumeric(column)) {
                continue;
            }
            Matcher matcher = ROWS.matcher(Texts.plain(row.cell(place).text()));
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) != counted) {
                notes.add(
                        new LedgerNote(
                                column == null ? null : column.title(),
                                "TOTAL_DIFFERS",
                                "合计写作" + matcher.group(1) + "行，实有" + counted + "行",
                                "The total says "
                                        + matcher.group(1)
                                        + " rows, there are "
                                        + counted));
            }
        }
    }

    private static LedgerNote difference(LedgerColumn column, BigDecimal written, BigDecimal sum) {
        String told = written.stripTrailingZeros().toPlainString();
        String counted = sum.stripTrailingZeros().toPlainString();
        return new LedgerNote(
                column.title(),
                "TOTAL_DIFFERS",
                "合计写作" + told + "，各行相加为" + counted,
                "The total says " + told + ", the rows add up to " + counted);
    }

    private static boolean isNumeric(LedgerColumn column) {
        return column.type() == LedgerColumn.Type.INTEGER
                || column.type() == LedgerColumn.Type.AMOUNT
                || column.type() == LedgerColumn.Type.DECIMAL;
    }

    private static BigDecimal value(Cell cell, LedgerColumn column) {
        if (cell == null || !isNumeric(column)) {
            return null;
        }
        try {
            return new BigDecimal(String.valueOf(Values.read(cell, column, 0)));
        } catch (BadCell e) {
            // The row's own fault is told where the row is read.
            return null;
        }
    }
}
