package org.fengqiao.kit.privacy;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/** Every ciphertext of a row, opened, with the place that it is bound to. */
final class Sealings {

    /** A blind index, or a keyed digest, as a value holds it. */
    static final Pattern INDEX = Pattern.compile("(?:\\d{1,10}\\.)?[0-9a-f]{64}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HUMP = Pattern.compile("_([a-z])");
    // A reason of the journal is bound to the journal, whatever its record.
    private static final String JOURNAL = "journal";

    private Sealings() {}

    /** A ciphertext, its text, and how another text is sealed for the same place. */
    record Found(String cipher, String text, String table, UUID id, String column) {

        String sealed(PersonalData keys, String other) {
            return keys.encrypt(other, table, id, column);
        }
    }

    /** Takes what is found. */
    interface Taker {
        void take(Found found);
    }

    /**
     * Finds those of a row.
     *
     * @throws IllegalStateException where one cannot be opened; its message holds no content
     */
    static void each(PersonalData keys, Map<Column, String> values, Place place, Taker taker) {
        // Other bytes may begin as a ciphertext does: a proof of the audit, for one.
        Set<Long> versions =
                keys.keys().file().sealing().stream().map(KeyVersion::id).collect(toSet());
        values.forEach(
                (column, value) ->
                        SealedTexts.mapped(
                                document(column, value),
                                place.column() == null ? columns(column) : List.of(place.column()),
                                (cipher, columns) -> {
                                    if (versions.contains(PersonalData.version(cipher))) {
                                        taker.take(found(keys, cipher, columns, place));
                                    }
                                    return cipher;
                                }));
    }

    /** What the ciphertexts of a row are bound to. */
    record Place(String table, UUID id, String column) {}

    private static JsonNode document(Column column, String value) {
        try {
            return column.isDocument() ? JSON.readTree(value) : TextNode.valueOf(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of " + column.table() + " is no JSON");
        }
    }

    /** {@code held_on} may be bound to as {@code heldOn}, the name of its field. */
    private static List<String> columns(Column column) {
        if (column.table().equals(JOURNAL) && column.type().equals("jsonb")) {
            return List.of();
        }
        Matcher hump = HUMP.matcher(column.plainName());
        return List.of(
                column.plainName(), hump.replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT)));
    }

    private static Found found(
            PersonalData keys, String cipher, List<String> columns, Place place) {
        for (String table : List.of(place.table(), JOURNAL)) {
            String column =
                    SealedTexts.column(keys, cipher, table, place.id(), columns).orElse(null);
            if (column != null) {
                String text = keys.decrypt(cipher, table, place.id(), column);
                return new Found(cipher, text, table, place.id(), column);
            }
        }
        String record = place.table() + " " + place.id();
        throw new IllegalStateException("A text of " + record + " cannot be opened");
    }
}
