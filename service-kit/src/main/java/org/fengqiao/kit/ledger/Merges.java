package org.fengqiao.kit.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged cells of a sheet: the value stands in the first cell and counts for all of them. */
final class Merges {

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final int MAX_AREAS = 100_000;
    // Areas of one sheet cannot overlap: more than this at a time over one row is no real file.
    private static final int MAX_AREAS_OF_A_ROW = 1_000;

    /** An area; lines from 1, columns from 0, both ends included. */
    private record Area(int top, int left, int bottom, int right) {}

    private final List<Area> areas = new ArrayList<>();

    void add(String reference) {
        Matcher matcher = AREA.matcher(String.valueOf(reference));
        if (!matcher.matches()) {
            return;
        }
        if (areas.size() >= MAX_AREAS) {
            throw LedgerFile.bomb();
        }
        areas.add(
                new Area(
                        Integer.parseInt(matcher.group(2)),
                        column(matcher.group(1)),
                        Integer.parseInt(matcher.group(4)),
                        Math.min(column(matcher.group(3)), Grid.MAX_COLUMNS - 1)));
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + (letter - 'A' + 1);
        }
        return column - 1;
    }

    /**
     * The grid with every merged cell filled. Rows that are blank but for a merged cell stay away.
     */
    Grid fill(Grid grid) {
        if (areas.isEmpty()) {
            return grid;
        }
        List<Area> sorted = new ArrayList<>(areas);
        sorted.sort(Comparator.comparingInt(Area::top));
        Deque<Area> coming = new ArrayDeque<>(sorted);
        List<Open> open = new ArrayList<>();
        List<Grid.Row> rows = new ArrayList<>();
        for (Grid.Row row : grid.rows()) {
            while (!coming.isEmpty() && coming.peek().top() <= row.line()) {
                Area area = coming.poll();
                // The value stands in the top row; an area whose top row is blank has none.
                Cell value = area.top() == row.line() ? row.cell(area.left()) : null;
                open.add(new Open(area, value));
            }
            open.removeIf(it -> it.area().bottom() < row.line());
            if (open.size() > MAX_AREAS_OF_A_ROW) {
                throw LedgerFile.bomb();
            }
            rows.add(filled(row, open));
        }
        return new Grid(rows);
    }

    private record Open(Area area, Cell value) {}

    private static Grid.Row filled(Grid.Row row, List<Open> open) {
        if (open.isEmpty()) {
            return row;
        }
        int width = open.stream().mapToInt(it -> it.area().right() + 1).max().orElse(0);
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.addAll(Collections.nCopies(Math.max(0, width - cells.size()), null));
        for (Open it : open) {
            for (int column = it.area().left(); column <= it.area().right(); column++) {
                if (cells.get(column) == null) {
                    cells.set(column, it.value());
                }
            }
        }
        return new Grid.Row(row.line(), Arrays.asList(cells.toArray(new Cell[0])));
    }
}
