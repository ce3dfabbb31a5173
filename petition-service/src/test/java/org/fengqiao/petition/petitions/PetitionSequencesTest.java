package org.fengqiao.petition.petitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Thousands of steps at random, lawful or not, by whoever, on whatever day: the status is always
 * the table's, no version is lost, and every refusal is one that the law gives a reason for.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionSequencesTest {

    private static final long SEED = Long.getLong("sequences.seed", 20_220_225L);
    private static final int PETITIONS = 180;
    private static final int STEPS = 36;
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 31);

    // A township that no other test writes to.
    private static final String TOWNSHIP = "410423213000";
    private static final String COUNTY = "410423000000";
    private static final String CITY = "410400000000";
    private static final String PROVINCE = "410000000000";
    private static final String ELSEWHERE = "410422000000";
    private static final List<String> REGISTERING = List.of(TOWNSHIP, TOWNSHIP, COUNTY, CITY);
    private static final List<String> ORGANS = List.of(TOWNSHIP, COUNTY, CITY, PROVINCE, ELSEWHERE);
    private static final List<String> RECEIVING =
            List.of(TOWNSHIP, TOWNSHIP, COUNTY, COUNTY, CITY, ELSEWHERE);

    /** They end a life, or nearly: without restraint no petition would get to its final review. */
    private static final Set<PetitionStep> RARE =
            EnumSet.of(
                    PetitionStep.SEAL,
                    PetitionStep.VOID,
                    PetitionStep.WITHDRAW,
                    PetitionStep.REFUSE,
                    PetitionStep.REDIRECT);

    @Inject PetitionActs acts;
    @Inject Petitions records;
    @Inject Journal journal;

    private final Random random = new Random(SEED);
    private final Map<PetitionStep, Integer> taken = new EnumMap<>(PetitionStep.class);
    private final Map<PetitionStatus, Integer> reached = new EnumMap<>(PetitionStatus.class);
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Set<String> wayBack = new TreeSet<>();
    private Map<PetitionStep, PetitionActs.Act> all;
    private LocalDate day;

    @Test
    void theTableIsNeverLeft(TestReporter reporter) {
        reporter.publishEntry("sequences.seed", String.valueOf(SEED));
        all = acts.all(random, TODAY, RECEIVING);
        Set<PetitionStep> known = EnumSet.copyOf(all.keySet());
        known.add(PetitionStep.REGISTER);
        assertEquals(EnumSet.allOf(PetitionStep.class), known, "a step without an act");
        for (int i = 0; i < PETITIONS; i++) {
            live(REGISTERING.get(i % REGISTERING.size()));
        }
        String seen = "seed " + SEED + ", taken " + taken + ", refused " + refused;
        reporter.publishEntry("sequences", seen);
        assertEquals(EnumSet.allOf(PetitionStep.class), taken.keySet(), seen);
        assertEquals(EnumSet.allOf(PetitionStatus.class), reached.keySet(), seen);
        assertTrue(
                wayBack.containsAll(Set.of(TOWNSHIP + COUNTY, COUNTY + CITY, TOWNSHIP + CITY)),
                () -> "objections went up only " + wayBack + ", " + seen);
        assertTrue(rules().containsAll(refused.keySet()), "a rule that is not known: " + seen);
        assertTrue(refused.size() > 20, "too few rules were met: " + seen);
        assertTrue(sum(taken) > 1500, seen);
        assertTrue(sum(refused) > 1500, seen);
    }

    private static Set<String> rules() {
        Set<String> codes =
                PetitionActs.RULES.values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
        codes.addAll(
                Set.of(
                        "NOT_FOUND",
                        "STEP_NOT_YOURS",
                        "STEP_FORBIDDEN",
                        "RECORD_VOIDED",
                        "DATE_ORDER"));
        return codes;
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(it -> it).sum();
    }

    private void live(String organ) {
        day = FIRST.plusDays(random.nextInt(60));
        Petition it = acts.register(organ, day, command(organ));
        counted(PetitionStep.REGISTER, it);
        for (int step = 0; step < STEPS && it != null; step++) {
            boolean guided = random.nextInt(5) < 3;
            PetitionStep next = guided ? allowed(it) : acts.one(List.copyOf(all.keySet()));
            it = stepped(it, next, guided ? taker(it, next) : acts.one(ORGANS));
        }
        if (it != null) {
            assertEquals(it.version, journal.history(it.id).size(), "a version was lost");
        }
    }

    /** A step that the table allows, so that a petition gets on. */
    private PetitionStep allowed(Petition it) {
        List<PetitionStep> steps =
                all.keySet().stream()
                        .filter(step -> step.allowedFrom(it.status))
                        .filter(step -> step.to() != null || random.nextInt(3) == 0)
                        .filter(step -> !RARE.contains(step) || random.nextInt(12) == 0)
                        .toList();
        return steps.isEmpty() ? PetitionStep.CORRECT : acts.one(steps);
    }

    private String taker(Petition it, PetitionStep step) {
        return ORGANS.stream()
                .filter(organ -> step.taker().is(it, organ))
                .findFirst()
                .orElse(it.division);
    }

    private Petition stepped(Petition before, PetitionStep next, String organ) {
        LocalDate on = drawn();
        String what = next + " by " + organ + " of " + before.division + " " + before.status;
        try {
            Petition after = all.get(next).take(before, on, command(organ));
            assertTrue(isMine(before, next, organ) && isLawful(before, next), what);
            counted(next, after);
            day = on;
            if (after == null) {
                assertEquals(List.of(), journal.history(before.id), what);
                return null;
            }
            assertEquals(before.version + 1, after.version, what);
            assertEquals(next.to() == null ? before.status : next.to(), after.status, what);
            if (next == PetitionStep.DECIDE_OBJECTION && !before.division.equals(after.division)) {
                wayBack.add(before.division + after.division);
            }
            return after;
        } catch (Refusal refusal) {
            requireReason(before, next, organ, refusal, what + ": " + refusal.code());
            refused.merge(refusal.code(), 1, Integer::sum);
            Petition now = stored(before.id);
            assertEquals(before.version, now.version, what);
            assertEquals(before.status, now.status, what);
            return now;
        }
    }

    /** Near the last day, a few of them before it: what comes out of order is refused. */
    private LocalDate drawn() {
        LocalDate on = day.plusDays(random.nextInt(18) - 3L);
        return on.isAfter(TODAY) ? TODAY : on.isBefore(FIRST) ? FIRST : on;
    }

    private void counted(PetitionStep step, Petition after) {
        taken.merge(step, 1, Integer::sum);
        if (after != null) {
            reached.merge(after.status, 1, Integer::sum);
        }
    }

    private static boolean sees(Petition it, String organ) {
        return Scope.of(organ).contains(it.division);
    }

    private static boolean isMine(Petition it, PetitionStep step, String organ) {
        // An event of mediation is nobody's act: the door takes it from the inbox.
        return step == PetitionStep.LEARN_MEDIATION ? sees(it, organ) : step.taker().is(it, organ);
    }

    private static boolean isLawful(Petition it, PetitionStep step) {
        boolean open = !it.voided || step == PetitionStep.SEAL;
        return open && step.allowedFrom(it.status);
    }

    /** What is told first: that it is not there, not yours, void, not lawful; then a rule. */
    private static void requireReason(
            Petition it, PetitionStep step, String organ, Refusal refusal, String what) {
        assertEquals(!sees(it, organ), refusal.status() == 404, what);
        if (refusal.status() == 404) {
            return;
        }
        assertNotNull(refusal.legalBasis(), what + " names no article");
        if (!isMine(it, step, organ)) {
            assertEquals("STEP_NOT_YOURS", refusal.code(), what);
        } else if (!isLawful(it, step)) {
            assertEquals(it.voided ? "RECORD_VOIDED" : "STEP_FORBIDDEN", refusal.code(), what);
        } else {
            Set<String> rules = new HashSet<>(PetitionActs.RULES.getOrDefault(step, Set.of()));
            rules.add("DATE_ORDER");
            assertTrue(rules.contains(refusal.code()), what);
        }
    }

    private Petition stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> records.get(id, Scope.of(PROVINCE)));
    }

    private static Command command(String organ) {
        return new Command(
                "issuer",
                "subject",
                "client",
                organ,
                Scope.of(organ),
                UUID.randomUUID().toString(),
                "digest",
                null,
                Instant.parse("2024-12-31T01:00:00Z"),
                TODAY);
    }
}
