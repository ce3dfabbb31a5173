package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The rows of a ledger of one of legal-service's registers: a number, the register's columns, a
 * remark.
 */
final class RegisterRows {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    // A longer one is no count: a phone.
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final String kind;
    private final String title;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();
    private List<String> added = List.of();

    /**
     * @param kind the register's path
     * @param title without year and township
     * @param columns separated by spaces, without number and remark
     */
    RegisterRows(String kind, String title, String columns) {
        this.kind = kind;
        this.title = title;
        this.columns = List.of(columns.split(" "));
    }

    /** The columns that the 合计 row adds up. */
    RegisterRows adding(String... titles) {
        added = List.of(titles);
        return this;
    }

    RegisterRows row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    kind + ": " + columns.size() + " columns, but " + Arrays.toString(cells));
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** One row a line, cells between bars; days as in ISO, blank for none. */
    RegisterRows lines(String lines) {
        lines.lines()
                .forEach(it -> row(Arrays.stream(it.split("\\|", -1)).map(this::cell).toArray()));
        return this;
    }

    private Object cell(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        return COUNT.matcher(text).matches() ? (Object) Integer.valueOf(text) : text;
    }

    int size() {
        return rows.size();
    }

    RegisterRows sortedBy(String day) {
        int place = columns.indexOf(day);
        rows.sort(
                (one, other) ->
                        ((LocalDate) one.get(place)).compareTo((LocalDate) other.get(place)));
        return this;
    }

    /**
     * @param order its place among the files, by which they are imported
     */
    Ledger ledger(int order, Chance chance) {
        List<String> header = new ArrayList<>(columns);
        header.add(0, "编号");
        header.add("备注");
        List<List<Object>> numbered = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            cells.add(numbered.size() + 1);
            row.forEach(it -> cells.add(it instanceof LocalDate day ? asWritten(day, chance) : it));
            cells.add(null);
            numbered.add(Collections.unmodifiableList(cells));
        }
        return new Ledger(
                "%02d-%s.xlsx".formatted(order, kind),
                "瓦屋镇2024年" + title,
                header,
                numbered,
                total(header),
                -1);
    }

    /** A day outside of the ledger's year is written in full. */
    private static Object asWritten(LocalDate day, Chance chance) {
        return day.getYear() == 2024 ? Ledger.asWritten(day, chance) : day;
    }

    private List<Object> total(List<String> header) {
        List<Object> total = new ArrayList<>(Collections.nCopies(header.size(), null));
        total.set(0, "合计");
        total.set(1, rows.size() + "条");
        for (String it : added) {
            int place = columns.indexOf(it);
            total.set(
                    place + 1,
                    rows.stream()
                            .map(row -> (Integer) row.get(place))
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .sum());
        }
        return total;
    }
}
