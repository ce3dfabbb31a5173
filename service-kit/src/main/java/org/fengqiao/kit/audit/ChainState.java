package org.fengqiao.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What this replica's worker knows of the service's ordinary chain. */
@ApplicationScoped
class ChainState {

    private static final Chain.Waiting NOTHING = new Chain.Waiting(0, null);

    private volatile Chain.Waiting waiting = NOTHING;
    private volatile long seq;
    private volatile long unproven;
    private volatile long checkpoint;
    private volatile Instant checkpointAt;
    private volatile boolean active;
    private volatile boolean torn;

    void saw(Chain.Waiting rows, long links, long unprovenRows) {
        waiting = rows;
        seq = links;
        unproven = unprovenRows;
    }

    void signed(long number, Instant at) {
        checkpoint = number;
        checkpointAt = at;
    }

    void torn() {
        torn = true;
    }

    /** Rows are linked and checkpoints signed: a chain whose file fails is not active. */
    void goesOn() {
        active = true;
    }

    /** What waits goes on waiting: no other replica is known to see to it. */
    void inactive() {
        active = false;
    }

    /** Another replica has the lock, and says what waits. */
    void standsBy() {
        waiting = NOTHING;
    }

    /** Rows in the chain that this service did not write. */
    long unproven() {
        return unproven;
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
