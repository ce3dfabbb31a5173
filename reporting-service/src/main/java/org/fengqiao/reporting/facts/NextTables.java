package org.fengqiao.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/** The tables of a rebuild: in schema {@code rebuild}, until they take the old ones' place. */
final class NextTables {

    private static final int SWAP_TRIES = 50;
    private static final long SWAP_PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    NextTables(Connection connection) {
        this.connection = connection;
    }

    void begin() throws SQLException {
        execute("drop schema if exists rebuild cascade", "create schema rebuild");
    }

    void end() throws SQLException {
        execute("drop schema rebuild cascade");
    }

    /** Where the log is copied to as it is: not logged, no constraint, no index. */
    void stage(Table table) throws SQLException {
        String name = table.name();
        execute(
                "create unlogged table rebuild.stage_%s as select * from %s limit 0"
                        .formatted(name, name),
                "alter table rebuild.stage_%s add source_offset bigint".formatted(name));
    }

    /** The newest version of each record, of equal ones the last: as the live path leaves it. */
    void merge(Table table) throws SQLException {
        String notRemoved =
                RemovedFacts.any(connection, table.topic())
                        ? RemovedFacts.NOT_REMOVED.formatted(table.topic(), "stage.record_id")
                        : "true";
        execute(
                "set work_mem = '256MB'",
                "create table rebuild.%1$s (like %1$s including defaults including constraints)"
                        .formatted(table.name()),
                "analyze rebuild.stage_%s (record_id)".formatted(table.name()),
                // Cheaper than to sort wide rows: most records have one row after compaction.
                """
                insert into rebuild.%1$s (%2$s)
                select %2$s
                from rebuild.stage_%1$s stage
                where not exists (
                    select from rebuild.stage_%1$s newer
                    where newer.record_id = stage.record_id
                        and (newer.version, newer.source_offset)
                            > (stage.version, stage.source_offset))
                and %3$s
                """
                        .formatted(table.name(), table.each(Column::sql), notRemoved),
                "drop table rebuild.stage_" + table.name(),
                "reset work_mem");
    }

    /** The same indexes as the table in use has, read from the database. */
    void index(Table table) throws SQLException {
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
        List<String> statements = new ArrayList<>();
        statements.add("set maintenance_work_mem = '256MB'");
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
        statements.add("reset maintenance_work_mem");
        // Vacuumed, the indexes alone answer.
        statements.add("vacuum (analyze) rebuild." + table.name());
        execute(statements.toArray(String[]::new));
    }

    /** Changes the tables; where a reader holds one for long, lets it pass and tries again. */
    void swap(
            List<Table> tables,
            Map<TopicPartition, Long> positions,
            Map<String, String> topicIds,
            Instant startedAt)
            throws SQLException {
        connection.setAutoCommit(false);
        for (int tries = 1; ; tries++) {
            try {
                // The same order as a live batch: offsets, then facts.
                execute(
                        "set local lock_timeout = '2s'",
                        "select from consumer_offset order by topic, partition for update");
                move(positions, topicIds);
                for (Table table : tables) {
                    execute(
                            "drop table public." + table.name(),
                            "alter table rebuild.%s set schema public".formatted(table.name()));
                }
                execute(
                        "delete from fact_change",
                        "update fact_change_base set stamp = nextval('fact_change_stamp')");
                DeadLetters.forget(connection, topicIds.values(), startedAt);
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

    /** The live consumers find their offsets moved, and go on from where the new tables stand. */
    private void move(Map<TopicPartition, Long> positions, Map<String, String> topicIds)
            throws SQLException {
        String sql =
                """
                insert into consumer_offset as old (topic, partition, topic_id, position)
                values (?, ?, ?, ?)
                on conflict (topic, partition) do update
                set topic_id = excluded.topic_id,
                    position = excluded.position,
                    furthest = greatest(excluded.position, case old.topic_id
                        when excluded.topic_id then greatest(old.furthest, old.position) end),
                    signed_from =
                        case old.topic_id when excluded.topic_id then old.signed_from else 0 end
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
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
