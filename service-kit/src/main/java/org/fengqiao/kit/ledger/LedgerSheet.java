package org.fengqiao.kit.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;

/**
 * A ledger read from a sheet: every row below the header, read or faulty, with what was skipped and
 * what looks odd.
 *
 * @param year the year asked for, else the one in the title, else the present one
 * @param lines one per row that is not blank, in order
 */
record LedgerSheet(int year, List<Line> lines) {

    private static final int HEADER_SEARCH_ROWS = 20;
    private static final Pattern TITLE_YEAR = Pattern.compile("([12][0-9]{3})年");
    private static final Pattern FOOTER =
            Pattern.compile(
                    "(填写说明|说明|注|备注|填表人?|制表人?|审核人?|填报(人|单位|日期)|负责人|联系电话)[:：].*", Pattern.DOTALL);

    /**
     * A row of the file.
     *
     * @param row present where every cell could be read
     * @param faults why the row is rejected
     * @param notes what a clerk should look at
     * @param skipped whether it is a total or a remark and no record
     */
    record Line(
            int line,
            LedgerRow row,
            List<LedgerNote> faults,
            List<LedgerNote> notes,
            boolean skipped) {}

    /** The header's place and which column each of its cells names. */
    record Header(int index, Map<Integer, LedgerColumn> columns, List<LedgerNote> notes) {}

    /**
     * Reads a grid as a ledger.
     *
     * @param fallbackYear the year asked for, or {@code null} for the one in the title above the
     *     header, else {@code thisYear}
     * @throws Refusal 422 {@code LEDGER_HEADER_MISSING}, {@code LEDGER_COLUMN_MISSING}, {@code
     *     LEDGER_COLUMN_TWICE}
     */
    static LedgerSheet read(
            Grid grid, List<LedgerColumn> columns, Integer fallbackYear, int thisYear) {
        Header header = header(grid, columns);
        if (header == null) {
            throw Refusal.of(
                    422,
                    "LEDGER_HEADER_MISSING",
                    "没有找到表头：前" + HEADER_SEARCH_ROWS + "行中没有本台账的列名，请使用模板",
                    "No header row was found in the first rows: use the template");
        }
        requireColumns(header, columns);
        Integer titleYear = titleYear(grid, header);
        int year =
                Stream.of(fallbackYear, titleYear, thisYear)
                        .filter(it -> it != null)
                        .findFirst()
                        .orElseThrow();
        return new LedgerSheet(year, lines(grid, header, columns, year));
    }

    /**
     * The header of a grid, or {@code null}: the row among the first that names most of the
     * columns.
     */
    static Header header(Grid grid, List<LedgerColumn> columns) {
        Map<String, LedgerColumn> byTitle = new HashMap<>();
        for (LedgerColumn column : columns) {
            Stream.concat(Stream.of(column.title(), column.titleEn()), column.aliases().stream())
                    .forEach(it -> byTitle.put(Texts.title(it), column));
        }
        Header best = null;
        int searched = Math.min(HEADER_SEARCH_ROWS, grid.rows().size());
        for (int i = 0; i < searched; i++) {
            Header found = header(grid.rows().get(i), i, byTitle);
            if (best == null || found.columns().size() > best.columns().size()) {
                best = found;
            }
        }
        return best == null || best.columns().size() < Math.min(2, columns.size()) ? null : best;
    }

