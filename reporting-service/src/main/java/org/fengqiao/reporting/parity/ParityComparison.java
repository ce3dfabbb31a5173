package org.fengqiao.reporting.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.parity.Sources.Answer;
import org.fengqiao.reporting.parity.Sources.Group;
import org.jboss.logging.Logger;

/** Compares what the sources hold with what has become facts: nothing lost, nothing invented. */
@ApplicationScoped
public class ParityComparison {

    private static final Logger LOG = Logger.getLogger(ParityComparison.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int TRIES = 10;

    /** What came out of a comparison. */
    @Schema(name = "ParityStatus")
    public enum Status {
        /** The same records in the same versions. */
        EQUAL,
        /** They differ although nothing is on its way. */
        DIFFERENT,
        /** The source had events on their way whenever it was asked. */
        SOURCE_BUSY,
        SOURCE_UNREACHABLE
    }

    /**
     * Records of one division first entered in one month.
     *
     * @param digest SHA-256, hex, over the sorted lines {@code id:version}
     */
    @Schema(name = "ParitySide")
    public record Side(long count, String digest) {}

    /** Where source and facts differ; a side that has nothing is absent. */
    @Schema(name = "ParityDifference")
    public record Difference(String division, String month, Side source, Side facts) {}

    /**
     * The comparison of one kind.
     *
     * @param groups pairs of division and month that were compared
     */
    @Schema(name = "ParityOfFacts")
    public record Result(
            String kind,
            Status status,
            Instant comparedAt,
            long sourceCount,
            long factCount,
            int groups,
            List<Difference> differences) {}

    private final DataSource database;
    private final List<Table> tables;
    private final Clock clock;
    private final ObjectMapper json;
    private final Sources sources;

    ParityComparison(
            DataSource database,
            @All List<Table> tables,
            Clock clock,
            ObjectMapper json,
            Sources sources) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.json = json;
        this.sources = sources;
    }

    /** In the background; only the sources whose address is set. */
    @Scheduled(
            every = "${fengqiao.parity.every:10m}",
            delayed = "${fengqiao.parity.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareRegularly() throws SQLException {
        for (Result it : compare(tables.stream().filter(sources::isKnown).toList())) {
            if (it.status() != Status.EQUAL) {
                LOG.warnf("Parity of %s: %s", it.kind(), it.status());
            }
        }
    }

    /** Compares all kinds now and keeps the results. */
    List<Result> compare() throws SQLException {
        return compare(tables);
    }

    private List<Result> compare(List<Table> kinds) throws SQLException {
        List<Result> results = new ArrayList<>();
        for (Table table : kinds) {
            Result result = compare(table);
            store(result);
            results.add(result);
        }
        return results;
    }

    /** Again while events are on their way: a difference counts only when it stays. */
    private Result compare(Table table) throws SQLException {
        Result result = null;
        for (int tries = 0; tries < TRIES; tries++) {
            if (tries > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            try {
                Answer source = sources.ask(table);
                result = result(table.kind(), source, groups(table));
            } catch (IOException e) {
                LOG.warnf("The source does not answer for %s: %s", table.kind(), e.getMessage());
                return result(table.kind(), Status.SOURCE_UNREACHABLE);
            }
            if (result.status() == Status.EQUAL) {
                return result;
            }
        }
        return result;
    }

    private Result result(String kind, Status status) {
        return new Result(kind, status, clock.instant(), 0, 0, 0, List.of());
    }

    private Result result(String kind, Answer source, Map<String, Group> facts) {
        Map<String, Group> theirs = new TreeMap<>();
        source.groups().forEach(it -> theirs.put(it.division() + it.month(), it));
        TreeSet<String> keys = new TreeSet<>(theirs.keySet());
        keys.addAll(facts.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            Group there = theirs.get(key);
            Group here = facts.get(key);
            if (there == null || here == null || !there.digest().equals(here.digest())) {
                Group any = there == null ? here : there;
                differences.add(
                        new Difference(any.division(), any.month(), side(there), side(here)));
            }
        }
        Status status =
                differences.isEmpty()
                        ? Status.EQUAL
                        : source.outboxEmpty() ? Status.DIFFERENT : Status.SOURCE_BUSY;
        return new Result(
                kind,
                status,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                theirs.values().stream().mapToLong(Group::count).sum(),
                facts.values().stream().mapToLong(Group::count).sum(),
                keys.size(),
                differences);
    }

    private static Side side(Group group) {
        return group == null ? null : new Side(group.count(), group.digest());
    }

    private Map<String, Group> groups(Table table) throws SQLException {
        String sql =
                """
                select division, to_char(entered_on, 'YYYY-MM'), count(*),
                    encode(sha256(convert_to(string_agg(record_id || ':' || version, E'\\n'
                        order by record_id), 'UTF8')), 'hex')
                from %s
                group by 1, 2
                """
                        .formatted(table.name());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            Map<String, Group> groups = new TreeMap<>();
            while (row.next()) {
                Group it =
                        new Group(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4));
                groups.put(it.division() + it.month(), it);
            }
            return groups;
        }
    }

    private void store(Result result) throws SQLException {
        String sql =
                """
                insert into parity_comparison (kind, status, compared_at, result)
                values (?, ?, ?, ?::jsonb)
                on conflict (kind) do update
                set status = excluded.status,
                    compared_at = excluded.compared_at,
                    result = excluded.result
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, result.kind());
            upsert.setString(2, result.status().name());
            upsert.setObject(3, result.comparedAt().atOffset(ZoneOffset.UTC));
            upsert.setString(4, json.writeValueAsString(result));
            upsert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last comparison of each kind. */
    public List<Result> last() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select result from parity_comparison order by kind")) {
            List<Result> results = new ArrayList<>();
            while (row.next()) {
                results.add(json.readValue(row.getString(1), Result.class));
            }
            return results;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
