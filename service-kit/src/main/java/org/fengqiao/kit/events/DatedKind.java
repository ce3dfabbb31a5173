package org.fengqiao.kit.events;

import java.util.List;
import java.util.UUID;

/** A kind of record that carries last days of its own. */
public interface DatedKind extends RecordKind {

    /** These records in the order of their ids, locked until the transaction ends. */
    List<? extends Dated> lock(List<UUID> ids);
}
