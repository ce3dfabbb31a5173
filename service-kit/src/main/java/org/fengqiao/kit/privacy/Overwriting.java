package org.fengqiao.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/**
 * One row of which no person is left. In place of each ciphertext stands the same word for all,
 * sealed: who reads the row finds it as it ever was, and nobody in it. An index finds nothing.
 */
final class Overwriting implements RowChange {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                    .build();

    private final PersonalData keys;
    private final List<String> clear;

    /**
     * @param clear what tells of a person unsealed: columns, and fields of documents; it is taken
     *     out
     */
    Overwriting(PersonalData keys, List<String> clear) {
        this.keys = keys;
        this.clear = clear;
    }

    @Override
    public Map<Column, String> of(
            Map<Column, String> values, String boundTo, UUID id, String bound) {
        Map<String, String> replaced = new HashMap<>();
        Sealings.each(
                keys,
                values,
                new Sealings.Place(boundTo, id, bound),
                found -> replaced.put(found.cipher(), found.sealed(keys, PersonalData.DESTROYED)));
        Map<Column, String> result = new HashMap<>();
        values.forEach((column, value) -> result.put(column, overwritten(column, value, replaced)));
        return result;
    }

    private String overwritten(Column column, String value, Map<String, String> replaced) {
        // Of the caller's key nothing can be told; it must stay the only one.
        if (column.plainName().equals("idempotency_key")) {
            return value;
        }
        if (clear.contains(column.plainName())) {
            return PersonalData.DESTROYED;
        }
        String result = value;
        for (Map.Entry<String, String> it : replaced.entrySet()) {
            result = result.replace(it.getKey(), it.getValue());
        }
        result = Sealings.INDEX.matcher(result).replaceAll("erased");
        return column.isDocument() && !clear.isEmpty() ? without(result) : result;
    }

    private String without(String document) {
        try {
            JsonNode node = JSON.readTree(document);
            takeOut(node);
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document is no JSON");
        }
    }

    private void takeOut(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            fields.remove(clear);
        }
        node.forEach(this::takeOut);
    }
}
