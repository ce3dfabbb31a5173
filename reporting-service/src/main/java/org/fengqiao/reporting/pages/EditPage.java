package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.Draft;
import org.fengqiao.reporting.reports.Reading;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.ReportDesk.Sheet;
import org.fengqiao.reporting.reports.ReportStep;
import org.fengqiao.reporting.reports.Reports;

/** The form in which the text of a report is written. */
@RequestScoped
class EditPage {

    /**
     * The form as it is shown.
     *
     * @param version that it changes; null where a report is begun
     * @param saved whether it holds what is kept
     * @param questions of a text that was pasted
     * @param carried what the report has to come back to; null for who may not list it
     * @param now the text as another wrote it meanwhile; null where nobody did
     */
    public record Shown(
            String place,
            String year,
            String address,
            String key,
            Integer version,
            boolean saved,
            DraftForm form,
            Trouble trouble,
            List<String> questions,
            DraftForm now,
            Carried carried,
            List<Known> figures) {}

    /**
     * A figure that can be named in the text.
     *
     * @param value now, with its unit
     */
    public record Known(String code, String title, String value) {}

    /**
     * A text in the form.
     *
     * @param version that it changes; null where a report is begun
     * @param saved whether it is what is kept
     */
    private record Text(Draft draft, Integer version, boolean saved) {}

    private static final int STALE = 412;

    private final ReportDesk desk;
    private final Reading reading;
    private final Figures figures;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;

    EditPage(
            ReportDesk desk,
            Reading reading,
            Figures figures,
            Catalogue catalogue,
            Divisions divisions,
            Caller caller,
            Reader reader) {
        this.desk = desk;
        this.reading = reading;
        this.figures = figures;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
    }

    /** The text as it is kept, or the one that a report begins with. */
    TemplateInstance of(String division, String year, Language language) throws SQLException {
        Sheet sheet = requireOpen(division, year);
        Draft draft =
                sheet == null ? desk.firstDraft(division, number(year)) : sheet.view().draft();
        Integer version = sheet == null ? null : sheet.view().version();
        Text text = new Text(draft, version, sheet != null);
        return shown(division, year, language, text, null, List.of(), null);
    }

    /**
     * Whether it can be written now.
     *
     * @return null where nobody began it
     * @throws Refusal 409 where it stands as it is; 403 without the right
     */
    private Sheet requireOpen(String division, String year) throws SQLException {
        String place = caller.division(division);
        Sheet sheet = desk.find(place, number(year)).orElse(null);
        if (sheet == null && !desk.mayBegin(place)) {
            throw Refusal.notFound();
        }
        if (sheet != null && !sheet.steps().contains(ReportStep.EDIT)) {
            throw Refusal.of(
                    409,
                    "STEP_FORBIDDEN",
                    "报告现在不能修改：须先退回或启动修订",
                    "The report cannot be written now: it has to be sent back or revised first");
        }
        return sheet;
    }

    private static int number(String year) {
        return Reports.year(year).first().getYear();
    }

    /** What was typed, after a button that changes nothing kept. */
    TemplateInstance after(String division, String year, Language language, Typed typed)
            throws SQLException {
        caller.division(division);
        Draft draft = DraftForm.after(DraftForm.read(typed), typed.text("button"));
        Integer version = typed.entry().version();
        Text text = new Text(draft, version, false);
        return shown(division, year, language, text, null, List.of(), null);
    }

    /** What was typed and not taken; where another wrote meanwhile, both. */
    TemplateInstance refused(
            String division, String year, Language language, Typed typed, Refusal refusal)
            throws SQLException {
        Sheet sheet = requireOpen(division, year);
        Terms terms = new Terms(language);
        boolean stale = refusal.status() == STALE && sheet != null;
        Integer version = stale ? Integer.valueOf(sheet.view().version()) : typed.entry().version();
        return shown(
                division,
                year,
                language,
                new Text(DraftForm.read(typed), version, false),
                Trouble.of(refusal, terms),
                List.of(),
                stale ? DraftForm.of(sheet.view().draft(), null, terms) : null);
    }

    /**
     * A text that was pasted, with the questions about it.
     *
     * @param textYear that it is of; null where it tells itself
     */
    TemplateInstance pasted(
            String division, String year, Language language, String text, Integer textYear)
            throws SQLException {
        Sheet sheet = requireOpen(division, year);
        Reading.Result it = reading.of(text, caller.division(division), number(year), textYear);
        Terms terms = new Terms(language);
        List<String> asked =
                it.questions().stream()
                        .map(one -> "“" + one.found() + "” " + terms.of(one.zh(), one.en()))
                        .toList();
        Integer version = sheet == null ? null : sheet.view().version();
        Text read = new Text(it.draft(), version, false);
        return shown(division, year, language, read, null, asked, null);
    }

    private TemplateInstance shown(
            String division,
            String year,
            Language language,
            Text text,
            Trouble trouble,
            List<String> asked,
            DraftForm now)
            throws SQLException {
        Terms terms = new Terms(language);
        String address = Tab.REPORTS.address(division, year);
        Indicators known = catalogue.of(division);
        Shown shown =
                new Shown(
                        divisions.fullName(division),
                        year,
                        address,
                        UUID.randomUUID().toString(),
                        text.version(),
                        text.saved(),
                        DraftForm.of(text.draft(), trouble, terms),
                        trouble,
                        asked,
                        now,
                        desk.carryOver(division, number(year))
                                .map(it -> Carried.of(it, known, terms))
                                .orElse(null),
                        figures(division, year, terms));
        return reader.shown(
                Templates.edit(shown),
                language,
                reader.subject(division, year, null),
                address + "/text");
    }

    /** What can be named in the text, with its value now. */
    private List<Known> figures(String division, String year, Terms terms) throws SQLException {
        Period period = Reports.year(year);
        Indicators known = catalogue.of(division);
        return figures.of(known.in(period), division, period).figures().stream()
                .map(
                        it ->
                                new Known(
                                        it.indicator(),
                                        terms.title(known.get(it.indicator(), it.definition())),
                                        value(it, terms)))
                .toList();
    }

    private static String value(Figure it, Terms terms) {
        return it.value() == null ? "—" : Terms.number(it.value()) + " " + terms.unit(it.unit());
    }
}
