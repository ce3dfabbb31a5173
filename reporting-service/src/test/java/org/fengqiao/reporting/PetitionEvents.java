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
        String concludedOn = (String) it.get("concludedOn");
        return it.with("dueOn", dueOn)
                .with("dueOrConcludedOn", dueOn == null ? null : earlier(dueOn, concludedOn));
    }

    public static Snapshot told(Snapshot it, String on) {
        return it.next()
                .with("toldOn", on)
                .with("tellDueOrToldOn", earlier((String) it.get("tellDueOn"), on));
    }

    public static Snapshot concluded(Snapshot it, String on) {
        Snapshot concluded =
                it.next()
                        .with("status", "CONCLUDED")
                        .with("concludedOn", on)
                        .with("conclusionKind", "HANDLING_OPINION")
                        .with("opinionOutcome", "SUPPORTED")
                        .with("rateable", true);
        return due(concluded, (String) it.get("dueOn"));
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
                .with("cause", "LATE")
                .with("petitionId", UUID.randomUUID().toString());
    }

    public static Snapshot proposal(String division, String on) {
        return Events.record("petition.proposal.v1", division, on)
                .with("proposedOn", on)
                .with("kind", "WORK")
                .with("adopted", true);
    }

    static String plus(String day, int days) {
        return LocalDate.parse(day).plusDays(days).toString();
    }

    private static String earlier(String day, String other) {
        return other == null || day.compareTo(other) <= 0 ? day : other;
    }
}
