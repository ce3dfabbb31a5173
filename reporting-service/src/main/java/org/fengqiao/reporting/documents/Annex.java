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
 * @param tables rows, in tables that a word processor can lay out
 * @param definitions each once, however many figures it makes
 */
record Annex(List<List<Row>> tables, List<Definition> definitions) {

    // LibreOffice takes three times as long for one table of 2,000 rows as for twenty of 100.
    private static final int ROWS_OF_A_TABLE = 100;

    /** A figure with the number of its definition below the tables. */
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
        List<List<Row>> tables = new ArrayList<>();
        for (Value it : edition.figures()) {
            Definition definition =
                    definitions.computeIfAbsent(
                            new Key(it.definition(), it.cohort()),
                            key ->
                                    new Definition(
                                            definitions.size() + 1, key.version(), key.cohort()));
            if (tables.isEmpty() || tables.get(tables.size() - 1).size() == ROWS_OF_A_TABLE) {
                tables.add(new ArrayList<>());
            }
            tables.get(tables.size() - 1).add(new Row(it, definition.number()));
        }
        return new Annex(tables, List.copyOf(definitions.values()));
    }
}
