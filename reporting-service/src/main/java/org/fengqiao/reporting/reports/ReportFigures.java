package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.checks.Reported;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.fengqiao.reporting.reports.Mention.Style;
import org.fengqiao.reporting.sets.CountyFigures;
import org.fengqiao.reporting.sets.CountyFigures.County;
import org.fengqiao.reporting.sets.CountyFigures.Gap;

/** The figures that a report's text names: of its year, and of the year before. */
@ApplicationScoped
class ReportFigures {

    private final Figures figures;
    private final CountyFigures counties;
    private final Editions editions;
    private final Frozen frozen;
    private final Catalogue catalogue;

    ReportFigures(
            Figures figures,
            CountyFigures counties,
            Editions editions,
            Frozen frozen,
            Catalogue catalogue) {
        this.figures = figures;
        this.counties = counties;
        this.editions = editions;
        this.frozen = frozen;
        this.catalogue = catalogue;
    }

    /**
     * What a county's report is made of: the sets of its townships that it has accepted. Empty of
     * any other division, and where no yearly form asks for all that the text names.
     */
    Optional<County> union(ReportText text, String division, int year) throws SQLException {
        List<Indicator> named = ofTheYear(text, division, year);
        return isCounty(division)
                ? counties.ofYear(division, named, Period.of(Integer.toString(year)))
                        .filter(it -> named.stream().allMatch(it.source()::tells))
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
        return byKey(
                year,
                ofYear(text, division, year).figures(),
                Source.figures(before(text, division, year)));
    }

    /** What the text names of its year. */
    Source ofYear(ReportText text, String division, int year) throws SQLException {
        List<Indicator> named = ofTheYear(text, division, year);
        Optional<County> union = union(text, division, year);
        return union.isPresent()
                ? union.get().source().of(named)
                : Source.counted(figures.of(named, division, Period.of(Integer.toString(year))));
    }

    /** What the text names of the year before. */
    List<Source> before(ReportText text, String division, int year) throws SQLException {
        return before(
                ofTheYearBefore(text, division, year),
                ofTheYear(text, division, year),
                division,
                year);
    }

    /**
     * Figures of the year before, each in one source. A county's are what it reported then: those
     * of its published edition, else the union of sets that it accepted; what neither of them tells
     * is counted. What the edition of that year did not make public, nobody's is.
     *
     * @param named of the year itself: by them a county's form is chosen, also for the year before
     */
    List<Source> before(List<Indicator> asked, List<Indicator> named, String division, int year)
            throws SQLException {
        List<Source> sources = reportedBefore(asked, named, division, year);
        List<Indicator> rest = rest(asked, sources);
        if (!rest.isEmpty()) {
            Period before = Period.of(Integer.toString(year - 1));
            Source counted = Source.counted(figures.of(rest, division, before));
            sources.add(hidden(counted, editions.published(division, year - 1)));
        }
        return sources;
    }

    /**
     * @param editions the newest first
     */
    private Source hidden(Source source, List<Kept> editions) {
        return editions.isEmpty() ? source : hidden(source, this.editions.content(editions.get(0)));
    }

    /** With what the edition did not make public not told here, either. */
    private static Source hidden(Source source, Edition edition) {
        return source.with(
                source.figures().stream()
                        .map(
                                figure ->
                                        edition.figure(figure.indicator())
                                                        .map(Value::status)
                                                        .filter(Status.SUPPRESSED::equals)
                                                        .isPresent()
                                                ? figure.suppressed()
                                                : figure)
                        .toList());
    }

    private List<Source> reportedBefore(
            List<Indicator> asked, List<Indicator> named, String division, int year)
            throws SQLException {
        List<Source> sources = new ArrayList<>();
        if (!isCounty(division) || asked.isEmpty()) {
            return sources;
        }
        Optional<Kept> edition = editions.published(division, year - 1).stream().findFirst();
        if (edition.isPresent()) {
            add(sources, published(edition.get()), asked);
        }
        counties.ofYear(division, named, Period.of(Integer.toString(year - 1)))
                .ifPresent(it -> add(sources, it.source(), asked));
        return sources;
    }

    /** What was incomplete then is no answer: another source may have one. */
    private static void add(List<Source> sources, Source source, List<Indicator> asked) {
        Source told = source.complete().of(rest(asked, sources));
        if (!told.figures().isEmpty()) {
            sources.add(told);
        }
    }

    private static List<Indicator> rest(List<Indicator> asked, List<Source> sources) {
        return asked.stream()
                .filter(it -> sources.stream().noneMatch(source -> source.tells(it)))
                .toList();
    }

    /** As the edition printed them. */
    private Source published(Kept it) throws SQLException {
        FigureSet set = frozen.figures(it.frozenId(), code -> null);
        return hidden(Source.frozen(List.of(it.frozenId()), set), editions.content(it));
    }

    /** What a county has reported, for its checks; nothing of any other division. */
    Reported reported(ReportText text, String division, int year) throws SQLException {
        Optional<County> union = union(text, division, year);
        List<Indicator> named = ofTheYear(text, division, year);
        List<Source> before = reportedBefore(named, named, division, year);
        return new Reported(
                union.map(it -> byCode(it.source().figures())).orElse(Map.of()),
                byCode(Source.figures(before)));
    }

    private static Map<String, Figure> byCode(List<Figure> figures) {
        return figures.stream().collect(Collectors.toMap(Figure::indicator, it -> it));
    }

    /** By their {@link Mention#key}. */
    static Map<String, Figure> byKey(int year, List<Figure> now, List<Figure> before) {
        Map<String, Figure> byKey = new LinkedHashMap<>();
        now.forEach(it -> byKey.put(it.indicator(), it));
        before.forEach(it -> byKey.put(Mention.keyOfYearBefore(it.indicator(), year), it));
        return byKey;
    }
}
