package org.fengqiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fengqiao.local.DemoIdentity;
import org.fengqiao.local.EmbeddedBroker;
import org.fengqiao.local.EmbeddedPostgres;
import org.fengqiao.local.Folders;
import org.fengqiao.local.FreePorts;
import org.fengqiao.local.Suite;
import org.fengqiao.local.Topics;

/** A suite of its own for one run: real servers in a folder that is gone afterwards. */
final class Stage implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofMinutes(3);

    /** A township's clerk and its reader see 瓦屋镇; the province is made up for the events. */
    static final String TOWNSHIP = "410423106000";

    private final Path root;
    private final Path home;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EmbeddedPostgres postgres;
    private final EmbeddedBroker broker;
    private final DemoIdentity identity;
    private final int mediationPort = FreePorts.next();
    private Service mediation;
    private Service reporting;

    private record Service(Process process, int port) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /**
     * Starts the servers; a service starts when it is first asked for.
     *
     * @param root the repository, with both services packaged
     */
    Stage(Path root) throws IOException {
        this.root = root;
        // Not under /tmp, which may be memory: the disk is part of what is measured.
        this.home = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "b");
        keep(() -> Folders.delete(home));
        postgres = keep(EmbeddedPostgres.start(home.resolve("postgres"), 0));
        postgres.createDatabases("mediation", "petition", "legal", "reporting", "insert_limit");
        broker = keep(EmbeddedBroker.start(home.resolve("kafka"), 0));
        Topics.ensure(broker.bootstrapServers());
        identity = keep(DemoIdentity.start(0));
        runOfKit(
                root.resolve("reporting-service/target/quarkus-app"),
                "events.EventKeyFiles",
                home.toString(),
                "mediation,reporting",
                "petition,mediation,reporting",
                "legal,reporting");
    }

    /** What a service signs its events with, and what it believes. */
    Path eventKeys(String service) {
        return home.resolve(service + "-events.json");
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Path root() {
        return root;
    }

    /** A connection to mediation-service as a clerk of the township. */
    Http clerk() throws IOException {
        if (mediation == null) {
            mediation = start("mediation", mediationPort);
        }
        return new Http(mediation.port, token("clerk", TOWNSHIP, "cases:read", "cases:write"));
    }

    /** A connection to reporting-service as the province's operator. */
    Http reader() throws IOException {
        if (reporting == null) {
            reporting = start("reporting", FreePorts.next());
        }
        return new Http(reporting.port, token("reader", Province.CODE, "figures:read", "admin"));
    }

    /** CPU seconds of the whole database server so far. */
    double databaseCpuSeconds() throws IOException {
        Path pidFile = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return Cpu.secondsOfServer(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
    }

    /** The same with mediation-service. */
    double mediationCpuSeconds() throws IOException {
        return Cpu.seconds(mediation.process.pid()) + databaseCpuSeconds();
    }

    /** The same with reporting-service. */
    double reportingCpuSeconds() throws IOException {
        return Cpu.seconds(reporting.process.pid()) + databaseCpuSeconds();
    }

    private String token(String subject, String division, String... scopes) {
        return identity.token(subject, "bench", division, DemoIdentity.TOKEN_LIFE, scopes);
    }

    /**
     * How a service starts: from its process to its readiness.
     *
     * @param memoryMib what the process then holds in memory
     */
    record Start(double seconds, double memoryMib) {}

    /** Starts a service with these options of the JVM, and stops it again. */
    Start startOf(String name, List<String> options) throws Exception {
        long begin = System.nanoTime();
        try (Service service = launch(name, FreePorts.next(), options)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Start(seconds, StartupBench.memoryMib(service.process.pid()));
        }
    }

    /** Where a packaged service lies. */
    Path application(String name) {
        return root.resolve(name + "-service/target/quarkus-app");
    }

    private Service start(String name, int port) throws IOException {
        return keep(launch(name, port, List.of()));
    }

    private Service launch(String name, int port, List<String> options) throws IOException {
        Path application = application(name);
        Path log = home.resolve(name + ".log");
        ProcessBuilder builder = java(Suite.arguments(application, options).toArray(String[]::new));
        builder.environment()
                .putAll(environment(name, port, keyFile(name, application, "privacy.KeyFile")));
        builder.environment()
                .put(
                        "FENGQIAO_ACCUSATIONS_KEY_FILE",
                        keyFile("vault", application, "privacy.KeyFile").toString());
        builder.environment()
                .put(
                        "FENGQIAO_AUDIT_KEY_FILE",
                        keyFile(name, application, "audit.AuditKeys").toString());
        builder.environment()
                .put(
                        "FENGQIAO_AUDIT_CHECKPOINT_FILE",
                        home.resolve(name + "-checkpoints.jsonl").toString());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Service service = new Service(builder.start(), port);
        long end = System.nanoTime() + START_WAIT.toNanos();
        while (!ready(port)) {
            if (!service.process.isAlive() || System.nanoTime() > end) {
                service.process.destroyForcibly();
                throw new IllegalStateException(
                        name + "-service does not start:\n" + Files.readString(log));
            }
            Load.pause(Duration.ofMillis(25));
        }
        return service;
    }

    private Map<String, String> environment(String name, int port, Path keyFile) {
        Map<String, String> environment = new HashMap<>(settings(name, port, keyFile));
        // Throughput is measured, of one client: the rates of who is signed in would end it.
        for (String payer : List.of("CLIENT", "DIVISION", "PERSON")) {
            for (String kind : List.of("READS", "WRITES")) {
                environment.put("FENGQIAO_LIMITS_RATES_" + payer + "_" + kind, "100000000");
            }
        }
        return environment;
    }

    private Map<String, String> settings(String name, int port, Path keyFile) {
        return Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name)),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", postgres.user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", postgres.password()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePorts.next())),
                Map.entry("FENGQIAO_ISSUER", identity.issuer()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", identity.issuer()),
                Map.entry("FENGQIAO_PRIVACY_KEY_FILE", keyFile.toString()),
                Map.entry("FENGQIAO_EVENTS_KEY_FILE", eventKeys(name).toString()),
                Map.entry("FENGQIAO_PAGES_CLIENT_SECRET", UUID.randomUUID().toString()),
                Map.entry("FENGQIAO_SOURCES_MEDIATION_URL", "http://127.0.0.1:" + mediationPort),
                Map.entry("FENGQIAO_REPORTING_CLIENT_SECRET", identity.reportingSecret()));
    }

    /** The service makes its own keys, with the class that also reads them. */
    private Path keyFile(String name, Path application, String writer) throws IOException {
        Path file = home.resolve(name + "-" + writer + ".json");
        if (!Files.exists(file)) {
            runOfKit(application, writer, file.toString());
        }
        return file;
    }

    private static void runOfKit(Path application, String program, String... arguments)
            throws IOException {
        ProcessBuilder kit =
                java("-cp", application.resolve("lib/main") + "/*", "org.fengqiao.kit." + program);
        kit.command().addAll(List.of(arguments));
        try {
            if (kit.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(program + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder java(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java);
        builder.command().addAll(List.of(arguments));
        return builder;
    }

    private static boolean ready(int port) {
        try (Http http = new Http(port, "none")) {
            return http.get("/q/health/ready").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Stops everything, last started first, and deletes the folder. Also called by Ctrl-C. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (UncheckedIOException e) {
                System.err.println("cleaning up: " + e.getMessage());
            } catch (Exception e) {
                System.err.println("stopping: " + e.getMessage());
            }
        }
    }
}
