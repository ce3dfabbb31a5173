package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A service of two guarded operations and an open one, like the suite's but for one leak. */
final class LeakyServer implements AutoCloseable {

    /** The guard that is missing, and what the walk says of it. */
    enum Leak {
        NONE(""),
        ANONYMOUS("with no token answers 200"),
        EXPIRED("with an expired token answers 200"),
        AUDIENCE("with another's token answers 200"),
        ISSUER("with another issuer's token answers 200"),
        SIGNATURE("with a token of another key answers 200"),
        ALTERED("with an altered token answers 200"),
        SCOPE("with no scope answers 200"),
        SCOPE_LATE("with no scope and an unknown query answers 400"),
        ROLE("with role guest answers 200"),
        ROLE_SHUT("with role clerk answers 403"),
        WRITTEN("who was refused has written to things"),
        DIVISION("with no division answers 200"),
        TOWNSHIP("with another township answers 200"),
        UNLIKE("acceptThing with a foreign record, unlike an absent one, answers 404"),
        LIST("listThings with another township answers 200"),
        VERSION_MISSING("with no If-Match answers 200"),
        VERSION_STALE("with a stale If-Match answers 200"),
        KEY_MISSING("with no key answers 200"),
        KEY_FORGOTTEN("with the same key again answers 412"),
        KEY_OF_OTHERS("with another caller's key answers 200"),
        UNKNOWN_FIELD("with an unknown field at /noSuchField answers 200"),
        WRONG_TYPE("with a wrong type at /on answers 200"),
        PARAMETER("with an unknown query at noSuchParameter answers 200"),
        HTML("with no scope answers 403"),
        UNDECLARED("does not declare 404"),
        UNSECURED("asks for no token"),
        SHUT("calculateDeadline asks for a token"),
        PAGE("with a page asked for answers 200"),
        SILENT("does not say what it answers"),
        BROKEN("with all is right answers 500");

        final String finding;

        Leak(String finding) {
            this.finding = finding;
        }
    }

