package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Route;

/** The clocks of a petition: one rule per row (rules 2.9). */
@ApplicationScoped
class PetitionDeadlines implements RuleTable {

    static final String HEARING = "hearing";

    // @formatter:off
    static final Rule TELL = Rule.limit("TELL", Holder.ORGAN, "receivedOn", "XF 23")
            .days(15).titled("书面告知信访人", "Tell the petitioner in writing");
    static final Rule SORT = Rule.limit("SORT", Holder.ORGAN, "receivedOn", "XF 22")
            .days(15).titled("信访部门转送、交办", "Petition department sorts, transfers, assigns");
    static final Rule OBJECTION = Rule.right("OBJECTION", Holder.ORGAN, "receivedOn", "XF 23")
            .workingDays(5).titled("提出异议", "Objection: not ours");
    static final Rule HANDLE = Rule.limit("HANDLE", Holder.ORGAN, "acceptedOn", "XF 34")
            .days(60).extendableBy(30).titled("办结", "Conclusion");
    static final Rule ASSIGNED = Rule.limit("ASSIGNED", Holder.ORGAN, "assignedDueOn", "XF 22")
            .days(0).rolling(false).titled("交办期限内反馈结果", "Report the result of an assignment");
    static final Rule REEXAMINATION_REQUEST = Rule.right("REEXAMINATION_REQUEST", Holder.PARTY, "replyReceivedOn", "XF 35")
            .days(30).titled("申请复查", "Ask for a reexamination");
    static final Rule REEXAMINATION = Rule.limit("REEXAMINATION", Holder.ORGAN, "reexaminationRequestedOn", "XF 35")
            .days(30).titled("提出复查意见", "Reexamination");
    static final Rule FINAL_REVIEW_REQUEST = Rule.right("FINAL_REVIEW_REQUEST", Holder.PARTY, "reexaminationReceivedOn", "XF 36")
            .days(30).titled("申请复核", "Ask for a final review");
    static final Rule FINAL_REVIEW = Rule.limit("FINAL_REVIEW", Holder.ORGAN, "finalReviewRequestedOn", "XF 36")
            .days(30).suspendedBy(HEARING).titled("提出复核意见", "Final review");
    // @formatter:on

    private final Calendars calendars;
    private final Deadlines deadlines;
    private final boolean extensionOnce;

