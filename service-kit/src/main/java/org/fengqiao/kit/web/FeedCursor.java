package org.fengqiao.kit.web;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A place in a feed of a table's rows in which no late commit is ever skipped: they come by
 * transaction, and only below the oldest one that still runs. The table has an {@code xid xid8} and
 * an {@code id bigint}.
 */
public record FeedCursor(String xid, long id) {

    private static final String PARAMETER = "after";
    private static final String NUMBER = "[0-9]{1,18}";

    /**
     * The place that a caller goes on from.
     *
     * @param after the cursor of the page before; null is before the first row
     * @throws Refusal 400 for anything that {@link #text} did not make
     */
    public static FeedCursor of(String after) {
        if (after == null) {
            return new FeedCursor("0", 0);
        }
        List<String> parts = Cursor.decode(after, PARAMETER);
        if (parts.size() != 2 || !parts.stream().allMatch(it -> it.matches(NUMBER))) {
            throw Cursor.invalid(PARAMETER);
        }
        return new FeedCursor(parts.get(0), Long.parseLong(parts.get(1)));
    }

    /** A condition: the rows behind a place, whose parameters {@link #set} sets. */
    public static String behind(String table) {
        return """
        (%1$s.xid, %1$s.id) > (?::xid8, ?)
          and %1$s.xid < pg_snapshot_xmin(pg_current_snapshot())\
        """
                .formatted(table);
    }

    /**
     * Their order. By the table's name: xid alone may be a text that is selected, 999 after 1000.
     */
    public static String order(String table) {
        return "%1$s.xid, %1$s.id".formatted(table);
    }

    /** Sets the two parameters of {@link #behind}; returns the index of the next one. */
    public int set(PreparedStatement select, int index) throws SQLException {
        select.setString(index, xid);
        select.setLong(index + 1, id);
        return index + 2;
    }

    /** As {@link #of} reads it. */
    public String text() {
        return Cursor.encode(xid, Long.toString(id));
    }
}