    static {
        // Else it waits 40 ms before the body of each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static final String HOME = "410423201000";
    private static final String THING = "0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c11";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A token is {@code kind|subject|division|scopes}. */
    static final Passes PASSES =
            new Passes() {
                @Override
                public String of(String subject, String division, String... scopes) {
                    return String.join("|", "good", subject, division, String.join(" ", scopes));
                }

                @Override
                public String of(String subject, String division, Role role) {
                    String scopes = String.join(" ", role.scopes());
                    return String.join("|", "good", subject, division, scopes, role.name());
                }

                @Override
                public Map<String, String> bad(String subject, String division, String... scopes) {
                    String rest = "|" + subject + "|" + division + "|" + String.join(" ", scopes);
                    return Map.of(
                            "an expired token", "expired" + rest,
                            "another's token", "aud" + rest,
                            "another issuer's token", "issuer" + rest,
                            "a token of another key", "key" + rest,
                            "an altered token", "altered" + rest,
                            "no real token", "x");
                }

                @Override
                public String withoutDivision(String... scopes) {
                    return String.join("|", "good", "x", "", String.join(" ", scopes));
                }
            };

    private static final Map<String, Leak> BAD =
            Map.of(
                    "expired", Leak.EXPIRED,
                    "aud", Leak.AUDIENCE,
                    "issuer", Leak.ISSUER,
                    "key", Leak.SIGNATURE,
                    "altered", Leak.ALTERED);

    private static final String MATRIX =
            """
            service,operation,anonymous,clerk,guest
            leaky,acceptThing,-,x,-
            leaky,calculateDeadline,x,x,x
            leaky,listThings,-,x,-
            """;

    static final Permissions PERMISSIONS = Permissions.of(MATRIX);

    static final List<Role> ROLES =
            List.of(
                    new Role("clerk", Set.of("things"), false),
                    new Role("guest", Set.of("others"), true));

    /** The answer to a request: a refusal unless the code is {@code null}. */
    private record Answer(int status, String code, String place, String body) {

        static Answer refused(int status, String code) {
            return new Answer(status, code, null, null);
        }
    }

    private final HttpServer server;
    private final Leak leak;
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> writers = new HashSet<>();
    private int version = 1;

    private LeakyServer(HttpServer server, Leak leak) {
        this.server = server;
        this.leak = leak;
    }

    static LeakyServer start(Leak leak) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            LeakyServer it =
                    new LeakyServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0), leak);
            it.server.createContext("/", it::handle);
            it.server.start();
            return it;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The matrix with another row. */
    static Permissions permissions(String right, String wrong) {
        return Permissions.of(MATRIX.replace(right, wrong));
    }

    static Visit listRow() {
        return Visit.listing("listThings", THING);
    }

    static Visit stepRow() {
        return Visit.local("acceptThing").at("id", THING).body("{\"on\":\"2024-03-02\"}");
    }

    static Visit openRow() {
        return Visit.open("calculateDeadline");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where it wrote something under this name. */
    List<String> writing(String name) {
        return writers.contains(name) ? List.of("things") : List.of();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().replaceFirst("^/leaky", "");
        if (path.equals("/q/openapi")) {
            send(exchange, 200, "application/json", document());
            return;
        }
        Answer answer = answer(exchange, path, new String(body, UTF_8));
        if (answer.code() == null) {
            exchange.getResponseHeaders().set("ETag", "\"" + version + "\"");
            send(exchange, answer.status(), "application/json", answer.body());
        } else if (leak == Leak.HTML && answer.status() == 403) {
            send(exchange, 403, "text/html", "<p>Forbidden</p>");
        } else {
            String places =
                    answer.place() == null
                            ? ""
                            : ",\"errors\":[{\"%s\":\"%s\"}]"
                                    .formatted(
                                            answer.place().matches("(/.*)?")
                                                    ? "pointer"
                                                    : "parameter",
                                            answer.place());
            String problem =
                    "{\"status\":%d,\"code\":\"%s\",\"detail\":\"-\"%s}"
                            .formatted(answer.status(), answer.code(), places);
            send(exchange, answer.status(), "application/problem+json", problem);
        }
    }

    private Answer answer(HttpExchange exchange, String path, String body) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String[] token = bearer == null ? new String[] {""} : bearer.substring(7).split("\\|", -1);
        Answer refusal = path.equals("/calculation") ? null : caller(token);
        if (refusal != null) {
            boolean odd = exchange.getRequestURI().getQuery() != null && refusal.status() == 403;
            if (leak == Leak.WRITTEN && token.length > 1) {
                writers.add(token[1]);
            }
            return odd && leak == Leak.SCOPE_LATE
                    ? new Answer(400, "PARAMETER_INVALID", "noSuchParameter", null)
                    : refusal;
        }
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        if (leak != Leak.PAGE && accepted.contains("text/html")) {
            return Answer.refused(406, "NOT_ACCEPTABLE");
        }
        String query = exchange.getRequestURI().getQuery();
        if (leak != Leak.PARAMETER && query != null) {
            return new Answer(400, "PARAMETER_INVALID", query.replaceFirst("=.*", ""), null);
        }
        if (path.equals("/calculation")) {
            return new Answer(200, null, null, "{}");
        }
        boolean home = token.length < 3 || token[2].isEmpty() || token[2].equals(HOME);
        if (path.equals("/things")) {
            String shown = home || leak == Leak.LIST ? THING : "";
            return new Answer(200, null, null, "{\"items\":[\"" + shown + "\"]}");
        }
        if (path.contains("~")) {
            return new Answer(400, "PARAMETER_INVALID", "id", null);
        }
        if (!path.contains(THING) || (!home && leak != Leak.TOWNSHIP)) {
            return path.contains(THING) && leak == Leak.UNLIKE
                    ? new Answer(404, "NOT_FOUND", "id", null)
                    : Answer.refused(404, "NOT_FOUND");
        }
        return exchange.getRequestMethod().equals("GET")
                ? new Answer(200, null, null, "{}")
                : step(exchange, token, body);
    }

    private Answer caller(String[] token) {
        boolean real = token.length >= 4;
        if (!real && leak == Leak.ANONYMOUS && token[0].isEmpty()) {
            return null;
        }
        if (token[0].isEmpty()) {
            return Answer.refused(401, "TOKEN_MISSING");
        }
        if (!real || BAD.containsKey(token[0]) && leak != BAD.get(token[0])) {
            return Answer.refused(401, "TOKEN_INVALID");
        }
        boolean guest = leak == Leak.ROLE && token[3].contains("others");
        boolean shut = leak == Leak.ROLE_SHUT && token.length > 4;
        if (!token[3].contains("things") && !guest && leak != Leak.SCOPE || shut) {
            return Answer.refused(403, "SCOPE_MISSING");
        }
        return token[2].isEmpty() && leak != Leak.DIVISION
                ? Answer.refused(403, "DIVISION_MISSING")
                : null;
    }

    private Answer step(HttpExchange exchange, String[] token, String body) {
        Answer bad = read(exchange.getRequestHeaders().getFirst("Content-Type"), body);
        if (bad != null) {
            return bad;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null && leak != Leak.KEY_MISSING) {
            return Answer.refused(400, "IDEMPOTENCY_KEY_REQUIRED");
        }
        String owned =
                leak == Leak.KEY_OF_OTHERS ? key : key + token[Math.min(1, token.length - 1)];
        if (keys.containsKey(owned) && leak != Leak.KEY_FORGOTTEN) {
            return new Answer(200, null, null, keys.get(owned));
        }
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (seen == null && leak != Leak.VERSION_MISSING) {
            return Answer.refused(428, "IF_MATCH_REQUIRED");
        }
        if ("*".equals(seen)) {
            return Answer.refused(400, "IF_MATCH_INVALID");
        }
        if (seen != null && !seen.equals("\"" + version + "\"") && leak != Leak.VERSION_STALE) {
            return Answer.refused(412, "STALE_VERSION");
        }
        if (leak == Leak.BROKEN) {
            return Answer.refused(500, "INTERNAL_ERROR");
        }
        // Only a whole command counts: what leaks through a missing guard must not move the record.
        if (seen != null && key != null && home(token)) {
            version++;
            keys.put(owned, "{}");
        }
        return new Answer(200, null, null, "{}");
    }

    private static boolean home(String[] token) {
        return token.length == 4 && token[0].equals("good") && token[2].equals(HOME);
    }

    private Answer read(String type, String body) {
        if (!type.startsWith("application/json")) {
            return Answer.refused(415, "MEDIA_TYPE_UNSUPPORTED");
        }
        try {
            JsonNode read = JSON.readTree(body);
            if (read.isMissingNode()) {
                return new Answer(400, "REQUEST_INVALID", "", null);
            }
            if (read.has("noSuchField") && leak != Leak.UNKNOWN_FIELD) {
                return new Answer(400, "REQUEST_INVALID", "/noSuchField", null);
            }
            boolean day = read.path("on").asText().equals("2024-03-02");
            boolean tolerated = leak == Leak.WRONG_TYPE && read.path("on").isNumber();
            return day || tolerated ? null : new Answer(400, "REQUEST_INVALID", "/on", null);
        } catch (JsonProcessingException e) {
            return new Answer(400, "REQUEST_INVALID", "", null);
        }
    }

    private String document() {
        String security =
                leak == Leak.UNSECURED
                        ? ""
                        : "\"security\":[{\"bearer\":[]}],\"x-required-scopes\":[\"things\"],";
        String answer =
                leak == Leak.SILENT
                        ? "{}"
                        : "{\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}}";
        String open = leak == Leak.SHUT ? "\"security\":[{\"bearer\":[]}]," : "";
        String missing = leak == Leak.UNDECLARED ? "" : "\"404\":{},";
        return """
        {"paths":{
          "/leaky/calculation":{"get":{"operationId":"calculateDeadline",%s
            "responses":{"200":%s,"400":{},"406":{}}}},
          "/leaky/things":{"get":{"operationId":"listThings",%s
            "responses":{"200":%s,"400":{},"401":{},"403":{},"406":{}}}},
          "/leaky/things/{id}/acceptance":{"post":{"operationId":"acceptThing",%s
            "parameters":[
              {"name":"id","in":"path","schema":{"type":"string","format":"uuid"}},
              {"name":"If-Match","in":"header"},{"name":"Idempotency-Key","in":"header"}],
            "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/schemas/Step"}}}},
            "responses":{"200":%s,"400":{},"401":{},"403":{},%s
              "406":{},"412":{},"415":{},"428":{}}}}},
         "schemas":{"Step":{"required":["on"],
            "properties":{"on":{"type":"string","format":"date"}}}}}"""
                .formatted(open, answer, security, answer, security, answer, missing);
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
