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
        return List.of(
                random.nextBoolean()
                        ? PetitionEvents.supervision(division, on)
                        : PetitionEvents.proposal(division, on));
    }

    List<Snapshot> petition(String division, String on) {
        List<Snapshot> life = new ArrayList<>();
        Snapshot it =
                PetitionEvents.registered(division, pick(FORMS), on)
                        .with("source", pick("DIRECT", "TRANSFERRED", "ASSIGNED"))
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
        if (it.get("tellDueOn") != null && random.nextInt(5) > 0) {
            it = PetitionEvents.told(it, after(on, 25));
            life.add(it);
        }
        switch (random.nextInt(8)) {
            case 0 -> life.add(ended(it, "REFUSED", "refusedOn", after(on, 15)));
            case 1 -> life.add(ended(it, "REDIRECTED", "redirectedOn", after(on, 15)));
            case 2 -> life.add(ended(it, "WITHDRAWN", "withdrawnOn", after(on, 15)));
            default -> handled(it, after(on, 15), life);
        }
        if (random.nextInt(10) == 0) {
            life.add(life.get(life.size() - 1).next().with("voided", true));
        }
        return life;
    }

    /** Accepted; with a limit, with one that lies far ahead, or with none. */
    private void handled(Snapshot registered, String on, List<Snapshot> life) {
        Snapshot it = registered.next().with("status", "ACCEPTED").with("acceptedOn", on);
        it =
                switch (random.nextInt(6)) {
                    case 0 -> it.with("handlingClass", "PROPOSAL");
                    case 1 -> PetitionEvents.due(it, "2099-06-30");
                    default ->
                            PetitionEvents.due(it, PetitionEvents.plus(on, pickDays(15, 60, 90)));
                };
        life.add(it);
        switch (random.nextInt(6)) {
            case 0 -> {
                // What is withdrawn loses its limit.
                Snapshot gone = PetitionEvents.due(it, null);
                life.add(ended(gone, "WITHDRAWN", "withdrawnOn", after(on, 40)));
            }
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
