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
                Source.figures(before(ofTheYearBefore(text, division, year), division, year)));
    }

    /** What the text names of its year. */
    Source ofYear(ReportText text, String division, int year) throws SQLException {
        List<Indicator> named = ofTheYear(text, division, year);
        Optional<County> union = union(text, division, year);
        return union.isPresent()
                ? union.get().source().of(named)
                : Source.counted(figures.of(named, division, Period.of(Integer.toString(year))));
    }

    /**
     * Figures of the year before, each in one source. A county's are what it reported then: those
     * of its published edition, else the union of sets that it accepted; what neither of them tells
     * is counted.
     */
    List<Source> before(List<Indicator> asked, String division, int year) throws SQLException {
        List<Source> sources = reportedBefore(asked, division, year);
        List<Indicator> rest = rest(asked, sources);
        if (!rest.isEmpty()) {
            Period before = Period.of(Integer.toString(year - 1));
            sources.add(Source.counted(figures.of(rest, division, before)));
        }
        return sources;
    }

    private List<Source> reportedBefore(List<Indicator> asked, String division, int year)
            throws SQLException {
        List<Source> sources = new ArrayList<>();
        if (!isCounty(division) || asked.isEmpty()) {
            return sources;
        }
        Optional<Kept> edition = editions.published(division, year - 1).stream().findFirst();
        if (edition.isPresent()) {
            add(sources, published(edition.get()), asked);
        }
        counties.ofYear(division, asked, Period.of(Integer.toString(year - 1)))
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

    /** As the edition printed them: what it did not make public is not told here, either. */
    private Source published(Kept it) throws SQLException {
        Edition edition = editions.content(it);
        FigureSet set = frozen.figures(it.frozenId(), code -> null);
        List<Figure> printed =
                set.figures().stream()
                        .map(
                                figure ->
                                        edition.figure(figure.indicator())
                                                        .map(Value::status)
                                                        .filter(Status.SUPPRESSED::equals)
                                                        .isPresent()
                                                ? figure.suppressed()
                                                : figure)
                        .toList();
        return Source.frozen(List.of(it.frozenId()), new FigureSet(printed, set.asOf()));
    }

    /** What a county has reported, for its checks; nothing of any other division. */
    Reported reported(ReportText text, String division, int year) throws SQLException {
        Optional<County> union = union(text, division, year);
        List<Source> before = reportedBefore(ofTheYear(text, division, year), division, year);
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
