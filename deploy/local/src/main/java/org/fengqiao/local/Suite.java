package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengqiao.local.Place.Port;

/** PostgreSQL, broker, identity and services, started in that order and stopped in reverse. */
public final class Suite implements AutoCloseable {

    /**
     * The JVM of a service: on two cores its own choice, G1, took a third more CPU time over a
     * rebuild than the parallel collector.
     */
    private static final List<String> SERVICE_JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");

    // The classes that make a service's keys, in its own libraries.
    private static final String KEYS = "org.fengqiao.kit.privacy.KeyFile";
    private static final String AUDIT_KEYS = "org.fengqiao.kit.audit.AuditKeys";

    private static final Duration START_WAIT = Duration.ofMinutes(3);
    private static final int REVIVALS = 5;

    /** The services, each with its database, jar, ports and the kinds of ledger it reads. */
    enum Service {
        MEDIATION(
                Port.MEDIATION,
                Port.MEDIATION_MANAGEMENT,
                "committees",
                "mediators",
                "cases",
                "screenings",
                "meetings"),
        PETITION(Port.PETITION, Port.PETITION_MANAGEMENT, "petitions", "visits", "backlog"),
        LEGAL(
                Port.LEGAL,
                Port.LEGAL_MANAGEMENT,
                "legal-advisers",
                "legal-resource-persons",
                "appointments",
                "service-log",
                "village-visits",
                "consultations",
                "counsel-works",
                "mediation-participations",
                "contract-reviews",
                "legality-reviews",
                "publicity-activities",
                "publicity-responsibilities",
                "legal-aid-referrals",
                "leadership-meetings",
                "leading-groups",
                "institutions",
                "major-decisions",
                "normative-documents",
                "study-sessions",
                "law-exams",
                "duty-reports",
                "enforcement-trainings",
                "enforcement-officers",
                "penalty-cases",
                "accountability-decisions",
                "administrative-cases",
                "leader-receptions",
                "disclosure-boards",
                "disclosure-items",
                "democratic-villages",
                "issue-items",
                "plan-items"),
        REPORTING(Port.REPORTING, Port.REPORTING_MANAGEMENT);

        private final Port port;
        private final Port management;
        private final List<String> ledgers;

        Service(Port port, Port management, String... ledgers) {
            this.port = port;
            this.management = management;
            this.ledgers = List.of(ledgers);
        }

        Port port() {
            return port;
        }

        /** The service that reads ledgers of that kind. */
        static Service reading(String ledger) {
            return Stream.of(values())
                    .filter(it -> it.ledgers.contains(ledger))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no service reads " + ledger));
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }

        Path application(Path root) {
            return root.resolve(title() + "-service").resolve("target").resolve("quarkus-app");
        }
    }

    private final Place place;
    private final BrokerAccess access;
    private final boolean keycloak;
    private final Function<Path, List<String>> options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<Service, Child> services = new LinkedHashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final int revivals;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private EmbeddedPostgres postgres;
    private EmbeddedBroker broker;
    private Identity identity;
    private boolean closed;

    /**
     * @param keycloak whether it signs people in; else {@link DemoIdentity}
     * @param options of the JVM, by the folder of a service
     */
    Suite(Place place, boolean keycloak, Function<Path, List<String>> options) {
        this(place, keycloak, options, REVIVALS);
    }

    /**
     * @param revivals how often the same part is started again
     */
    Suite(Place place, boolean keycloak, Function<Path, List<String>> options, int revivals) {
        this.revivals = revivals;
        this.place = place;
        this.keycloak = keycloak;
        this.options = options;
        this.access = new BrokerAccess(place);
    }

    /** Starts everything; returns when all services answer that they are ready. */
    void start() {
        stopLeftovers(place);
        place.checkPorts();
        say("PostgreSQL …");
        postgres = keep(EmbeddedPostgres.start(home("postgres"), place.port(Port.POSTGRES)));
        for (Service service : Service.values()) {
            postgres.createDatabases(service.title());
        }
        say("Kafka …");
        int port = place.port(Port.KAFKA);
        broker = keep(EmbeddedBroker.start(home("kafka"), port, access.adminPassword()));
        access.prepare(broker);
        startIdentity();
        for (Service service : Service.values()) {
            say(service.title() + "-service …");
            services.put(service, keep(launch(service)));
        }
        services.forEach((service, child) -> child.await(START_WAIT, () -> ready(service)));
    }

    private void startIdentity() {
        if (keycloak) {
            say("Keycloak …");
            // Kept first: it is slow, and may have to be stopped while it starts.
            Keycloak server = keep(new Keycloak(place));
            identity = server;
            server.start(postgres);
        } else {
            identity = keep(DemoIdentity.start(place.port(Port.IDENTITY)));
        }
    }

