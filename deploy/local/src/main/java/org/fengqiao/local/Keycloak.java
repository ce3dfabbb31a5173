package org.fengqiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.local.Place.Port;
import org.fengqiao.local.Place.Trouble;

/**
 * Keycloak from Maven Central, with the realm of {@code deploy/keycloak} and the demo's users in
 * it: a child JVM, its database in the embedded PostgreSQL. Secrets and passwords are made at the
 * first start and lie among the others. Its access tokens live 60 seconds.
 */
final class Keycloak implements Identity {
    static final String NAME = "keycloak";

    private static final String VERSION = "26.7.3";
    private static final Duration START_WAIT = Duration.ofMinutes(6);
    private static final Duration TOKEN_USE = Duration.ofSeconds(25);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Token(String value, Instant until) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<DemoUser, Token> tokens = new EnumMap<>(DemoUser.class);
    private final Place place;
    private final Path installation;
    private Child server;

    Keycloak(Place place) {
        this.place = place;
        this.installation = place.home().resolve(NAME).resolve("keycloak-" + VERSION);
    }

    /** Fetches it where it is missing, imports the realm where there is none, and starts. */
    void start(EmbeddedPostgres postgres) {
        Map<String, String> environment = environment(postgres);
        installOnce(environment);
        Path imported = installation.resolve("data/import/fengqiao-realm.json");
        Folders.write(imported, DemoRealm.of(place).toPrettyString());
        server =
                Child.java(
                        NAME,
                        java("start", "--optimized", "--import-realm"),
                        environment,
                        Folders.create(place.run()));
        server.await(START_WAIT, this::answers);
    }

    static Path pidFile(Place place) {
        return place.run().resolve(NAME + ".pid");
    }

    @Override
    public String issuer() {
        return place.url(Port.IDENTITY) + "/realms/fengqiao";
    }

    @Override
    public synchronized String token(DemoUser user) {
        Token kept = tokens.get(user);
        if (kept == null || Instant.now().isAfter(kept.until)) {
            kept = new Token(fetch(user), Instant.now().plus(TOKEN_USE));
            tokens.put(user, kept);
        }
        return kept.value;
    }

    @Override
    public String reportingSecret() {
        return secret(place, "reporting-client");
    }

    static String secret(Place place, String name) {
        return Folders.secret(place.secrets().resolve(name + ".secret"));
    }

    /** The file with a demo user's password. */
    static Path password(Place place, DemoUser user) {
        return place.secrets().resolve(user.subject() + ".password");
    }

    @Override
    public String shell() {
        String tokens =
                Arrays.stream(DemoUser.values())
                        .map(
                                it ->
                                        "TOKEN_%s=\"$(fengqiao_token %s)\"%n"
                                                .formatted(it, it.subject()))
                        .collect(Collectors.joining());
        return """
                # Fetched whenever this file is read, valid for 60 seconds: read it again.
                fengqiao_token() { # user
                    curl -s -d grant_type=password -d client_id=%s -d "username=$1" \\
                        --data-urlencode "password@%s/$1.password" \\
                        "$ISSUER_URL/protocol/openid-connect/token" | jq -r '.access_token // empty'
                }
                """
                        .formatted(DemoRealm.SCRIPTS, place.secrets())
                + tokens;
    }

    @Override
    public String advice(Path environment) {
        String users =
                Arrays.stream(DemoUser.values())
                        .map(it -> "  %-22s %s".formatted(it.subject(), it.title()))
                        .collect(Collectors.joining("\n"));
        return """
                tokens    令牌      . %1$s; valid 60 s, then read it again 有效 60 秒，过期重新读取
                machines  系统接入  township-system, county-system: client credentials, %2$s/<client>.secret
                console   管理台    %3$s/admin (admin, %2$s/keycloak-admin.secret)
                sign-in   登录      users 用户, passwords 密码: %2$s/<user>.password
                %4$s"""
                .formatted(environment, place.secrets(), place.url(Port.IDENTITY), users);
    }

    @Override
    public boolean alive() {
        return server.alive();
    }

    @Override
    public void close() {
        Child.stopLeftover(pidFile(place)); // also where it has not started yet
    }

