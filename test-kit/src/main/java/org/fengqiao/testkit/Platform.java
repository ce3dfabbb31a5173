package org.fengqiao.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fengqiao.kit.events.EventKeys;

/**
 * A real PostgreSQL, a real broker with the suite's topics and an identity provider, started once
 * per test JVM: {@code @QuarkusTestResource(Platform.class)}. They end with the JVM.
 */
public final class Platform implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** A database on the test's server. */
    public record Database(String jdbcUrl, String user, String password) {
        /** A connection outside the service's pool. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }

    /** The broker, for tests that hurt it. */
    public record Broker(String bootstrapServers) {
        /** SIGKILL. */
        public void kill() {
            part("broker.kill", Runnable.class).run();
        }

        /** Starts it again, on the same port and with what it had on disk. */
        public void restart() {
            part("broker.restart", Runnable.class).run();
        }

        /** Kills it, deletes its folder and starts it empty, on the same port, with new topics. */
        public void wipe() {
            part("broker.wipe", Runnable.class).run();
        }
    }

    /** Argument of the resource: the name of a database of a test's own. */
    public static final String DATABASE = "database";

    private String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get(DATABASE);
    }

    @Override
    public int order() {
        // What one test asks for comes behind, and so before, what all of them share.
        return database == null ? 0 : 1;
    }

    @Override
    public Map<String, String> start() {
        if (database == null) {
            return config();
        }
        Map<String, String> own = new HashMap<>(config());
        own.put(URL, postgres(database).jdbcUrl());
        return own;
    }

    @Override
    public void stop() {
        // Other test classes of this JVM go on using it; a shutdown hook ends it.
    }

    /** The settings a service under test needs. */
    @SuppressWarnings("unchecked")
    public static Map<String, String> config() {
        return part("config", Map.class);
    }

    /** The database of the service under test. */
    public static Database postgres() {
        return new Database(
                ConfigProvider.getConfig()
                        .getOptionalValue(URL, String.class)
                        .orElseGet(() -> config().get(URL)),
                config().get("quarkus.datasource.username"),
                config().get("quarkus.datasource.password"));
    }

    /** Another, empty database on the same server; the same one when asked again. */
    @SuppressWarnings("unchecked")
    public static Database postgres(String name) {
        String url = (String) part("database", Function.class).apply(name);
        return new Database(url, postgres().user(), postgres().password());
    }

    /** The event keys with which the owner of a topic signs. */
    public static EventKeys eventKeys(String topic) {
        Path file = Path.of(config().get("fengqiao.events.key-file"));
        return new EventKeys(file, topic.substring(0, topic.indexOf('.')));
    }

    public static Broker broker() {
        return new Broker(config().get("kafka.bootstrap.servers"));
    }

    /** Signs a token: subject, client, division, life in seconds, scopes separated by spaces. */
    @SuppressWarnings("unchecked")
    static String token(List<String> parts) {
        return (String) part("token", Function.class).apply(parts);
    }

    /** Signs a token with these claims, beside issuer, audience, subject and times. */
    @SuppressWarnings("unchecked")
    static String sign(Map<String, Object> claims) {
        return (String) part("sign", Function.class).apply(claims);
    }

    private static <T> T part(String name, Class<T> type) {
        try {
            Object parts =
                    ClassLoader.getSystemClassLoader()
                            .loadClass("org.fengqiao.testkit.SharedPlatform")
                            .getMethod("parts")
                            .invoke(null);
            return type.cast(((Map<?, ?>) parts).get(name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the platform did not start", e);
        }
    }
}
