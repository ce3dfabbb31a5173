package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Editions.Kept;

/** What is shown of a report. */
@ApplicationScoped
public class ReportViews {

    /** The state of a legal day: it never moves, whatever day of the week it is (D2). */
    @Schema(name = "ReportStageState")
    public enum State {
        RUNNING,
        MET,
        MISSED
    }

    /**
     * A legal day of the report.
     *
     * @param before the first day that is too late
     * @param doneOn the day it was done; absent until then
     */
    @Schema(name = "ReportStage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(
            String code,
            String zh,
            String en,
            LocalDate before,
            LocalDate doneOn,
            State state,
            String legalBasis) {}

    /** A published edition. */
    @Schema(name = "EditionLink")
    public record Link(int number, LocalDate publishedOn, String seal, String href) {}

    /**
     * A report.
     *
     * @param missing contents that a report must have and this one lacks
     */
    @Schema(name = "Report")
    public record View(
            String division,
            String divisionName,
            int year,
            ReportStatus status,
            String statusLabel,
            int version,
            Draft draft,
            List<SectionKind> missing,
            List<Stage> stages,
            List<Link> editions) {}

    /**
     * A report in a list.
     *
     * @param status absent where nobody began it
     */
    @Schema(name = "ReportLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String division,
            String divisionName,
            int year,
            ReportStatus status,
            String statusLabel,
            List<Stage> stages,
            String href) {}

    private final AnnualReports reports;
    private final Editions editions;
    private final ReportFigures figures;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Clock clock;
    private final MonthDay submitBefore;
    private final MonthDay publishBefore;
    private final String root;

    ReportViews(
            AnnualReports reports,
            Editions editions,
            ReportFigures figures,
            Catalogue catalogue,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "fengqiao.report.submit-before", defaultValue = "--03-01")
                    String submitBefore,
            @ConfigProperty(name = "fengqiao.report.publish-before", defaultValue = "--04-01")
                    String publishBefore,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.reports = reports;
        this.editions = editions;
        this.figures = figures;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.clock = clock;
        this.submitBefore = MonthDay.parse(submitBefore);
        this.publishBefore = MonthDay.parse(publishBefore);
        this.root = root;
    }

    /** As it is now. */
    View view(AnnualReport it) throws SQLException {
        return view(it, LocalDate.now(clock));
    }

    /** What its last step is answered with, then and whenever it is asked for again. */
    View answer(AnnualReport it) throws SQLException {
        return view(it, LocalDate.ofInstant(it.last().at(), clock.getZone()));
    }

    private View view(AnnualReport it, LocalDate today) throws SQLException {
        List<Link> links =
                editions.published(it.id()).stream()
                        .filter(edition -> edition.number() <= it.publications())
                        .map(edition -> link(it.division(), it.year(), edition))
                        .toList();
        return new View(
                it.division(),
                divisions.fullName(it.division()),
                it.year(),
                it.status(),
                it.status().zh(),
                it.version(),
                it.draft(),
                it.draft().missing(),
                stages(it.division(), it.year(), it, today),
                links);
    }

    Link link(String division, int year, Kept edition) {
        return new Link(
                edition.number(),
                edition.publishedOn(),
                edition.seal(),
                address(division, year) + "/editions/" + edition.number());
    }

    /**
     * The report of a division and those right below it, whoever owes one and has none is there,
     * too; further below those that somebody began.
     */
    List<Line> lines(String division, int year, Scope scope) throws SQLException {
        Map<String, AnnualReport> there =
                reports.of(year, scope).stream()
                        .collect(Collectors.toMap(AnnualReport::division, Function.identity()));
        Set<String> units = new TreeSet<>();
        Stream.concat(
                        Stream.of(division),
                        divisions.children(division).stream().map(it -> it.code().value()))
                .filter(ReportViews::owes)
                .forEach(units::add);
        there.keySet().stream().filter(Scope.of(division)::contains).forEach(units::add);
        List<Line> lines = new ArrayList<>();
        for (String unit : units) {
            AnnualReport it = there.get(unit);
            lines.add(
                    new Line(
                            unit,
                            divisions.fullName(unit),
                            year,
                            it == null ? null : it.status(),
                            it == null ? null : it.status().zh(),
                            stages(unit, year, it, LocalDate.now(clock)),
                            address(unit, year)));
        }
        return lines;
    }

    /** The duty is the government's: a village may write a report, and owes none. */
    private static boolean owes(String division) {
        return new DivisionCode(division).level() != DivisionCode.Level.VILLAGE;
    }

    private String address(String division, int year) {
        return "%s/v1/reports/%s/%d".formatted(root, division, year);
    }

    /** Of a report that nobody began null; none of a village, which has no such day. */
    private List<Stage> stages(String division, int year, AnnualReport it, LocalDate today) {
        if (!owes(division)) {
            return List.of();
        }
        LocalDate submitted = it == null ? null : it.firstDayOf(ReportStep.SUBMIT);
        LocalDate published = it == null ? null : it.firstDayOf(ReportStep.PUBLISH);
        return List.of(
                stage(
                        "SUBMIT",
                        "报送",
                        "Report up",
                        submitBefore.atYear(year + 1),
                        submitted,
                        today,
                        "P1"),
                stage(
                        "PUBLISH",
                        "公开",
                        "Publish",
                        publishBefore.atYear(year + 1),
                        published,
                        today,
                        "P2"));
    }

    private static Stage stage(
            String code,
            String zh,
            String en,
            LocalDate before,
            LocalDate doneOn,
            LocalDate today,
            String legalBasis) {
        LocalDate until = doneOn == null ? today : doneOn;
        State state =
                !until.isBefore(before) ? State.MISSED : doneOn == null ? State.RUNNING : State.MET;
        return new Stage(code, zh, en, before, doneOn, state, legalBasis);
    }

    /** The report as it would be printed now: nothing is frozen. */
    Edition preview(AnnualReport it) throws SQLException {
        int published = editions.published(it.id()).size();
        Indicators known = catalogue.of(it.division());
        return new Composition(
                        it.draft().told(known, it.year()),
                        known,
                        it.division(),
                        it.year(),
                        figures.now(it.draft().text(), it.division(), it.year()),
                        Map.of())
                .edition(divisions, published + 1, null, List.of());
    }
}
