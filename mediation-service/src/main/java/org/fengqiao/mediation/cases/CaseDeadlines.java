package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Calendars;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.calendar.RuleTable;
import org.fengqiao.kit.calendar.WorkCalendar;
import org.fengqiao.kit.web.Refusal;

/**
 * The clocks of a mediation case: one rule per row. The law sets no limit to mediation itself
 * (rules 2.2), so that length is a setting.
 */
@ApplicationScoped
class CaseDeadlines implements RuleTable {

    static final String MEDIATION = "MEDIATION";

    // @formatter:off
    static final Rule CONFIRMATION_WINDOW = Rule.right("CONFIRMATION_WINDOW", Holder.PARTY, "effectiveOn", "RT 33")
            .days(30).titled("共同申请司法确认", "Joint application for judicial confirmation");
    static final Rule COURT_ACCEPTANCE = Rule.limit("COURT_ACCEPTANCE", Holder.COURT, "confirmationAppliedOn", "QR 4")
            .days(3).titled("法院决定是否受理", "Court decides on acceptance");
    static final Rule COURT_RULING = Rule.limit("COURT_RULING", Holder.COURT, "courtAcceptedOn", "QR 5")
            .days(15).extendableBy(10).titled("法院作出确认决定", "Court rules on confirmation");
    static final Rule PERFORMANCE = Rule.limit("PERFORMANCE", Holder.PARTY, "instalmentDueOn", "RT 31")
            .days(0).rolling(false).titled("履行调解协议", "Performance of the agreement");
    // @formatter:on

    private final Rule mediation;
    private final Calendars calendars;
    private final Deadlines deadlines;

    CaseDeadlines(
            @ConfigProperty(name = "fengqiao.mediation.limit-days", defaultValue = "30")
                    int limitDays,
            @ConfigProperty(name = "fengqiao.mediation.extension-days", defaultValue = "30")
                    int extensionDays,
            Calendars calendars,
            Deadlines deadlines) {
        this.mediation =
                Rule.limit(MEDIATION, Holder.ORGAN, "acceptedOn", "SETTING")
                        .days(limitDays)
                        .extendableBy(extensionDays)
                        .titled("调解期限", "Mediation");
        this.calendars = calendars;
        this.deadlines = deadlines;
    }

    @Override
    public List<Rule> rules() {
        return List.of(mediation, CONFIRMATION_WINDOW, COURT_ACCEPTANCE, COURT_RULING, PERFORMANCE);
    }

    /**
     * Refuses an extension beyond what the setting allows in total, and one decided after the
     * period had ended: it would hide that the limit was missed.
     */
    void requireExtendable(MediationCase it, Proceedings.Extension extension) {
        requireExtendable(it, extension, "");
    }

    /** The same of all extensions of a case that were corrected, one after the other. */
    void requireExtendable(MediationCase it) {
        List<Proceedings.Extension> all = List.copyOf(it.proceedings.extensions);
        it.proceedings.extensions.clear();
        for (int i = 0; i < all.size(); i++) {
            requireExtendable(it, all.get(i), "/extensions/" + i);
            it.proceedings.extensions.add(all.get(i));
        }
    }

    private void requireExtendable(MediationCase it, Proceedings.Extension extension, String at) {
        int left = Math.max(0, mediation.extensionDays() - extensionDays(it));
        if (extension.days() > left) {
            throw Refusal.of(422, "EXTENSION_TOO_LONG", "延长超过上限", "The extension is too long")
                    .citing("SETTING")
                    .at(at + "/days", "至多还可延长" + left + "日", "at most " + left + " days are left");
        }
        count(it);
        if (it.mediationDueOn != null && extension.on().isAfter(it.mediationDueOn)) {
            throw Refusal.of(422, "EXTENSION_LATE", "期限已过，不能再延长", "The period has ended")
                    .citing("SETTING")
                    .at(
                            at + "/on",
                            "期限至" + it.mediationDueOn,
                            "the period ended on " + it.mediationDueOn);
        }
    }

