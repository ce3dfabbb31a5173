package org.fengqiao.kit.events;

import java.util.List;
import java.util.UUID;

/** A record that is journaled and published: every kind of record of a service is one. */
public interface Recorded {

    /** The name of the kind and of its schema: {@code mediation.case.v1}. */
    String kind();

    /** Where it is published; its kind, unless several kinds share a topic. */
    default String topic() {
        return kind();
    }

    UUID id();

    /** Raised by one with each step. */
    int version();

    /** The division that owns the record, 12 digits. */
    String division();

    /**
     * The literal name of the last step on the wire, past tense: {@code mediation.case.accepted}.
     */
    String eventType();

    /** The record as it now stands: codes, dates, counts, ids; no person and no free text. */
    Object event();

    /** The steps taken since the record was loaded, oldest first; never empty after a command. */
    List<Taken> taken();
}
