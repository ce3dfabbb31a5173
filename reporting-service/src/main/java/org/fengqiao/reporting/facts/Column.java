package org.fengqiao.reporting.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One column of a fact table.
 *
 * @param name the name of the dimension in the API
 * @param json the field of the event
 * @param label the Chinese word for it in the description of a cohort
 * @param codes codes and their Chinese labels, in the list's order; empty unless a code
 * @param sql the column itself, the name in snake_case, or what is made of it
 * @param fallback what stands for a field that the event lacks; null for nothing
 */
public record Column(
        String name,
        String json,
        String label,
        Type type,
        Map<String, String> codes,
        String sql,
        Fallback fallback) {

    private static final int FIRST_LEVEL_DIGITS = 2;

    /** What a column holds, and its PostgreSQL type; the list of an open code is not known here. */
    @Schema(name = "ColumnType")
    public enum Type {
        ID("uuid"),
        OPEN_CODE("text"),
        /** The number of a document, such as (2024)人调字第12号: what people call the record. */
        REFERENCE("text"),
        /** One of the codes; an event with any other is a dead letter. */
        CODE("text"),
        /** Several of the codes, kept as {@code |A|B|}; any other makes the event a dead letter. */
        CODES("text"),
        /**
         * Six digits in levels of two; the codes known here name the first level, others may come.
         */
        CLASS_CODE("text"),
        DIVISION("text"),
        DATE("date"),
        INTEGER("int"),
        AMOUNT("numeric"),
        FLAG("boolean");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /**
     * Another field of the event, for events that are older than a field.
     *
     * @param beside taken only where the event has this field too; null for always
     */
    record Fallback(String field, String beside) {}

    public static Column column(Type type, String name, String label) {
        return new Column(name, name, label, type, Map.of(), snakeCase(name), null);
    }

    public static Column code(String name, String label, Map<String, String> codes) {
        return new Column(name, name, label, Type.CODE, codes, snakeCase(name), null);
    }

    /** A list of codes. */
    public static Column codes(String name, String label, Map<String, String> codes) {
        return new Column(name, name, label, Type.CODES, codes, snakeCase(name), null);
    }

    /**
     * A class code.
     *
     * @param codes those of the first level
     */
    public static Column classCode(String name, String label, Map<String, String> codes) {
        return new Column(name, name, label, Type.CLASS_CODE, codes, snakeCase(name), null);
    }

    /** Codes and their labels in pairs, in the list's order. */
    public static Map<String, String> codes(String... pairs) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            codes.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(codes);
    }

    /** The same column, read from another field of the event. */
    public Column from(String field) {
        return new Column(name, field, label, type, codes, sql, fallback);
    }

    /** The same column, with what another field says where the event lacks this one. */
    public Column orElse(String field) {
        return new Column(name, json, label, type, codes, sql, new Fallback(field, null));
    }

    /** The same, where the event has a third field besides. */
    public Column orElse(String field, String beside) {
        return new Column(name, json, label, type, codes, sql, new Fallback(field, beside));
    }

    /** Of a class code its first level: a dimension, no column of a table. */
    Column firstLevel() {
        String digits = "rpad(left(%s, %d), 6, '0')".formatted(sql, FIRST_LEVEL_DIGITS);
        return new Column(name + "FirstLevel", json, label + "一级", Type.CODE, codes, digits, null);
    }

    /** Whether records can be divided by it. */
    boolean isDimension() {
        return type == Type.CODE || type == Type.CLASS_CODE;
    }

    /** Whether the value may occur. */
    public boolean knows(String code) {
        return type == Type.CLASS_CODE ? code.matches("[0-9]{6}") : codes.containsKey(code);
    }

    /** The codes of a list in Chinese. */
    public String wordsOf(String list) {
        return Stream.of(list.split("\\|"))
                .filter(it -> !it.isEmpty())
                .map(this::word)
                .collect(Collectors.joining("、"));
    }

    /** A code in Chinese; a class below the first level by its first level and itself. */
    public String word(String code) {
        if (type == Type.CLASS_CODE && !codes.containsKey(code)) {
            String first = codes.get(code.substring(0, FIRST_LEVEL_DIGITS) + "0000");
            return first == null ? code : first + "（" + code + "）";
        }
        return codes.getOrDefault(code, code);
    }

    Column labelled(String word) {
        return new Column(name, json, word, type, codes, sql, fallback);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
