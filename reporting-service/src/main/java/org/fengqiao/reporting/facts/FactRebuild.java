package org.fengqiao.reporting.facts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.kit.events.EventKeys;
import org.fengqiao.kit.inbox.KafkaLog;
import org.fengqiao.reporting.facts.EventReader.Reading;
import org.fengqiao.reporting.facts.Rebuilds.State;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One rebuild: the log is copied into a stage without a journal, merged into new tables, indexed,
 * caught up, and changed for the old tables in one transaction. Readers go on meanwhile.
 */
final class FactRebuild {

    private static final int POLL_EVENTS = 20_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final byte[] ABSENT = "\\N".getBytes(StandardCharsets.UTF_8);
    private static final long NEARLY_THERE_NANOS = Duration.ofSeconds(1).toNanos();

    /** Hears how far the rebuild is. */
    interface Progress {
        void at(State state, long events) throws SQLException;
    }

    private final Connection connection;
    private final NextTables next;
    private final KafkaLog log;
    private final List<Table> tables;
    private final Map<String, Kinds> topics;
    private final Positions stored;
    private final EventReader reader;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, String> topicIds = new TreeMap<>();
    private long events;

    FactRebuild(
            Connection connection,
            KafkaLog log,
            Positions stored,
            List<Table> tables,
            EventKeys keys,
            Clock clock) {
        this.connection = connection;
        this.next = new NextTables(connection);
        this.log = log;
        this.tables = tables;
        this.topics = Kinds.byTopic(tables);
        this.stored = stored;
        this.reader = new EventReader(topics, keys);
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void run(Progress progress) throws SQLException {
        topicIds.putAll(log.topicIds(List.copyOf(topics.keySet())));
        next.begin();
        for (Table table : tables) {
            next.stage(table);
        }
        for (Map.Entry<String, Kinds> topic : topics.entrySet()) {
            try (KafkaConsumer<String, byte[]> kafka = log.consumer(POLL_EVENTS)) {
                load(topic.getKey(), topic.getValue(), kafka, progress);
            }
        }
        progress.at(State.INDEXING, events);
        for (Table table : tables) {
            next.merge(table);
            next.index(table);
        }
        progress.at(State.CATCHING_UP, events);
        try (KafkaConsumer<String, byte[]> kafka = log.consumer(POLL_EVENTS)) {
            catchUp(kafka);
        }
        next.swap(tables, positions, topicIds, startedAt);
        next.end();
        progress.at(State.DONE, events);
    }

    /** Copies the topic up to where its log ends now. */
    private void load(
            String topic, Kinds kinds, KafkaConsumer<String, byte[]> kafka, Progress progress)
            throws SQLException {
        List<TopicPartition> partitions =
                kafka.partitionsFor(topic).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(kafka.endOffsets(partitions));
        Set<String> removed = new HashSet<>();
        while (!reached(kafka, ends)) {
            ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                List<ConsumerRecord<String, byte[]>> records = polled.records(partition);
                long last = records.get(records.size() - 1).offset();
                Batches batch = read(partition, records);
                removed.addAll(batch.removed);
                for (Table table : kinds.tables()) {
                    copy(table, batch.newest(table), last);
                }
            }
            events += polled.count();
            progress.at(State.LOADING, events);
        }
        partitions.forEach(it -> positions.put(it, kafka.position(it)));
        DeadLetters.erase(connection, topic, removed);
        RemovedFacts.add(connection, topic, removed);
    }

    private void copy(Table table, Collection<String[]> rows, long offset) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String copy =
                "copy rebuild.stage_%s (%s, source_offset) from stdin"
                        .formatted(table.name(), table.each(Column::sql));
        CopyIn stage = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            byte[] lines = lines(rows, offset);
            stage.writeToCopy(lines, 0, lines.length);
            stage.endCopy();
        } finally {
            if (stage.isActive()) {
                stage.cancelCopy();
            }
        }
    }

    private static boolean reached(
            KafkaConsumer<String, byte[]> kafka, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(it -> kafka.position(it.getKey()) >= it.getValue());
    }

    private Batches read(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
            throws SQLException {
        String topicId = topicIds.get(partition.topic());
        Reading reading = reader.read(records, stored.signedFrom(partition, topicId));
        DeadLetters.add(connection, topicId, reading.bad(), clock.instant());
        DeadLetters.doubt(connection, topicId, reading.doubts(), startedAt, clock.instant());
        return reading.batch();
    }

    /** In bytes at once: one number of a case, with its Chinese, would widen a whole text. */
    private static byte[] lines(Collection<String[]> rows, long offset) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(rows.size() * 400);
        byte[] end = (offset + "\n").getBytes(StandardCharsets.UTF_8);
        for (String[] row : rows) {
            for (String value : row) {
                // Every value was checked by its type: none needs an escape.
                lines.writeBytes(value == null ? ABSENT : value.getBytes(StandardCharsets.UTF_8));
                lines.write('\t');
            }
            lines.writeBytes(end);
        }
        return lines.toByteArray();
    }

    /** Applies what came meanwhile, by the path of live events, until a round takes no second. */
    private void catchUp(KafkaConsumer<String, byte[]> kafka) throws SQLException {
        kafka.assign(positions.keySet());
        positions.forEach(kafka::seek);
        long began;
        do {
            began = System.nanoTime();
            Map<TopicPartition, Long> ends = kafka.endOffsets(positions.keySet());
            while (!reached(kafka, ends)) {
                ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
                for (TopicPartition it : polled.partitions()) {
                    Batches batch = read(it, polled.records(it));
                    batch.write(connection, table -> table.named("rebuild." + table.name()));
                    DeadLetters.erase(connection, it.topic(), batch.removed);
                }
                events += polled.count();
            }
        } while (System.nanoTime() - began > NEARLY_THERE_NANOS);
        kafka.assignment().forEach(it -> positions.put(it, kafka.position(it)));
    }
}
