package org.fengqiao.reporting.pages;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.meeting;
import static org.fengqiao.reporting.Events.publish;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.reporting.Api;
import org.fengqiao.reporting.Events;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.PetitionEvents;

/** What a township of 鲁山县 that no other test uses did in 2025, and the year before. */
final class YearOfTownship {

    static final String CODE = "410423101000";
    static final String YEAR = "2025";
    static final String BEFORE = "2024";

    private static final String[] TYPES = {"02", "01", "02", "07", "03", "02", "06", "99"};
    private static final String[] FORMS = {"LETTER", "VISIT", "ONLINE", "VISIT"};
    private static boolean published;

    private YearOfTownship() {}

    /** Publishes it once, and waits until it is counted: 62 disputes, 40 the year before. */
    static synchronized void publishOnce() {
        if (published) {
            return;
        }
        List<Snapshot> all = new ArrayList<>();
        disputes(all, YEAR, 62);
        disputes(all, BEFORE, 40);
        all.set(0, all.get(0).with("status", "NOT_AGREED"));
        // Of no level: the levels do not add up to the whole, and R1 blocks.
        all.set(1, all.get(1).with("committeeLevel", null));
        for (int i = 0; i < 12; i++) {
            String on = "%s-%02d-08".formatted(YEAR, 1 + i);
            all.add(meeting(CODE, on));
            all.add(PetitionEvents.accepted(CODE, FORMS[i % FORMS.length], on));
            all.add(activity(on));
        }
        all.add(PetitionEvents.visit(CODE, "CITY", 3, YEAR + "-05-06"));
        publish(all.toArray(Snapshot[]::new));
        awaitCount(CODE, "M-01", YEAR, 62);
        awaitCount(CODE, "M-01", BEFORE, 40);
        awaitCount(CODE, "P-12", YEAR, 12);
        awaitCount(CODE, "P-05", YEAR, 3);
        awaitCount(CODE, "L-01", YEAR, 12);
        published = true;
    }

    private static void disputes(List<Snapshot> all, String year, int count) {
        for (int i = 0; i < count; i++) {
            String on = "%s-%02d-%02d".formatted(year, 1 + i * i % 12, 1 + i % 28);
            boolean ofVillage = i % 5 > 0;
            String place = ofVillage ? Api.village(CODE, 1 + i % 7) : CODE;
            all.add(
                    agreedCase(place, ofVillage ? "VILLAGE" : "TOWNSHIP", on)
                            .with("disputeType", TYPES[i % TYPES.length]));
        }
    }

    private static Snapshot activity(String on) {
        return Events.record("legal.publicity-activity.v1", CODE, on)
                .with("heldOn", on)
                .with("tags", List.of("THEME_DAY"))
                .with("organisers", List.of("JUSTICE_OFFICE"));
    }
}
