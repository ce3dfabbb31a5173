package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.reporting.checks.Checks;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.pages.Verdict.Evidence;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.Reports;

/**
 * The checks of a division's year, each with the records it looked at: of its report's own text
 * where there is one.
 */
@RequestScoped
class CheckPage {

    private final Checks checks;
    private final ReportDesk desk;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;

    CheckPage(
            Checks checks,
            ReportDesk desk,
            Questions questions,
            Catalogue catalogue,
            Divisions divisions,
            Caller caller,
            Reader reader) {
        this.checks = checks;
        this.desk = desk;
        this.questions = questions;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
    }

    TemplateInstance of(String division, String year, Language language) throws SQLException {
        String place = caller.division(division);
        Terms terms = new Terms(language);
        Period period = Reports.year(year);
        Optional<List<Check>> ofReport = desk.checks(place, period.first().getYear());
        List<Verdict> verdicts =
                ofReport.isPresent()
                        ? verdicts(ofReport.get(), place, terms)
                        : verdicts(place, period, terms);
        TemplateInstance page =
                Templates.checks(
                        divisions.fullName(place), year, Verdict.tally(verdicts), verdicts);
        return reader.shown(page, language, reader.subject(place, year, Tab.CHECKS));
    }

    /**
     * All checks of what a report would begin with, those that keep it from being published first.
     */
    List<Verdict> verdicts(String division, Period period, Terms terms) throws SQLException {
        return verdicts(checks.of(division, period), division, terms);
    }

    private List<Verdict> verdicts(List<Check> found, String division, Terms terms)
            throws SQLException {
        Indicators known = catalogue.of(division);
        return found.stream()
                .map(it -> verdict(it, known, terms))
                .sorted(Verdict.BY_WEIGHT)
                .toList();
    }

    Verdict verdict(Check it, Indicators known, Terms terms) {
        List<Evidence> numbers = it.numbers().stream().map(n -> evidence(n, known, terms)).toList();
        return Verdict.of(it, terms.of(it.zh(), it.en()), numbers);
    }

    private Evidence evidence(Number it, Indicators known, Terms terms) {
        // A row of a breakdown bears its own name, such as a month.
        String title =
                known.definitions()
                        .filter(one -> one.code().equals(it.indicator()))
                        .filter(one -> one.title().equals(it.title()))
                        .findFirst()
                        .map(terms::title)
                        .orElse(it.title());
        boolean linked =
                it.receipt() != null && questions.mayList(known.get(it.indicator()).chapter());
        return new Evidence(title, it.value(), linked ? Card.page(it.receipt()) : null);
    }
}
