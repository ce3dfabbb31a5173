package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.patiently;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;

/** Made-up lives of records in one township and its villages, always the same for a seed. */
final class RandomHistory {

    private static final LocalDate START = LocalDate.of(2023, 12, 1);
    private static final int BATCH = 50;
    private static final String ELSEWHERE = "410498000000";
    private static final String[] LEVELS = {
        "VILLAGE", "COMMUNITY", "TOWNSHIP", "STREET", "ENTERPRISE", "SPECIALIZED"
    };

    private final Random random;
    private final String township;
    private final List<String> places;
    private final List<Snapshot> published = new ArrayList<>();
    private final Map<String, Snapshot> last = new HashMap<>();

    RandomHistory(String township, long seed, int records) {
        this(
                township,
                IntStream.range(0, 5)
                        .mapToObj(it -> it == 0 ? township : Api.village(township, it))
                        .toList(),
                seed,
                records);
    }

    /** The same at other places; the meetings are the township's. */
    RandomHistory(String township, List<String> places, long seed, int records) {
        this.township = township;
        this.places = places;
        this.random = new Random(seed);
        PetitionLives petitions = new PetitionLives(random);
        LegalLives legal = new LegalLives(random);
        for (int i = 0; i < records; i++) {
            switch (random.nextInt(16)) {
                case 0 -> emit(Events.meeting(township, day(400)));
                case 1 -> emit(Events.screening(place(), day(400), 1 + random.nextInt(5), 3));
                case 2 -> committee();
                case 3 -> mediator();
                case 4, 5 -> petitions.visit(place(), day(400)).forEach(this::emit);
                case 6 -> petitions.backlog(place(), day(300)).forEach(this::emit);
                case 7 -> petitions.other(place(), day(300)).forEach(this::emit);
                case 8, 9, 10, 11 -> petition(petitions).forEach(this::emit);
                default -> mediation();
            }
            legal.any(place(), day(400)).forEach(this::emit);
        }
    }

