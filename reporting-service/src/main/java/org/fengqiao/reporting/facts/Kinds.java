package org.fengqiao.reporting.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.Facts.Reader;

/** The kinds of record of one topic; an event names its own in {@code ce_dataschema}. */
final class Kinds {

    private static final String MAJOR = "/1";

    private final Map<String, Reader> readers = new LinkedHashMap<>();

    private Kinds() {}

    /** By topic. */
    static Map<String, Kinds> byTopic(List<Table> tables) {
        Map<String, Kinds> topics = new LinkedHashMap<>();
        for (Table it : tables) {
            topics.computeIfAbsent(it.topic(), topic -> new Kinds())
                    .readers
                    .put(it.kind(), new Reader(it));
        }
        return topics;
    }

    Collection<Table> tables() {
        return readers.values().stream().map(it -> it.table).toList();
    }

    /**
     * Takes one event into a batch: its state, or that its record was removed.
     *
     * @throws Stopped for a new major: it is a new meaning, and nothing may be taken from it
     * @throws BadEvent also for a kind that no table reads yet, on a topic of several kinds
     */
    void read(ConsumerRecord<String, byte[]> event, Batches batches) throws BadEvent {
        if (event.value() == null) {
            batches.remove(Reader.id(event.key()), tables());
            return;
        }
        Reader reader = reader(KafkaLog.header(event, "ce_dataschema"), event.topic());
        batches.add(reader.table, reader.read(event.key(), event.value()), event);
    }

    /** The reader of a schema. */
    Reader reader(String schema, String topic) throws BadEvent {
        if (schema == null) {
            throw new BadEvent("Header ce_dataschema is missing");
        }
        String kind = schema.replaceFirst("/[^/]*$", "");
        Reader reader = readers.get(kind);
        if (reader == null && readers.size() > 1) {
            throw new BadEvent("No fact table reads " + kind.replaceAll("[^a-z0-9.-].*", "…"));
        }
        if (reader == null || !schema.equals(kind + MAJOR)) {
            throw new Stopped("Unknown schema in " + topic + ": " + schema);
        }
        return reader;
    }
}
