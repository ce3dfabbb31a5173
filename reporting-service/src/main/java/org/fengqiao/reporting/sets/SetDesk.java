package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.sets.Asked.Asking;
import org.fengqiao.reporting.sets.ComparisonResource.Comparison;
import org.fengqiao.reporting.sets.SetViews.Detail;
import org.fengqiao.reporting.sets.SetViews.State;

/** Figure sets for the pages: where they stand, what a person sees of one, and does with it. */
@RequestScoped
public class SetDesk {

    /** A form, and its periods of a year that have begun. */
    public record Plan(String form, String title, String titleEn, List<Due> periods) {}

    /**
     * A period of a form.
     *
     * @param dueOn the last day that is in time
     * @param sets of each unit, in the order of their codes
     */
    public record Due(String period, LocalDate dueOn, List<State> sets) {}

    /**
     * A figure set as it lies on the desk.
     *
     * @param opensOn the first day on which it can be submitted
     * @param now what a submission of now would freeze, where one is allowed or none was made
     * @param changes what counts otherwise now than was submitted last
     * @param steps that the table allows now, and the caller's rights
     */
    public record Sheet(
            String title,
            String titleEn,
            LocalDate opensOn,
            Detail detail,
            List<Figure> now,
            List<FigureDifference> changes,
            List<SetStep> steps,
            List<Past> history) {}

    /**
     * What a person enters with a step.
     *
     * @param version that the form showed
     * @param nil of a submission the codes that are declared zero, sorted
     * @param reason null where none was given
     */
    public record Entry(int version, List<String> nil, String reason) {}

    /** A step that was taken. */
    public record Past(SetStep step, LocalDate on, String reason) {}

    private static final int LONGEST_REASON = 500;

    private final Forms forms;
    private final FigureSets sets;
    private final Filings filings;
    private final SetViews views;
    private final ComparisonResource comparisons;
    private final FigureSetResource resource;
    private final Asked asked;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    SetDesk(
            Forms forms,
            FigureSets sets,
            Filings filings,
            SetViews views,
            ComparisonResource comparisons,
            FigureSetResource resource,
            Asked asked,
            Catalogue catalogue,
            Caller caller,
            Clock clock) {
        this.forms = forms;
        this.sets = sets;
        this.filings = filings;
        this.views = views;
        this.comparisons = comparisons;
        this.resource = resource;
        this.asked = asked;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** The forms of a county or of a township's, and where the sets of the area stand. */
    public List<Plan> plans(String area, int year) throws SQLException {
        Level level = Asked.level(area);
        if (level != Level.COUNTY && level != Level.TOWNSHIP) {
            return List.of();
        }
        List<Plan> plans = new ArrayList<>();
        for (Form form : forms.of(Form.countyOf(area))) {
            List<Due> periods = new ArrayList<>();
            for (Period it : form.content().periodicity().of(year)) {
                boolean begun = !it.start().isAfter(LocalDate.now(clock));
                if (begun && !it.start().isBefore(form.content().validFrom())) {
                    List<State> states = views.states(form, sets.of(form, it, area));
                    periods.add(new Due(it.text(), form.dueOn(it), states));
                }
            }
            if (!periods.isEmpty()) {
                Form.Content content = form.content();
                plans.add(new Plan(form.code(), content.title(), content.titleEn(), periods));
            }
        }
        return plans;
    }

    /** A set within the caller's area. */
    public Sheet sheet(String form, String division, String period) throws SQLException {
        Asking set = asked.set(form, division, period);
        Filing it = sets.get(set.key());
        Detail detail = views.detail(set.form(), it);
        List<SetStep> steps = steps(set, it.status());
        List<Figure> now =
                detail.live()
                        ? detail.figures()
                        : steps.contains(SetStep.SUBMIT)
                                ? sets.now(set.form(), set.key()).figures()
                                : List.of();
        return new Sheet(
                set.form().content().title(),
                set.form().content().titleEn(),
                set.key().period().end(),
                detail,
                now,
                views.shown(sets.differencesNow(set.key()), set.key().division()),
                steps,
                filings.history(set.key()).stream()
                        .map(entry -> entry.taken())
                        .map(
                                one ->
                                        new Past(
                                                one.step(),
                                                LocalDate.ofInstant(one.at(), clock.getZone()),
                                                one.reason()))
                        .toList());
    }

    private List<SetStep> steps(Asking set, SetStatus status) {
        boolean over = !set.key().period().end().isAfter(LocalDate.now(clock));
        String office = caller.division();
        return Stream.of(SetStep.values())
                .filter(it -> it.from().contains(status))
                .filter(
                        it ->
                                it == SetStep.SUBMIT
                                        ? over
                                                && caller.may("reports:write")
                                                && office.equals(set.key().division())
                                        : caller.may("reports:sign")
                                                && office.equals(set.form().county()))
                .toList();
    }

    /** Takes a step on the version that was shown. */
    public void take(SetStep step, String form, String division, String period, Entry entry)
            throws SQLException {
        String reason = entry.reason();
        boolean needed = step == SetStep.RETURN || step == SetStep.REOPEN;
        if (needed && reason == null || reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.of(
                    422,
                    "REASON_INVALID",
                    "请写明理由，不超过%d字".formatted(LONGEST_REASON),
                    "A reason is needed, of at most %d characters".formatted(LONGEST_REASON));
        }
        switch (step) {
            case SUBMIT ->
                    sets.submit(
                            asked.ownSet(form, division, period),
                            entry.version(),
                            asked.taken(step, entry.nil(), reason));
            case RETURN, ACCEPT, REOPEN ->
                    sets.take(
                            asked.countysSet(form, division, period).key(),
                            entry.version(),
                            asked.taken(step, List.of(), reason));
            case OPEN_SET -> throw Refusal.notFound();
        }
    }

    /** All townships of the caller's county side by side. */
    public Comparison comparison(String form, String period) throws SQLException {
        String county = asked.county();
        Form found = asked.form(form, county);
        Period of = found.period(period);
        return comparisons.comparison(found, of, found.indicators(catalogue.of(county), of));
    }

    /** Whether the caller's office is that of the county, which compares. */
    public boolean mayCompare() {
        return Asked.level(caller.division()) == Level.COUNTY;
    }

    /** A page of the records behind a submitted figure. */
    public Receipt receipt(
            String form,
            String division,
            String period,
            String indicator,
            String part,
            String cursor)
            throws SQLException {
        return resource.receipt(form, division, period, indicator, part, null, cursor);
    }
}
