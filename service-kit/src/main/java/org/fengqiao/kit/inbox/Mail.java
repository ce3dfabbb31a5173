package org.fengqiao.kit.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.web.Refusal;

/** A batch, read: of each record the newest event, and what is not believed or not readable. */
final class Mail {

    /**
     * The newest of a record.
     *
     * @param state empty where the record was removed
     */
    record Letter(UUID id, long position, Optional<Received> state) {}

    private final Map<UUID, Letter> letters = new LinkedHashMap<>();
    private final Map<UUID, List<Letter>> overtaken = new HashMap<>();
    private final List<InboxProblems.Problem> unreadable = new ArrayList<>();
    private final Map<Long, EventDoubt> doubts = new LinkedHashMap<>();
    private Instant at;

    private Mail() {}

    /**
     * @param events in the order of the log
     * @param check why an event is not to be believed: it then counts for nothing, not even among
     *     what cannot be read, or whoever may write could stop the service
     * @throws Stopped for a new major, which is a new meaning, and where too much is unreadable
     */
    static Mail read(
            List<ConsumerRecord<String, byte[]>> events,
            Function<ConsumerRecord<String, byte[]>, Optional<EventDoubt>> check,
            Limits limits,
            Instant at) {
        Mail mail = new Mail();
        for (ConsumerRecord<String, byte[]> event : events) {
            Optional<EventDoubt> doubt = check.apply(event);
            if (doubt.isPresent()) {
                mail.doubts.put(event.offset(), doubt.get());
                continue;
            }
            mail.at = KafkaLog.time(event);
            try {
                mail.add(event, at);
                limits.good();
            } catch (Refusal e) {
                mail.put(InboxProblems.Problem.of(event, e));
                limits.bad(event.topic(), e.en());
            }
        }
        return mail;
    }

    private void add(ConsumerRecord<String, byte[]> event, Instant at) {
        UUID id = Received.id(event);
        if (event.value() == null) {
            put(new Letter(id, event.offset(), Optional.empty()));
            return;
        }
        String schema = KafkaLog.header(event, "ce_dataschema");
        if (schema == null) {
            throw Refusal.of(
                    422,
                    "EVENT_UNREADABLE",
                    "缺少消息头ce_dataschema",
                    "Header ce_dataschema is missing");
        }
        if (!schema.equals(event.topic() + "/1")) {
            throw new Stopped("Unknown schema in " + event.topic() + ": " + schema);
        }
        put(new Letter(id, event.offset(), Optional.of(Received.of(event, at))));
    }

    private void put(Letter letter) {
        Letter before = letters.get(letter.id());
        if (before != null && isLate(letter, before)) {
            doubts.put(
                    letter.position(),
                    before.state().isEmpty() ? EventDoubt.REMOVED : EventDoubt.LATE);
        } else {
            if (before != null) {
                overtaken.computeIfAbsent(letter.id(), it -> new ArrayList<>()).add(before);
            }
            letters.remove(letter.id()); // the order is that of the newest events
            letters.put(letter.id(), letter);
            unreadable.removeIf(it -> letter.id().equals(it.recordId()));
        }
    }

    private void put(InboxProblems.Problem problem) {
        Letter before = letters.get(problem.recordId());
        if (before == null || before.state().isPresent()) {
            unreadable.add(problem);
        }
    }

    /** After a removal nothing comes: a record is removed for good. */
    private static boolean isLate(Letter letter, Letter before) {
        if (letter.state().isEmpty() || before.state().isEmpty()) {
            return letter.state().isPresent();
        }
        return letter.state().get().version() < before.state().get().version();
    }

    Collection<Letter> letters() {
        return letters.values();
    }

    /** The records that there is an event to apply of. */
    Collection<UUID> records() {
        return letters.keySet();
    }

    /** Every record that is named, be it by an event that cannot be read. */
    Set<UUID> named() {
        Set<UUID> all = new HashSet<>(letters.keySet());
        unreadable.stream()
                .map(InboxProblems.Problem::recordId)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** The time of the last event that is believed; null where it is not known. */
    Instant at() {
        return at;
    }

    /** Of the same record, what came before in the batch and is not applied. */
    List<Letter> overtakenBy(Letter letter) {
        return overtaken.getOrDefault(letter.id(), List.of());
    }

    /** What is not believed, by its place in the log. */
    Map<Long, EventDoubt> doubts() {
        return doubts;
    }

    /** What could not be read, but for what a later event of its record has overtaken. */
    List<InboxProblems.Problem> unreadable() {
        return unreadable;
    }
}
