package org.fengqiao.reporting.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Column.Type;

/**
 * A kind of record.
 *
 * @param kind its name, and that of its schema: {@code mediation.case.v1}
 * @param topic where it is published: its kind, unless several kinds share one
 * @param path at the source
 * @param label the Chinese word for a record
 * @param words what every description of its records says besides; null for nothing
 */
public record Table(
        String kind,
        String topic,
        String name,
        String path,
        String label,
        String words,
        List<Column> columns) {

    static final List<Column> COMMON =
            List.of(
                    new Column("recordId", "id", "记录", Type.ID, Map.of(), "record_id", null),
                    Column.column(Type.INTEGER, "version", "版本"),
                    Column.column(Type.DIVISION, "division", "区划"),
                    Column.column(Type.DATE, "enteredOn", "录入日期"),
                    Column.column(Type.FLAG, "voided", "作废"));

    /**
     * Describes a fact table; the common columns are added.
     *
     * @param place the Chinese word for the division that counts the record
     */
    public static Table table(
            String kind, String name, String path, String label, String place, Column... columns) {
        Stream<Column> common =
                COMMON.stream().map(it -> it.type() == Type.DIVISION ? it.labelled(place) : it);
        Stream<Column> all = Stream.concat(common, Stream.of(columns));
        return new Table(kind, kind, name, path, label, null, all.toList());
    }

    /** The same, published on a topic that it shares with other kinds. */
    public Table on(String shared) {
        return new Table(kind, shared, name, path, label, words, columns);
    }

    /** The same, and every description of its records says so. */
    public Table noting(String note) {
        return new Table(kind, topic, name, path, label, note, columns);
    }

    public Column column(String column) {
        return columns.stream()
                .filter(it -> it.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + column));
    }

    /** The division that counts its records, unless a cohort says another. */
    public Column place() {
        return column("division");
    }

    /** What records can be divided by: codes, and the first level of class codes. */
    public List<Column> dimensions() {
        return columns.stream()
                .filter(Column::isDimension)
                .flatMap(
                        it ->
                                it.type() == Type.CLASS_CODE
                                        ? Stream.of(it.firstLevel(), it)
                                        : Stream.of(it))
                .toList();
    }

    /** The column that people call a record by, where the kind has one. */
    public Optional<Column> reference() {
        return columns.stream().filter(it -> it.type() == Type.REFERENCE).findFirst();
    }

    public Optional<String> note() {
        return Optional.ofNullable(words);
    }

    Table named(String other) {
        return new Table(kind, topic, other, path, label, words, columns);
    }

    /** The source that publishes the topic. */
    public String source() {
        return topic.substring(0, topic.indexOf('.'));
    }

    String each(Function<Column, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }
}
