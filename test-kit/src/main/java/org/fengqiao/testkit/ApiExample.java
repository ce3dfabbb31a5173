package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * An example of a schema: so that it does not go on telling of a field that is gone.
 *
 * @param found where what does not fit is told
 */
record ApiExample(JsonNode document, String name, List<String> found) {

    void fits(JsonNode given, JsonNode example, String pointer) {
        JsonNode schema = ApiOperation.resolved(document, given);
        String type = schema.path("type").asText();
        if (!isOfType(type, example)) {
            found.add("the example of " + name + " is no " + type + " at " + pointer);
        } else if (!isOfFormat(schema.path("format").asText(), example.asText())) {
            found.add("the example of " + name + " has no such format at " + pointer);
        } else if (schema.has("enum") && !has(schema.path("enum"), example)) {
            found.add("the example of " + name + " has an unknown code at " + pointer);
        }
        schema.path("required").forEach(it -> require(example, it.asText(), pointer));
        for (int i = 0; example.isArray() && i < example.size(); i++) {
            fits(schema.path("items"), example.get(i), pointer + "/" + i);
        }
        if (schema.has("properties")) {
            example.properties().forEach(it -> field(schema, it, pointer));
        }
    }

    private void field(JsonNode schema, Entry<String, JsonNode> field, String pointer) {
        JsonNode property = schema.path("properties").path(field.getKey());
        String at = pointer + "/" + field.getKey();
        if (property.isMissingNode()) {
            found.add("the example of " + name + " has an unknown field at " + at);
        } else {
            fits(property, field.getValue(), at);
        }
    }

    private void require(JsonNode example, String field, String pointer) {
        if (!example.has(field)) {
            found.add("the example of " + name + " lacks " + pointer + "/" + field);
        }
    }

    private static boolean isOfType(String type, JsonNode example) {
        return switch (type) {
            case "string" -> example.isTextual();
            case "integer" -> example.isIntegralNumber();
            case "number" -> example.isNumber();
            case "boolean" -> example.isBoolean();
            case "array" -> example.isArray();
            case "object" -> example.isObject();
            default -> true;
        };
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                case "uuid" -> UUID.fromString(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean has(JsonNode codes, JsonNode code) {
        return StreamSupport.stream(codes.spliterator(), false).anyMatch(code::equals);
    }
}
