package org.fengqiao.reporting.figures;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.indicators.Indicator;

/**
 * Figures of a division and period that come from one place.
 *
 * @param counted whether that is facts
 * @param frozen otherwise under which ids their lists were frozen, whose union they are
 */
public record Source(boolean counted, List<UUID> frozen, FigureSet set) {

    /** Straight from facts. */
    public static Source counted(FigureSet set) {
        return new Source(true, List.of(), set);
    }

    /** The union of lists that were frozen. */
    public static Source frozen(List<UUID> ids, FigureSet set) {
        return new Source(false, ids, set);
    }

    public List<Figure> figures() {
        return set.figures();
    }

    /** The figures of several. */
    public static List<Figure> figures(List<Source> sources) {
        return sources.stream().map(Source::figures).flatMap(List::stream).toList();
    }

    public boolean tells(Indicator indicator) {
        return figures().stream().anyMatch(it -> it.indicator().equals(indicator.code()));
    }

    /** Those of its figures that are not PARTIAL. */
    public Source complete() {
        return with(figures().stream().filter(it -> it.status() != Status.PARTIAL).toList());
    }

    /** The same, telling these. */
    public Source with(List<Figure> others) {
        return new Source(counted, frozen, new FigureSet(others, set.asOf()));
    }

    /** Those of its figures that are asked for, in that order. */
    public Source of(List<Indicator> asked) {
        Map<String, Figure> byCode =
                figures().stream().collect(Collectors.toMap(Figure::indicator, it -> it));
        return with(
                asked.stream().map(it -> byCode.get(it.code())).filter(Objects::nonNull).toList());
    }
}
