package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

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
