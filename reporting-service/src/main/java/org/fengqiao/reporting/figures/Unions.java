package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Breakdown.Row;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;

/**
 * A figure of an area as the union of frozen lists of its parts: counts add, a share is made of its
 * lists and never of shares, and what is counted once is counted once in the whole area.
 */
@ApplicationScoped
public class Unions {

    /**
     * A figure of frozen lists.
     *
     * @param digests of the united lists, as a receipt has them, by the list
     */
    @Schema(name = "UnitedFigure")
    public record United(Figure figure, Map<Part, String> digests) {}

    private final DataSource database;
    private final Figures figures;
    private final Catalogue catalogue;

    Unions(DataSource database, Figures figures, Catalogue catalogue) {
        this.database = database;
        this.figures = figures;
        this.catalogue = catalogue;
    }

    /**
     * The figures of what was frozen under the ids. PARTIAL where one of them is, or lacks the
     * indicator; a zero is NIL_REPORTED only where each of them is.
     *
     * @param indicators in the order of the answer
     * @param division the area, and {@code period} the period, of all of them
     */
    public List<United> of(
            Collection<UUID> ids, List<Indicator> indicators, String division, Period period)
            throws SQLException {
        Map<String, Map<Part, BigDecimal>> numbers = new HashMap<>();
        Map<String, Map<Part, String>> digests = new HashMap<>();
        Map<String, List<Status>> statuses = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            read(statement, ids, statuses);
            read(statement, ids, numbers, digests);
        }
        List<United> united = new ArrayList<>();
        for (Indicator asked : indicators) {
            Indicator it = catalogue.in(asked, period);
            Cell cell = new Cell(numbers.getOrDefault(it.code(), Map.of()));
            Status status =
                    status(it, cell, statuses.getOrDefault(it.code(), List.of()), ids.size());
            Row row = new Row(null, null, division, period);
            united.add(
                    new United(
                            Figures.figure(it, row, null, cell, status),
                            digests.getOrDefault(it.code(), Map.of())));
        }
        return united;
    }

    private static Status status(Indicator indicator, Cell cell, List<Status> all, int ids) {
        if (all.size() < ids || all.isEmpty() || all.contains(Status.PARTIAL)) {
            return Status.PARTIAL;
        }
        boolean nil = all.stream().allMatch(it -> it == Status.NIL_REPORTED);
        return Figures.status(indicator, cell, false, nil);
    }

    private static void read(
            Statement statement, Collection<UUID> ids, Map<String, List<Status>> statuses)
            throws SQLException {
        String sql =
                "select indicator, status from frozen_figure where frozen_id = any ('%s')"
                        .formatted(FrozenLists.array(ids));
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                statuses.computeIfAbsent(row.getString(1), it -> new ArrayList<>())
                        .add(Status.valueOf(row.getString(2)));
            }
        }
    }

    private static void read(
            Statement statement,
            Collection<UUID> ids,
            Map<String, Map<Part, BigDecimal>> numbers,
            Map<String, Map<Part, String>> digests)
            throws SQLException {
        String sql =
                "select indicator, part, sum(contribution), %s from (%s) lists group by 1, 2"
                        .formatted(Receipts.DIGEST, FrozenLists.records(ids));
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Part part = Part.valueOf(row.getString(2));
                numbers.computeIfAbsent(row.getString(1), it -> new EnumMap<>(Part.class))
                        .put(part, row.getBigDecimal(3));
                digests.computeIfAbsent(row.getString(1), it -> new EnumMap<>(Part.class))
                        .put(part, row.getString(4));
            }
        }
    }
}
