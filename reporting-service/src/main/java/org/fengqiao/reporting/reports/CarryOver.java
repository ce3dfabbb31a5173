package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.AdministrationFacts;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;

/**
 * What a report has to come back to: problems that are open when its year ends, and what was
 * planned for the year, with what came of it. Their texts are at legal-service: no event has them.
 */
@RequestScoped
public class CarryOver {

    /** Both lists. */
    @Schema(name = "ReportCarryOver")
    public record Result(List<Problem> problems, List<Plan> plans) {}

    /**
     * A problem that is open at the end of the year.
     *
     * @param overdue whether its day had passed by then
     * @param href at legal-service, where its text is
     */
    @Schema(name = "CarriedProblem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(
            UUID id,
            String field,
            String fieldLabel,
            LocalDate foundOn,
            LocalDate dueOn,
            boolean overdue,
            String href) {}

    /**
     * What was planned for the year.
     *
     * @param target of the indicator, and {@code actual} its value of the year; absent where none
     * @param carriedOver whether it was not done in the year
     */
    @Schema(name = "CarriedPlan")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Plan(
            UUID id,
            String indicator,
            BigDecimal target,
            BigDecimal actual,
            LocalDate dueOn,
            LocalDate doneOn,
            boolean carriedOver,
            String href) {}

    private final DataSource database;
    private final Figures figures;
    private final Questions questions;
    private final Catalogue catalogue;

    CarryOver(DataSource database, Figures figures, Questions questions, Catalogue catalogue) {
        this.database = database;
        this.figures = figures;
        this.questions = questions;
        this.catalogue = catalogue;
    }

    /** Of a division's own year, in the order of their days. */
    Result of(String division, int year) throws SQLException {
        questions.requireList(Chapter.LEGAL.source());
        try (Connection connection = database.getConnection()) {
            List<Plan> plans = plans(connection, division, year);
            return new Result(problems(connection, division, year), plans);
        }
    }

    private static List<Problem> problems(Connection connection, String division, int year)
            throws SQLException {
        LocalDate end = LocalDate.of(year, 12, 31);
        Table table = AdministrationFacts.ISSUE_ITEM;
        Scope scope = Scope.of(division);
        String sql =
                """
                select record_id, field, found_on, due_on
                from issue_item_fact
                where %s and not voided and found_on <= ? and (resolved_on is null or resolved_on > ?)
                order by found_on, record_id
                """
                        .formatted(scope.sql("division"));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int index = fill(select, scope);
            select.setObject(index, end);
            select.setObject(index + 1, end);
            List<Problem> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    String field = row.getString(2);
                    LocalDate due = row.getObject(4, LocalDate.class);
                    found.add(
                            new Problem(
                                    id,
                                    field,
                                    field == null ? null : table.column("field").word(field),
                                    row.getObject(3, LocalDate.class),
                                    due,
                                    due != null && !due.isAfter(end),
                                    table.path() + id));
                }
            }
            return found;
        }
    }

    private List<Plan> plans(Connection connection, String division, int year) throws SQLException {
        LocalDate end = LocalDate.of(year, 12, 31);
        Scope scope = Scope.of(division);
        String sql =
                """
                select record_id, indicator, target, due_on, done_on
                from plan_item_fact
                where %s and not voided and plan_year = ?
                order by due_on, record_id
                """
                        .formatted(scope.sql("division"));
        List<Plan> plans = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(fill(select, scope), year);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    LocalDate done = row.getObject(5, LocalDate.class);
                    plans.add(
                            new Plan(
                                    id,
                                    row.getString(2),
                                    row.getBigDecimal(3),
                                    null,
                                    row.getObject(4, LocalDate.class),
                                    done,
                                    done == null || done.isAfter(end),
                                    AdministrationFacts.PLAN_ITEM.path() + id));
                }
            }
        }
        Map<String, BigDecimal> actual = actual(plans, division, year);
        return plans.stream().map(it -> measured(it, actual.get(it.indicator()))).toList();
    }

    private static int fill(PreparedStatement select, Scope scope) throws SQLException {
        int index = 1;
        for (String argument : scope.arguments()) {
            select.setString(index++, argument);
        }
        return index;
    }

    private Map<String, BigDecimal> actual(List<Plan> plans, String division, int year)
            throws SQLException {
        List<String> codes =
                plans.stream().map(Plan::indicator).filter(Objects::nonNull).distinct().toList();
        Map<String, BigDecimal> actual = new HashMap<>();
        Period period = Period.of(Integer.toString(year));
        List<Indicator> measured = catalogue.of(division).in(period, codes);
        for (Figure it : figures.of(measured, division, period).figures()) {
            actual.put(it.indicator(), it.value());
        }
        return actual;
    }

    private static Plan measured(Plan it, BigDecimal actual) {
        return new Plan(
                it.id(),
                it.indicator(),
                it.target(),
                actual,
                it.dueOn(),
                it.doneOn(),
                it.carriedOver(),
                it.href());
    }
}
