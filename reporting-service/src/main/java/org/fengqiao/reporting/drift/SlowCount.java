package org.fengqiao.reporting.drift;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Row;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Moment;

/**
 * Counts a sheet once more, fact by fact, and judges in Java. The database only hands out rows, and
 * neither the condition nor the order of a read is one that an index could answer: an index that
 * has lost a record hides nothing here.
 */
final class SlowCount implements Moment.Others {

    private final Connection connection;
    private final Sheet sheet;
    private final LocalDate today;
    private final int pageRows;
    private final String area;
    private final List<Row> page = new ArrayList<>();
    private final Map<String, Map<String, List<Row>>> others = new HashMap<>();

    /**
     * @param connection in a transaction
     * @param pageRows how many facts are held at a time
     */
    SlowCount(Connection connection, Sheet sheet, LocalDate today, int pageRows) {
        this.connection = connection;
        this.sheet = sheet;
        this.today = today;
        this.pageRows = pageRows;
        this.area = new DivisionCode(sheet.division()).prefix();
    }

    /** The tallies of all lists in all periods of the sheet. */
    List<Tally> tallies() throws SQLException {
        List<Tally> tallies = new ArrayList<>();
        for (Period period : sheet.periods()) {
            Moment at = new Moment(period.end(), today, this);
            for (Indicator indicator : sheet.indicators(period)) {
                Arrays.stream(Part.values())
                        .filter(it -> indicator.cohort(it).isPresent())
                        .forEach(it -> tallies.add(new Tally(indicator, it, period, at)));
            }
        }
        read(tallies);
        return tallies;
    }

    private void read(List<Tally> tallies) throws SQLException {
        String here =
                sheet.places().stream()
                        .map(it -> "left(%s, %d) = '%s'".formatted(it.sql(), area.length(), area))
                        .collect(Collectors.joining(" or "));
        String sql =
                """
                select *
                from %s
                where %s
                order by record_id::text collate "C"
                """
                        .formatted(sheet.table().name(), here);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(pageRows);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    page.add(Row.of(sheet.table(), row));
                    if (page.size() == pageRows) {
                        judge(tallies);
                    }
                }
            }
        }
        judge(tallies);
    }

    private void judge(List<Tally> tallies) {
        page.forEach(row -> tallies.forEach(it -> it.offer(row, area)));
        page.clear();
        others.clear();
    }

    /** One read for all facts of the page, at the first that asks. */
    @Override
    public List<Row> of(Table table, Column key, String value) {
        return others.computeIfAbsent(table.name() + " " + key.name(), it -> read(table, key))
                .getOrDefault(value, List.of());
    }

    private Map<String, List<Row>> read(Table table, Column key) {
        String sql = "select * from %s where %s::text = any(?)".formatted(table.name(), key.sql());
        Object[] values =
                page.stream().map(it -> it.text(key)).filter(Objects::nonNull).distinct().toArray();
        Map<String, List<Row>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", values));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Row other = Row.of(table, row);
                    found.computeIfAbsent(other.text(key), it -> new ArrayList<>()).add(other);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The other facts cannot be read", e);
        }
    }
}
