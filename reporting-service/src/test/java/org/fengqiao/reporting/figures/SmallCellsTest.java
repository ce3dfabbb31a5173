package org.fengqiao.reporting.figures;

import static org.fengqiao.reporting.figures.SmallCells.TOTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.fengqiao.reporting.figures.SmallCells.Cell;
import org.fengqiao.reporting.figures.SmallCells.Hidden;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    private static final SmallCells MINIMUM_OF_THREE = new SmallCells(3);

    private static Hidden of(Long... counts) {
        return MINIMUM_OF_THREE.of(List.of(counts));
    }

    private static Cell at(int row) {
        return new Cell(row, TOTAL);
    }

    @Test
    void aSmallCountHidesTheNextSmallestWithIt() {
        assertEquals(new Hidden(Set.of(at(0)), Set.of(at(2))), of(1L, 7L, 5L, 0L));
    }

    @Test
    void zeroAndTheMinimumAreShown() {
        assertEquals(new Hidden(Set.of(), Set.of()), of(0L, 0L, 3L));
        assertEquals(new Hidden(Set.of(), Set.of()), new SmallCells(1).of(List.of(1L, 2L)));
    }

    /** 1 and 1 of 2: two hidden cells that can only be ones give each other away. */
    @Test
    void onesDoNotHideEachOther() {
        assertEquals(new Hidden(Set.of(at(0), at(1)), Set.of(at(2))), of(1L, 1L, 8L));
    }

    @Test
    void aSmallTotalIsSmallToo() {
        assertEquals(new Hidden(Set.of(at(1), at(TOTAL)), Set.of()), of(0L, 1L, 0L));
    }

    @Test
    void ofTwoDimensionsAWholeRectangleIsHidden() {
        Hidden hidden = MINIMUM_OF_THREE.ofRows(List.of(List.of(1L, 5L), List.of(4L, 6L)));
        assertEquals(
                new Hidden(
                        Set.of(new Cell(0, 0)),
                        Set.of(new Cell(0, 1), new Cell(1, 0), new Cell(1, 1))),
                hidden);
    }

    /**
     * Two rectangles and a cell between them: no row and no column has a single hidden cell, and
     * yet that one can be reckoned.
     */
    @Test
    void aCellBetweenTwoRectanglesIsNotForgotten() {
        List<List<Long>> rows =
                List.of(
                        List.of(2L, 2L, 9L, 9L),
                        List.of(2L, 2L, 2L, 9L),
                        List.of(9L, 9L, 2L, 2L),
                        List.of(9L, 9L, 2L, 2L));
        Cell between = new Cell(1, 2);
        Hidden hidden = MINIMUM_OF_THREE.ofRows(rows);
        assertEquals(9, hidden.small().size());
        assertEquals(Set.of(2L), possible(rows, hidden.small()).get(between));
        assertTrue(possible(rows, all(hidden)).get(between).size() > 1);
    }

    @Test
    void ofRandomTablesNoHiddenCellCanBeReckoned() {
        Random random = new Random(20241130);
        int givenAway = 0;
        for (int i = 0; i < 3000; i++) {
            List<List<Long>> rows = table(random, 1 + random.nextInt(3), 1 + random.nextInt(3));
            Hidden hidden = MINIMUM_OF_THREE.ofRows(rows);
            possible(rows, all(hidden))
                    .forEach(
                            (cell, values) ->
                                    assertTrue(values.size() > 1, () -> rows + " " + hidden));
            if (possible(rows, hidden.small()).values().stream().anyMatch(it -> it.size() == 1)) {
                givenAway++;
                assertFalse(hidden.besides().isEmpty(), rows::toString);
            }
            assertEquals(small(rows), hidden.small(), rows::toString);
            assertTrue(all(hidden).stream().noneMatch(it -> sum(rows, it) == 0), rows::toString);
        }
        // The control: without further cells many would be.
        assertTrue(givenAway > 500, "" + givenAway);
    }

    @Test
    void ofRandomListsNoHiddenCellCanBeReckonedAndOneMoreIsEnough() {
        Random random = new Random(20241201);
        for (int i = 0; i < 3000; i++) {
            // A list is a column beside its only total.
            List<Long> counts =
                    table(random, 1 + random.nextInt(5), 1).stream().map(it -> it.get(0)).toList();
            Hidden hidden = MINIMUM_OF_THREE.of(counts);
            assertTrue(hidden.besides().size() <= 1, () -> counts + " " + hidden);
            for (Set<Long> values : possibleOfList(counts, all(hidden)).values()) {
                assertTrue(values.size() > 1, () -> counts + " " + hidden);
            }
        }
    }

    private static List<List<Long>> table(Random random, int height, int width) {
        return IntStream.range(0, height)
                .mapToObj(
                        row ->
                                IntStream.range(0, width)
                                        .mapToObj(it -> (long) random.nextInt(8))
                                        .toList())
                .toList();
    }

    private static Set<Cell> all(Hidden hidden) {
        Set<Cell> all = new HashSet<>(hidden.small());
        all.addAll(hidden.besides());
        return all;
    }

    private static Set<Cell> small(List<List<Long>> rows) {
        Set<Cell> small = new HashSet<>();
        for (int row = TOTAL; row < rows.size(); row++) {
            for (int column = TOTAL; column < rows.get(0).size(); column++) {
                long sum = sum(rows, new Cell(row, column));
                if (sum > 0 && sum < 3) {
                    small.add(new Cell(row, column));
                }
            }
        }
        return small;
    }

    private static long sum(List<List<Long>> rows, Cell cell) {
        long sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if ((cell.row() == TOTAL || cell.row() == row)
                        && (cell.column() == TOTAL || cell.column() == column)) {
                    sum += rows.get(row).get(column);
                }
            }
        }
        return sum;
    }

    /** By trial: what each hidden cell can be, where hidden ones are not zero and sums hold. */
    private static Map<Cell, Set<Long>> possible(List<List<Long>> rows, Set<Cell> hidden) {
        Map<Cell, Set<Long>> values = new HashMap<>();
        hidden.forEach(it -> values.put(it, new HashSet<>()));
        List<Cell> summands =
                hidden.stream().filter(it -> it.row() != TOTAL && it.column() != TOTAL).toList();
        List<List<Long>> tried = new ArrayList<>();
        rows.forEach(it -> tried.add(new ArrayList<>(it)));
        attempt(rows, tried, summands, values);
        return values;
    }

    private static void attempt(
            List<List<Long>> rows,
            List<List<Long>> tried,
            List<Cell> open,
            Map<Cell, Set<Long>> values) {
        if (open.isEmpty()) {
            if (totals(rows, values.keySet()).equals(totals(tried, values.keySet()))) {
                values.forEach((cell, seen) -> seen.add(sum(tried, cell)));
            }
            return;
        }
        Cell cell = open.get(0);
        long count = rows.get(cell.row()).get(cell.column());
        for (long value = Math.max(1, count - 1); value <= count + 1; value++) {
            tried.get(cell.row()).set(cell.column(), value);
            attempt(rows, tried, open.subList(1, open.size()), values);
        }
        tried.get(cell.row()).set(cell.column(), count);
    }

    /** The totals that are shown. */
    private static Map<Cell, Long> totals(List<List<Long>> rows, Set<Cell> hidden) {
        Map<Cell, Long> totals = new HashMap<>();
        for (int row = TOTAL; row < rows.size(); row++) {
            for (int column = TOTAL; column < rows.get(0).size(); column++) {
                Cell cell = new Cell(row, column);
                if ((row == TOTAL || column == TOTAL) && !hidden.contains(cell)) {
                    totals.put(cell, sum(rows, cell));
                }
            }
        }
        return totals;
    }

    /** The same of a list, where only the total is held. */
    private static Map<Cell, Set<Long>> possibleOfList(List<Long> counts, Set<Cell> hidden) {
        Map<Cell, Set<Long>> values = new HashMap<>();
        hidden.forEach(it -> values.put(it, new HashSet<>()));
        attempt(counts, List.of(), values);
        return values;
    }

    private static void attempt(List<Long> counts, List<Long> tried, Map<Cell, Set<Long>> values) {
        int row = tried.size();
        if (row == counts.size()) {
            long total = total(tried);
            if (values.containsKey(at(TOTAL)) || total == total(counts)) {
                values.forEach(
                        (cell, seen) ->
                                seen.add(cell.row() == TOTAL ? total : tried.get(cell.row())));
            }
            return;
        }
        long count = counts.get(row);
        int more = values.containsKey(at(row)) ? 1 : 0;
        for (long value = Math.max(more, count - more); value <= count + more; value++) {
            List<Long> longer = new ArrayList<>(tried);
            longer.add(value);
            attempt(counts, longer, values);
        }
    }

    private static long total(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
