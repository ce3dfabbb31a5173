package org.fengqiao.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.fengqiao.kit.events.EventDoubt;

/** How many events were not believed, by reason, and how many came once more. */
@Singleton
public class EventCounts {

    private final MeterRegistry meters;

    EventCounts(MeterRegistry meters) {
        this.meters = meters;
        for (EventDoubt it : EventDoubt.values()) {
            refused(it, 0); // so that an alert finds a zero
        }
    }

    /** Events that changed nothing, since they are forged, or out of their time. */
    public void refused(EventDoubt why, long events) {
        meters.counter("fengqiao.events.refused", "reason", why.name()).increment(events);
    }

    /** Events of a version that was applied before: harmless. */
    public void duplicate(long events) {
        meters.counter("fengqiao.events.duplicate").increment(events);
    }
}
