package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final Map<String, Object> values;

    LedgerRow(int line, int year, Map<String, LedgerColumn> columns, Map<String, Object> values) {
        this.line = line;
        this.year = year;
        this.columns = columns;
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

    /** The code as the constant of an enum that has the codes' names. */
    public <E extends Enum<E>> E code(String title, Class<E> type) {
        String code = code(title);
        return code == null ? null : Enum.valueOf(type, code);
    }

    /** The codes of a column with several. */
    public List<String> codes(String title) {
        return strings(title);
    }

    /** A refusal of this row because of one column: throw it. Neither text may repeat the cell. */
    public Refusal refuse(String title, String code, String zh, String en) {
        value(title, Object.class);
        return Refusal.of(422, code, zh, en).at(title, zh, en);
    }

    /** What tells the row from all others of its unit, kind and year. */
    String key() {
        return columns.values().stream()
                .filter(it -> it.is(LedgerColumn.Trait.KEY))
                .map(this::keyPart)
                .collect(Collectors.joining("|"));
    }

    private String keyPart(LedgerColumn column) {
        Object value = values.get(column.title());
        return value instanceof SerialNumber number
                ? number.serial()
                : Texts.plain(String.valueOf(value));
    }

    /** The row's content, whatever the order of the columns and the style of dates and numbers. */
    String content() {
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
