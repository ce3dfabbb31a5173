package org.fengqiao.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (KRaft, broker and controller in one) on loopback, as a child JVM on this
 * JVM's class path. Topics are never created by use. Its data stay at stop.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofSeconds(90);

    private static final String ADMIN = "admin";

    private final Path home;
    private final int port;
    private final String adminPassword;
    private Child child;

    private EmbeddedBroker(Path home, int port, String adminPassword) {
        this.home = home;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    /**
     * Starts a broker on the log in {@code home}, which is created and formatted when absent.
     *
     * @param port a TCP port, or 0 for a free one
     */
    public static EmbeddedBroker start(Path home, int port) {
        return start(home, port, null);
    }

    /**
     * The same, but nobody gets in without a password, nor further than {@link Grants} say.
     *
     * @param adminPassword of the user who may do all; the same at each start on this folder
     */
    public static EmbeddedBroker start(Path home, int port, String adminPassword) {
        EmbeddedBroker broker =
                new EmbeddedBroker(
                        Folders.create(home).toAbsolutePath(),
                        FreePorts.orFree(port),
                        adminPassword);
        broker.launch();
        return broker;
    }

    /** The settings of a client that may do all. */
    public Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers());
        if (adminPassword != null) {
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "PLAIN");
            settings.put("sasl.jaas.config", login("plain.Plain", ADMIN, adminPassword, ""));
        }
        return settings;
    }

    /** The settings with which a service that {@link Grants} know gets in. */
    public Map<String, String> clientSettings(String service, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                Grants.MECHANISM,
                "sasl.jaas.config",
                login("scram.Scram", service, password, ""));
    }

    private static String login(String module, String user, String password, String more) {
        return "org.apache.kafka.common.security.%sLoginModule required username=\"%s\" password=\"%s\"%s;"
                .formatted(module, user, password, more);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return child.pid();
    }

    public boolean alive() {
        return child.alive();
    }

    /** Kills the broker with SIGKILL; nothing is flushed or handed over. */
    public void kill() {
        child.kill();
    }

    /** Starts the broker again on the same folder and port; a living one is stopped first. */
    public void restart() {
        child.close();
        launch();
    }

    /** Kills the broker, deletes all it kept and starts an empty one: topics get new ids. */
    public void wipe() {
        child.kill();
        Folders.delete(data());
        launch();
    }

    @Override
    public void close() {
        child.close();
    }

    /** Stops a broker that outlived its parent. */
    static void stopLeftover(Path home) {
        Child.stopLeftover(home.resolve("broker.pid"));
    }

    private Path data() {
        return home.resolve("data");
    }

    private void launch() {
        stopLeftover(home);
        Path properties = home.resolve("server.properties");
        Folders.write(properties, properties(FreePorts.next()));
        format(properties);
        child =
                Child.java(
                        "broker",
                        List.of(
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dlogging.configuration=" + logging(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "kafka.Kafka",
                                properties.toString()),
                        Map.of(),
                        home);
        child.await(START_WAIT, this::started);
    }

    private static String logging() {
        return EmbeddedBroker.class.getResource("/quiet-logging.properties").toString();
    }

    private void format(Path properties) {
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        Folders.delete(data()); // what an interrupted format may have left
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            properties.toString()
        };
        if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8))
                != 0) {
            throw new IllegalStateException(
                    "cannot format " + data() + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** The listener opens only once the broker is registered and unfenced. */
    private boolean started() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The administrator is known by this file, the services by what {@link Grants} stored. */
    private String security() {
        if (adminPassword == null) {
            return "listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT\n";
        }
        String known = " user_%s=\"%s\"".formatted(ADMIN, adminPassword);
        return """
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                listener.name.clients.sasl.enabled.mechanisms=PLAIN,%3$s
                listener.name.clients.plain.sasl.jaas.config=%1$s
                listener.name.clients.scram-sha-256.sasl.jaas.config=%2$s
                sasl.mechanism.inter.broker.protocol=PLAIN
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%1$s
                sasl.mechanism.controller.protocol=PLAIN
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:%4$s
                """
                .formatted(
                        login("plain.Plain", ADMIN, adminPassword, known),
                        login("scram.Scram", ADMIN, adminPassword, ""),
                        Grants.MECHANISM,
                        ADMIN);
    }

    private String properties(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.retention.ms=-1
                log.retention.bytes=-1
                log.segment.bytes=67108864
                log.cleaner.dedupe.buffer.size=33554432
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                """
                        .formatted(port, controllerPort, data())
                + security();
    }
}
