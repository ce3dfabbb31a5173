package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where the request bodies of an API take any text: there stand names and what people said. A place
 * reads {@code registerPetition /petitioners/0/name}.
 */
public final class FreeTexts {

    /** The one pattern that forbids no sentence. */
    private static final String NOT_BLANK = "\\S";

    private FreeTexts() {}

    /**
     * Every place where a text without an enumeration, a format or a pattern that forbids a
     * sentence may stand.
     *
     * @param document OpenAPI, parsed
     */
    public static Set<String> of(JsonNode document) {
        Set<String> places = new TreeSet<>();
        for (ApiOperation it : ApiOperation.all(document)) {
            if (it.body() != null) {
                collect(document, it.body(), it.id() + " ", places);
            }
        }
        return places;
    }

    private static void collect(
            JsonNode document, JsonNode schema, String place, Set<String> places) {
        JsonNode it = ApiOperation.resolved(document, schema);
        for (Entry<String, JsonNode> property : it.path("properties").properties()) {
            collect(document, property.getValue(), place + "/" + property.getKey(), places);
        }
        if (it.has("items")) {
            collect(document, it.path("items"), place + "/0", places);
        }
        if (takesAnyText(it)) {
            places.add(place);
        }
    }

    /** Whether a sentence may stand there. */
    static boolean takesAnyText(JsonNode schema) {
        return schema.path("type").asText().equals("string")
                && !schema.has("enum")
                && !schema.has("format")
                && schema.path("pattern").asText(NOT_BLANK).equals(NOT_BLANK);
    }

    /**
     * Puts a text into every place of a right body that takes any, those of its lists included.
     *
     * @param schema name of the body's
     * @param right what else it needs; what a list's record needs is made up
     * @param text by place: {@code /opinions/0/opinion}
     */
    public static void fill(
            JsonNode document, String schema, ObjectNode right, UnaryOperator<String> text) {
        fill(document, document.at("/components/schemas/" + schema), right, "", text);
    }

    private static void fill(
            JsonNode document,
            JsonNode schema,
            ObjectNode right,
            String place,
            UnaryOperator<String> text) {
        for (Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            String at = place + "/" + name;
            JsonNode it = ApiOperation.resolved(document, property.getValue());
            if (takesAnyText(it)) {
                right.put(name, text.apply(at));
            } else if (it.has("properties")) {
                fill(document, it, right.withObjectProperty(name), at, text);
            } else if (it.has("items")) {
                JsonNode item = ApiOperation.resolved(document, it.path("items"));
                if (takesAnyText(item)) {
                    right.putArray(name).add(text.apply(at + "/0"));
                } else if (item.has("properties")) {
                    ArrayNode all = right.withArrayProperty(name);
                    ObjectNode first =
                            all.isEmpty() ? required(document, item, all) : (ObjectNode) all.get(0);
                    fill(document, item, first, at + "/0", text);
                }
            }
        }
    }

    private static ObjectNode required(JsonNode document, JsonNode schema, ArrayNode all) {
        ObjectNode made = all.addObject();
        for (JsonNode name : schema.path("required")) {
            JsonNode it =
                    ApiOperation.resolved(document, schema.path("properties").path(name.asText()));
            made.set(name.asText(), anyOf(it));
        }
        return made;
    }

    private static JsonNode anyOf(JsonNode schema) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "string" -> json.textNode("2024-06-28");
            case "boolean" -> json.booleanNode(true);
            default -> json.numberNode(schema.path("minimum").asInt(1));
        };
    }

    /**
     * The places of a request where the canary stands.
     *
     * @param operationId that the body was sent to
     */
    public static Set<String> holding(Canary canary, String operationId, JsonNode body) {
        Set<String> places = new TreeSet<>();
        collect(canary, body, operationId + " ", places);
        return places;
    }

    private static void collect(Canary canary, JsonNode it, String place, Set<String> places) {
        it.properties()
                .forEach(
                        field ->
                                collect(
                                        canary,
                                        field.getValue(),
                                        place + "/" + field.getKey(),
                                        places));
        if (it.isArray()) {
            it.forEach(item -> collect(canary, item, place + "/0", places));
        }
        if (it.isTextual() && canary.isIn(it.asText())) {
            places.add(place);
        }
    }
}
