package org.fengqiao.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.events.EventDoubt;

/** What a batch of a topic comes to, table by table, and what of it came out of its time. */
final class Batches {

    private final Map<Table, Batch> byTable = new LinkedHashMap<>();
    private final Map<String, List<Version>> versions = new HashMap<>();
    private final Map<ConsumerRecord<String, byte[]>, EventDoubt> late = new LinkedHashMap<>();
    final Set<String> removed = new HashSet<>();
    private long duplicates;

    /** A version of a record, as an event told it. */
    private record Version(int number, ConsumerRecord<String, byte[]> event) {}

    /** Per record of a table its newest snapshot, and the records removed. */
    static final class Batch {
        final Map<String, String[]> newest = new LinkedHashMap<>();
        final Set<String> removed = new HashSet<>();

        /** Writes the batch: removals, then one upsert guarded by version. */
        private void write(Connection connection, Table table) throws SQLException {
            String delete = "delete from " + table.name() + " where record_id = any (?::uuid[])";
            if (!removed.isEmpty()) {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setArray(1, connection.createArrayOf("text", removed.toArray()));
                    statement.executeUpdate();
                }
            }
            if (!newest.isEmpty()) {
                Facts.upsert(connection, table, newest.values());
            }
        }
    }

    /** The same guard as the table's: an equal version is applied again, an older one never. */
    void add(Table table, String[] row, ConsumerRecord<String, byte[]> event) {
        String id = row[0];
        if (removed.contains(id)) {
            late.put(event, EventDoubt.REMOVED);
            return;
        }
        String[] before = of(table).newest.get(id);
        int newer = before == null ? 1 : Integer.compare(version(row), version(before));
        if (newer < 0) {
            late.put(event, EventDoubt.LATE);
            return;
        }
        duplicates += newer == 0 ? 1 : 0;
        of(table).newest.put(id, row);
        versions.computeIfAbsent(id, it -> new ArrayList<>(1))
                .add(new Version(version(row), event));
    }

    /** A record that was removed names no kind. Nothing comes after its removal. */
    void remove(String recordId, Collection<Table> tables) {
        removed.add(recordId);
        for (Table it : tables) {
            of(it).newest.remove(recordId);
            of(it).removed.add(recordId);
        }
    }

    Collection<String[]> newest(Table table) {
        return of(table).newest.values();
    }

    /** Events of an older version than was known, or of a record removed; once it is written. */
    Map<ConsumerRecord<String, byte[]>, EventDoubt> late() {
        return late;
    }

    /** Events of the version that was known; once it is written. */
    long duplicates() {
        return duplicates;
    }

    private Batch of(Table table) {
        return byTable.computeIfAbsent(table, it -> new Batch());
    }

    /** Writes all of it, each table under the name that it now has. */
    void write(Connection connection, UnaryOperator<Table> named) throws SQLException {
        dropWhatWasRemoved(connection);
        Changes changes = new Changes();
        for (Map.Entry<Table, Batch> it : byTable.entrySet()) {
            Table table = named.apply(it.getKey());
            compare(changes.of(connection, table, it.getValue()));
            it.getValue().write(connection, table);
        }
        changes.note(connection);
    }

    private void dropWhatWasRemoved(Connection connection) throws SQLException {
        Map<String, List<Table>> topics =
                byTable.keySet().stream().collect(Collectors.groupingBy(Table::topic));
        for (String topic : topics.keySet()) {
            Set<String> gone = RemovedFacts.among(connection, topic, versions.keySet());
            for (String id : gone) {
                byTable.values().forEach(it -> it.newest.remove(id));
                versions.get(id).forEach(it -> late.put(it.event(), EventDoubt.REMOVED));
            }
            RemovedFacts.add(connection, topic, removed);
        }
    }

    private void compare(List<String[]> known) {
        for (String[] before : known) {
            for (Version it : versions.getOrDefault(before[0], List.of())) {
                if (it.number() < version(before)) {
                    late.put(it.event(), EventDoubt.LATE);
                } else if (it.number() == version(before)) {
                    duplicates++;
                }
            }
        }
    }

    private static int version(String[] row) {
        return Integer.parseInt(row[1]);
    }
}
