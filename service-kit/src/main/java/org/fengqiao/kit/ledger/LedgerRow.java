package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.kit.web.Refusal;

/**
 * A row of a ledger whose every cell was read as its column says: required cells are filled, dates
 * exist, codes are in their lists, texts not too long. A blank cell is {@code null}, or an empty
 * list in a column with several values.
 */
public final class LedgerRow {

    private final int line;
    private final int year;
    private final Map<String, LedgerColumn> columns;
    private final Set<String> present;
    private final Map<String, Object> values;

    /**
     * @param columns those of the ledger
     * @param present titles of those the file has
     */
    LedgerRow(
            int line,
            int year,
            Map<String, LedgerColumn> columns,
            Set<String> present,
            Map<String, Object> values) {
        this.line = line;
        this.year = year;
        this.columns = columns;
        this.present = present;
        this.values = values;
    }

    /** The row's number in the file, from 1. */
    public int line() {
        return line;
    }

    /** The year of the row's number, or else of the ledger. */
    public int year() {
        return year;
    }

    /** Whether the cell is filled. */
    public boolean has(String title) {
        return value(title, Object.class) != null;
    }

    /**
     * Titles of the columns the file has, in the ledger's order: of others the row says nothing.
     */
    public List<String> columns() {
        return columns.keySet().stream().filter(present::contains).toList();
    }

    /**
     * Whether the cell says just this, given as an export gives it (see {@link LedgerKind#export});
     * a blank cell says {@code null}. Several values may come in any order.
     */
    public boolean says(String title, Object value) {
        Object said = value(title, Object.class);
        if (said instanceof List<?> list || value instanceof List<?>) {
            return Set.copyOf(orNone(said)).equals(Set.copyOf(orNone(value)));
        }
        return said instanceof BigDecimal amount && value instanceof BigDecimal other
                ? amount.compareTo(other) == 0
                : Objects.equals(said, value);
    }

    /**
     * Whether the cells say just what the record says, in every column the file has but the number.
     */
    boolean saysAll(Map<String, Object> said) {
        return columns.values().stream()
                .filter(it -> present.contains(it.title()))
                .filter(it -> !it.is(LedgerColumn.Trait.KEY) && !it.is(LedgerColumn.Trait.ASIDE))
                .allMatch(it -> says(it.title(), said.get(it.title())));
    }

    private static List<?> orNone(Object list) {
        return list == null ? List.of() : (List<?>) list;
    }

    public String text(String title) {
        return value(title, String.class);
    }

    /** The values of a text column with several. */
    public List<String> texts(String title) {
        return strings(title);
    }

    /** {@code 2024-12}, or {@code 12} where the number has no year. */
    public String number(String title) {
        SerialNumber number = value(title, SerialNumber.class);
        return number == null ? null : number.toString();
    }

    public LocalDate date(String title) {
        return value(title, LocalDate.class);
    }

    /** The day of a step, which is never assumed: refuses a blank cell and a day to come. */
    public LocalDate stepDay(String title, LocalDate today) {
        LocalDate on = date(title);
        if (on == null) {
            throw refuse(title, "REQUIRED", "该步骤须填日期", "the step needs its date");
        }
        if (on.isAfter(today)) {
            throw refuse(title, "DATE_IN_FUTURE", "日期不能晚于今天", "in the future");
        }
        return on;
    }

    public Integer integer(String title) {
        return value(title, Integer.class);
    }

    /** Yuan, scale 2. */
    public BigDecimal amount(String title) {
        return value(title, BigDecimal.class);
    }

    public Boolean yesNo(String title) {
        return value(title, Boolean.class);
    }

    /** The code of the word in the cell. */
    public String code(String title) {
        return value(title, String.class);
    }

    /** The code as a constant of the enum whose words the column has. */
    public <E extends Enum<E> & Coded> E code(String title, Class<E> type) {
        String code = code(title);
        return code == null ? null : constant(code, type);
    }

    /** The codes of a column with several, each once. */
    public <E extends Enum<E> & Coded> List<E> codes(String title, Class<E> type) {
        return strings(title).stream().distinct().map(it -> constant(it, type)).toList();
    }

    private static <E extends Enum<E> & Coded> E constant(String code, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A refusal of this row because of one column: throw it. Neither text may repeat the cell. */
    public Refusal refuse(String title, String code, String zh, String en) {
        value(title, Object.class);
        return Refusal.of(422, code, zh, en).at(title, zh, en);
    }

    /**
     * Does what a column says: where it is refused, the refusal names columns of the ledger instead
     * of fields of the API.
     *
     * @param title the column to name where the refusal names no other
     * @param fields title of the column by JSON pointer
     */
    public <T> T doing(String title, Map<String, String> fields, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            Refusal named =
                    Refusal.of(refusal.status(), refusal.code(), refusal.zh(), refusal.en())
                            .citing(refusal.legalBasis());
            if (refusal.faults().isEmpty()) {
                throw named.at(title, refusal.zh(), refusal.en());
            }
            for (Refusal.Fault it : refusal.faults()) {
                String pointer = it.pointer();
                String column =
                        columns.containsKey(pointer)
                                ? pointer
                                : fields.getOrDefault(pointer, title);
                named = named.at(column, it.code(), it.zh(), it.en());
            }
            throw named;
        }
    }

    /** The same, where the act gives nothing back. */
    public void doing(String title, Map<String, String> fields, Runnable act) {
        doing(
                title,
                fields,
                () -> {
                    act.run();
                    return null;
                });
    }

    /** What tells the row from all others of its unit, kind and year. */
    public String key() {
        return columns.values().stream()
                .filter(it -> it.is(LedgerColumn.Trait.KEY))
                .map(this::keyPart)
                .collect(Collectors.joining("|"));
    }

    /** The first column of the key: the one to name where two rows have the same key. */
    String keyTitle() {
        return columns.values().stream()
                .filter(it -> it.is(LedgerColumn.Trait.KEY))
                .map(LedgerColumn::title)
                .findFirst()
                .orElseThrow();
    }

    private String keyPart(LedgerColumn column) {
        Object value = values.get(column.title());
        return value instanceof SerialNumber number
                ? number.serial()
                : Texts.plain(String.valueOf(value));
    }

    /** The row's content, whatever the order of the columns and the style of dates and numbers. */
    public String content() {
        Map<String, Object> sorted = new TreeMap<>(values);
        return sorted.entrySet().stream()
                .map(it -> it.getKey() + "=" + written(it.getValue()))
                .collect(Collectors.joining("\u001f"));
    }

    private static String written(Object value) {
        return value instanceof SerialNumber number ? number.serial() : String.valueOf(value);
    }

    private List<String> strings(String title) {
        List<?> list = value(title, List.class);
        return list == null ? List.of() : list.stream().map(String::valueOf).toList();
    }

    private <T> T value(String title, Class<T> type) {
        if (!columns.containsKey(title)) {
            throw new IllegalArgumentException("The ledger declares no column " + title);
        }
        return type.cast(values.get(title));
    }
}