    Identity identity() {
        return identity;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    EmbeddedBroker broker() {
        return broker;
    }

    Child child(Service service) {
        return services.get(service);
    }

    /**
     * Starts again what ended although nobody stopped it.
     *
     * @return what was started again
     * @throws Place.Trouble where it has ended too often to go on
     */
    synchronized List<String> reviveEnded() {
        List<String> revived = new ArrayList<>();
        if (closed) {
            return revived;
        }
        if (!postgres.alive()) {
            requireFirstEnds("PostgreSQL");
            postgres.close(); // it still holds the lock of its data
            // Not kept a second time: the first one's close() stops whatever runs on its data.
            postgres = EmbeddedPostgres.start(home("postgres"), place.port(Port.POSTGRES));
            revived.add("PostgreSQL");
        }
        if (!broker.alive()) {
            requireFirstEnds("broker");
            broker.restart();
            access.prepare(broker);
            revived.add("broker");
        }
        if (!identity.alive()) {
            requireFirstEnds("identity");
            startIdentity();
            revived.add("identity");
        }
        for (Map.Entry<Service, Child> it : services.entrySet()) {
            if (!it.getValue().alive()) {
                requireFirstEnds(it.getKey().title());
                it.setValue(keep(launch(it.getKey())));
                revived.add(it.getKey().title() + "-service");
            }
        }
        return revived;
    }

    private void requireFirstEnds(String part) {
        if (ends.merge(part, 1, Integer::sum) > revivals) {
            throw new Place.Trouble(
                    part
                            + " ended 已退出 "
                            + (revivals + 1)
                            + "×; see 请看 "
                            + place.home().resolve("logs"));
        }
    }

    /** Ends the services, one after another, and waits so long for each. */
    void endServices(Duration wait) {
        services.values().forEach(it -> it.end(wait));
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("stopping: " + e.getMessage());
            }
        }
    }

    /** Ends what a killed launcher left behind. */
    static void stopLeftovers(Place place) {
        for (Service service : Service.values()) {
            Child.stopLeftover(place.run().resolve(service.title() + ".pid"));
        }
        Child.stopLeftover(Keycloak.pidFile(place));
        EmbeddedBroker.stopLeftover(place.home().resolve("kafka"));
        EmbeddedPostgres.stopLeftover(place.home().resolve("postgres"));
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        if (closed) {
            close(); // stopped while starting
        }
        return part;
    }

    private Path home(String name) {
        return place.home().resolve(name);
    }

    private Child launch(Service service) {
        return launch(service, service.title(), Map.of());
    }

    /**
     * Starts a service's process.
     *
     * @param name of its log and pid file
     * @param settings over those that it would have
     */
    Child launch(Service service, String name, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.title()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
        environment.put(
                "FENGQIAO_UPLOADS_FOLDER",
                Folders.create(place.run().resolve(service.title() + "-uploads")).toString());
        environment.putAll(access.environment(broker, service));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(place.port(service.port)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(place.port(service.management)));
        environment.put("FENGQIAO_ISSUER", identity.issuer());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", identity.issuer());
        environment.put("FENGQIAO_PRIVACY_KEY_FILE", keyFile(service, "keys", KEYS).toString());
        environment.put(
                "FENGQIAO_AUDIT_KEY_FILE", keyFile(service, "audit-keys", AUDIT_KEYS).toString());
        environment.put(
                "FENGQIAO_AUDIT_CHECKPOINT_FILE",
                Folders.create(home("checkpoints")).resolve(service.title() + ".jsonl").toString());
        if (service == Service.PETITION) {
            environment.put(
                    "FENGQIAO_ACCUSATIONS_KEY_FILE",
                    keyFile(service, "vault-keys", KEYS).toString());
        }
        environment.put(
                "FENGQIAO_PAGES_CLIENT_SECRET",
                Folders.secret(place.secrets().resolve("pages-client.secret")));
        environment.put("FENGQIAO_SOURCES_MEDIATION_URL", place.url(Port.MEDIATION));
        environment.put("FENGQIAO_SOURCES_PETITION_URL", place.url(Port.PETITION));
        environment.put("FENGQIAO_SOURCES_LEGAL_URL", place.url(Port.LEGAL));
        environment.put("FENGQIAO_REPORTING_CLIENT_SECRET", identity.reportingSecret());
        if (!Place.hasCommand("soffice")) {
            environment.put("FENGQIAO_SOFFICE", "none");
        }
        environment.putAll(settings);
        Path application = service.application(place.root());
        return Child.java(
                name,
                arguments(application, options.apply(application)),
                environment,
                Folders.create(place.run()));
    }

    /** What follows {@code java} where it runs a service. */
    public static List<String> arguments(Path application, List<String> options) {
        String jar = application.resolve("quarkus-run.jar").toString();
        return Stream.of(SERVICE_JVM, options, List.of("-jar", jar)).flatMap(List::stream).toList();
    }

    /** The service makes its own keys, with the class that also reads them. */
    private Path keyFile(Service service, String keys, String writer) {
        Path file = place.secrets().resolve(service.title() + "-" + keys + ".json");
        if (Files.exists(file)) {
            return file;
        }
        Path libraries = service.application(place.root()).resolve("lib").resolve("main");
        try {
            int exit =
                    new ProcessBuilder(
                                    Child.javaCommand(),
                                    "-cp",
                                    libraries + "/*",
                                    writer,
                                    file.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("cannot write " + file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean ready(Service service) {
        return ready(place.url(service.port));
    }

    boolean ready(String url) {
        URI health = URI.create(url + "/q/health/ready");
        try {
            return http.send(
                                    HttpRequest.newBuilder(health)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void say(String what) {
        System.out.println("starting 正在启动 " + what);
    }
}
