package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A service of things that each township keeps for itself, with one fault planted. */
final class OddServer implements AutoCloseable {

    /** What is planted, and what a fuzz says of it. */
    enum Fault {
        NONE(""),
        FAILS("FAILED createThing answers 500"),
        TEAPOT("UNDOCUMENTED listThings answers 418"),
        PAGE("UNDOCUMENTED createThing answers 400 REFUSED with the type text/html"),
        SHAPE(
                "UNDOCUMENTED getThing answers 200 with the example of an answer has an unknown field at /colour"),
        METHOD("UNDOCUMENTED PATCH answers 404"),
        FOREIGN_RECORD("LEAK getThing answers 200 tells"),
        FOREIGN_LIST("LEAK listThings answers 200 tells"),
        FOREIGN_HINT("LEAK getThing answers 404 tells");

        final String finding;

        Fault(String finding) {
            this.finding = finding;
        }
    }

    static {
        // Else it waits 40 ms before the body of each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private record Thing(String division, String note) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT =
            """
            {"paths":{
              "/odd/v1/things":{
                "get":{"operationId":"listThings","security":[{"bearer":[]}],
                  "x-required-scopes":["things"],
                  "parameters":[{"name":"on","in":"query","schema":{"format":"date","type":"string"}}],
                  "responses":{"200":{"content":{"application/json":{"schema":{"type":"object"}}}},
                    "400":{},"401":{},"403":{}}},
                "post":{"operationId":"createThing","security":[{"bearer":[]}],
                  "x-required-scopes":["things"],
                  "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/schemas/New"}}}},
                  "responses":{"201":{"content":{"application/json":{"schema":{"type":"object"}}}},
                    "400":{},"401":{},"403":{}}}},
              "/odd/v1/things/{id}":{
                "get":{"operationId":"getThing","security":[{"bearer":[]}],
                  "x-required-scopes":["things"],
                  "parameters":[{"name":"id","in":"path","schema":{"format":"uuid","type":"string"}}],
                  "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/schemas/Thing"}}}},
                    "400":{},"401":{},"403":{},"404":{}}}}},
             "schemas":{
               "New":{"type":"object","properties":{"note":{"type":"string","maxLength":90}}},
               "Thing":{"type":"object","properties":{"id":{"type":"string"},"note":{"type":"string"}}}}}
            """;

    private final Map<String, Thing> things = new TreeMap<>();
    private final HttpServer server;
    private final Fault fault;

    OddServer(Fault fault) throws IOException {
        this.fault = fault;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The table of a township that has one thing. */
    GuardWalk walk(String division) {
        String id = UUID.randomUUID().toString();
        things.put(id, new Thing(division, "-"));
        return new GuardWalk(null, division, division)
                .visiting(
                        Visit.listing("listThings", id),
                        Visit.local("getThing").at("id", id),
                        Visit.local("createThing").body("{\"note\":\"a note\"}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        String[] token =
                (exchange.getRequestHeaders().getFirst("Authorization") + "").split("[ |]", -1);
        boolean known = method.equals("GET") || method.equals("POST") && path.endsWith("/things");
        if (path.equals("/q/openapi")) {
            send(exchange, 200, DOCUMENT);
        } else if (!known) {
            refuse(exchange, fault == Fault.METHOD ? 404 : 405, "");
        } else if (token.length < 5 || !token[1].equals("good")) {
            refuse(exchange, 401, "");
        } else if (!token[4].contains("things") || token[3].isEmpty()) {
            refuse(exchange, 403, "");
        } else if (method.equals("POST")) {
            create(exchange, token[3], body);
        } else if (path.endsWith("/things")) {
            list(exchange, token[3]);
        } else {
            get(exchange, token[3], path.replaceFirst(".*/things/", ""));
        }
    }

    private void create(HttpExchange exchange, String division, String body) throws IOException {
        JsonNode note;
        try {
            note = JSON.readTree(body).path("note");
        } catch (JsonProcessingException e) {
            note = JSON.nullNode();
        }
        if (!note.isTextual() || note.asText().length() > 90) {
            refuse(exchange, fault == Fault.FAILS ? 500 : 400, "");
            return;
        }
        String id = UUID.randomUUID().toString();
        things.put(id, new Thing(division, note.asText()));
        exchange.getResponseHeaders().set("Location", "/odd/v1/things/" + id);
        send(exchange, 201, "{}");
    }

    private void list(HttpExchange exchange, String division) throws IOException {
        if (exchange.getRequestURI().getQuery() != null) {
            refuse(exchange, fault == Fault.TEAPOT ? 418 : 400, "");
            return;
        }
        String shown =
                things.entrySet().stream()
                        .filter(it -> sees(division, it.getValue(), Fault.FOREIGN_LIST))
                        .map(Entry::getKey)
                        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        send(exchange, 200, "{\"items\":" + shown + "}");
    }

    private void get(HttpExchange exchange, String division, String id) throws IOException {
        Thing thing = things.get(id);
        if (thing == null || !sees(division, thing, Fault.FOREIGN_RECORD)) {
            String hint = thing == null ? "" : things.keySet().stream().reduce("", String::concat);
            refuse(exchange, 404, fault == Fault.FOREIGN_HINT ? hint : "");
            return;
        }
        String more = fault == Fault.SHAPE ? ",\"colour\":\"red\"" : "";
        String note = JSON.writeValueAsString(thing.note());
        send(exchange, 200, "{\"id\":\"" + id + "\",\"note\":" + note + more + "}");
    }

    private boolean sees(String division, Thing thing, Fault leak) {
        String area = division.replaceFirst("0+$", "");
        return fault == leak || thing.division().startsWith(area);
    }

    private void refuse(HttpExchange exchange, int status, String hint) throws IOException {
        String type = fault == Fault.PAGE ? "text/html" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        String problem =
                "{\"type\":\"-\",\"title\":\"-\",\"detail\":\"%s\",\"instance\":\"-\",\"status\":%d,"
                        + "\"code\":\"REFUSED\"}";
        send(exchange, status, problem.formatted(hint, status));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
