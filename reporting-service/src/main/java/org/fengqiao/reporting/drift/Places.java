package org.fengqiao.reporting.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Indicators;

/** Where, and since when, there are facts. */
@ApplicationScoped
class Places {

    private final DataSource database;

    Places(DataSource database) {
        this.database = database;
    }

    /**
     * The next division, by code, that has facts of a kind: its own or those below it.
     *
     * @param known all that is counted, wherever
     * @param after empty for the first
     */
    Optional<String> next(Table table, Indicators known, String after) throws SQLException {
        List<Column> columns = Sheet.places(table, known);
        String places =
                columns.stream()
                        .map(
                                it ->
                                        "select min(%1$s) from %2$s where %1$s > ?"
                                                .formatted(it.sql(), table.name()))
                        .collect(Collectors.joining("), (", "select least((", "))"));
        String beyond = after;
        while (true) {
            Optional<String> found = first(places, columns.size(), beyond);
            if (found.isEmpty() || DivisionCode.valid(found.get())) {
                return found.map(it -> highest(it, after));
            }
            beyond = found.get(); // a code of no division: it counts only in those above it
        }
    }

    /**
     * County before township before village, each once: their codes sort in that order. Those above
     * would hold a moment for as long as it takes to read a province.
     */
    private static String highest(String place, String after) {
        DivisionCode code = new DivisionCode(place);
        return Stream.of(Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)
                .map(it -> code.in(it).value())
                .filter(it -> it.compareTo(after) > 0)
                .findFirst()
                .orElse(place);
    }

    private Optional<String> first(String sql, int parameters, String after) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= parameters; i++) {
                select.setString(i, after);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1));
            }
        }
    }

    /** The year of the earliest fact; empty where there is none. */
    Optional<Integer> firstYear(List<Table> tables, Indicators known) throws SQLException {
        String days =
                tables.stream()
                        .map(
                                it ->
                                        "(select least(%s) from %s)"
                                                .formatted(earliest(it, known), it.name()))
                        .collect(Collectors.joining(", ", "select least(", ")"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(days)) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class)).map(LocalDate::getYear);
        }
    }

    private static String earliest(Table table, Indicators known) {
        return Sheet.days(table, known).stream()
                .map(Column::sql)
                .collect(Collectors.joining("), min(", "min(", ")"));
    }
}
