package org.fengqiao.reporting.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.checks.Checks;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Chapter;

/** The paragraphs of a division and year, as data and as a page. */
@RequestScoped
class Reports {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance report(
                String issuer, String year, List<Section> sections, List<Check> checks);
    }

    /**
     * A chapter on the page.
     *
     * @param linked whether the reader may open what is behind its numbers
     */
    record Section(String title, Paragraph paragraph, boolean linked) {}

    private final Figures figures;
    private final Checks checks;
    private final Questions questions;
    private final Divisions divisions;
    private final Caller caller;

    Reports(
            Figures figures,
            Checks checks,
            Questions questions,
            Divisions divisions,
            Caller caller) {
        this.figures = figures;
        this.checks = checks;
        this.questions = questions;
        this.divisions = divisions;
        this.caller = caller;
    }

    Paragraph paragraph(Chapter chapter, String division, String year) throws SQLException {
        String place = caller.division(division);
        Period period = year(year);
        Wording wording = wording(place);
        String codes = String.join(",", wording.references(chapter));
        return Paragraph.of(
                wording.text(chapter),
                period.first().getYear(),
                figures.of(questions.indicators(codes, place), place, period).figures());
    }

    TemplateInstance page(String division, String year) throws SQLException {
        List<Section> sections = new ArrayList<>();
        for (Chapter it : Chapter.values()) {
            Paragraph paragraph = paragraph(it, division, year);
            sections.add(new Section(it.title(), paragraph, questions.mayList(it.source())));
        }
        String issuer = divisions.fullName(division) + wording(division).issuer();
        return Templates.report(issuer, year, sections, checks.of(division, year(year)));
    }

    private Wording wording(String division) {
        return Wording.of(division, divisions.find(division));
    }

    private Period year(String text) {
        Period period = Period.of(text);
        if (period.text().length() != 4) {
            throw Refusal.parameter("year", "year 须为四位年份", "year needs four digits");
        }
        return period;
    }
}
