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
import org.fengqiao.reporting.sets.CountyFigures.Gap;

/** The figures that a report's text names: of its year, and of the year before. */
@ApplicationScoped
class ReportFigures {

    private final Figures figures;
    private final CountyFigures counties;
    private final Catalogue catalogue;

    ReportFigures(Figures figures, CountyFigures counties, Catalogue catalogue) {
        this.figures = figures;
        this.counties = counties;
        this.catalogue = catalogue;
    }

    /**
     * What a county's report is made of: the sets of its townships that it has accepted. Empty of
     * any other division, and where no yearly form asks for all that the text names.
     */
    Optional<County> union(ReportText text, String division, int year) throws SQLException {
        return isCounty(division)
                ? counties.ofYear(
                        division,
                        ofTheYear(text, division, year),
                        Period.of(Integer.toString(year)))
                : Optional.empty();
    }

    /** Why there is no union: the form that comes nearest, and what it lacks. */
    Optional<Gap> gap(ReportText text, String division, int year) throws SQLException {
        return counties.gap(
                division, ofTheYear(text, division, year), Period.of(Integer.toString(year)));
    }

    /** Whether a report of the division is made of accepted sets. */
    static boolean isCounty(String division) {
        return new DivisionCode(division).level() == DivisionCode.Level.COUNTY;
    }

    /** What a text names of its year, each once, in its order; what has no figure is left out. */
    List<Indicator> ofTheYear(ReportText text, String division, int year) throws SQLException {
        return catalogue.of(division).in(Period.of(Integer.toString(year)), text.codes());
    }

    /**
     * What a text names of the year before, each once, in its order; what has no figure is left
     * out.
     */
    List<Indicator> ofTheYearBefore(ReportText text, String division, int year)
            throws SQLException {
        List<String> codes =
                text.mentions()
                        .filter(it -> it.is(Style.YEAR_AGO))
                        .map(Mention::code)
                        .distinct()
                        .toList();
        return catalogue.of(division).in(Period.of(Integer.toString(year - 1)), codes);
    }

    /** As they are now, by their {@link Mention#key}. */
    Map<String, Figure> now(ReportText text, String division, int year) throws SQLException {
        Period period = Period.of(Integer.toString(year));
        Optional<County> union = union(text, division, year);
        return byKey(
                year,
                union.isPresent()
                        ? union.get().plain()
                        : figures.of(ofTheYear(text, division, year), division, period).figures(),
                figures.of(ofTheYearBefore(text, division, year), division, period.yearAgo())
                        .figures());
    }

    /** By their {@link Mention#key}. */
    static Map<String, Figure> byKey(int year, List<Figure> now, List<Figure> before) {
        Map<String, Figure> byKey = new LinkedHashMap<>();
        now.forEach(it -> byKey.put(it.indicator(), it));
        before.forEach(it -> byKey.put(it.indicator() + "@" + (year - 1), it));
        return byKey;
    }
}
