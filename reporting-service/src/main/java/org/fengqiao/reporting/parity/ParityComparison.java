package org.fengqiao.reporting.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Table;
import org.jboss.logging.Logger;

/** Compares what the source holds with what has become facts: nothing lost, nothing invented. */
@ApplicationScoped
class ParityComparison {

    private static final Logger LOG = Logger.getLogger(ParityComparison.class);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int TRIES = 10;

    /** What came out of a comparison. */
    @Schema(name = "ParityStatus")
    enum Status {
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
    record Side(long count, String digest) {}

    /** Where source and facts differ; a side that has nothing is absent. */
    @Schema(name = "ParityDifference")
    record Difference(String division, String month, Side source, Side facts) {}

    /**
     * The comparison of one kind.
     *
     * @param groups pairs of division and month that were compared
     */
    @Schema(name = "ParityOfFacts")
    record Result(
            String kind,
            Status status,
            Instant comparedAt,
            long sourceCount,
            long factCount,
            int groups,
            List<Difference> differences) {}

    private record Group(String division, String month, long count, String digest) {}

    private record Answer(String kind, boolean outboxEmpty, List<Group> groups) {}

    private final DataSource database;
    private final List<Table> tables;
    private final Clock clock;
    private final ObjectMapper json;
    private final Optional<String> sourceUrl;
    private final Optional<Path> tokenFile;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

    ParityComparison(
            DataSource database,
            @All List<Table> tables,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "fengqiao.sources.mediation.url") Optional<String> sourceUrl,
            @ConfigProperty(name = "fengqiao.service-token-file") Optional<Path> tokenFile) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.sourceUrl = sourceUrl;
        this.tokenFile = tokenFile;
    }

    /** In the background; without a source's address there is nothing to compare with. */
    @Scheduled(
            every = "${fengqiao.parity.every:10m}",
            delayed = "${fengqiao.parity.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compareRegularly() throws SQLException {
        if (sourceUrl.isPresent()) {
            for (Result it : compare()) {
                if (it.status() != Status.EQUAL) {
                    LOG.warnf("Parity of %s: %s", it.kind(), it.status());
                }
            }
        }
    }

    /** Compares all kinds now and keeps the results. */
    List<Result> compare() throws SQLException {
        List<Result> results = new ArrayList<>();
        for (Table table : tables) {
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
                Answer source = ask(table.topic());
                result = result(table.topic(), source, groups(table));
            } catch (IOException e) {
                LOG.warnf("The source does not answer for %s: %s", table.topic(), e.getMessage());
                return result(table.topic(), Status.SOURCE_UNREACHABLE);
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

    private Answer ask(String kind) throws IOException {
        if (sourceUrl.isEmpty() || tokenFile.isEmpty()) {
            throw new IOException(
                    "fengqiao.sources.mediation.url or fengqiao.service-token-file is not set");
        }
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(sourceUrl.get() + "/mediation/v1/parity?kind=" + kind))
                        .timeout(ANSWER)
                        .header("Accept", "application/json")
                        .header(
                                "Authorization",
                                "Bearer " + Files.readString(tokenFile.get()).strip())
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Answered " + response.statusCode());
            }
            return json.readValue(response.body(), Answer.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
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
    List<Result> last() throws SQLException {
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