    private static int extensionDays(MediationCase it) {
        return it.proceedings.extensions.stream().mapToInt(Proceedings.Extension::days).sum();
    }

    /**
     * Derives the case's deadlines from its dates and keeps them, in the caller's transaction. A
     * clock that has ended stays as it was counted, whatever the calendar says by now: the case
     * says what its deadlines say.
     */
    void derive(MediationCase it) {
        List<Deadline> derived = count(it);
        if (it.version > 1) {
            List<Duty> duties = derived.stream().map(due -> duty(it, due)).toList();
            deadlines.replace(MediationCase.KIND, it.id, duties).forEach(it::moveLastDay);
        }
    }

    /** What the committee owes lies with the first of its mediators. */
    private static Duty duty(MediationCase it, Deadline due) {
        boolean ours = due.rule().holder() == Holder.ORGAN;
        String mediator =
                it.proceedings.mediatorIds.stream().findFirst().map(UUID::toString).orElse(null);
        return new Duty(due, it.division, ours ? mediator : null);
    }

    /** Counts the case's own last days, before they are kept. */
    List<Deadline> count(MediationCase it) {
        List<Deadline> derived = it.voided ? List.of() : of(it, calendars.current());
        it.mediationDueOn = dueOn(derived, mediation);
        it.confirmationWindowEndsOn = dueOn(derived, CONFIRMATION_WINDOW);
        return derived;
    }

    private List<Deadline> of(MediationCase it, WorkCalendar calendar) {
        List<Deadline> found = new ArrayList<>();
        if (it.acceptedOn != null) {
            Course course = Course.startedOn(it.acceptedOn).endedOn(it.endedOn);
            for (Proceedings.Extension extension : it.proceedings.extensions) {
                course = course.extended(extension.days(), extension.on());
            }
            // What was granted stands, though the setting be lower by now.
            int granted = Math.max(mediation.extensionDays(), extensionDays(it));
            found.add(Deadline.of(mediation.extendableBy(granted), course, calendar));
        }
        if (it.confirmable()) {
            confirmation(it, calendar, found);
        }
        List<LocalDate> paidOn = it.proceedings.instalmentsPaidOn();
        for (int i = 0; i < paidOn.size(); i++) {
            LocalDate dueOn = it.instalments().get(i).dueOn();
            Course course = Course.startedOn(dueOn).endedOn(paidOn.get(i));
            found.add(Deadline.of(PERFORMANCE, course, calendar));
        }
        return found;
    }

    private static void confirmation(
            MediationCase it, WorkCalendar calendar, List<Deadline> found) {
        Proceedings.Confirmation confirmation = it.proceedings.confirmation;
        LocalDate appliedOn = confirmation == null ? null : confirmation.appliedOn();
        Course window = Course.startedOn(it.proceedings.agreement.effectiveOn()).endedOn(appliedOn);
        found.add(Deadline.of(CONFIRMATION_WINDOW, window, calendar));
        if (confirmation == null) {
            return;
        }
        LocalDate acceptedOn = confirmation.courtAcceptedOn();
        LocalDate answeredOn = acceptedOn == null ? confirmation.ruledOn() : acceptedOn;
        Course acceptance = Course.startedOn(appliedOn).endedOn(answeredOn);
        found.add(Deadline.of(COURT_ACCEPTANCE, acceptance, calendar));
        if (acceptedOn != null) {
            Course ruling = Course.startedOn(acceptedOn).endedOn(confirmation.ruledOn());
            if (confirmation.courtExtensionDays() != null) {
                ruling = ruling.extended(confirmation.courtExtensionDays(), acceptedOn);
            }
            found.add(Deadline.of(COURT_RULING, ruling, calendar));
        }
    }

    private static LocalDate dueOn(List<Deadline> derived, Rule rule) {
        return derived.stream()
                .filter(it -> it.rule().code().equals(rule.code()))
                .map(Deadline::dueOn)
                .findFirst()
                .orElse(null);
    }
}
