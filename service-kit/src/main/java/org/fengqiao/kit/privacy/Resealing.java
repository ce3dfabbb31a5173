package org.fengqiao.kit.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.privacy.SealedColumns.Column;

/**
 * One row under the keys that write now. Ciphertexts are opened and sealed again; a blind index is
 * derived anew from the text of the row that it is an index of. Nothing else of a value changes,
 * not a space.
 */
final class Resealing implements RowChange {

    private final PersonalData keys;
    private final KeyFile file;
    private final long sealing;
    private final KeyVersion index;

    Resealing(PersonalData keys) {
        this.keys = keys;
        this.file = keys.keys().file();
        this.sealing = KeyVersion.primary(file.sealing(), keys.keys().now()).id();
        this.index = KeyVersion.primary(file.index(), keys.keys().now());
    }

    /** The versions that it writes with: another pair is another walk. */
    String target() {
        return sealing + "/" + index.id();
    }

    @Override
    public Map<Column, String> of(
            Map<Column, String> values, String boundTo, UUID id, String bound) {
        Map<String, String> replaced = new HashMap<>();
        List<String> plain = new ArrayList<>();
        Sealings.each(
                keys,
                values,
                new Sealings.Place(boundTo, id, bound),
                found -> {
                    plain.add(found.text());
                    if (PersonalData.version(found.cipher()) != sealing) {
                        replaced.put(found.cipher(), found.sealed(keys, found.text()));
                    }
                });
        Map<String, String> indexes = indexes(plain);
        Map<Column, String> result = new HashMap<>();
        values.forEach((column, value) -> result.put(column, with(value, replaced, indexes)));
        return result;
    }

    private Map<String, String> indexes(List<String> plain) {
        Map<String, String> indexes = new HashMap<>();
        for (KeyVersion old : file.searched(keys.keys().now())) {
            if (old.id() == index.id()) {
                continue;
            }
            for (String text : plain) {
                for (String field : PersonIndex.FIELDS) {
                    indexes.put(of(old, field, text), of(index, field, text));
                }
            }
        }
        return indexes;
    }

    private String of(KeyVersion version, String field, String text) {
        return PersonalData.index(version, file.indexKeys().get(version.id()), field, text);
    }

    private static String with(
            String value, Map<String, String> sealed, Map<String, String> indexes) {
        String result = value;
        for (Map.Entry<String, String> it : sealed.entrySet()) {
            result = result.replace(it.getKey(), it.getValue());
        }
        return indexes.isEmpty()
                ? result
                : Sealings.INDEX
                        .matcher(result)
                        .replaceAll(it -> indexes.getOrDefault(it.group(), it.group()));
    }
}