    PetitionDeadlines(
            Calendars calendars,
            Deadlines deadlines,
            @ConfigProperty(name = "fengqiao.petition.extension-once", defaultValue = "false")
                    boolean extensionOnce) {
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.extensionOnce = extensionOnce;
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                TELL,
                SORT,
                OBJECTION,
                HANDLE,
                ASSIGNED,
                REEXAMINATION_REQUEST,
                REEXAMINATION,
                FINAL_REVIEW_REQUEST,
                FINAL_REVIEW);
    }

    /**
     * Derives the petition's deadlines from its dates and keeps them, in the caller's transaction.
     * A clock that has ended stays as it was counted, whatever the calendar says by now.
     */
    void derive(Petition it) {
        deadlines.replace(Petition.KIND, it.id, count(it)).forEach(it::moveLastDay);
    }

    /** Counts the petition's own last days, before they are kept. */
    List<Duty> count(Petition it) {
        List<Duty> duties = it.voided ? List.of() : of(it, calendars.current());
        it.tellDueOn = null;
        it.handleDueOn = null;
        duties.stream()
                .map(Duty::deadline)
                .forEach(deadline -> it.moveLastDay(deadline.rule().code(), deadline.dueOn()));
        return duties;
    }

    /**
     * An extension counts only if the head of the organ approved it and the petitioner was told
     * before the day on which the sixty days end, and all of them are at most thirty days (XF 34).
     */
    void requireExtendable(Petition it, Handling.Extension extension) {
        if (it.route != Route.HANDLING_OPINION) {
            throw Refusal.of(409, "NO_LIMIT", "本件没有六十日期限，无须延期", "There is no limit to extend")
                    .citing("XF 34");
        }
        if (extensionOnce && !it.handling.extensions.isEmpty()) {
            throw Refusal.of(409, "EXTENDED_ALREADY", "已经延期一次", "It has been extended once")
                    .citing("SETTING");
        }
        int left = HANDLE.extensionDays() - it.handling.extensionDays();
        if (extension.days() > left) {
            throw Refusal.of(422, "EXTENSION_TOO_LONG", "延长超过三十日", "More than thirty days")
                    .citing("XF 34")
                    .at("/days", "至多还可延长" + left + "日", "at most " + left + " days are left");
        }
        LocalDate dueOn = sixtieth(it, calendars.current());
        requireBeforeDue(extension.on(), dueOn, "/on");
        requireBeforeDue(extension.toldOn(), dueOn, "/toldOn");
    }

    /** The last day without any extension. */
    private static LocalDate sixtieth(Petition it, WorkCalendar calendar) {
        return Deadline.of(HANDLE, Course.startedOn(it.acceptedOn), calendar).dueOn();
    }

    private static void requireBeforeDue(LocalDate on, LocalDate dueOn, String pointer) {
        if (!on.isBefore(dueOn)) {
            throw Refusal.of(
                            422,
                            "EXTENSION_LATE",
                            "延期须在办理期限届满日之前批准并告知",
                            "An extension is approved and told before the day the period ends")
                    .citing("XF 34")
                    .at(pointer, "须早于" + dueOn, "before " + dueOn);
        }
    }

    /** Refuses a request for a review after its thirty days (XF 35, 36). */
    void requireInTime(Petition it, Rule right, LocalDate requestedOn) {
        of(it, calendars.current()).stream()
                .map(Duty::deadline)
                .filter(deadline -> deadline.rule().code().equals(right.code()))
                .filter(deadline -> deadline.dueOn() != null)
                .filter(deadline -> requestedOn.isAfter(deadline.dueOn()))
                .findAny()
                .ifPresent(
                        deadline -> {
                            throw Refusal.of(
                                            422,
                                            "WINDOW_CLOSED",
                                            "已超过三十日",
                                            "The thirty days are over")
                                    .citing(right.legalBasis())
                                    .at("/on", "期限至" + deadline.dueOn(), "window closed");
                        });
    }

    private static List<Duty> of(Petition it, WorkCalendar calendar) {
        List<Duty> found = new ArrayList<>();
        for (Handling.Sending sending : it.handling.sendings) {
            Course sorted = Course.startedOn(sending.formerReceivedOn()).endedOn(sending.on());
            Deadline deadline = Deadline.of(SORT, sorted, calendar);
            found.add(new Duty(deadline, sending.from(), null));
        }
        receipt(it, calendar, found);
        handling(it, calendar, found);
        reviews(it, calendar, found);
        return found;
    }

    private static void receipt(Petition it, WorkCalendar calendar, List<Duty> found) {
        Course course = Course.startedOn(it.receivedOn);
        boolean sent = it.source != PetitionSource.DIRECT;
        // A department that sends to an organ of its own level has sorted: that organ tells.
        if (Taker.isDepartment(it.division) && !it.division.equals(it.senderDivision)) {
            add(found, it, Deadline.of(SORT, course.endedOn(sortedOn(it)), calendar));
        } else if (sent || it.reachable()) {
            // XF 23: an unclear name or address excuses only where the petitioner came directly.
            add(found, it, Deadline.of(TELL, course.endedOn(toldOn(it)), calendar));
        }
        if (sent) {
            LocalDate objectedOn =
                    it.handling.objections.stream()
                            .map(Handling.Objection::on)
                            .reduce((first, last) -> last)
                            .filter(on -> !on.isBefore(it.receivedOn))
                            .orElse(null);
            add(found, it, Deadline.of(OBJECTION, course.endedOn(objectedOn), calendar));
        }
    }

    private static LocalDate toldOn(Petition it) {
        return it.handling.toldOn() == null ? it.withdrawnOn : it.handling.toldOn();
    }

    /** A petition department is done with sorting once the matter has a way to go (XF 22). */
    private static LocalDate sortedOn(Petition it) {
        if (it.acceptedOn != null) {
            return it.acceptedOn;
        }
        Handling.Redirected redirected = it.handling.redirected;
        return redirected == null ? it.leftOn() : redirected.on();
    }

    private static void handling(Petition it, WorkCalendar calendar, List<Duty> found) {
        LocalDate ended = it.concludedOn == null ? it.leftOn() : it.concludedOn;
        if (it.acceptedOn != null && it.route == Route.HANDLING_OPINION) {
            Course course = Course.startedOn(it.acceptedOn).endedOn(ended);
            LocalDate sixtieth = sixtieth(it, calendar);
            for (Handling.Extension extension : it.handling.extensions) {
                // A day corrected since may make one late that was in time when it was approved.
                if (extension.isBefore(sixtieth)) {
                    course = course.extended(extension.days(), extension.on());
                }
            }
            add(found, it, Deadline.of(HANDLE, course, calendar));
        }
        if (it.assignedDueOn != null) {
            Course course = Course.startedOn(it.assignedDueOn).endedOn(ended);
            Deadline assigned = Deadline.of(ASSIGNED, course, calendar);
            String organ = it.handling.assignedTo(it.assignedDueOn);
            organ = organ == null ? it.registeredDivision : organ;
            found.add(new Duty(assigned, organ, organ.equals(it.division) ? it.handler : null));
        }
    }

    private static void reviews(Petition it, WorkCalendar calendar, List<Duty> found) {
        Handling said = it.handling;
        boolean reviewable =
                said.conclusion != null
                        && said.conclusion.kind() == ConclusionKind.HANDLING_OPINION;
        if (reviewable) {
            // Without a day of receipt on record it is unknown, never over.
            LocalDate asked = said.reexamination == null ? null : said.reexamination.requestedOn();
            Course course = Course.startedOn(receivedOn(said.delivery)).endedOn(asked);
            add(found, it, Deadline.of(REEXAMINATION_REQUEST, course, calendar));
        }
        if (said.reexamination == null) {
            return;
        }
        Handling.Review first = said.reexamination;
        Course reexamined = Course.startedOn(first.requestedOn()).endedOn(first.on());
        above(found, it, 1, Deadline.of(REEXAMINATION, reexamined, calendar));
        if (first.on() != null) {
            LocalDate asked = said.finalReview == null ? null : said.finalReview.requestedOn();
            Course course = Course.startedOn(receivedOn(first.delivery())).endedOn(asked);
            add(found, it, Deadline.of(FINAL_REVIEW_REQUEST, course, calendar));
        }
        if (said.finalReview != null) {
            Course course = Course.startedOn(said.finalReview.requestedOn());
            for (Handling.Hearing hearing : said.hearings) {
                course = course.suspended(HEARING, hearing.from(), hearing.to());
            }
            course = course.endedOn(said.finalReview.on());
            above(found, it, 2, Deadline.of(FINAL_REVIEW, course, calendar));
        }
    }

    private static LocalDate receivedOn(Handling.Delivery delivery) {
        return delivery == null ? null : delivery.receivedOn();
    }

    private static void add(List<Duty> found, Petition it, Deadline deadline) {
        found.add(new Duty(deadline, it.division, it.handler));
    }

    private static void above(List<Duty> found, Petition it, int levels, Deadline deadline) {
        found.add(new Duty(deadline, Taker.above(it.division, levels).orElseThrow(), null));
    }
}
