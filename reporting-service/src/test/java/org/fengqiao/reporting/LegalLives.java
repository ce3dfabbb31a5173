package org.fengqiao.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;

/** Made-up records of registers, on both sides of what is counted of them. */
final class LegalLives {

    /** How many kinds of record it makes: those that are counted. */
    static final int KINDS = 15;

    private static final String[] TAGS = {
        "THEME_DAY", "LECTURE", "SCHOOL_LECTURE", "LEGAL_AID_OUTREACH", "CAMPAIGN"
    };
    private static final String[] SPEAKERS = {
        "VILLAGE_COUNSEL", "POLICE_STATION", "JUSTICE_OFFICE"
    };
    private static final String[] REVIEWERS = {
        "GOVERNMENT_COUNSEL", "VILLAGE_COUNSEL", "JUSTICE_OFFICE", "PUBLIC_LAWYER", "OTHER"
    };
    private static final String[] WORKS = {
        "DRAFTING", "LITIGATION", "DECISION_OPINION", "LEGAL_OPINION", "LAWYERS_LETTER"
    };
    private static final String[] SUBJECTS = {
        "NORMATIVE_DOCUMENT", "MAJOR_DECISION", "ENFORCEMENT_DECISION", "CONTRACT", "OTHER"
    };

    private final Random random;
    // Few disputes for many participations: one is joined by two, and on other days.
    private final List<String> disputes = new ArrayList<>();

    LegalLives(Random random) {
        this.random = random;
        for (int i = 0; i < 5; i++) {
            disputes.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
    }

    /** A record as it was entered and, of one in six, once it was voided. */
    List<Snapshot> any(String division, String on) {
        Snapshot it = fresh(division, on);
        List<Snapshot> life = new ArrayList<>(List.of(it));
        if (it.topic().equals("legal.appointment.v1")) {
            life.add(adviser((String) it.get("adviserId"), division, on));
        }
        if (random.nextInt(6) == 0) {
            life.add(it.next().with("voided", true));
        }
        return life;
    }

    /** Engaged before or after the appointment, and gone before or after its end. */
    private Snapshot adviser(String id, String division, String on) {
        return record("legal-adviser", division, plus(on, 60), "engagedOn")
                .with("adviserId", id)
                .with("roles", List.of("VILLAGE"))
                .with("profession", "LAWYER")
                .with("endedOn", maybe(monthEnd(plus(on, 200))));
    }

    private Snapshot fresh(String division, String on) {
        return switch (random.nextInt(14)) {
            case 0, 1 ->
                    record("publicity-activity", division, on, "heldOn")
                            .with("tags", tags())
                            .with("speaker", pick(SPEAKERS))
                            .with("organisers", List.of("JUSTICE_OFFICE"));
            case 2 ->
                    record("contract-review", division, on, "receivedOn")
                            .with("status", "REVIEWED")
                            .with("reviewerRole", pick(REVIEWERS))
                            .with("contractType", "LAND")
                            .with("reviewedOn", maybe(plus(on, 40)));
            case 3, 4 ->
                    record("village-visit", division, on, "visitedOn")
                            .with("adviserId", id())
                            .with("counselPresent", 1 + random.nextInt(3))
                            .with("personsMet", random.nextInt(20))
                            .with("hoursOnSite", random.nextInt(16) / 2.0);
            case 5 ->
                    record("mediation-participation", division, on, "joinedOn")
                            .with("adviserId", id())
                            .with("disputeId", pick(disputes.toArray(String[]::new)))
                            .with("source", pick("MEDIATION_CASE", "UNREGISTERED"))
                            .with("closedOn", maybe(plus(on, 60)));
            case 6 ->
                    record("legal-consultation", division, on, "consultedOn")
                            .with("provider", pick("VILLAGE_COUNSEL", "JUSTICE_OFFICE"))
                            .with("channel", "PHONE")
                            .with("topic", pick("LAND", "LABOUR"))
                            .with("persons", 1 + random.nextInt(4));
            case 7 ->
                    record("counsel-work", division, on, "workedOn")
                            .with("adviserId", id())
                            .with("workKind", pick(WORKS))
                            .with("pieces", 1 + random.nextInt(3));
            case 8 ->
                    record("legal-aid-referral", division, on, "referredOn")
                            .with("status", "REFERRED")
                            .with("persons", 1 + random.nextInt(2))
                            .with("applicantKind", "ELDERLY")
                            .with("matter", "SUPPORT");
            default -> administration(division, on);
        };
    }

    private Snapshot administration(String division, String on) {
        return switch (random.nextInt(8)) {
            case 0 -> officer(division, on);
            case 1 ->
                    record("major-decision", division, on, "proposedOn")
                            .with("status", "DECIDED")
                            .with("matterKind", pick("MAJOR_DECISION", "MAJOR_DECISION", "PROJECT"))
                            .with("discussedOn", maybe(plus(on, 30)))
                            .with("decidedOn", maybe(plus(on, 50)))
                            .with("counselOpinionOn", maybe(plus(on, 40)));
            case 2 ->
                    record("study-session", division, on, "heldOn")
                            .with("format", "TRAINING")
                            .with("audience", "STAFF");
            case 3 -> {
                int due = 5 + random.nextInt(30);
                int taken = random.nextInt(due + 1);
                yield record("law-exam", division, on, "heldOn")
                        .with("audience", "STAFF")
                        .with("due", due)
                        .with("taken", taken)
                        .with("passed", random.nextInt(taken + 1));
            }
            case 4 ->
                    record("democratic-village", division, on, "startedOn")
                            .with("level", "COUNTY")
                            .with("namedOn", maybe(plus(on, 30)))
                            .with("endedOn", maybe(plus(on, 200)));
            case 5 ->
                    record("appointment", division, on, "appointedOn")
                            .with("adviserId", id())
                            .with("role", pick("VILLAGE", "GOVERNMENT"))
                            .with("endsOn", maybe(monthEnd(plus(on, 200))));
            default ->
                    record("legality-review", division, on, "receivedOn")
                            .with("status", "RECEIVED")
                            .with("subject", pick(SUBJECTS))
                            .with("mandatory", random.nextBoolean())
                            .with("reviewerRole", pick(REVIEWERS))
                            .with("reviewedOn", maybe(plus(on, 40)))
                            .with("withdrawnOn", random.nextInt(5) == 0 ? plus(on, 10) : null);
        };
    }

    private Snapshot officer(String division, String on) {
        Snapshot it =
                record("enforcement-officer", division, on, "postFrom")
                        .with("postUntil", maybe(monthEnd(plus(on, 200))));
        if (random.nextInt(4) == 0) {
            return it;
        }
        String from = plus(on, 100);
        return it.with("certificateFrom", from)
                .with("certificateUntil", monthEnd(plus(from, 200)))
                .with("certificateWithdrawnOn", random.nextInt(5) == 0 ? plus(from, 90) : null);
    }

    private static Snapshot record(String name, String division, String on, String day) {
        return Events.record("legal." + name + ".v1", division, on).with(day, on);
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (String it : TAGS) {
            if (random.nextInt(3) == 0) {
                tags.add(it);
            }
        }
        return tags.isEmpty() ? List.of("OTHER") : tags;
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String plus(String day, int within) {
        return LocalDate.parse(day).plusDays(random.nextInt(within)).toString();
    }

    private static String monthEnd(String day) {
        LocalDate it = LocalDate.parse(day);
        return it.withDayOfMonth(it.lengthOfMonth()).toString();
    }

    private String maybe(String value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
