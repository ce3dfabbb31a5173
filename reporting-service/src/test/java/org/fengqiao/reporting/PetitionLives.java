package org.fengqiao.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;

/** Made-up lives of petitions, visits and what belongs to them: each a list of snapshots. */
final class PetitionLives {

    private static final String[] FORMS = {"LETTER", "VISIT", "ONLINE", "PHONE", "FAX", "OTHER"};
    private static final String[] LEVELS = {"TOWNSHIP", "COUNTY", "CITY", "PROVINCE", "BEIJING"};
    private static final String[] CAUSES = {"DELAY", "REFUSAL", "PERFUNCTORY", "OTHER"};
    private static final String[] RATINGS = {"SATISFIED", "FAIRLY_SATISFIED", "DISSATISFIED"};

    private final Random random;
    // Few matters for many visits: the same one comes again, on other days and from elsewhere.
    private final List<String> matters = new ArrayList<>();

    PetitionLives(Random random) {
        this.random = random;
        for (int i = 0; i < 6; i++) {
            matters.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
    }

    List<Snapshot> visit(String division, String on) {
        Snapshot it =
                PetitionEvents.visit(division, pick(LEVELS), 1 + random.nextInt(9), on)
                        .with("matterId", pick(matters.toArray(String[]::new)))
                        .with("place", pick("RECEPTION", "OTHER"));
        return maybe(it, "voided", true);
    }

    List<Snapshot> backlog(String division, String on) {
        Snapshot it = PetitionEvents.backlog(division, on);
        return maybe(it, "resolvedOn", after(on, 200));
    }

    List<Snapshot> other(String division, String on) {
        if (random.nextBoolean()) {
            Snapshot it = PetitionEvents.supervision(division, on).with("cause", pick(CAUSES));
            return maybe(it, "answeredOn", after(on, 20));
        }
        Snapshot it = PetitionEvents.proposal(division, on);
        String adopted = pick("ADOPTED", "PARTLY", "NOT_ADOPTED");
        return List.of(it, PetitionEvents.answered(it, adopted, after(on, 20)));
    }

    /** Registered at one organ; held there or, sent on, by another. */
    List<Snapshot> petition(String registrar, String holder, String on) {
        List<Snapshot> life = new ArrayList<>();
        Snapshot it =
                PetitionEvents.registered(registrar, pick(FORMS), on)
                        .with("repetition", pick("FIRST", "FIRST", "REPEAT"))
                        .with("contentClass", pick("010000", "010300", "040100", "990000"))
                        .with("handlingUnit", pick("LAND_OFFICE", "JUSTICE_OFFICE", "VILLAGE"));
        if (random.nextInt(5) == 0) {
            it = it.with("handlingUnit", null);
        }
        if (random.nextInt(6) == 0) {
            it = it.with("tellDueOn", null).with("tellDueOrToldOn", null);
        }
        life.add(it);
        it = sent(it, holder, after(on, 12), life);
        on = (String) it.get("receivedOn");
        if (it.get("tellDueOn") != null && random.nextInt(5) > 1) {
            it = PetitionEvents.told(it, after(on, 25));
            life.add(it);
        }
        switch (random.nextInt(9)) {
            case 0 -> life.add(unlimited(PetitionEvents.refused(it, after(on, 30))));
            case 1 -> life.add(ended(it, "REDIRECTED", "redirectedOn", after(on, 15)));
            case 2 -> life.add(unlimited(PetitionEvents.withdrawn(it, after(on, 30))));
            case 3 -> {
                // Not accepted yet; the limit of an assignment runs.
            }
            default -> handled(it, after(on, 15), life);
        }
        if (random.nextInt(10) == 0) {
            life.add(life.get(life.size() - 1).next().with("voided", true));
        }
        return life;
    }

    /** To another organ, or back from where it came: with or without a limit, or not at all. */
    private Snapshot sent(Snapshot it, String holder, String on, List<Snapshot> life) {
        boolean stays = it.get("division").equals(holder);
        if (stays && random.nextInt(3) > 0) {
            // Of an event from before the field nobody knows where it was registered.
            return random.nextInt(4) > 0 ? it : it.with("registeredDivision", null);
        }
        Snapshot sent =
                random.nextBoolean()
                        ? PetitionEvents.transferred(it, holder, on)
                        : PetitionEvents.assigned(it, holder, on, limit(on));
        life.add(sent);
        return sent;
    }

    private String limit(String from) {
        return random.nextInt(5) == 0
                ? "2099-06-30"
                : PetitionEvents.plus(from, pickDays(10, 20, 45, 90));
    }

    /** What is given up may keep its limit in the event or lose it. */
    private Snapshot unlimited(Snapshot it) {
        return random.nextBoolean() ? it : PetitionEvents.due(it, null);
    }

    /** Accepted; with a limit, with one that lies far ahead, or with none. */
    private void handled(Snapshot registered, String on, List<Snapshot> life) {
        Snapshot it = registered.next().with("status", "ACCEPTED").with("acceptedOn", on);
        if (random.nextInt(6) == 0) {
            it = it.with("handlingClass", "PROPOSAL");
        } else {
            it = PetitionEvents.due(it, limit(on));
        }
        if (random.nextInt(5) == 0) {
            it = it.with("limitStartedOn", null); // an event from before the field
        }
        life.add(it);
        switch (random.nextInt(6)) {
            case 0 -> life.add(unlimited(PetitionEvents.withdrawn(it, after(on, 60))));
            case 1 -> {
                // Still open.
            }
            default -> concluded(it, on, life);
        }
    }

    private void concluded(Snapshot accepted, String on, List<Snapshot> life) {
        String due = (String) accepted.get("dueOn");
        boolean onTheLastDay = due != null && !due.startsWith("2099") && random.nextInt(4) == 0;
        Snapshot it = PetitionEvents.concluded(accepted, onTheLastDay ? due : after(on, 120));
        life.add(it);
        if (random.nextBoolean()) {
            it = it.next().with("departmentRating", pick(RATINGS));
            life.add(it);
        }
        if (random.nextBoolean()) {
            life.add(it.next().with("unitRating", pick(RATINGS)));
        }
    }

    private static Snapshot ended(Snapshot it, String status, String field, String on) {
        return it.next().with("status", status).with(field, on);
    }

    private List<Snapshot> maybe(Snapshot it, String field, Object value) {
        return random.nextInt(3) == 0 ? List.of(it, it.next().with(field, value)) : List.of(it);
    }

    private String after(String day, int within) {
        return PetitionEvents.plus(day, random.nextInt(within));
    }

    private int pickDays(int... days) {
        return days[random.nextInt(days.length)];
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
