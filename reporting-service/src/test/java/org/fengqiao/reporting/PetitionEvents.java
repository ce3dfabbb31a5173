package org.fengqiao.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;

/** What petition-service would publish, by hand: the last state of a record, with its version. */
public final class PetitionEvents {

    private static final int DAYS_TO_CONCLUDE = 60;
    private static final int DAYS_TO_TELL = 15;

    private PetitionEvents() {}

    /** Registered on the day, and to be answered within 15 days. */
    public static Snapshot registered(String division, String form, String on) {
        return Events.record("petition.petition.v1", division, on)
                .with("matterId", UUID.randomUUID().toString())
                .with("petitionNumber", "(%s)信访字第12号".formatted(on.substring(0, 4)))
                .with("status", "REGISTERED")
                .with("registeredDivision", division)
                .with("place", division)
                .with("form", form)
                .with("source", "DIRECT")
                .with("purpose", "SEEK_SETTLEMENT")
                .with("handlingClass", "APPEAL_OR_REQUEST")
                .with("contentClass", "010300")
                .with("repetition", "FIRST")
                .with("joint", false)
                .with("persons", 1)
                .with("handlingUnit", "LAND_OFFICE")
                .with("petitionedOn", on)
                .with("registeredOn", on)
                .with("receivedOn", on)
                .with("tellDueOn", plus(on, DAYS_TO_TELL))
                .with("tellDueOrToldOn", plus(on, DAYS_TO_TELL))
                .with("rateable", false);
    }

    /** Registered and accepted on the day: to be concluded in 60 days, by XF 34. */
    public static Snapshot accepted(String division, String form, String on) {
        Snapshot it =
                registered(division, form, on)
                        .next()
                        .with("status", "ACCEPTED")
                        .with("route", "HANDLING_OPINION")
                        .with("acceptedOn", on);
        return due(it, plus(on, DAYS_TO_CONCLUDE));
    }

    /** The same with another limit; null for none, as a proposal has none. */
    public static Snapshot due(Snapshot it, String dueOn) {
        return limited(it, dueOn, it.get("acceptedOn") == null ? "exchangedOn" : "acceptedOn");
    }

    /**
     * @param startedOn the field that says when the limit began
     */
    private static Snapshot limited(Snapshot it, String dueOn, String startedOn) {
        String concludedOn = (String) it.get("concludedOn");
        return it.with("dueOn", dueOn)
                .with("dueOrConcludedOn", dueOn == null ? null : earlier(dueOn, concludedOn))
                .with("limitStartedOn", dueOn == null ? null : it.get(startedOn));
    }

    /** Sent on to another organ, which has fifteen days of its own to tell (XF 22, 23). */
    public static Snapshot transferred(Snapshot it, String to, String on) {
        return it.next()
                .with("division", to)
                .with("senderDivision", it.get("division"))
                .with("source", "TRANSFERRED")
                .with("exchangedOn", on)
                .with("receivedOn", on)
                .with("tellDueOn", plus(on, DAYS_TO_TELL))
                .with("tellDueOrToldOn", plus(on, DAYS_TO_TELL));
    }

    /** The same with a limit to conclude, which begins that day. */
    public static Snapshot assigned(Snapshot it, String to, String on, String dueOn) {
        return due(transferred(it, to, on).with("source", "ASSIGNED"), dueOn);
    }

    /** What the petitioner is told in writing tells him, too. */
    public static Snapshot refused(Snapshot it, String on) {
        Snapshot refused = it.get("toldOn") == null ? told(it, on) : it.next();
        return refused.with("status", "REFUSED").with("refusedOn", on);
    }

    public static Snapshot withdrawn(Snapshot it, String on) {
        return it.next().with("status", "WITHDRAWN").with("withdrawnOn", on);
    }

    public static Snapshot told(Snapshot it, String on) {
        String dueOn = (String) it.get("tellDueOn");
        return it.next()
                .with("toldOn", on)
                .with("tellDueOrToldOn", dueOn == null ? null : earlier(dueOn, on));
    }

    public static Snapshot concluded(Snapshot it, String on) {
        Snapshot concluded =
                it.next()
                        .with("status", "CONCLUDED")
                        .with("concludedOn", on)
                        .with("conclusionKind", "HANDLING_OPINION")
                        .with("opinionOutcome", "SUPPORTED")
                        .with("rateable", true);
        return concluded.with(
                "dueOrConcludedOn",
                it.get("dueOn") == null ? null : earlier((String) it.get("dueOn"), on));
    }

    /** One 批. */
    public static Snapshot visit(String division, String level, int persons, String on) {
        return Events.record("petition.visit.v1", division, on)
                .with("visitedOn", on)
                .with("level", level)
                .with("persons", persons)
                .with("matterId", UUID.randomUUID().toString())
                .with("place", "RECEPTION")
                .with("groupVisit", persons >= 5)
                .with("skipLevel", false);
    }

    public static Snapshot backlog(String division, String on) {
        return Events.record("petition.backlog.v1", division, on)
                .with("listedOn", on)
                .with("petitionId", UUID.randomUUID().toString())
                .with("contentClass", "040100");
    }

    public static Snapshot supervision(String division, String on) {
        return Events.record("petition.supervision.v1", division, on)
                .with("supervisedOn", on)
                .with("cause", "DELAY")
                .with("dueOn", plus(on, DAYS_TO_TELL))
                .with("petitionId", UUID.randomUUID().toString());
    }

    public static Snapshot proposal(String division, String on) {
        return Events.record("petition.proposal.v1", division, on)
                .with("proposedOn", on)
                .with("kind", "IMPROVEMENT");
    }

    /** With its written feedback (XF 40). */
    public static Snapshot answered(Snapshot proposal, String adopted, String on) {
        return proposal.next().with("answeredOn", on).with("adopted", adopted);
    }

    static String plus(String day, int days) {
        return LocalDate.parse(day).plusDays(days).toString();
    }

    private static String earlier(String day, String other) {
        return other == null || day.compareTo(other) <= 0 ? day : other;
    }
}
