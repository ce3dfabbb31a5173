package org.fengqiao.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica's worker knows of the service's ordinary chain. */
@ApplicationScoped
class ChainState {

    private final AtomicLong unproven = new AtomicLong();
    private volatile Chain.Waiting waiting = new Chain.Waiting(0, null);
    private volatile long seq;
    private volatile long checkpoint;
    private volatile Instant checkpointAt;
    private volatile boolean active;
    private volatile boolean torn;

    void saw(Chain.Waiting rows, long links) {
        waiting = rows;
        seq = links;
        active = true;
    }

    void met(int rows) {
        unproven.addAndGet(rows);
    }

    void signed(long number, Instant at) {
        checkpoint = number;
        checkpointAt = at;
    }

    void torn() {
        torn = true;
    }

    void inactive() {
        active = false;
    }

    /** Rows met since the start that this service did not write. */
    long unproven() {
        return unproven.get();
    }

    Chain.Waiting waiting() {
        return waiting;
    }

    long seq() {
        return seq;
    }

    /** The number of the last checkpoint; 0 where there is none. */
    long checkpoint() {
        return checkpoint;
    }

    Instant checkpointAt() {
        return checkpointAt;
    }

    boolean active() {
        return active;
    }

    /** Whether chain and file of checkpoints did not agree when this worker began. */
    boolean isTorn() {
        return torn;
    }
}
