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

    private final Path home;
    private final int port;
    private Child child;

    private EmbeddedBroker(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /**
     * Starts a broker on the log in {@code home}, which is created and formatted when absent.
     *
     * @param port a TCP port, or 0 for a free one
     */
    public static EmbeddedBroker start(Path home, int port) {
        EmbeddedBroker broker =
                new EmbeddedBroker(Folders.create(home).toAbsolutePath(), FreePorts.orFree(port));
        broker.launch();
        return broker;
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

    private String properties(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
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
                .formatted(port, controllerPort, data());
    }
}
