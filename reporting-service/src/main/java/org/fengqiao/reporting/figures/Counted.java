package org.fengqiao.reporting.figures;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.figures.Breakdown.Row;
import org.fengqiao.reporting.figures.Counts.Cell;
import org.fengqiao.reporting.indicators.Indicator;

/**
 * What was counted of a period.
 *
 * @param inForce the definition that holds in the period, by the indicator's code
 */
record Counted(
        Period period, Map<String, Indicator> inForce, Map<String, Map<Indicator, Cell>> cells) {

    Cell cell(Row row, Indicator indicator) {
        String key = row.where() == null ? "" : row.where();
        return cells.getOrDefault(key, Map.of()).getOrDefault(indicator, Cell.ZERO);
    }

    /** What the rows of a breakdown add up to; empty where they do not. */
    Optional<BigDecimal> whole(Indicator asked, Breakdown by) {
        Indicator indicator = inForce.get(asked.code());
        boolean adds =
                switch (indicator.kind()) {
                    case COUNT, SUM -> by.by() != By.NONE;
                    case STOCK -> by.by() != By.NONE && by.by() != By.MONTH;
                    case SHARE, DISTINCT -> false;
                };
        return adds
                ? Optional.of(
                        cells.values().stream()
                                .map(it -> it.getOrDefault(indicator, Cell.ZERO))
                                .map(it -> it.of(indicator.counted()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
