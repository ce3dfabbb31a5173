package org.fengqiao.reporting.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One fact as it lies in its table, to be judged without SQL.
 *
 * @param values by the column's name; absent where the fact has none
 */
public record Row(Map<String, Object> values) {

    /** The row that a result stands at, every column of its table. */
    public static Row of(Table table, ResultSet from) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (Column column : table.columns()) {
            Object value = value(column, from);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return new Row(values);
    }

    private static Object value(Column column, ResultSet from) throws SQLException {
        return switch (column.type()) {
            case DATE -> from.getObject(column.sql(), LocalDate.class);
            case INTEGER, AMOUNT -> from.getBigDecimal(column.sql());
            case FLAG -> from.getObject(column.sql(), Boolean.class);
            case ID, OPEN_CODE, REFERENCE, CODE, CODES, CLASS_CODE, DIVISION ->
                    from.getString(column.sql());
        };
    }

    public String id() {
        return (String) values.get("recordId");
    }

    public int version() {
        return ((BigDecimal) values.get("version")).intValueExact();
    }

    /** Void facts stay in the tables, for parity; no figure counts them. */
    public boolean isVoided() {
        return Boolean.TRUE.equals(values.get("voided"));
    }

    public boolean has(Column column) {
        return values.containsKey(column.name());
    }

    /** A code, an id or a division; null where there is none. */
    public String text(Column column) {
        return (String) values.get(column.name());
    }

    /** Null where there is none. */
    public LocalDate day(Column column) {
        return (LocalDate) values.get(column.name());
    }

    /** Whether the flag is set; not where nobody has told. */
    public boolean is(Column column) {
        return Boolean.TRUE.equals(values.get(column.name()));
    }

    /** Zero where there is none. */
    public BigDecimal number(Column column) {
        return (BigDecimal) values.getOrDefault(column.name(), BigDecimal.ZERO);
    }
}
