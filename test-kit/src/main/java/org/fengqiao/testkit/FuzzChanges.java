package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Changes a right request in one place, as its schema tempts to.
 *
 * @param methods documented of each path
 * @param ids of records, one's own or another's
 */
record FuzzChanges(
        JsonNode document,
        Oddities odd,
        Map<String, Set<String>> methods,
        Function<Random, String> ids) {

    /** One change; what cannot be changed in a request is left. */
    void change(FuzzCall call) {
        int kind = odd.random().nextInt(100);
        if (kind < 45 && call.body != null) {
            call.body = field(call.operation.body(), call.body);
        } else if (kind < 45 && call.file != null) {
            form(call);
        } else if (kind < 50 && call.body != null) {
            raw(call);
        } else if (kind < 72) {
            query(call);
        } else if (kind < 82) {
            path(call);
        } else if (kind < 96) {
            header(call);
        } else {
            method(call);
        }
    }

    /** The body with one of its fields set, taken away or added. */
    private JsonNode field(JsonNode given, JsonNode body) {
        JsonNode schema = ApiOperation.resolved(document, given);
        if (body instanceof ArrayNode list) {
            return element(schema, list);
        }
        if (!(body instanceof ObjectNode object)) {
            return odd.value(schema, ids);
        }
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || odd.chance(4)) {
            return object.put("noSuchField", odd.text());
        }
        String name = odd.any(List.copyOf(names));
        JsonNode property = schema.path("properties").path(name);
        JsonNode now = object.path(name);
        if (now.isContainerNode() && odd.chance(75)) {
            object.set(name, field(property, now));
        } else if (object.has(name) && odd.chance(8)) {
            object.remove(name);
        } else {
            object.set(name, odd.value(property, ids));
        }
        return object;
    }

    private JsonNode element(JsonNode schema, ArrayNode list) {
        JsonNode items = schema.path("items");
        if (list.isEmpty() || odd.chance(20)) {
            return list.add(odd.value(items, ids));
        }
        int at = odd.random().nextInt(list.size());
        if (odd.chance(10)) {
            JsonNode again = list.get(at);
            for (int i = 0; i < 2 + odd.random().nextInt(300); i++) {
                list.add(again);
            }
            return list;
        }
        list.set(at, field(items, list.get(at)));
        return list;
    }

    /** Texts that a caller may enter at will, with the mark of its own township. */
    void mark(FuzzCall call, String mark) {
        if (call.body != null) {
            mark(call.operation.body(), call.body, mark);
        }
    }

    private void mark(JsonNode given, JsonNode body, String mark) {
        JsonNode schema = ApiOperation.resolved(document, given);
        if (body instanceof ArrayNode) {
            body.forEach(it -> mark(schema.path("items"), it, mark));
        }
        if (!(body instanceof ObjectNode object)) {
            return;
        }
        for (var it : schema.path("properties").properties()) {
            JsonNode property = ApiOperation.resolved(document, it.getValue());
            JsonNode now = object.path(it.getKey());
            if (now.isTextual() && isFree(property, now.asText() + mark)) {
                object.put(it.getKey(), now.asText() + mark);
            } else if (now.isContainerNode()) {
                mark(property, now, mark);
            }
        }
    }

    private static boolean isFree(JsonNode schema, String text) {
        return schema.path("type").asText().equals("string")
                && schema.path("format") instanceof MissingNode
                && schema.path("pattern") instanceof MissingNode
                && schema.path("enum") instanceof MissingNode
                && text.length() <= schema.path("maxLength").asInt(0);
    }

    private void header(FuzzCall call) {
        String name = odd.any(Oddities.HEADERS.keySet().stream().sorted().toList());
        call.headers.put(name, odd.any(Oddities.HEADERS.get(name)));
    }

    private void raw(FuzzCall call) {
        String json = call.json();
        String one = json.length() > 2 ? json.substring(0, json.length() - 1) : "{\"a\":1";
        call.raw =
                switch (odd.random().nextInt(9)) {
                    case 0 -> json.substring(0, json.length() / 2).getBytes(UTF_8);
                    case 1 -> ("\ufeff" + json).getBytes(UTF_8);
                    case 2 -> json.getBytes(UTF_16);
                    case 3 -> (one + ",\"reason\":\"a\",\"reason\":\"b\"}").getBytes(UTF_8);
                    case 4 -> (json + json).getBytes(UTF_8);
                    case 5 -> new byte[0];
                    case 6 -> "[".repeat(5_000).getBytes(UTF_8);
                    case 7 -> (one + ",\"x\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(UTF_8);
                    default -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
                };
    }

    private void form(FuzzCall call) {
        if (odd.chance(50)) {
            Set<String> names = new TreeSet<>(call.form.keySet());
            ApiOperation.resolved(document, call.operation.body())
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
            names.remove("file");
            call.form.put(odd.any(List.copyOf(names)), odd.text());
            return;
        }
        byte[] file = call.file;
        call.file =
                switch (odd.random().nextInt(6)) {
                    case 0 -> new byte[0];
                    case 1 -> Arrays.copyOf(file, file.length / 2);
                    case 2 -> new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 9, 9};
                    case 3 -> (new String(file, UTF_8).trim() + odd.text() + "\n").getBytes(UTF_8);
                    case 4 ->
                            new String(file, UTF_8).replace(",", "," + odd.text()).getBytes(UTF_8);
                    default -> new String(file, UTF_8).getBytes(UTF_16);
                };
    }

    private void query(FuzzCall call) {
        List<String> names = new ArrayList<>(call.operation.queryParameters().keySet());
        if (names.isEmpty() && odd.chance(90)) {
            header(call);
            return;
        }
        if (names.isEmpty() || odd.chance(3)) {
            call.query.put(odd.chance(50) ? "noSuchParameter" : odd.text(), odd.text());
            return;
        }
        String name = odd.any(names);
        JsonNode schema = call.operation.queryParameters().get(name);
        call.query.put(name, odd.text(schema, ids));
    }

    private void path(FuzzCall call) {
        if (call.path.isEmpty()) {
            query(call);
            return;
        }
        String name = odd.any(List.copyOf(call.path.keySet()));
        JsonNode schema = call.operation.pathParameters().get(name);
        String value = odd.text(schema, ids);
        // Of such a value a proxy or the router makes another path.
        call.astray =
                value.isBlank()
                        || value.contains("/")
                        || value.startsWith(".")
                        || value.contains("%2e");
        call.path.put(name, value);
    }

    private void method(FuzzCall call) {
        List<String> others = new ArrayList<>(List.of("PATCH", "DELETE", "PUT", "POST", "TRACE"));
        others.removeAll(methods.get(call.operation.path()));
        call.method = odd.any(others);
    }
}
