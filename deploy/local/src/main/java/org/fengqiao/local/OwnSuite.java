package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.local.Place.Port;
import org.fengqiao.local.Suite.Service;

/**
 * The whole suite in a folder and on ports of its own, for a program that hurts it: with a second
 * replica of mediation-service, and with a hand on each process.
 */
public final class OwnSuite implements AutoCloseable {

    /** What can be killed, paused and woken. */
    public enum Part {
        MEDIATION,
        REPLICA,
        PETITION,
        LEGAL,
        REPORTING,
        BROKER,
        DATABASE
    }

    private static final int REVIVALS = 1_000;
    private static final Duration SERVICE_WAIT = Duration.ofMinutes(3);

    private final Place place;
    private final Suite suite;
    private final Map<String, String> replicaPorts = new HashMap<>();
    private Child replica;

    /**
     * @param root the repository, with all services packaged
     * @param home its folder
     */
    public OwnSuite(Path root, Path home) {
        Map<String, String> ports = new HashMap<>();
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        for (Port it : Port.values()) {
            chosen.put(it, FreePorts.next());
            ports.put(it.variable(), chosen.get(it).toString());
        }
        this.place = new Place(root, home, ports);
        this.suite = new Suite(place, false, AotCache::options, REVIVALS);
        replicaPorts.put("QUARKUS_HTTP_PORT", Integer.toString(FreePorts.next()));
        replicaPorts.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePorts.next()));
    }

    /** Starts all; returns when it is ready. */
    public void start() {
        Folders.create(place.run());
        suite.start();
        startReplica();
    }

    private void startReplica() {
        replica = suite.launch(Service.MEDIATION, "mediation-2", replicaPorts);
        replica.await(SERVICE_WAIT, () -> suite.ready(url(Part.REPLICA)));
    }

    /** Where a service answers. */
    public String url(Part part) {
        return part == Part.REPLICA
                ? "http://127.0.0.1:" + replicaPorts.get("QUARKUS_HTTP_PORT")
                : place.url(service(part).port());
    }

    /** A token of a person of a division. */
    public String token(String subject, String division, String... scopes) {
        DemoIdentity identity = (DemoIdentity) suite.identity();
        return identity.token(subject, "chaos", division, DemoIdentity.TOKEN_LIFE, scopes);
    }

    /** A connection to the database of a service, as its superuser. */
    public Connection connect(Part part) throws SQLException {
        return suite.postgres().connect(service(part).title());
    }

    /** The settings of a client that may do all at the broker. */
    public Map<String, Object> brokerSettings() {
        return suite.broker().adminSettings();
    }

    /** SIGKILL. */
    public void kill(Part part) {
        switch (part) {
            case BROKER -> suite.broker().kill();
            case DATABASE -> suite.postgres().kill();
            default -> child(part).kill();
        }
    }

    /** SIGSTOP. */
    public void pause(Part part) {
        signal(part, "STOP");
    }

    /** SIGCONT. */
    public void wake(Part part) {
        signal(part, "CONT");
    }

    /** Starts again what was killed; returns when all answer that they are ready. */
    public void revive() {
        suite.reviveEnded();
        if (!replica.alive()) {
            startReplica();
        }
        for (Service it : Service.values()) {
            suite.child(it).await(SERVICE_WAIT, () -> suite.ready(place.url(it.port())));
        }
    }

    private void signal(Part part, String signal) {
        try {
            String pid = Long.toString(child(part).pid());
            if (new ProcessBuilder("kill", "-" + signal, pid).start().waitFor() != 0) {
                throw new IllegalStateException(part + " does not run");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Child child(Part part) {
        return part == Part.REPLICA ? replica : suite.child(service(part));
    }

    private static Service service(Part part) {
        return Service.valueOf(
                part == Part.REPLICA ? "MEDIATION" : part.name().toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        if (replica != null) {
            replica.close();
        }
        suite.close();
    }
}
