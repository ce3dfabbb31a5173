package org.fengqiao.chaos;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What services said yes to, and what they should not have said. */
final class Written {

    /** The last version that was acknowledged, by source and record. */
    private final Map<Source, Map<String, Integer>> acknowledged = new ConcurrentHashMap<>();

    /** Keys that gave another record, or the record of another's key. */
    private final Queue<String> doubled = new ConcurrentLinkedQueue<>();

    /** Refusals of what is lawful. */
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    Written() {
        for (Source it : Source.values()) {
            acknowledged.put(it, new ConcurrentHashMap<>());
        }
    }

    /** A new record; of two keys, or of two callers, each has its own. */
    void created(Source source, String id, String by) {
        if (acknowledged.get(source).putIfAbsent(id, 1) != null) {
            doubled.add(by + " was answered a record that another key made: " + id);
        }
    }

    void stepped(Source source, String id, int version) {
        acknowledged.get(source).merge(id, version, Math::max);
    }

    void doubled(String what) {
        doubled.add(what);
    }

    void refused(String what) {
        refused.add(what);
    }

    Map<String, Integer> of(Source source) {
        return acknowledged.get(source);
    }

    Queue<String> doubled() {
        return doubled;
    }

    Queue<String> refused() {
        return refused;
    }

    int count() {
        return acknowledged.values().stream().mapToInt(Map::size).sum();
    }
}
