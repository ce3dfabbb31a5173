package org.fengqiao.reporting.checks;

import java.util.Map;
import org.fengqiao.reporting.figures.Figure;

/**
 * Figures that a report prints as they were reported, by their codes: its rules judge them, and not
 * what the facts of now would give.
 *
 * @param now of its year, whether the text names them or not
 * @param before of the year before
 */
public record Reported(Map<String, Figure> now, Map<String, Figure> before) {

    /** A report whose figures are counted from facts. */
    public static final Reported NOTHING = new Reported(Map.of(), Map.of());

    boolean isNothing() {
        return now.isEmpty() && before.isEmpty();
    }
}
