package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Differences;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Differences.RecordDifference;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.sets.SetDesk;
import org.fengqiao.reporting.sets.SetDesk.Past;
import org.fengqiao.reporting.sets.SetDesk.Sheet;
import org.fengqiao.reporting.sets.SetStep;
import org.fengqiao.reporting.sets.SetViews.State;

/** A figure set: its figures, what has changed, what can be done. */
@RequestScoped
class FigureSetPage {

    /**
     * A set.
     *
     * @param early whether it cannot be submitted before {@code opensOn}
     * @param desk address of the desk where it stands
     * @param now what a submission would freeze; empty where none is to be made
     * @param submitted what stands; empty before
     * @param causes why it is not what was submitted before
     * @param changes since it was submitted
     */
    public record Shown(
            String title,
            String place,
            String period,
            String address,
            State set,
            String status,
            LocalDate opensOn,
            boolean early,
            String desk,
            Trouble trouble,
            List<Card> now,
            List<Card> submitted,
            List<Change> causes,
            List<Change> changes,
            List<Action> actions,
            List<Past> history) {}

    /** A figure that is another, with the records that make the difference. */
    public record Change(
            String title, String before, String after, long count, List<Moved> records) {}

    /** One of those records. */
    public record Moved(
            Differences.Change change,
            String name,
            String page,
            LocalDate countedOn,
            LocalDate enteredOn) {}

    /**
     * A step that can be taken now.
     *
     * @param nil what may be declared zero; of a submission
     * @param reason as typed; {@code reasoned} whether there is a place for one, {@code needed}
     *     whether it may not be empty
     */
    public record Action(
            SetStep step,
            String path,
            List<Nil> nil,
            String reason,
            boolean reasoned,
            boolean needed) {}

    /** A zero that nobody confirmed. */
    public record Nil(String name, String title, boolean declared) {}

    /** What was typed into a form that was not taken. */
    record Entered(SetStep step, List<String> nil, String reason) {
        static final Entered NOTHING = new Entered(null, List.of(), null);
    }

    static final String NIL = "nil/";
    static final String PAGES = "/reporting/pages/figure-sets/";

    private final SetDesk desk;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Reader reader;
    private final Clock clock;

    FigureSetPage(
            SetDesk desk,
            Questions questions,
            Catalogue catalogue,
            Divisions divisions,
            Reader reader,
            Clock clock) {
        this.desk = desk;
        this.questions = questions;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.reader = reader;
        this.clock = clock;
    }

    static String address(String form, String division, String period) {
        return PAGES + form + "/" + division + "/" + period;
    }

    TemplateInstance of(String form, String division, String period, Language language)
            throws SQLException {
        return of(form, division, period, language, null, Entered.NOTHING);
    }

    /** The page of a set, after a step that was refused with what was entered. */
    TemplateInstance of(
            String form,
            String division,
            String period,
            Language language,
            Trouble trouble,
            Entered entered)
            throws SQLException {
        Sheet sheet = desk.sheet(form, division, period);
        State set = sheet.detail().set();
        Terms terms = new Terms(language);
        Indicators known = catalogue.of(division);
        String year = set.period().substring(0, 4);
        Shown shown =
                new Shown(
                        terms.of(sheet.title(), sheet.titleEn()),
                        divisions.fullName(division),
                        set.period(),
                        address(form, division, set.period()),
                        set,
                        terms.of(set.status().zh(), set.status().en()),
                        sheet.opensOn(),
                        LocalDate.now(clock).isBefore(sheet.opensOn()),
                        Tab.DESK.address(division, year),
                        trouble,
                        cards(sheet.now(), known, terms),
                        sheet.detail().live()
                                ? List.of()
                                : cards(sheet.detail().figures(), known, terms),
                        changes(sheet.detail().causes(), known, terms),
                        changes(sheet.changes(), known, terms),
                        actions(sheet, known, entered, terms),
                        sheet.history());
        return reader.shown(
                Templates.figureSet(shown),
                language,
                reader.subject(division, year, null),
                shown.address());
    }

    private List<Card> cards(List<Figure> figures, Indicators known, Terms terms) {
        return figures.stream()
                .map(
                        it -> {
                            Indicator indicator = known.get(it.indicator(), it.definition());
                            boolean linked = questions.mayList(indicator.chapter());
                            return Card.of(it, indicator, terms, linked);
                        })
                .toList();
    }

    private static List<Change> changes(
            List<FigureDifference> differences, Indicators known, Terms terms) {
        return differences.stream()
                .map(
                        it ->
                                new Change(
                                        terms.title(known.get(it.indicator())),
                                        number(it.before()),
                                        number(it.after()),
                                        it.recordCount(),
                                        it.records() == null
                                                ? List.of()
                                                : it.records().stream()
                                                        .map(one -> moved(one, it, known))
                                                        .toList()))
                .toList();
    }

    private static Moved moved(RecordDifference it, FigureDifference of, Indicators known) {
        String kind = known.get(of.indicator()).whole().table().kind();
        return new Moved(
                it.change(),
                it.reference() == null ? it.id().toString() : it.reference(),
                "/reporting/pages/records/%s/%s".formatted(kind, it.id()),
                it.countedOn(),
                it.enteredOn());
    }

    private static String number(BigDecimal value) {
        return value == null ? "—" : Terms.number(value);
    }

    private static List<Action> actions(
            Sheet sheet, Indicators known, Entered entered, Terms terms) {
        return sheet.steps().stream()
                .map(
                        it -> {
                            boolean again = it == entered.step();
                            boolean submits = it == SetStep.SUBMIT;
                            return new Action(
                                    it,
                                    path(it),
                                    submits ? nil(sheet, known, entered.nil(), terms) : List.of(),
                                    again ? entered.reason() : null,
                                    it != SetStep.ACCEPT,
                                    it == SetStep.RETURN || it == SetStep.REOPEN);
                        })
                .toList();
    }

    /** As the API calls the step. */
    private static String path(SetStep it) {
        return switch (it) {
            case SUBMIT -> "submission";
            case RETURN -> "return";
            case ACCEPT -> "acceptance";
            case REOPEN -> "reopening";
            case OPEN_SET -> throw new IllegalArgumentException("Nobody opens a set");
        };
    }

    private static List<Nil> nil(
            Sheet sheet, Indicators known, List<String> declared, Terms terms) {
        return sheet.now().stream()
                .filter(it -> it.status() == Figure.Status.NOT_REPORTED)
                .map(Figure::indicator)
                .map(
                        it ->
                                new Nil(
                                        NIL + it,
                                        terms.title(known.get(it)) + " " + it,
                                        declared.contains(it)))
                .toList();
    }
}
