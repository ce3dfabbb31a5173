package org.fengqiao.kit.inbox;

import java.util.UUID;
import org.fengqiao.kit.journal.Command;

/**
 * What a service does with the records of another service's topic. A topic is followed where the
 * service has a bean of this type for it.
 *
 * <p>Both methods run in the transaction that moves the place in the log. An event may come again,
 * late, or after a newer one; of several of a record in one batch only the newest comes. Act on the
 * record's state, and on its version where an older state could do harm.
 */
public interface TopicFollower {

    /** The topic, which is the kind of its records: {@code mediation.case.v1}. */
    String topic();

    /**
     * Takes over a record as it now stands.
     *
     * @throws org.fengqiao.kit.web.Refusal where that cannot be: nothing may have been written by
     *     then. It becomes a problem that the offices of the event's division see, and the next
     *     event comes
     */
    void take(Received event);

    /**
     * The record was removed for good: a tombstone. No older event of it comes afterwards, nor a
     * second tombstone.
     *
     * @param command of what that brings about here; it does not name the record
     */
    default void removed(UUID id, Command command) {}
}
