package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Unions.United;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.sets.ComparisonResource.Comparison;
import org.fengqiao.reporting.sets.ComparisonResource.Line;
import org.fengqiao.reporting.sets.SetDesk;

/** All townships of a county beside each other, as they submitted; nobody is ranked. */
@RequestScoped
class ComparisonPage {

    /**
     * The page.
     *
     * @param file address of the same as a workbook; {@code desk} where the sets stand
     * @param union which sets the county's figures are made of, in words
     */
    public record Shown(
            String title,
            String place,
            String period,
            String file,
            String desk,
            String union,
            List<Head> heads,
            List<Unit> units,
            List<Card> county) {}

    /** A column. */
    public record Head(String code, String title, String unit) {}

    /**
     * A township's line.
     *
     * @param figures a place a column
     */
    public record Unit(String name, String page, String status, List<Place> figures) {}

    /**
     * Where a figure may stand.
     *
     * @param card null where none was submitted
     */
    public record Place(Card card) {}

    private final SetDesk desk;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Reader reader;

    ComparisonPage(
            SetDesk desk,
            Questions questions,
            Catalogue catalogue,
            Divisions divisions,
            Reader reader) {
        this.desk = desk;
        this.questions = questions;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.reader = reader;
    }

    /** All townships of the reader's county beside each other, in the order of their codes. */
    TemplateInstance of(String form, String period, Language language) throws SQLException {
        Comparison it = desk.comparison(form, period);
        Terms terms = new Terms(language);
        Indicators known = catalogue.of(it.county().division());
        List<Figure> united = it.county().figures().stream().map(United::figure).toList();
        List<Head> heads =
                united.stream()
                        .map(one -> known.get(one.indicator(), one.definition()))
                        .map(one -> new Head(one.code(), terms.title(one), terms.unit(one.unit())))
                        .toList();
        String query = "?form=" + it.form() + "&period=" + it.period();
        String year = it.period().substring(0, 4);
        int units = it.county().sets().size() + it.county().missing().size();
        Shown shown =
                new Shown(
                        it.title(),
                        divisions.fullName(it.county().division()),
                        it.period(),
                        FigureSetPage.PAGES + "comparison.xlsx" + query,
                        Tab.DESK.address(it.county().division(), year),
                        terms.of("已审核%d个，共%d个单位", "accepted: %d of %d units")
                                .formatted(it.county().sets().size(), units),
                        heads,
                        it.townships().stream()
                                .map(one -> unit(it, one, heads, known, terms))
                                .toList(),
                        united.stream()
                                // A receipt counts all of the county, and not what it accepted.
                                .map(one -> card(one, known, terms, false))
                                .toList());
        return reader.shown(
                Templates.comparison(shown),
                language,
                reader.subject(it.county().division(), year, null));
    }

    private Unit unit(Comparison of, Line it, List<Head> heads, Indicators known, Terms terms) {
        // What was submitted keeps its figures, whatever the form asks for since.
        Map<String, Card> cards =
                it.figures().stream()
                        .map(figure -> card(figure, known, terms, true))
                        .collect(Collectors.toMap(Card::code, Function.identity()));
        return new Unit(
                it.name(),
                FigureSetPage.address(of.form(), it.division(), of.period()),
                terms.of(it.status().zh(), it.status().en()),
                heads.stream().map(head -> new Place(cards.get(head.code()))).toList());
    }

    private Card card(Figure it, Indicators known, Terms terms, boolean listed) {
        Indicator indicator = known.get(it.indicator(), it.definition());
        return Card.of(it, indicator, terms, listed && questions.mayList(indicator.chapter()));
    }
}
