package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Once;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Differences;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.sets.Asked.Asking;
import org.fengqiao.reporting.sets.Filing.Key;
import org.fengqiao.reporting.sets.Filing.Taken;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Figure sets: what a unit submits is frozen; what differs from the time before is told. */
@ApplicationScoped
class FigureSets {

    private static final int LONGEST_SECONDS = 60;

    private final Filings filings;
    private final Frozen frozen;
    private final Figures figures;
    private final Differences differences;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Clock clock;
    private final String root;

    FigureSets(
            Filings filings,
            Frozen frozen,
            Figures figures,
            Differences differences,
            Catalogue catalogue,
            Divisions divisions,
            Clock clock,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.filings = filings;
        this.frozen = frozen;
        this.figures = figures;
        this.differences = differences;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.clock = clock;
        this.root = root;
    }

    /**
     * Submits what counts now: figures and records are frozen as of one moment.
     *
     * @throws Refusal 412, 409 as the table of steps says; 422 before the period is over, for a
     *     zero that is neither confirmed nor declared, for a declared one that is none, and for
     *     what was returned and is the same, without a remark
     */
    Filing submit(Asking set, int ifMatch, Taken asked) throws SQLException {
        return once(set.key(), ifMatch, asked, () -> submitNow(set, ifMatch, asked));
    }

    private Filing submitNow(Asking set, int ifMatch, Taken asked) throws SQLException {
        frozen.holdMoment();
        Filing before = filings.get(set.key());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Filing after = before.after(ifMatch, asked, id);
        Period period = set.key().period();
        if (period.end().isAfter(LocalDate.now(clock))) {
            throw Refusal.of(
                    422,
                    "PERIOD_NOT_OVER",
                    "该期间尚未结束，期末当日起方可报送",
                    "The period is not over: submit from its last day on");
        }
        requireReported(
                frozen.freeze(
                                id,
                                set.form().indicators(catalogue.of(set.form().county()), period),
                                set.key().division(),
                                period,
                                Set.copyOf(asked.nil()))
                        .figures(),
                asked.nil());
        requireAnswer(before, asked, id);
        filings.add(after);
        return after;
    }

    /** What was returned is not sent again as it was without a word. */
    private void requireAnswer(Filing before, Taken asked, UUID frozen) throws SQLException {
        boolean silent = asked.reason() == null || asked.reason().isBlank();
        if (before.status() == SetStatus.RETURNED
                && silent
                && differences.between(before.submission(), frozen).isEmpty()) {
            throw Refusal.of(
                            422,
                            "NOTHING_CHANGED",
                            "退回以后数据没有变动：仍须报送的，请写明说明",
                            "Nothing has changed since the set was returned: submit it with a"
                                    + " remark")
                    .at("/reason", "须写明为何不变", "has to tell why nothing changed");
        }
    }

    private static void requireReported(List<Figure> figures, Collection<String> nil) {
        Refusal refusal =
                Refusal.of(
                        422,
                        "NOT_REPORTED",
                        "有为零而未确认的指标：请按月确认，或者在 nilReturns 中列明零报告",
                        "Some figures are zero and nobody confirmed it: confirm the months, or declare"
                                + " them in nilReturns");
        Refusal contradicted =
                Refusal.of(
                        422,
                        "NIL_RETURN_WRONG",
                        "列为零报告的指标不为零，或者不在该表中",
                        "What is declared zero is not, or is not in the form");
        for (Figure it : figures) {
            if (it.status() == Status.NOT_REPORTED) {
                refusal = refusal.at("/nilReturns", it.indicator() + it.title(), it.indicator());
            }
        }
        for (String code : nil) {
            if (figures.stream().noneMatch(it -> it.indicator().equals(code) && isNil(it))) {
                contradicted = contradicted.at("/nilReturns", code, code);
            }
        }
        for (Refusal it : List.of(refusal, contradicted)) {
            if (!it.faults().isEmpty()) {
                throw it;
            }
        }
    }

    private static boolean isNil(Figure figure) {
        return figure.status() == Status.NIL_REPORTED;
    }

    /** A step that freezes nothing: the county's. */
    Filing take(Key key, int ifMatch, Taken asked) throws SQLException {
        return once(
                key,
                ifMatch,
                asked,
                () -> {
                    Filing after = filings.get(key).after(ifMatch, asked, null);
                    filings.add(after);
                    return after;
                });
    }

    /** A repeat, late or at the same moment, is answered with the set as the step left it. */
    private Filing once(Key key, int ifMatch, Taken asked, Callable<Filing> act)
            throws SQLException {
        return Once.of(() -> filings.answered(key, ifMatch, asked), LONGEST_SECONDS, act);
    }

    Filing get(Key key) throws SQLException {
        return filings.get(key);
    }

    /**
     * The sets of all units of an area that existed in the period, by their codes: those that
     * nobody has touched too.
     */
    List<Filing> of(Form form, Period period, String area) throws SQLException {
        Map<String, Filing> sets = new TreeMap<>();
        units(area, period)
                .forEach(it -> sets.put(it, Filing.open(new Key(form.code(), it, period))));
        filings.of(form.code(), period, Scope.of(area))
                .forEach(it -> sets.put(it.key().division(), it));
        return List.copyOf(sets.values());
    }

    private Stream<String> units(String area, Period period) {
        return switch (Asked.level(area)) {
            case TOWNSHIP -> Stream.of(area);
            case COUNTY ->
                    divisions.children(area, period.start(), period.end()).stream()
                            .filter(it -> it.code().level() == Level.TOWNSHIP)
                            .map(it -> it.code().value());
            case PROVINCE, PREFECTURE, VILLAGE -> Stream.of();
        };
    }

    /** What a submission of now would freeze. */
    FigureSet now(Form form, Key key) throws SQLException {
        return figures.of(
                form.indicators(catalogue.of(form.county()), key.period()),
                key.division(),
                key.period());
    }

    /** The figures that were submitted last; none before. */
    FigureSet submitted(Filing it) throws SQLException {
        return it.submission() == null
                ? new FigureSet(List.of(), Map.of())
                : frozen.figures(
                        it.submission(), code -> root + it.key().path() + "/receipts/" + code);
    }

    /**
     * Why what was submitted last is not what was submitted before; empty of a first submission.
     *
     * @param set as it stands, or stood after a step
     */
    List<FigureDifference> causes(Filing set) throws SQLException {
        List<UUID> submissions =
                filings.history(set.key()).stream()
                        .filter(it -> it.version() <= set.version())
                        .filter(it -> it.taken().step() == SetStep.SUBMIT)
                        .map(Filings.Entry::submission)
                        .toList();
        int last = submissions.size() - 1;
        return last < 1
                ? List.of()
                : differences.between(submissions.get(last - 1), submissions.get(last));
    }

    /** What counts otherwise now than was submitted last; empty where nothing was. */
    @Transactional(rollbackOn = SQLException.class)
    List<FigureDifference> differencesNow(Key key) throws SQLException {
        frozen.holdMoment();
        UUID submission = filings.get(key).submission();
        return submission == null ? List.of() : differences.sinceThen(submission);
    }
}
