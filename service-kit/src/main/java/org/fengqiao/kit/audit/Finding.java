package org.fengqiao.kit.audit;

/**
 * Something that the proof does not allow.
 *
 * @param id of the row; of a link its place in the chain; of a checkpoint its number
 */
record Finding(Kind kind, String table, long id, String text) {

    /** What was done, as far as it can be told. */
    enum Kind {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED,
        CUT
    }

    @Override
    public String toString() {
        return kind + " " + table + " " + id + ": " + text;
    }
}
