package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which counts of a table must not be published: those so small that they point at somebody, and
 * what would give them away. Zero points at nobody and is always shown.
 *
 * <p>All sums of the table are taken for published. Two cells that change places of a case leave
 * the sums as they are only along a closed way through rows and columns; so each small cell gets
 * the closed way that hides the fewest further cells, of several the one with the smallest counts.
 * Then every hidden cell has at least two possible values, even for a reader who knows that no
 * hidden cell is zero.
 */
@ApplicationScoped
public class SmallCells {

    /** In place of a row or column: the sum of all. */
    public static final int TOTAL = -1;

    /** A cell by row and column, from 0; of a table of one dimension the column is TOTAL. */
    public record Cell(int row, int column) {}

    /**
     * What is hidden.
     *
     * @param small the cells under the minimum
     * @param besides those that would give them away
     */
    public record Hidden(Set<Cell> small, Set<Cell> besides) {

        public boolean contains(Cell cell) {
            return small.contains(cell) || besides.contains(cell);
        }
    }

    /**
     * A cell as a way between the two sums that it is part of, its row's and its column's.
     *
     * @param total whether it stands on the other side of both or one: a sum, not a summand
     */
    private record Way(Cell cell, int row, int column, boolean total, long count) {

        /** Whether there can be one more on the way from row to column, or one less back. */
        boolean leads(boolean toColumn) {
            boolean more = toColumn != total;
            return more || count > 1;
        }
    }

    private final int minimum;

    SmallCells(
            @ConfigProperty(name = "fengqiao.release.minimum-cell", defaultValue = "3")
                    int minimum) {
        this.minimum = minimum;
    }

    /** Of a table of one dimension, which is published with its total. */
    public Hidden of(List<Long> counts) {
        List<Way> ways = new ArrayList<>();
        long sum = 0;
        for (int row = 0; row < counts.size(); row++) {
            ways.add(new Way(new Cell(row, TOTAL), 0, 1, false, counts.get(row)));
            sum += counts.get(row);
        }
        ways.add(new Way(new Cell(TOTAL, TOTAL), 0, 1, true, sum));
        return hidden(ways, 2);
    }

    /**
     * Of a table of two dimensions, which is published with the totals of its rows, its columns and
     * of all.
     *
     * @param rows of equal length
     */
    public Hidden ofRows(List<List<Long>> rows) {
        int height = rows.size();
        int width = height == 0 ? 0 : rows.get(0).size();
        long[][] counts = new long[height + 1][width + 1];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                long count = rows.get(row).get(column);
                counts[row][column] = count;
                counts[row][width] += count;
                counts[height][column] += count;
                counts[height][width] += count;
            }
        }
        List<Way> ways = new ArrayList<>();
        for (int row = 0; row <= height; row++) {
            for (int column = 0; column <= width; column++) {
                boolean bottom = row == height;
                boolean right = column == width;
                Cell cell = new Cell(bottom ? TOTAL : row, right ? TOTAL : column);
                int below = height + 1 + column;
                ways.add(new Way(cell, row, below, bottom != right, counts[row][column]));
            }
        }
        return hidden(ways, height + width + 2);
    }

    private Hidden hidden(List<Way> ways, int sums) {
        List<Way> shown = ways.stream().filter(it -> it.count() > 0).toList();
        List<Way> small = shown.stream().filter(it -> it.count() < minimum).toList();
        Set<Way> hidden = new LinkedHashSet<>(small);
        small.forEach(it -> hidden.addAll(new Closing(it, shown, hidden, sums).cheapest()));
        Set<Cell> cells = new LinkedHashSet<>();
        small.forEach(it -> cells.add(it.cell()));
        Set<Cell> besides = new LinkedHashSet<>();
        hidden.forEach(it -> besides.add(it.cell()));
        besides.removeAll(cells);
        return new Hidden(cells, besides);
    }

    /** The search for the ways that close a circle with one of them: cheapest paths. */
    private static final class Closing {
        private final Way closed;
        private final List<Way> ways;
        private final Set<Way> hidden;
        private final int sums;
        // More than all counts together: one way less is always cheaper.
        private final long perWay;

        private Closing(Way closed, List<Way> ways, Set<Way> hidden, int sums) {
            this.closed = closed;
            this.ways = ways.stream().filter(it -> !it.equals(closed)).toList();
            this.hidden = hidden;
            this.sums = sums;
            this.perWay = 1 + ways.stream().mapToLong(Way::count).sum();
        }

        /** One direction is enough: one more, or one less. */
        List<Way> cheapest() {
            List<Way> more = closed.leads(true) ? path(closed.column(), closed.row()) : null;
            List<Way> less = closed.leads(false) ? path(closed.row(), closed.column()) : null;
            if (more == null || (less != null && cost(less) < cost(more))) {
                return less;
            }
            return more;
        }

        private long cost(List<Way> path) {
            return path.stream().mapToLong(this::cost).sum();
        }

        private long cost(Way way) {
            return hidden.contains(way) ? 0 : perWay + way.count();
        }

        /** Null where there is none. */
        private List<Way> path(int from, int to) {
            long[] costs = new long[sums];
            Way[] last = new Way[sums];
            Arrays.fill(costs, Long.MAX_VALUE);
            costs[from] = 0;
            boolean cheaper = true;
            while (cheaper) {
                cheaper = false;
                for (Way way : ways) {
                    cheaper |= way.leads(true) && reach(way.row(), way.column(), way, costs, last);
                    cheaper |= way.leads(false) && reach(way.column(), way.row(), way, costs, last);
                }
            }
            if (last[to] == null) {
                return null;
            }
            List<Way> path = new ArrayList<>();
            for (int at = to;
                    at != from;
                    at = last[at].row() == at ? last[at].column() : last[at].row()) {
                path.add(last[at]);
            }
            return path;
        }

        private boolean reach(int from, int to, Way way, long[] costs, Way[] last) {
            if (costs[from] == Long.MAX_VALUE || costs[from] + cost(way) >= costs[to]) {
                return false;
            }
            costs[to] = costs[from] + cost(way);
            last[to] = way;
            return true;
        }
    }
}
