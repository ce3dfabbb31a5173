package org.fengqiao.reporting.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Value;

/**
 * The figures of an edition as they are printed below it.
 *
 * @param definitions each once, however many figures it makes
 */
record Annex(List<Row> rows, List<Definition> definitions) {

    /** A figure with the number of its definition, listed below all of them. */
    record Row(Value value, int definition) {}

    /**
     * A definition in words.
     *
     * @param version as the catalogue numbers it
     */
    record Definition(int number, int version, String cohort) {}

    private record Key(int version, String cohort) {}

    static Annex of(Edition edition) {
        Map<Key, Definition> definitions = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Value it : edition.figures()) {
            Definition definition =
                    definitions.computeIfAbsent(
                            new Key(it.definition(), it.cohort()),
                            key ->
                                    new Definition(
                                            definitions.size() + 1, key.version(), key.cohort()));
            rows.add(new Row(it, definition.number()));
        }
        return new Annex(rows, List.copyOf(definitions.values()));
    }
}
