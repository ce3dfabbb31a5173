package org.fengqiao.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Finds the ciphertexts of a document, and the column that each is bound to, by where it stands:
 * the name of a field that it is in, {@code list.place}, {@code list.place.field} or {@code
 * list.id.field}.
 */
public final class SealedTexts {

    private SealedTexts() {}

    /**
     * The document with each ciphertext replaced.
     *
     * @param columns what a ciphertext of the whole document may be bound to
     * @param text gives the text in place of a ciphertext that may be bound to these columns
     */
    public static JsonNode mapped(
            JsonNode node, List<String> columns, BiFunction<String, List<String>, String> text) {
        if (node instanceof ObjectNode fields) {
            String own = fields.path("id").asText();
            fields.properties()
                    .forEach(
                            it ->
                                    it.setValue(
                                            mapped(
                                                    it.getValue(),
                                                    below(columns, own, it.getKey()),
                                                    text)));
        } else if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                String place = "." + i;
                List<String> here = new ArrayList<>(columns);
                columns.forEach(it -> here.add(it + place));
                items.set(i, mapped(items.get(i), here, text));
            }
        } else if (node.isTextual() && PersonalData.version(node.textValue()) != 0) {
            return TextNode.valueOf(text.apply(node.textValue(), columns));
        }
        return node;
    }

    private static List<String> below(List<String> columns, String own, String name) {
        List<String> here = new ArrayList<>(columns);
        for (String it : columns) {
            here.add(it + "." + name);
            if (!own.isEmpty()) {
                here.add(it + "." + own + "." + name);
            }
        }
        here.add(name);
        return here;
    }

    /** The column among these that a ciphertext is bound to; absent where it is none of them. */
    public static Optional<String> column(
            PersonalData keys, String sealed, String table, UUID id, List<String> columns) {
        // The last ones are the nearest to the text.
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (keys.opens(sealed, table, id, columns.get(i))) {
                return Optional.of(columns.get(i));
            }
        }
        return Optional.empty();
    }
}