    private Map<String, String> environment(EmbeddedPostgres postgres) {
        postgres.createDatabases(NAME);
        return Map.ofEntries(
                Map.entry("KC_DB", "postgres"),
                Map.entry("KC_DB_URL", postgres.jdbcUrl(NAME)),
                Map.entry("KC_DB_USERNAME", postgres.user()),
                Map.entry("KC_DB_PASSWORD", postgres.password()),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "2"),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(place.port(Port.IDENTITY))),
                Map.entry("KC_HOSTNAME", place.url(Port.IDENTITY)),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secret(place, "keycloak-admin")),
                // What the realm file leaves open. Keycloak lets a loopback address have any port.
                Map.entry("FENGQIAO_PAGES_URL", "http://127.0.0.1"),
                Map.entry("FENGQIAO_PAGES_CLIENT_SECRET", secret(place, "pages-client")),
                Map.entry("FENGQIAO_REPORTING_CLIENT_SECRET", reportingSecret()),
                Map.entry("FENGQIAO_TOWNSHIP_CLIENT_SECRET", secret(place, "township-system")),
                Map.entry("FENGQIAO_COUNTY_CLIENT_SECRET", secret(place, "county-system")),
                Map.entry("FENGQIAO_TOWNSHIP_DIVISION", DemoUser.TOWNSHIP.division()),
                Map.entry("FENGQIAO_COUNTY_DIVISION", DemoUser.COUNTY.division()));
    }

    private void installOnce(Map<String, String> environment) {
        Path done = installation.resolve("installed");
        if (Files.exists(done)) {
            return;
        }
        System.out.println("fetching 正在下载 Keycloak " + VERSION + " …");
        run(
                Map.of(),
                "mvn",
                "-q",
                "-B",
                "-N",
                "dependency:unpack",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                "-DoutputDirectory=" + Folders.create(installation.getParent()));
        List<String> build = java("build");
        run(
                environment,
                Stream.concat(Stream.of(Child.javaCommand()), build.stream())
                        .toArray(String[]::new));
        Folders.write(done, VERSION + "\n");
    }

    private void run(Map<String, String> environment, String... command) {
        Path log = Folders.create(place.home().resolve("logs")).resolve("keycloak-install.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.root().toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            if (builder.start().waitFor() != 0) {
                throw new Trouble("Keycloak cannot be installed 无法安装:\n" + Folders.tail(log, 20));
            }
        } catch (IOException e) {
            throw new Trouble(command[0] + " cannot be started 无法运行: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As its own {@code bin/kc.sh} would, but as a child that takes signals itself. */
    private List<String> java(String... words) {
        List<String> opened = List.of("java.util", "java.util.concurrent", "java.security");
        return Stream.of(
                        Stream.of("-Xms64m", "-Xmx512m", "-XX:MaxMetaspaceSize=256m"),
                        Stream.concat(opened.stream(), Stream.of("java.lang"))
                                .map(it -> "--add-opens=java.base/" + it + "=ALL-UNNAMED"),
                        Stream.of(
                                "-Duser.language=en",
                                "-Dfile.encoding=UTF-8",
                                "-Dkc.home.dir=" + installation,
                                "-Djboss.server.config.dir=" + installation.resolve("conf"),
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dpicocli.disable.closures=true",
                                "-cp",
                                installation.resolve("lib/quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
                        Arrays.stream(words))
                .flatMap(it -> it)
                .toList();
    }

    private boolean answers() {
        try {
            return send(HttpRequest.newBuilder(
                                            URI.create(
                                                    issuer() + "/.well-known/openid-configuration"))
                                    .build())
                            .statusCode()
                    == 200;
        } catch (Trouble e) {
            return false;
        }
    }

    private String fetch(DemoUser user) {
        Map<String, String> form =
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        DemoRealm.SCRIPTS,
                        "username",
                        user.subject(),
                        "password",
                        Folders.secret(password(place, user)));
        String body =
                form.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(
                                        URI.create(issuer() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
        if (answer.statusCode() != 200) {
            throw new Trouble("no token for 无令牌 " + user.subject() + ": " + answer.body());
        }
        try {
            JsonNode tokens = JSON.readTree(answer.body());
            return tokens.required("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Trouble(request.uri() + " does not answer 无应答: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
