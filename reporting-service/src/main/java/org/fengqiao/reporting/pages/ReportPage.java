package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.Paragraph;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.ReportDesk.Sheet;
import org.fengqiao.reporting.reports.Reports;

/**
 * The report of a division's year, every number a link to its records: the annual report where
 * there is one, else the paragraphs that one would begin with.
 */
@RequestScoped
public class ReportPage {

    /**
     * A chapter on the page.
     *
     * @param linked whether the reader may open what is behind its numbers
     */
    public record Section(String title, Paragraph paragraph, boolean linked) {}

    private final Reports reports;
    private final ReportDesk desk;
    private final AnnualPage annualPage;
    private final CheckPage checks;
    private final Questions questions;
    private final Caller caller;
    private final Reader reader;

    ReportPage(
            Reports reports,
            ReportDesk desk,
            AnnualPage annualPage,
            CheckPage checks,
            Questions questions,
            Caller caller,
            Reader reader) {
        this.reports = reports;
        this.desk = desk;
        this.annualPage = annualPage;
        this.checks = checks;
        this.questions = questions;
        this.caller = caller;
        this.reader = reader;
    }

    /**
     * The page, at its own address whichever one was asked for.
     *
     * @param lang language asked for; null for the reader's own
     * @throws Refusal 400 for no year, 404 for a division that is not the caller's
     */
    public TemplateInstance of(String division, String year, String lang) throws SQLException {
        String place = caller.division(division);
        Language language = reader.language(lang);
        Terms terms = new Terms(language);
        Optional<Sheet> sheet = desk.find(place, Reports.year(year).first().getYear());
        if (sheet.isPresent()) {
            return annualPage.of(sheet.get(), language);
        }
        List<Section> sections = new ArrayList<>();
        for (Chapter it : Chapter.values()) {
            Paragraph paragraph = reports.paragraph(it, place, year);
            boolean linked = questions.mayList(it.source());
            sections.add(new Section(terms.chapter(it), paragraph, linked));
        }
        List<Verdict> verdicts = checks.verdicts(place, Reports.year(year), terms);
        return reader.shown(
                Templates.report(
                        reports.issuer(place),
                        year,
                        sections,
                        verdicts,
                        desk.mayBegin(place) ? UUID.randomUUID().toString() : null),
                language,
                reader.subject(place, year, Tab.REPORTS),
                Tab.REPORTS.address(place, year));
    }
}
