package org.fengqiao.reporting.pages;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.sets.SetDesk;
import org.fengqiao.reporting.sets.SetDesk.Due;
import org.fengqiao.reporting.sets.SetDesk.Plan;
import org.fengqiao.reporting.sets.SetViews.State;

/** The forms on a desk: where each unit's set of each period stands. */
@RequestScoped
class SetPlans {

    /**
     * A form on the desk.
     *
     * @param periods of the year that have begun
     */
    public record Form(String code, String title, List<Column> periods, List<Row> units) {}

    /**
     * A period of it.
     *
     * @param page where all units stand beside each other; null for who may not compare
     */
    public record Column(String period, LocalDate dueOn, String page) {}

    /** A unit, and where it stands in each of the periods. */
    public record Row(String name, List<Cell> cells) {}

    /**
     * Where a set stands.
     *
     * @param lateDays of what was submitted late, or is missing and overdue
     */
    public record Cell(String page, String status, long lateDays, boolean missing) {}

    private final SetDesk desk;
    private final Divisions divisions;

    SetPlans(SetDesk desk, Divisions divisions) {
        this.desk = desk;
        this.divisions = divisions;
    }

    /** Those of an area and year. */
    List<Form> of(String area, int year, Terms terms) throws SQLException {
        List<Form> forms = new ArrayList<>();
        for (Plan it : desk.plans(area, year)) {
            forms.add(
                    new Form(
                            it.form(),
                            terms.of(it.title(), it.titleEn()),
                            it.periods().stream().map(due -> column(it.form(), due)).toList(),
                            rows(it.periods(), terms)));
        }
        return forms;
    }

    private Column column(String form, Due it) {
        String page =
                "%scomparison?form=%s&period=%s".formatted(FigureSetPage.PAGES, form, it.period());
        return new Column(it.period(), it.dueOn(), desk.mayCompare() ? page : null);
    }

    /** Of units that a period does not know its cell is empty: they were there at another time. */
    private List<Row> rows(List<Due> periods, Terms terms) {
        return periods.stream()
                .flatMap(it -> it.sets().stream().map(State::division))
                .distinct()
                .sorted()
                .map(
                        unit ->
                                new Row(
                                        divisions.name(unit),
                                        periods.stream().map(it -> cell(unit, it, terms)).toList()))
                .toList();
    }

    private static Cell cell(String unit, Due due, Terms terms) {
        return due.sets().stream()
                .filter(it -> it.division().equals(unit))
                .findFirst()
                .map(
                        it ->
                                new Cell(
                                        Card.page(it.href()),
                                        terms.of(it.status().zh(), it.status().en()),
                                        it.lateDays(),
                                        it.submittedOn() == null))
                .orElse(new Cell(null, "—", 0, false));
    }
}
