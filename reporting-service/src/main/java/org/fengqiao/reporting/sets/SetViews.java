package org.fengqiao.reporting.sets;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;

/** Figure sets as a caller may see them. */
@RequestScoped
public class SetViews {

    /**
     * Where a set stands.
     *
     * @param name of the division
     * @param submittedOn day of the first submission; absent before
     * @param overdue the due date is past, and nothing was submitted
     * @param lateDays days after the due date, of the first submission or of today; 0 in time
     * @param nilReturns codes that were submitted as zero: 零报告
     * @param reason of the last step; absent where it has none
     */
    @Schema(name = "FigureSetState")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            String form,
            String division,
            String name,
            String period,
            SetStatus status,
            int version,
            LocalDate dueOn,
            LocalDate submittedOn,
            boolean overdue,
            long lateDays,
            List<String> nilReturns,
            String reason,
            String href) {}

    /**
     * A set with what was submitted last.
     *
     * @param live whether nothing was submitted yet: the figures are those that a submission of now
     *     would freeze
     * @param causes why that is not what was submitted before
     */
    @Schema(name = "SubmittedFigureSet")
    public record Detail(
            State set,
            boolean live,
            List<Figure> figures,
            Map<String, Instant> asOf,
            List<FigureDifference> causes) {}

    private final FigureSets sets;
    private final Frozen frozen;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Clock clock;
    private final String root;

    SetViews(
            FigureSets sets,
            Frozen frozen,
            Questions questions,
            Catalogue catalogue,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.sets = sets;
        this.frozen = frozen;
        this.questions = questions;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.clock = clock;
        this.root = root;
    }

    List<State> states(Form form, Collection<Filing> filings) throws SQLException {
        Map<UUID, List<String>> nil =
                frozen.nilReturns(
                        filings.stream().map(Filing::submission).filter(Objects::nonNull).toList());
        return filings.stream()
                .map(it -> state(form, it, nil.getOrDefault(it.submission(), List.of())))
                .toList();
    }

    private State state(Form form, Filing it, List<String> nil) {
        LocalDate dueOn = form.dueOn(it.key().period());
        Instant first = it.firstSubmittedAt();
        long late = it.lateDays(dueOn, LocalDate.now(clock), clock.getZone());
        return new State(
                it.key().form(),
                it.key().division(),
                divisions.name(it.key().division()),
                it.key().period().text(),
                it.status(),
                it.version(),
                dueOn,
                first == null ? null : LocalDate.ofInstant(first, clock.getZone()),
                first == null && late > 0,
                late,
                nil,
                it.taken() == null ? null : it.taken().reason(),
                root + it.key().path());
    }

    Detail detail(Form form, Filing it) throws SQLException {
        boolean live = it.submission() == null;
        FigureSet shown = live ? sets.now(form, it.key()) : sets.submitted(it);
        return new Detail(
                states(form, List.of(it)).get(0),
                live,
                shown.figures(),
                shown.asOf(),
                shown(sets.causes(it), it.key().division()));
    }

    /** Without the records of chapters that the caller may not list. */
    List<FigureDifference> shown(List<FigureDifference> differences, String division)
            throws SQLException {
        Indicators known = catalogue.of(division);
        return differences.stream()
                .map(
                        it ->
                                questions.mayList(known.get(it.indicator()).chapter())
                                        ? it
                                        : it.withoutRecords())
                .toList();
    }
}
