package org.fengqiao.testkit;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fengqiao.kit.audit.AuditKeys;
import org.fengqiao.kit.events.EventKeyFiles;
import org.fengqiao.kit.privacy.KeyFile;
import org.fengqiao.local.DemoIdentity;
import org.fengqiao.local.EmbeddedBroker;
import org.fengqiao.local.EmbeddedPostgres;
import org.fengqiao.local.Folders;
import org.fengqiao.local.Topics;

/**
 * What {@link Platform} hands out. Quarkus loads the classes of a test in several class loaders;
 * this one is always taken from the system class loader, so there is one of it per JVM, and it
 * hands out JDK types only, which all class loaders share.
 */
public final class SharedPlatform {
    private static final String DATABASE = "service";
    private static final SharedPlatform INSTANCE = apart(SharedPlatform::new);

    private final Path folder = temporaryFolder();
    private final EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    private final EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    private final DemoIdentity identity = DemoIdentity.start(0);
    private final Map<String, String> config;

    private SharedPlatform() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        postgres.createDatabases(DATABASE);
        Topics.ensure(broker.bootstrapServers());
        config =
                Map.ofEntries(
                        Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE)),
                        Map.entry("quarkus.datasource.username", postgres.user()),
                        Map.entry("quarkus.datasource.password", postgres.password()),
                        // A busy machine needs it.
                        Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "60S"),
                        Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                        Map.entry("fengqiao.issuer", identity.issuer()),
                        Map.entry("quarkus.oidc.auth-server-url", identity.issuer()),
                        Map.entry(
                                "quarkus.oidc-client.credentials.secret",
                                identity.reportingSecret()),
                        Map.entry("fengqiao.privacy.key-file", keyFile("privacy").toString()),
                        Map.entry(
                                "fengqiao.accusations.key-file", keyFile("accusations").toString()),
                        Map.entry("fengqiao.audit.key-file", auditKeyFile().toString()),
                        Map.entry(
                                "fengqiao.audit.checkpoint-file",
                                folder.resolve("checkpoints.jsonl").toString()),
                        // None between a test's own looks at the rows.
                        Map.entry("fengqiao.audit.checkpoint-seconds", "36000"),
                        Map.entry("fengqiao.events.key-file", eventKeys().toString()),
                        Map.entry("quarkus.http.test-port", "0"),
                        Map.entry("quarkus.management.test-port", "0"));
    }

    /** Everything by name: maps, runnables and functions. */
    public static Map<String, Object> parts() {
        return Map.of(
                "config", INSTANCE.config,
                "broker.kill", (Runnable) INSTANCE.broker::kill,
                "broker.restart", (Runnable) INSTANCE.broker::restart,
                "broker.wipe", (Runnable) () -> apart(INSTANCE::wipe),
                "database", (Function<String, String>) INSTANCE::database,
                "token", (Function<List<String>, String>) INSTANCE::token,
                "sign", (Function<Map<String, Object>, String>) INSTANCE::sign);
    }

    private boolean wipe() {
        broker.wipe();
        Topics.ensure(broker.bootstrapServers());
        return true;
    }

    /** Kafka's client and the loggers load classes by the thread's loader: it must be ours. */
    private static <T> T apart(Supplier<T> act) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedPlatform.class.getClassLoader());
        try {
            return act.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String database(String name) {
        postgres.createDatabases(name);
        return postgres.jdbcUrl(name);
    }

    private String token(List<String> parts) {
        return identity.token(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                Duration.ofSeconds(Long.parseLong(parts.get(3))),
                parts.get(4).split(" "));
    }

    private String sign(Map<String, Object> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder all =
                identity.claims("nobody", "tests", now, now.plus(Duration.ofHours(1)));
        claims.forEach(all::claim);
        return identity.sign(all.build());
    }

    private void end() {
        identity.close();
        broker.kill();
        postgres.kill();
        Folders.delete(folder);
    }

    private Path keyFile(String name) {
        Path file = folder.resolve(name + "-keys.json");
        try {
            KeyFile.create(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path auditKeyFile() {
        Path file = folder.resolve("audit-keys.json");
        try {
            AuditKeys.create(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of all services in one file: tests send what the others would. */
    private Path eventKeys() {
        try {
            for (String producer : List.of("mediation", "petition", "legal", "test")) {
                EventKeyFiles.addKey(folder, List.of(producer, "all"));
            }
            return folder.resolve("all-events.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("fengqiao-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
