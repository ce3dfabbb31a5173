package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.reports.Mention.Style;

/** The figures that a report's text names: of its year, and of the year before. */
@ApplicationScoped
class ReportFigures {

    private final Figures figures;

    ReportFigures(Figures figures) {
        this.figures = figures;
    }

    /** What a text names of its year, each once, in its order. */
    static List<Indicator> ofTheYear(ReportText text) {
        return text.codes().stream().map(it -> Catalogue.find(it).orElseThrow()).toList();
    }

    /** What a text names of the year before, each once, in its order. */
    static List<Indicator> ofTheYearBefore(ReportText text) {
        return text.mentions()
                .filter(it -> it.is(Style.YEAR_AGO))
                .map(Mention::code)
                .distinct()
                .map(it -> Catalogue.find(it).orElseThrow())
                .toList();
    }

    /** As they are now, by their {@link Mention#key}. */
    Map<String, Figure> now(ReportText text, String division, int year) throws SQLException {
        Period period = Period.of(Integer.toString(year));
        return byKey(
                year,
                figures.of(ofTheYear(text), division, period).figures(),
                figures.of(ofTheYearBefore(text), division, period.yearAgo()).figures());
    }

    /** By their {@link Mention#key}. */
    static Map<String, Figure> byKey(int year, List<Figure> now, List<Figure> before) {
        Map<String, Figure> byKey = new LinkedHashMap<>();
        now.forEach(it -> byKey.put(it.indicator(), it));
        before.forEach(it -> byKey.put(it.indicator() + "@" + (year - 1), it));
        return byKey;
    }
}
