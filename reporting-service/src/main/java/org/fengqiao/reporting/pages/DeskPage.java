package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.reports.ReportDesk;
import org.fengqiao.reporting.reports.ReportViews.Line;
import org.fengqiao.reporting.reports.Reports;

/** The desk above: whose report stands where, in the order of their codes; nobody is ranked. */
@RequestScoped
class DeskPage {

    /** The desk of a division and year. */
    public record Shown(String place, String year, List<Row> rows, List<SetPlans.Form> forms) {}

    /**
     * A unit's report.
     *
     * @param status in words; null where nobody began it
     */
    public record Row(String name, String address, String status, List<Day> days) {}

    private final ReportDesk desk;
    private final SetPlans plans;
    private final Divisions divisions;
    private final Caller caller;
    private final Reader reader;
    private final Clock clock;

    DeskPage(
            ReportDesk desk,
            SetPlans plans,
            Divisions divisions,
            Caller caller,
            Reader reader,
            Clock clock) {
        this.desk = desk;
        this.plans = plans;
        this.divisions = divisions;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
    }

    TemplateInstance of(String division, String year, Language language) throws SQLException {
        String place = caller.division(division);
        Terms terms = new Terms(language);
        int number = Reports.year(year).first().getYear();
        List<Row> rows =
                desk.lines(place, number).stream().map(it -> row(it, year, terms)).toList();
        return reader.shown(
                Templates.desk(
                        new Shown(
                                divisions.fullName(place),
                                year,
                                rows,
                                plans.of(place, number, terms))),
                language,
                reader.subject(place, year, Tab.DESK));
    }

    private Row row(Line it, String year, Terms terms) {
        return new Row(
                divisions.name(it.division()),
                Tab.REPORTS.address(it.division(), year),
                it.status() == null ? null : terms.of(it.status().zh(), it.status().en()),
                Day.of(it.stages(), LocalDate.now(clock), terms));
    }
}