    /** As they would reach a log with an unlucky relay: some twice, some late. */
    List<Snapshot> inAnyOrder() {
        List<Snapshot> shuffled = new ArrayList<>(published);
        for (int i = 0; i < published.size() / 5; i++) {
            shuffled.add(published.get(random.nextInt(published.size())));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Publishes all of it in any order, and waits until each record is a fact as it was last. */
    void publish() {
        send();
        Map<String, Integer> versions =
                lastStates().stream().collect(Collectors.toMap(Snapshot::id, Snapshot::version));
        patiently().until(() -> FactTables.versions(township).equals(versions));
    }

    /** Publishes all of it in any order. */
    void send() {
        List<Snapshot> all = inAnyOrder();
        for (int from = 0; from < all.size(); from += BATCH) {
            Events.publish(
                    all.subList(from, Math.min(from + BATCH, all.size())).toArray(Snapshot[]::new));
        }
    }

    List<Snapshot> lastStates() {
        return List.copyOf(last.values());
    }

    private void emit(Snapshot snapshot) {
        published.add(snapshot);
        last.put(snapshot.id(), snapshot);
    }

    /** One in three lies with another organ than it was registered at, some beyond the township. */
    private List<Snapshot> petition(PetitionLives petitions) {
        String registrar = place();
        String holder = random.nextInt(3) == 0 ? place() : registrar;
        return switch (random.nextInt(8)) {
            case 0 -> petitions.petition(ELSEWHERE, holder, day(400));
            case 1 -> petitions.petition(registrar, ELSEWHERE, day(400));
            default -> petitions.petition(registrar, holder, day(400));
        };
    }

    private void committee() {
        Snapshot it = Events.committee(place(), pick(LEVELS), day(200));
        emit(it);
        if (random.nextBoolean()) {
            emit(it.next().with("dissolvedOn", leaving((String) it.get("establishedOn"))));
        }
    }

    private void mediator() {
        Snapshot it = Events.mediator(place(), random.nextBoolean(), day(200));
        emit(it);
        if (random.nextBoolean()) {
            emit(it.next().with("leftOn", leaving((String) it.get("appointedOn"))));
        }
    }

    private void mediation() {
        String on = day(380);
        Snapshot it =
                Events.acceptedCase(place(), pick(LEVELS), on)
                        .with("source", pick("OWN_INITIATIVE", "ON_APPLICATION", "REFERRED"))
                        .with("disputeType", pick("01", "02", "10", "17", "99"))
                        .with("difficulty", pick("SIMPLE", "ORDINARY", "DIFFICULT", "MAJOR"))
                        .with("personsInvolved", 1 + random.nextInt(9))
                        .with(
                                "basis",
                                random.nextInt(6) == 0
                                        ? "LAND_CONTRACT_MEDIATION"
                                        : "PEOPLES_MEDIATION");
        if ("REFERRED".equals(it.get("source"))) {
            it = it.with("referrer", pick("COURT", "POLICE", "OTHER"));
        }
        if (random.nextInt(8) == 0) {
            it = it.with("acceptedElsewhere", random.nextInt(3) > 0);
        }
        emit(it);
        if (random.nextInt(5) == 0) {
            String act = pick("crime", "groupPetition", "suicide", "groupFight") + "Prevented";
            it =
                    it.next()
                            .with(act + "On", after(on, 5))
                            .with(act + "Persons", 1 + random.nextInt(4));
            emit(it);
        }
        it = ended(it.next(), random.nextInt(4) == 0 ? monthEnd(on) : after(on, 60));
        emit(it);
        if ("AGREED".equals(it.get("status")) && random.nextBoolean()) {
            it = it.next().with("performedOn", after((String) it.get("closedOn"), 40));
            emit(it);
        }
        if (random.nextInt(10) == 0) {
            emit(it.next().with("voided", true));
        }
    }

    private Snapshot ended(Snapshot it, String on) {
        // Entered on the day it ended, or when it was accepted: the first is a late entry (R14).
        Snapshot ended =
                it.with("endedOn", on).with("enteredOn", pick(on, (String) it.get("enteredOn")));
        return switch (random.nextInt(9)) {
            case 0 -> ended.with("status", "WITHDRAWN").with("withdrawnOn", on);
            case 1 -> ended.with("status", "HANDED_OVER").with("handedOverOn", on);
            case 2 ->
                    ended.with("status", "NOT_AGREED")
                            .with("closedOn", on)
                            .with("terminatedOn", on)
                            .with("guidedToLitigation", random.nextBoolean());
            case 3 ->
                    ended.with("status", "REFUSED").with("refusedOn", on).with("acceptedOn", null);
            case 4 -> it.with("status", "IN_MEDIATION");
            case 5 -> ended.with("status", "ENDED_BY_PARTY").with("endedByPartyOn", on);
            default -> agreed(ended, on);
        };
    }

    private Snapshot agreed(Snapshot it, String on) {
        Snapshot agreed =
                it.with("status", "AGREED")
                        .with("agreedOn", on)
                        .with("closedOn", on)
                        .with("agreementForm", pick("WRITTEN", "ORAL"));
        if (random.nextBoolean()) {
            agreed = agreed.with("agreementAmountYuan", random.nextInt(1_000_000) / 100.0);
        }
        if (random.nextBoolean()) {
            agreed =
                    agreed.with("confirmable", true).with("confirmationWindowEndsOn", plus(on, 30));
        }
        if (random.nextBoolean()) {
            agreed = agreed.with("confirmationAppliedOn", after(on, 60));
        }
        if (random.nextBoolean()) {
            agreed =
                    agreed.with("confirmationRuledOn", after(on, 30))
                            .with("confirmed", random.nextBoolean());
        }
        return agreed;
    }

    private String place() {
        return places.get(random.nextInt(places.size()));
    }

    private String day(int within) {
        return START.plusDays(random.nextInt(within)).toString();
    }

    private static String plus(String day, int days) {
        return LocalDate.parse(day).plusDays(days).toString();
    }

    private String after(String day, int within) {
        return LocalDate.parse(day).plusDays(random.nextInt(within)).toString();
    }

    /** Half of those who leave do so with the month: the day on which readings differ. */
    private String leaving(String from) {
        String day = after(from, 300);
        return random.nextBoolean() ? monthEnd(day) : day;
    }

    private static String monthEnd(String day) {
        return YearMonth.from(LocalDate.parse(day)).atEndOfMonth().toString();
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
