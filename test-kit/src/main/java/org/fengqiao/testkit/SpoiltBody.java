package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/**
 * A body that is right but for one field.
 *
 * @param fault what is wrong
 * @param pointer of the field at fault
 */
record SpoiltBody(String fault, String pointer, JsonNode body) {

    /** Each field of a right body spoilt in each way that its schema forbids. */
    static List<SpoiltBody> of(JsonNode document, JsonNode schema, JsonNode right) {
        List<SpoiltBody> spoilt = new ArrayList<>();
        spoil(document, schema, right, "", right, spoilt);
        return spoilt;
    }

    private static void spoil(
            JsonNode document,
            JsonNode schema,
            JsonNode at,
            String pointer,
            JsonNode right,
            List<SpoiltBody> spoilt) {
        JsonNode resolved = ApiOperation.resolved(document, schema);
        if (at instanceof ArrayNode && !at.isEmpty()) {
            spoil(document, resolved.path("items"), at.get(0), pointer + "/0", right, spoilt);
        }
        if (!(at instanceof ObjectNode)) {
            return;
        }
        spoilt.add(with("an unknown field", pointer, "noSuchField", IntNode.valueOf(1), right));
        for (JsonNode name : resolved.path("required")) {
            spoilt.add(with("a missing field", pointer, name.asText(), null, right));
        }
        for (Entry<String, JsonNode> property : resolved.path("properties").properties()) {
            String name = property.getKey();
            JsonNode type = ApiOperation.resolved(document, property.getValue());
            spoilt.add(with("a wrong type", pointer, name, wrongType(type), right));
            if (type.has("maxLength")) {
                String text = "长".repeat(type.path("maxLength").asInt() + 1);
                spoilt.add(with("an over-long text", pointer, name, TextNode.valueOf(text), right));
            }
            if (type.has("enum")) {
                JsonNode code = TextNode.valueOf("NO_SUCH_CODE");
                spoilt.add(with("an unknown code", pointer, name, code, right));
            }
            if (type.path("format").asText().equals("date")) {
                JsonNode day = TextNode.valueOf("2024-02-31");
                spoilt.add(with("a 31 February", pointer, name, day, right));
            }
            if (at.has(name)) {
                spoil(document, type, at.get(name), pointer + "/" + name, right, spoilt);
            }
        }
    }

    private static JsonNode wrongType(JsonNode schema) {
        return schema.path("type").asText().equals("string")
                ? IntNode.valueOf(17)
                : TextNode.valueOf("none");
    }

    private static SpoiltBody with(
            String fault, String pointer, String name, JsonNode value, JsonNode right) {
        JsonNode body = right.deepCopy();
        ObjectNode place = (ObjectNode) body.at(pointer);
        if (value == null) {
            place.remove(name);
        } else {
            place.set(name, value);
        }
        return new SpoiltBody(fault, pointer + "/" + name, body);
    }
}
