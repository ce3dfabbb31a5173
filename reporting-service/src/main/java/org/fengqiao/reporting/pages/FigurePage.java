package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.reporting.figures.Against;
import org.fengqiao.reporting.figures.Breakdown;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.Reports;
import org.fengqiao.reporting.reports.Wording;

/** A division's year in numbers: the report's figures, and how the chief ones are made up. */
@RequestScoped
class FigurePage {

    // What an official looks at first, and not the report's order: disputes are most of the work.
    private static final List<Chapter> CHAPTERS =
            List.of(Chapter.MEDIATION, Chapter.PETITION, Chapter.LEGAL);
    private static final Set<Against> YEAR_AGO = Set.of(Against.YEAR_AGO);

    /**
     * A chapter of the page.
     *
     * @param id the part of the page that a link leads to
     * @param linked whether the reader may see the records behind its numbers
     * @param cards the figures that the report prints, and {@code others} all else that is counted
     */
    public record Section(
            String id,
            String title,
            boolean linked,
            List<Card> cards,
            List<Chart> charts,
            List<Card> others) {}

    /** What is drawn: an indicator, and by what it is divided. */
    private record Drawing(String indicator, String by) {}

    private final Figures figures;
    private final Questions questions;
    private final Catalogue catalogue;
    private final CheckPage checks;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;

    FigurePage(
            Figures figures,
            Questions questions,
            Catalogue catalogue,
            CheckPage checks,
            Divisions divisions,
            Caller caller,
            Reader reader) {
        this.figures = figures;
        this.questions = questions;
        this.catalogue = catalogue;
        this.checks = checks;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
    }

    TemplateInstance of(String division, String year, Language language) throws SQLException {
        String place = caller.division(division);
        Period period = Reports.year(year);
        Terms terms = new Terms(language);
        List<Section> sections = new ArrayList<>();
        Indicators known = catalogue.of(place);
        for (Chapter it : CHAPTERS) {
            sections.add(section(it, known, place, period, terms));
        }
        TemplateInstance page =
                Templates.figures(
                        divisions.fullName(place),
                        year,
                        sections,
                        Verdict.tally(checks.verdicts(place, period, terms)),
                        Tab.CHECKS.address(place, year));
        return reader.shown(page, language, reader.subject(place, year, Tab.FIGURES));
    }

    private Section section(
            Chapter chapter, Indicators known, String division, Period period, Terms terms)
            throws SQLException {
        List<String> printed =
                Wording.of(division, divisions.find(division)).written(chapter).codes();
        boolean linked = questions.mayList(chapter.source());
        List<Card> cards = new ArrayList<>();
        List<Card> others = new ArrayList<>();
        List<Indicator> counted =
                known.in(period).stream()
                        .filter(it -> it.chapter().equals(chapter.source()))
                        .toList();
        for (Figure it : figures(counted, known, division, period)) {
            (printed.contains(it.indicator()) ? cards : others)
                    .add(Card.of(it, known.get(it.indicator(), it.definition()), terms, linked));
        }
        List<Chart> charts = new ArrayList<>();
        for (Drawing it : drawings(chapter, division)) {
            chart(it, division, period, terms, linked).ifPresent(charts::add);
        }
        String title = terms.chapter(chapter);
        return new Section(chapter.source(), title, linked, cards, charts, others);
    }

    /** Beside those of the year before, but for what a county has defined anew since. */
    private List<Figure> figures(
            List<Indicator> indicators, Indicators known, String division, Period period)
            throws SQLException {
        List<String> codes = indicators.stream().map(Indicator::code).toList();
        List<Indicator> comparable = known.in(period.yearAgo(), codes);
        List<String> compared = comparable.stream().map(Indicator::code).toList();
        List<Indicator> others =
                indicators.stream().filter(it -> !compared.contains(it.code())).toList();
        return Stream.concat(
                        rows(comparable, division, period, Breakdown.NONE).stream(),
                        figures.of(others, division, period).figures().stream())
                .toList();
    }

    private static List<Drawing> drawings(Chapter chapter, String division) {
        List<Drawing> drawings = new ArrayList<>();
        boolean above = new DivisionCode(division).level() != DivisionCode.Level.VILLAGE;
        // No townships beside each other where petitions are counted: they are not ranked (D4).
        switch (chapter) {
            case MEDIATION -> {
                drawings.add(new Drawing("M-01", "month"));
                drawings.add(new Drawing("M-01", "disputeType"));
                if (above) {
                    drawings.add(new Drawing("M-01", "division"));
                }
            }
            case PETITION -> {
                drawings.add(new Drawing("P-12", "month"));
                drawings.add(new Drawing("P-12", "form"));
            }
            case LEGAL -> {
                drawings.add(new Drawing("L-01", "month"));
                if (above) {
                    drawings.add(new Drawing("L-01", "division"));
                }
            }
        }
        return drawings;
    }

    /** None where no code occurs. */
    private Optional<Chart> chart(
            Drawing drawing, String division, Period period, Terms terms, boolean linked)
            throws SQLException {
        List<Indicator> indicator = questions.indicators(drawing.indicator(), division);
        Breakdown by = questions.by(drawing.by(), indicator);
        List<Figure> rows = rows(indicator, division, period, by);
        String title = terms.title(indicator.get(0));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Chart.of(title, rows, by, terms, linked));
    }

    private List<Figure> rows(
            List<Indicator> indicators, String division, Period period, Breakdown by)
            throws SQLException {
        return figures.of(indicators, division, period, by, YEAR_AGO).figures();
    }
}
