package org.fengqiao.reporting.facts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.Limits;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;

/** Reads events into rows, and keeps apart what is not believed and what cannot be read. */
final class EventReader {

    /**
     * What events come to.
     *
     * @param bad why one cannot be read
     * @param doubts why one is not believed
     * @param at the time of the last one that is believed; null where it is not known
     */
    record Reading(
            Batches batch,
            Map<ConsumerRecord<String, byte[]>, String> bad,
            Map<ConsumerRecord<String, byte[]>, EventDoubt> doubts,
            Instant at) {}

    private final Map<String, Kinds> topics;
    private final EventKeys keys;
    private final Limits limits = new Limits();

    EventReader(Map<String, Kinds> topics, EventKeys keys) {
        this.topics = topics;
        this.keys = keys;
    }

    /**
     * Reads events of one partition. One that is not believed counts for nothing, not even among
     * what cannot be read: else whoever may write could stop the service.
     *
     * @param signedFrom the offset from which on they must be signed
     * @throws Stopped for a new major, or where too much cannot be read
     */
    Reading read(List<ConsumerRecord<String, byte[]>> events, long signedFrom) {
        Batches batch = new Batches();
        Map<ConsumerRecord<String, byte[]>, String> bad = new LinkedHashMap<>();
        Map<ConsumerRecord<String, byte[]>, EventDoubt> doubts = new LinkedHashMap<>();
        ConsumerRecord<String, byte[]> last = null;
        for (ConsumerRecord<String, byte[]> event : events) {
            Optional<EventDoubt> doubt = keys.doubt(event, signedFrom);
            if (doubt.isPresent()) {
                doubts.put(event, doubt.get());
                continue;
            }
            last = event;
            try {
                topics.get(event.topic()).read(event, batch);
                limits.good();
            } catch (BadEvent e) {
                bad.put(event, e.getMessage());
                limits.bad(event.topic(), e.getMessage());
            }
        }
        return new Reading(batch, bad, doubts, last == null ? null : KafkaLog.time(last));
    }
}
