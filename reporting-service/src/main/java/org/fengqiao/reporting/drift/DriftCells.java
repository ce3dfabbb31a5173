package org.fengqiao.reporting.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.fengqiao.reporting.drift.Verification.Drift;
import org.fengqiao.reporting.figures.Receipts.Total;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** The cells that differ, as they were last seen. */
@ApplicationScoped
class DriftCells {

    private final DataSource database;

    DriftCells(DataSource database) {
        this.database = database;
    }

    /** Keeps what differs on a sheet; what agrees again is gone. */
    void replace(Sheet sheet, List<Drift> drift) throws SQLException {
        String delete =
                """
                delete from drift_cell
                where division = ? and left(period, 4) = ? and indicator = any (?)
                """;
        String insert =
                """
                insert into drift_cell (indicator, division, period, part, expected_value,
                    expected_count, expected_digest, figure, receipt_value, receipt_count,
                    receipt_digest, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement old = connection.prepareStatement(delete);
                PreparedStatement add = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            try {
                Object[] codes = sheet.codes().toArray();
                old.setString(1, sheet.division());
                old.setString(2, Integer.toString(sheet.year()));
                old.setArray(3, connection.createArrayOf("text", codes));
                old.executeUpdate();
                for (Drift it : drift) {
                    fill(add, it);
                    add.addBatch();
                }
                add.executeBatch();
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private static void fill(PreparedStatement add, Drift it) throws SQLException {
        add.setString(1, it.indicator());
        add.setString(2, it.division());
        add.setString(3, it.period());
        add.setString(4, it.part().name());
        add.setBigDecimal(5, it.expected().value());
        add.setLong(6, it.expected().recordCount());
        add.setString(7, it.expected().digest());
        add.setBigDecimal(8, it.figure());
        add.setBigDecimal(9, it.receipt().value());
        add.setLong(10, it.receipt().recordCount());
        add.setString(11, it.receipt().digest());
        add.setObject(12, it.seenAt().atOffset(ZoneOffset.UTC));
    }

    long count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from drift_cell")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first of them, by division. */
    List<Drift> list(int limit) throws SQLException {
        String sql =
                """
                select *
                from drift_cell
                order by division, indicator, period, part
                limit ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Drift> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(cell(row));
                }
                return cells;
            }
        }
    }

    private static Drift cell(ResultSet row) throws SQLException {
        return new Drift(
                row.getString("indicator"),
                row.getString("division"),
                row.getString("period"),
                Part.valueOf(row.getString("part")),
                total(row, "expected"),
                row.getBigDecimal("figure"),
                total(row, "receipt"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static Total total(ResultSet row, String side) throws SQLException {
        return new Total(
                row.getBigDecimal(side + "_value"),
                row.getLong(side + "_count"),
                row.getString(side + "_digest"));
    }

    /** Cells of a year, whichever. */
    record Cell(String indicator, String division, int year) {}

    /** The cells that nobody looked at since. */
    List<Cell> unseenSince(Instant moment) throws SQLException {
        String sql =
                """
                select distinct indicator, division, left(period, 4)::int
                from drift_cell
                where seen_at < ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                List<Cell> cells = new ArrayList<>();
                while (row.next()) {
                    cells.add(new Cell(row.getString(1), row.getString(2), row.getInt(3)));
                }
                return cells;
            }
        }
    }

    /** Forgets cells of indicators that the catalogue has no more. */
    void keepOnly(List<String> indicators) throws SQLException {
        String sql = "delete from drift_cell where indicator <> all (?)";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("text", indicators.toArray()));
            delete.executeUpdate();
        }
    }
}
