package org.fengqiao.reporting.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;

/** Figures as rows of {@code frozen_figure}. */
final class FrozenFigures {

    private FrozenFigures() {}

    static void write(Connection connection, UUID id, FigureSet figures, Indicators known)
            throws SQLException {
        String sql = "insert into frozen_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Figure it : figures.figures()) {
                String source = known.get(it.indicator()).chapter();
                insert.setObject(1, id);
                insert.setInt(2, figures.figures().indexOf(it));
                insert.setString(3, it.indicator());
                insert.setString(4, it.title());
                insert.setString(5, it.unit().name());
                insert.setInt(6, it.definition());
                insert.setString(7, it.status().name());
                insert.setBigDecimal(8, it.value());
                insert.setBigDecimal(9, it.numerator());
                insert.setBigDecimal(10, it.denominator());
                insert.setBigDecimal(11, it.notYetDue());
                insert.setBigDecimal(12, it.noLimit());
                insert.setObject(
                        13,
                        Optional.ofNullable(figures.asOf().get(source))
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Of a row: indicator, title, division, period, status, value, numerator, denominator,
     * not_yet_due, no_limit, unit, definition.
     */
    static Figure read(ResultSet row, String receipt) throws SQLException {
        Unit unit = Unit.valueOf(row.getString(11));
        return new Figure(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                null,
                null,
                Status.valueOf(row.getString(5)),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                unit,
                unit.label(),
                unit.decimals(),
                row.getInt(12),
                receipt,
                null,
                null,
                null);
    }
}
