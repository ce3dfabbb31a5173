package org.fengqiao.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Batches.Batch;
import org.fengqiao.reporting.facts.Column.Type;

/**
 * Notes which months of which prefectures change, of which kind of record, in the transaction that
 * changes them: a number that was counted of them before is not used after.
 */
final class Changes {

    private static final int PREFECTURE_DIGITS = 4;
    private static final int MONTH_DIGITS = 7;
    private static final Set<Type> PLACED = Set.of(Type.DIVISION, Type.DATE);

    /** Of a record itself: its id and its version. */
    private static final List<Column> READ = Table.COMMON.subList(0, 2);

    /** A month of a prefecture, by any of the days and places of a record. */
    private record Touched(String kind, String prefecture, String month)
            implements Comparable<Touched> {

        @Override
        public int compareTo(Touched other) {
            return (kind + prefecture + month)
                    .compareTo(other.kind + other.prefecture + other.month);
        }
    }

    /** In one order, so that two transactions wait for each other, and never both. */
    private final SortedSet<Touched> touched = new TreeSet<>();

    /**
     * Adds what a batch is about to change: where its records are now, and where they will be.
     *
     * @return the facts as they are, each with its id, version, places and days
     */
    List<String[]> of(Connection connection, Table table, Batch batch) throws SQLException {
        List<Integer> places = indexes(table, Type.DIVISION);
        List<Integer> days = indexes(table, Type.DATE);
        List<String[]> before = before(connection, table, batch);
        for (String[] row : before) {
            add(table, places, days, row);
        }
        for (String[] row : batch.newest.values()) {
            add(table, places, days, row);
        }
        return before;
    }

    private static List<Integer> indexes(Table table, Type type) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).type() == type) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private void add(Table table, List<Integer> places, List<Integer> days, String[] row) {
        for (int place : places) {
            for (int day : days) {
                if (row[place] != null && row[day] != null) {
                    touched.add(
                            new Touched(
                                    table.kind(),
                                    row[place].substring(0, PREFECTURE_DIGITS),
                                    row[day].substring(0, MONTH_DIGITS)));
                }
            }
        }
    }

    private static List<String[]> before(Connection connection, Table table, Batch batch)
            throws SQLException {
        String sql =
                "select %s from %s where record_id = any (?::uuid[])"
                        .formatted(
                                table.each(
                                        it ->
                                                READ.contains(it) || PLACED.contains(it.type())
                                                        ? it.sql() + "::text"
                                                        : "null"),
                                table.name());
        Object[] ids =
                Stream.concat(batch.removed.stream(), batch.newest.keySet().stream()).toArray();
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String[] values = new String[table.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getString(i + 1);
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    /**
     * Notes them. A stamp is drawn with its row locked, so that it only rises: two transactions in
     * one month wait for each other.
     */
    void note(Connection connection) throws SQLException {
        String sql =
                """
                insert into fact_change (kind, prefecture, month, stamp)
                select kind, prefecture, (month || '-01')::date, nextval('fact_change_stamp')
                from unnest(?::text[], ?::text[], ?::text[]) touched (kind, prefecture, month)
                on conflict (kind, prefecture, month) do update
                set stamp = nextval('fact_change_stamp')
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, array(connection, touched.stream().map(Touched::kind)));
            insert.setArray(2, array(connection, touched.stream().map(Touched::prefecture)));
            insert.setArray(3, array(connection, touched.stream().map(Touched::month)));
            insert.executeUpdate();
        }
    }

    private static java.sql.Array array(Connection connection, Stream<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
