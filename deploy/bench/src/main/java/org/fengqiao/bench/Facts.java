package org.fengqiao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.fengqiao.bench.Province.Sent;

/** The facts of the made-up province in reporting-service, and how it takes events in. */
final class Facts {
    private static final Duration WAIT = Duration.ofMinutes(40);

    private final Stage stage;
    private final Province province;
    private final int count;
    private final Http http;
    private boolean loaded;

    /** What it took to take in {@code events}. */
    record Taken(long events, double cpuSeconds, double databaseCpuSeconds, double seconds) {
        double perCpuSecond() {
            return events / cpuSeconds;
        }

        String beside() {
            return "%,d events, %.1f CPU-s (%.1f database), %.1f s"
                    .formatted(events, cpuSeconds, databaseCpuSeconds, seconds);
        }
    }

    /** The steps that are measured. */
    @FunctionalInterface
    private interface Work {
        long events() throws IOException, SQLException;
    }

    Facts(Stage stage, int count) throws IOException {
        this.stage = stage;
        this.province = new Province(count, new Signature(stage.eventKeys("mediation")));
        this.count = count;
        this.http = stage.reader();
    }

    /** Sends all events and loads them by a first rebuild, which also warms the service up. */
    void load() throws IOException, SQLException {
        if (loaded) {
            return;
        }
        loaded = true;
        System.out.printf("  sending %,d cases …%n", count);
        Sent sent = province.sendAll(stage.bootstrapServers());
        System.out.printf("  loading %,d events …%n", sent.events());
        rebuild();
        awaitFacts(sent.lastIds());
        awaitQuiet();
    }

    void measure(Results results) throws IOException, SQLException {
        load();
        Taken rebuilt = taken(this::rebuild);
        results.atLeast(
                "events: rebuild, per CPU-second of reporting and database",
                40_000,
                rebuilt.perCpuSecond(),
                "/s");
        results.note("events: rebuild took", rebuilt.beside());
        awaitQuiet();
        int cases = Math.max(10_000, Math.min(40_000, count / 10));
        Taken live =
                taken(
                        () -> {
                            Sent sent = province.sendLive(stage.bootstrapServers(), cases);
                            awaitFacts(sent.lastIds());
                            return sent.events();
                        });
        results.atLeast(
                "events: live, per CPU-second of reporting and database",
                12_000,
                live.perCpuSecond(),
                "/s");
        results.note("events: live took, a third new and two thirds changes", live.beside());
        awaitQuiet();
    }

    private Taken taken(Work work) throws IOException, SQLException {
        double cpu = stage.reportingCpuSeconds();
        double database = stage.databaseCpuSeconds();
        long began = System.nanoTime();
        long events = work.events();
        return new Taken(
                events,
                stage.reportingCpuSeconds() - cpu,
                stage.databaseCpuSeconds() - database,
                (System.nanoTime() - began) / 1e9);
    }

    private long rebuild() throws IOException {
        String id = Clerk.id(http.post("/reporting/v1/rebuilds", "").expect(202));
        long end = System.nanoTime() + WAIT.toNanos();
        while (System.nanoTime() < end) {
            JsonNode it = Clerk.json(http.get("/reporting/v1/rebuilds/" + id).expect(200));
            switch (it.get("state").asText()) {
                case "DONE":
                    return it.get("events").asLong();
                case "FAILED":
                    throw new IllegalStateException("the rebuild failed: " + it);
                default:
                    Load.pause(Duration.ofMillis(200));
            }
        }
        throw new IllegalStateException("the rebuild does not end");
    }

    /** Waits until the last version of each of these records is a fact. */
    private void awaitFacts(List<String> ids) throws SQLException {
        String sql =
                """
                select count(*) = ?
                from mediation_case_fact
                where record_id = any (?::uuid[]) and version = 3
                """;
        long end = System.nanoTime() + WAIT.toNanos();
        List<String> distinct = ids.stream().distinct().toList();
        try (Connection connection = stage.postgres().connect("reporting");
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, distinct.size());
            select.setArray(2, connection.createArrayOf("text", distinct.toArray()));
            while (System.nanoTime() < end) {
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Load.pause(Duration.ofMillis(100));
            }
        }
        throw new IllegalStateException("the events do not become facts");
    }

    /** Waits until service and database rest: what ends late belongs to what came before. */
    private void awaitQuiet() throws IOException {
        double before;
        int tries = 0;
        do {
            before = stage.reportingCpuSeconds();
            Load.pause(Duration.ofSeconds(1));
        } while (stage.reportingCpuSeconds() - before > 0.15 && ++tries < 60);
    }
}