    private static Header header(Grid.Row row, int index, Map<String, LedgerColumn> byTitle) {
        Map<Integer, LedgerColumn> found = new LinkedHashMap<>();
        List<LedgerNote> notes = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cell(i);
            if (cell == null) {
                continue;
            }
            LedgerColumn column = byTitle.get(Texts.title(cell.text()));
            if (column != null) {
                found.put(i, column);
            } else if (!Texts.title(cell.text()).equals("序号")) {
                notes.add(
                        new LedgerNote(
                                null,
                                "COLUMN_UNKNOWN",
                                "第" + (i + 1) + "列不属于本台账，未导入",
                                "Column "
                                        + (i + 1)
                                        + " is not part of this ledger and was not imported"));
            }
        }
        return new Header(index, found, notes);
    }

    private static void requireColumns(Header header, List<LedgerColumn> columns) {
        String missing =
                columns.stream()
                        .filter(
                                it ->
                                        it.is(LedgerColumn.Trait.REQUIRED)
                                                && !header.columns().containsValue(it))
                        .map(LedgerColumn::title)
                        .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw Refusal.of(
                    422,
                    "LEDGER_COLUMN_MISSING",
                    "缺少必填列：" + missing,
                    "Required columns are missing: " + missing);
        }
        String twice =
                header.columns().values().stream()
                        .collect(Collectors.groupingBy(LedgerColumn::title, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(it -> it.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining("、"));
        if (!twice.isEmpty()) {
            throw Refusal.of(
                    422, "LEDGER_COLUMN_TWICE", "列名重复：" + twice, "Columns appear twice: " + twice);
        }
    }

    private static Integer titleYear(Grid grid, Header header) {
        return grid.rows().subList(0, header.index()).stream()
                .flatMap(it -> it.cells().stream())
                .filter(it -> it != null)
                .map(it -> TITLE_YEAR.matcher(Texts.plain(it.text())))
                .filter(Matcher::find)
                .map(it -> Integer.valueOf(it.group(1)))
                .findFirst()
                .orElse(null);
    }

    private static List<Line> lines(
            Grid grid, Header header, List<LedgerColumn> columns, int year) {
        List<Line> lines = new ArrayList<>();
        if (!header.notes().isEmpty()) {
            int line = grid.rows().get(header.index()).line();
            lines.add(new Line(line, null, List.of(), header.notes(), true));
        }
        Map<String, LedgerColumn> byTitle =
                columns.stream()
                        .collect(
                                Collectors.toMap(
                                        LedgerColumn::title,
                                        Function.identity(),
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        RowReader reader = new RowReader(byTitle, header.columns(), year);
        Totals totals = new Totals(header.columns());
        for (Grid.Row row : grid.rows().subList(header.index() + 1, grid.rows().size())) {
            if (Totals.isTotal(row)) {
                lines.add(new Line(row.line(), null, List.of(), totals.compare(row), true));
            } else if (FOOTER.matcher(row.first().text()).matches()) {
                lines.add(new Line(row.line(), null, List.of(), List.of(), true));
            } else {
                totals.add(row);
                lines.add(reader.read(row));
            }
        }
        return judgeTwins(lines);
    }

    /**
     * A number that appears twice with another content is a slip: neither row may overwrite the
     * other.
     */
    private static List<Line> judgeTwins(List<Line> lines) {
        Map<String, Twins> byKey = new HashMap<>();
        for (Line line : lines) {
            if (line.row() != null) {
                byKey.computeIfAbsent(keyOf(line), it -> new Twins()).add(line);
            }
        }
        return lines.stream()
                .map(it -> it.row() == null ? it : byKey.get(keyOf(it)).judge(it))
                .toList();
    }

    private static String keyOf(Line line) {
        return line.row().year() + "|" + line.row().key();
    }

    /** The rows of one key: the first, and the first that says something else. */
    private static final class Twins {

        private Line first;
        private Line other;

        void add(Line line) {
            if (first == null) {
                first = line;
            } else if (other == null && !first.row().content().equals(line.row().content())) {
                other = line;
            }
        }

        Line judge(Line line) {
            if (other == null) {
                return line == first ? line : repeated(line);
            }
            int elsewhere = line == first ? other.line() : first.line();
            LedgerNote fault =
                    new LedgerNote(
                            line.row().keyTitle(),
                            "NUMBER_TWICE",
                            "编号与第" + elsewhere + "行重复，且各行内容不一",
                            "Line " + elsewhere + " has the same number, and the rows differ");
            return new Line(line.line(), null, List.of(fault), line.notes(), false);
        }

        private Line repeated(Line line) {
            LedgerNote note =
                    new LedgerNote(
                            null,
                            "ROW_REPEATED",
                            "与第" + first.line() + "行完全相同，未重复导入",
                            "The same row as line " + first.line() + ": not imported twice");
            return new Line(line.line(), null, List.of(), List.of(note), true);
        }
    }
}
