package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.reports.Mention.Style;
import org.fengqiao.reporting.sets.CountyFigures;
import org.fengqiao.reporting.sets.CountyFigures.County;

/** The figures that a report's text names: of its year, and of the year before. */
@ApplicationScoped
class ReportFigures {

    private final Figures figures;
    private final CountyFigures counties;

    ReportFigures(Figures figures, CountyFigures counties) {
        this.figures = figures;
        this.counties = counties;
    }

    /**
     * What a county's report is made of: the sets of its townships that it has accepted. Empty of
     * any other division, and where no yearly form asks for all that the text names.
     */
    Optional<County> union(ReportText text, String division, int year) throws SQLException {
        return isCounty(division)
                ? counties.ofYear(division, ofTheYear(text), Period.of(Integer.toString(year)))
                : Optional.empty();
    }

    /** Whether a report of the division is made of accepted sets. */
    static boolean isCounty(String division) {
        return new DivisionCode(division).level() == DivisionCode.Level.COUNTY;
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
        Optional<County> union = union(text, division, year);
        return byKey(
                year,
                union.isPresent()
                        ? union.get().plain()
                        : figures.of(ofTheYear(text), division, period).figures(),
                figures.of(ofTheYearBefore(text), division, period.yearAgo()).figures());
    }

    /** By their {@link Mention#key}. */
    static Map<String, Figure> byKey(int year, List<Figure> now, List<Figure> before) {
        Map<String, Figure> byKey = new LinkedHashMap<>();
        now.forEach(it -> byKey.put(it.indicator(), it));
        before.forEach(it -> byKey.put(Mention.keyOfYearBefore(it.indicator(), year), it));
        return byKey;
    }
}
