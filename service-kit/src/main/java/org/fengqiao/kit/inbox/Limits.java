package org.fengqiao.kit.inbox;

import java.util.BitSet;

/** How much that cannot be read is still an accident: not 50 in a row, not 1 % of 10,000. */
public final class Limits {

    private static final int IN_A_ROW = 50;
    private static final int WINDOW = 10_000;
    private static final int IN_WINDOW = WINDOW / 100;

    private final BitSet window = new BitSet(WINDOW);
    private long seen;
    private int inARow;

    /** An event could be read. */
    public void good() {
        inARow = 0;
        window.clear((int) (seen++ % WINDOW));
    }

    /**
     * An event could not be read.
     *
     * @throws Stopped where this is no accident any more
     */
    public void bad(String topic, String reason) {
        inARow++;
        window.set((int) (seen++ % WINDOW));
        if (inARow >= IN_A_ROW || window.cardinality() >= IN_WINDOW) {
            throw new Stopped(
                    "%d unreadable events in a row, %d of the last %d; the last in %s: %s"
                            .formatted(inARow, window.cardinality(), WINDOW, topic, reason));
        }
    }
}
