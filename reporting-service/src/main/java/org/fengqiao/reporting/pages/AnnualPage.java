package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.ReportDesk.Entry;
import org.fengqiao.reporting.reports.ReportDesk.Sheet;
import org.fengqiao.reporting.reports.ReportStatus;
import org.fengqiao.reporting.reports.ReportStep;
import org.fengqiao.reporting.reports.ReportViews;

/** An annual report: where it stands, what it says, what is to be done now. */
@RequestScoped
class AnnualPage {

    /**
     * The report as it is shown.
     *
     * @param address of the page
     * @param key of the forms of this page
     * @param trouble why the last form was not taken; null where nothing went wrong
     * @param drafted whether the reader would sign, but wrote in the text
     * @param signableFrom the first day of signing, for whoever would sign; null where it is past
     * @param carried what the report has to come back to; null for who may not list it
     * @param blocking checks that keep it from being signed without a reason
     */
    public record Shown(
            String issuer,
            String year,
            String address,
            String key,
            LocalDate today,
            ReportViews.View report,
            String status,
            List<Day> days,
            Trouble trouble,
            String returned,
            boolean editable,
            boolean drafted,
            List<Action> actions,
            LocalDate signableFrom,
            List<String> causes,
            Carried carried,
            Printed text,
            List<Verdict> blocking,
            List<Verdict> others) {}

    /**
     * A step that can be taken now.
     *
     * @param path of its form below the page
     * @param on the day, {@code reason} as typed
     * @param reasoned whether it needs a reason
     * @param reasons of the checks that block; of the signing
     * @param small what is decided of, {@code others} what may be kept back besides; of the review
     */
    public record Action(
            ReportStep step,
            String path,
            LocalDate on,
            String reason,
            boolean reasoned,
            List<Reason> reasons,
            List<Decision> small,
            List<Decision> others) {}

    /** Why it is signed although a check blocks. */
    public record Reason(String name, String code, String text, String reason) {}

    /** Whether a figure is made public. */
    public record Decision(
            String name, String title, String value, boolean confirmed, boolean suppressed) {}

    private static final Entry NOTHING =
            new Entry(null, null, null, null, Map.of(), Set.of(), Set.of());

    private final ReportDesk desk;
    private final Questions questions;
    private final Catalogue catalogue;
    private final CheckPage checks;
    private final Reader reader;
    private final Clock clock;

    AnnualPage(
            ReportDesk desk,
            Questions questions,
            Catalogue catalogue,
            CheckPage checks,
            Reader reader,
            Clock clock) {
        this.desk = desk;
        this.questions = questions;
        this.catalogue = catalogue;
        this.checks = checks;
        this.reader = reader;
        this.clock = clock;
    }

    TemplateInstance of(Sheet sheet, Language language) throws SQLException {
        return of(sheet, language, null, null, NOTHING);
    }

    /**
     * The page after a step that was refused.
     *
     * @param step that was refused, with what was entered
     */
    TemplateInstance of(
            Sheet sheet, Language language, Trouble trouble, ReportStep step, Entry entered)
            throws SQLException {
        ReportViews.View it = sheet.view();
        Terms terms = new Terms(language);
        Indicators known = catalogue.of(it.division());
        List<Verdict> verdicts =
                sheet.checks().stream()
                        .map(check -> checks.verdict(check, known, terms))
                        .map(one -> explained(one, sheet))
                        .toList();
        List<Action> actions = actions(sheet, verdicts, step, entered, terms);
        String year = Integer.toString(it.year());
        return reader.shown(
                Templates.annual(shown(sheet, known, verdicts, actions, trouble, terms)),
                language,
                reader.subject(it.division(), year, Tab.REPORTS),
                Tab.REPORTS.address(it.division(), year));
    }

