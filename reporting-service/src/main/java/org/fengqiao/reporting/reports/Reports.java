package org.fengqiao.reporting.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.List;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.checks.Checks;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Questions;

/** The paragraph of a division and year, as data and as a page. */
@RequestScoped
class Reports {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance report(
                String issuer, String year, Paragraph paragraph, List<Check> checks);
    }

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

    Paragraph paragraph(String division, String year) throws SQLException {
        String place = caller.division(division);
        Period period = year(year);
        return Paragraph.of(
                wording(place),
                period.first().getYear(),
                figures.of(
                                questions.indicators(String.join(",", Paragraph.references())),
                                place,
                                period)
                        .figures());
    }

    TemplateInstance page(String division, String year) throws SQLException {
        Paragraph paragraph = paragraph(division, year);
        String issuer = divisions.fullName(division) + wording(division).issuer();
        return Templates.report(issuer, year, paragraph, checks.of(division, year(year)));
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
