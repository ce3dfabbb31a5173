package org.fengqiao.reporting.facts;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.fengqiao.reporting.facts.DeadLetters.Limits;
import org.fengqiao.reporting.facts.Facts.BadEvent;
import org.fengqiao.reporting.facts.Facts.Batch;
import org.fengqiao.reporting.facts.Facts.Column;
import org.fengqiao.reporting.facts.Facts.Reader;
import org.fengqiao.reporting.facts.Facts.Table;
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
    private static final int NEARLY_THERE_EVENTS = 1_000;
    private static final int SWAP_TRIES = 50;
    private static final long SWAP_PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Hears how far the rebuild is. */
    interface Progress {
        void at(State state, long events) throws SQLException;
    }

    private final Connection connection;
    private final KafkaLog log;
    private final List<Table> tables;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, String> topicIds = new TreeMap<>();
    private final Limits limits = new Limits();
    private long events;

    FactRebuild(Connection connection, KafkaLog log, List<Table> tables, Clock clock) {
        this.connection = connection;
        this.log = log;
        this.tables = tables;
        this.clock = clock;
    }

    void run(Progress progress) throws SQLException {
        Instant startedAt = clock.instant();
        topicIds.putAll(log.topicIds(tables.stream().map(Table::topic).toList()));
        execute("drop schema if exists rebuild cascade", "create schema rebuild");
        for (Table table : tables) {
            stage(table);
            try (KafkaConsumer<String, byte[]> kafka = log.consumer(POLL_EVENTS)) {
                load(table, kafka, progress);
            }
        }
        progress.at(State.INDEXING, events);
        for (Table table : tables) {
            merge(table);
            index(table);
        }
        progress.at(State.CATCHING_UP, events);
        try (KafkaConsumer<String, byte[]> kafka = log.consumer(POLL_EVENTS)) {
            catchUp(kafka);
        }
        swap(startedAt);
        execute("drop schema rebuild cascade");
        progress.at(State.DONE, events);
    }

    private void stage(Table table) throws SQLException {
        execute(
                "create unlogged table rebuild.stage_%1$s as select * from %1$s limit 0"
                        .formatted(table.name()),
                "alter table rebuild.stage_%s add source_offset bigint".formatted(table.name()),
                "create unlogged table rebuild.removed_%s (record_id uuid, source_offset bigint)"
                        .formatted(table.name()));
    }

    /** Copies the topic up to where its log ends now. */
    private void load(Table table, KafkaConsumer<String, byte[]> kafka, Progress progress)
            throws SQLException {
        List<TopicPartition> partitions =
                kafka.partitionsFor(table.topic()).stream()
                        .map(it -> new TopicPartition(it.topic(), it.partition()))
                        .toList();
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(kafka.endOffsets(partitions));
        Reader reader = new Reader(table);
        String copy =
                "copy rebuild.stage_%s (%s, source_offset) from stdin"
                        .formatted(table.name(), table.each(Column::sql));
        CopyIn stage = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        Map<String, Long> removed = new HashMap<>();
        Map<ConsumerRecord<String, byte[]>, String> bad = new LinkedHashMap<>();
        try {
            while (!reached(kafka, ends)) {
                ConsumerRecords<String, byte[]> polled = kafka.poll(POLL);
                for (TopicPartition partition : polled.partitions()) {
                    List<ConsumerRecord<String, byte[]>> records = polled.records(partition);
                    long last = records.get(records.size() - 1).offset();
                    Batch batch = read(records, reader, bad);
                    // A removal comes before the rows of its own batch and after all others.
                    batch.removed().forEach(it -> removed.put(it, last - 1));
                    byte[] lines = lines(table, batch.rows(), last);
                    stage.writeToCopy(lines, 0, lines.length);
                }
                events += polled.count();
                progress.at(State.LOADING, events);
            }
            stage.endCopy();
        } finally {
            if (stage.isActive()) {
                stage.cancelCopy();
            }
        }
        partitions.forEach(it -> positions.put(it, kafka.position(it)));
        DeadLetters.add(connection, topicIds.get(table.topic()), bad, clock.instant());
        removed(table, removed);
    }

    private static boolean reached(
            KafkaConsumer<String, byte[]> kafka, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(it -> kafka.position(it.getKey()) >= it.getValue());
    }

    private Batch read(
            List<ConsumerRecord<String, byte[]>> records,
            Reader reader,
            Map<ConsumerRecord<String, byte[]>, String> bad) {
        Batch batch = new Batch();
        for (ConsumerRecord<String, byte[]> event : records) {
            try {
                FactConsumer.read(event, reader, batch);
                limits.good();
            } catch (BadEvent e) {
                bad.put(event, e.getMessage());
                limits.bad(event.topic(), e.getMessage());
            }
        }
        return batch;
    }

    private static byte[] lines(Table table, Collection<String[]> rows, long offset) {
        StringBuilder lines = new StringBuilder(rows.size() * 400);
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] == null) {
                    lines.append("\\N");
                } else if (table.columns().get(i).type() == Facts.Type.TEXT) {
                    lines.append(escaped(row[i]));
                } else {
                    lines.append(row[i]);
                }
                lines.append('\t');
            }
            lines.append(offset).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private void removed(Table table, Map<String, Long> removed) throws SQLException {
        String sql =
                "insert into rebuild.removed_%s select * from unnest(?::uuid[], ?::bigint[])"
                        .formatted(table.name());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<String> ids = new ArrayList<>(removed.keySet());
            insert.setArray(1, connection.createArrayOf("text", ids.toArray()));
            insert.setArray(
                    2, connection.createArrayOf("bigint", ids.stream().map(removed::get).toArray()));
            insert.executeUpdate();
        }
    }

    private void merge(Table table) throws SQLException {
        execute(
                "set work_mem = '256MB'",
                "set maintenance_work_mem = '256MB'",
                "create table rebuild.%1$s (like %1$s including defaults including constraints)"
                        .formatted(table.name()),
                """
                insert into rebuild.%1$s (%2$s)
                select distinct on (record_id) %2$s
                from rebuild.stage_%1$s stage
                where not exists (
                    select from rebuild.removed_%1$s removed
                    where removed.record_id = stage.record_id
                        and removed.source_offset >= stage.source_offset)
                order by record_id, version desc, source_offset desc
                """
                        .formatted(table.name(), table.each(Column::sql)),
                "drop table rebuild.stage_" + table.name(),
                "drop table rebuild.removed_" + table.name(),
                "reset work_mem");
    }

    /** The same indexes as the table in use has, read from the database. */
    private void index(Table table) throws SQLException {
        List<String> statements = new ArrayList<>();
        String sql =
                """
                select replace(pg_get_indexdef(index.indexrelid),
                        ' ON public.' || relation.relname, ' ON rebuild.' || relation.relname),
                    case when index.indisprimary then
                        format('alter table rebuild.%I add primary key using index %I',
                            relation.relname, index.indexrelid::regclass::text) end
                from pg_index index
                join pg_class relation on relation.oid = index.indrelid
                where relation.oid = ?::regclass
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, "public." + table.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    statements.add(row.getString(1));
                    if (row.getString(2) != null) {
                        statements.add(row.getString(2));
                    }
                }
            }
        }
        statements.add("analyze rebuild." + table.name());
        statements.add("reset maintenance_work_mem");
        execute(statements.toArray(String[]::new));
    }

    /** Applies what came meanwhile, by the path of live events, until almost nothing is left. */
    private void catchUp(KafkaConsumer<String, byte[]> kafka) throws SQLException {
        Map<String, Table> byTopic = new HashMap<>();
        Map<String, Reader> readers = new HashMap<>();
        for (Table it : tables) {
            byTopic.put(it.topic(), it.named("rebuild." + it.name()));
            readers.put(it.topic(), new Reader(it));
        }
        kafka.assign(positions.keySet());
        positions.forEach(kafka::seek);
        ConsumerRecords<String, byte[]> polled;
        do {
            polled = kafka.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                Map<ConsumerRecord<String, byte[]>, String> bad = new LinkedHashMap<>();
                Batch batch =
                        read(polled.records(partition), readers.get(partition.topic()), bad);
                batch.write(connection, byTopic.get(partition.topic()));
                DeadLetters.add(connection, topicIds.get(partition.topic()), bad, clock.instant());
            }
            kafka.assignment().forEach(it -> positions.put(it, kafka.position(it)));
            events += polled.count();
        } while (polled.count() > NEARLY_THERE_EVENTS);
    }

    /** Changes the tables; where a reader holds one for long, lets it pass and tries again. */
    private void swap(Instant startedAt) throws SQLException {
        connection.setAutoCommit(false);
        for (int tries = 1; ; tries++) {
            try {
                swapOnce(startedAt);
                connection.commit();
                connection.setAutoCommit(true);
                return;
            } catch (SQLException e) {
                connection.rollback();
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || tries == SWAP_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(SWAP_PAUSE_NANOS);
            }
        }
    }

    private void swapOnce(Instant startedAt) throws SQLException {
        execute(
                "set local lock_timeout = '2s'",
                // The same order as a live batch: offsets, then facts.
                "select from consumer_offset order by topic, partition for update");
        String sql =
                """
                insert into consumer_offset (topic, partition, topic_id, position)
                values (?, ?, ?, ?)
                on conflict (topic, partition) do update
                set topic_id = excluded.topic_id, position = excluded.position
                """;
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<TopicPartition, Long> it : positions.entrySet()) {
                upsert.setString(1, it.getKey().topic());
                upsert.setInt(2, it.getKey().partition());
                upsert.setString(3, topicIds.get(it.getKey().topic()));
                upsert.setLong(4, it.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        for (Table table : tables) {
            execute(
                    "drop table public." + table.name(),
                    "alter table rebuild.%s set schema public".formatted(table.name()));
        }
        DeadLetters.forget(connection, topicIds.values(), startedAt);
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