    private Shown shown(
            Sheet sheet,
            Indicators known,
            List<Verdict> verdicts,
            List<Action> actions,
            Trouble trouble,
            Terms terms)
            throws SQLException {
        ReportViews.View it = sheet.view();
        String year = Integer.toString(it.year());
        LocalDate today = LocalDate.now(clock);
        return new Shown(
                sheet.text().issuer(),
                year,
                Tab.REPORTS.address(it.division(), year),
                UUID.randomUUID().toString(),
                today,
                it,
                terms.of(it.status().zh(), it.status().en()),
                Day.of(it.stages(), today, terms),
                trouble,
                sheet.returned(),
                sheet.steps().contains(ReportStep.EDIT),
                sheet.drafted() && it.status() == ReportStatus.CHECKED,
                actions,
                it.status() == ReportStatus.CHECKED ? sheet.signableFrom() : null,
                sheet.causes().stream().map(one -> terms.of(one.zh(), one.en())).toList(),
                desk.carryOver(it.division(), it.year())
                        .map(one -> Carried.of(one, known, terms))
                        .orElse(null),
                Printed.of(sheet.text(), terms, figure -> page(figure, sheet, known)),
                verdicts.stream().filter(Verdict::blocks).toList(),
                verdicts.stream().filter(one -> !one.blocks()).sorted(Verdict.BY_WEIGHT).toList());
    }

    /** What was signed over says so, with the reason that the edition prints. */
    private static Verdict explained(Verdict it, Sheet sheet) {
        return sheet.frozen()
                ? sheet.text().checks().stream()
                        .filter(one -> one.code().equals(it.code()) && one.reason() != null)
                        .findFirst()
                        .map(one -> it.explained(one.reason()))
                        .orElse(it)
                : it;
    }

    /**
     * To the records that were frozen with the number; while it is written to those that count now.
     * Of what a county has ended, or defined anew within, there are none of these.
     */
    private String page(Value it, Sheet sheet, Indicators known) {
        if (!sheet.frozen()) {
            return isLinked(it, known)
                    ? "/reporting/pages/figures/%s/%s/%s/receipt"
                            .formatted(it.indicator(), it.division(), it.period())
                    : null;
        }
        boolean may = questions.mayList(known.get(it.indicator()).chapter());
        return may && !it.lists().isEmpty()
                ? "%s/editions/%d/figures/%s/receipt"
                        .formatted(
                                Tab.REPORTS.address(
                                        sheet.view().division(),
                                        Integer.toString(sheet.view().year())),
                                sheet.text().number(),
                                it.key())
                : null;
    }

    private boolean isLinked(Value it, Indicators known) {
        return known.in(Period.of(it.period()), List.of(it.indicator())).stream()
                .anyMatch(one -> questions.mayList(one.chapter()));
    }

    private List<Action> actions(
            Sheet sheet, List<Verdict> verdicts, ReportStep refused, Entry entered, Terms terms) {
        List<Action> actions = new ArrayList<>();
        for (ReportStep it : sheet.steps()) {
            if (it != ReportStep.EDIT) {
                actions.add(action(it, sheet, verdicts, it == refused ? entered : NOTHING, terms));
            }
        }
        // Onward first, back last.
        actions.sort(
                Comparator.comparing(
                        it -> it.step() == ReportStep.RETURN || it.step() == ReportStep.ABANDON));
        return actions;
    }

    private Action action(
            ReportStep step, Sheet sheet, List<Verdict> verdicts, Entry entered, Terms terms) {
        List<Reason> reasons = new ArrayList<>();
        if (step == ReportStep.SIGN) {
            verdicts.stream()
                    .filter(Verdict::blocks)
                    .map(
                            it ->
                                    new Reason(
                                            Typed.REASON + it.code(),
                                            it.code(),
                                            it.text(),
                                            entered.reasons().get(it.code())))
                    .forEach(reasons::add);
        }
        List<Decision> small = new ArrayList<>();
        List<Decision> others = new ArrayList<>();
        if (step == ReportStep.REVIEW) {
            for (Value it : sheet.text().figures()) {
                (sheet.small().contains(it.key()) ? small : others)
                        .add(decision(it, entered, terms));
            }
        }
        return new Action(
                step,
                step.name().toLowerCase(Locale.ROOT),
                entered.on() == null ? LocalDate.now(clock) : entered.on(),
                entered.reason(),
                step.isReasoned(),
                reasons,
                small,
                others);
    }

    private static Decision decision(Value it, Entry entered, Terms terms) {
        return new Decision(
                Typed.FIGURE + it.key(),
                terms.of(it.title(), it.titleEn()) + " " + it.key(),
                it.value() == null ? "—" : Terms.number(it.value()) + " " + terms.unit(it.unit()),
                entered.confirmed().contains(it.key()),
                entered.suppressed().contains(it.key()));
    }
}
