package org.fengqiao.kit.ledger;

import java.util.List;
import java.util.Objects;

/** The rows of one sheet that are not blank. */
record Grid(List<Row> rows) {

    /** Rows an import takes; more is refused. */
    static final int MAX_ROWS = 50_000;

    /** Columns that are looked at. */
    static final int MAX_COLUMNS = 200;

    /**
     * A row.
     *
     * @param line its number in the file, from 1
     * @param cells by position; {@code null} where blank
     */
    record Row(int line, List<Cell> cells) {

        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }

        Cell first() {
            return cells.stream().filter(Objects::nonNull).findFirst().orElse(null);
        }
    }
}
