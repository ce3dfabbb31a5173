package org.fengqiao.legal.registers;

import java.util.UUID;

/** What a record says that an entry of the service log may tell of: it is then a part of that. */
public interface OfServiceLog extends Said {

    /** The entry; null where the record stands by itself. */
    UUID serviceLogId();

    @Override
    default UUID partOf() {
        return serviceLogId();
    }
}
