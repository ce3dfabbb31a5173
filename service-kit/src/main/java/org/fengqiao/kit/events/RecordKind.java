package org.fengqiao.kit.events;

import java.util.List;
import java.util.UUID;

/**
 * A kind of record that a service owns. Parity, replay and the change feed work on all kinds alike.
 *
 * <p>The table has the columns {@code id uuid, version integer, division char(12), entered_on
 * date}.
 */
public interface RecordKind {

    /** The name: {@code mediation.case.v1}; as {@link Recorded#kind}. */
    String name();

    /** The table's name. */
    String table();

    /** The resource's path below the service: {@code v1/cases}. */
    String path();

    /** The next records after an id, in id order, locked until the transaction ends. */
    List<? extends Recorded> lockNext(UUID after, int limit);
}
