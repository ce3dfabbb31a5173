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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.DeliveryMethod;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.ReviewResult;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/**
 * Thousands of steps at random, lawful or not, by whoever: the status is always the table's, no
 * version is lost, and every refusal names the article.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionSequencesTest {

    private static final int PETITIONS = 150;
    private static final int STEPS = 25;
    private static final LocalDate ON = LocalDate.of(2024, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 2);
    private static final String TOWNSHIP = "410423203000";
    private static final List<String> ORGANS =
            List.of(TOWNSHIP, TOWNSHIP, "410423000000", "410423000000", "410400000000");

    private static final Map<PetitionStep, Consumer<Petition>> ACTS =
            new EnumMap<>(PetitionStep.class);

    static {
        ACTS.put(PetitionStep.NOTIFY, it -> it.tell(new Handling.Notice(ON, true, true)));
        ACTS.put(PetitionStep.ACCEPT, it -> it.accept(ON, null, Route.HANDLING_OPINION));
        ACTS.put(
                PetitionStep.REFUSE,
                it -> it.refuse(new Handling.Refused(ON, RefusalGround.JUDICIAL_MATTER, null)));
        ACTS.put(PetitionStep.REDIRECT, it -> it.redirect(new Handling.Redirected(ON, null)));
        ACTS.put(
                PetitionStep.OBJECT,
                it -> it.object(new Handling.Objection(ON, null, null, null, null)));
        ACTS.put(
                PetitionStep.DECIDE_OBJECTION,
                it -> it.decideObjection(ON, it.version % 2 == 0, null));
        ACTS.put(
                PetitionStep.DISPATCH,
                it -> it.dispatch(new Handling.Dispatch(ON, HandlingUnit.JUSTICE_OFFICE, "a")));
        ACTS.put(
                PetitionStep.REPORT_URGENT,
                it -> it.reportUrgent(new Handling.UrgentReport(ON, null, null)));
        ACTS.put(
                PetitionStep.RECUSE,
                it -> it.recuse(new Handling.Recusal(ON, "a", "b", null), "r"));
        ACTS.put(
                PetitionStep.CONCLUDE,
                it ->
                        it.conclude(
                                new Handling.Conclusion(
                                        ON,
                                        ConclusionKind.HANDLING_OPINION,
                                        OpinionOutcome.SUPPORTED,
                                        null,
                                        null,
                                        null)));
        ACTS.put(
                PetitionStep.DELIVER,
                it -> it.deliver(new Handling.Delivery(ON, ON, DeliveryMethod.MAIL)));
        ACTS.put(
                PetitionStep.RATE,
                it -> it.rate(new Handling.Rated(ON, RatedBody.HANDLING_UNIT, Rating.SATISFIED)));
        ACTS.put(PetitionStep.RESOLVE, it -> it.resolve(new Handling.Resolution(ON, null)));
        ACTS.put(PetitionStep.REQUEST_REEXAMINATION, it -> it.requestReexamination(asked()));
        ACTS.put(PetitionStep.REEXAMINE, it -> it.reexamine(given(it.handling.reexamination)));
        ACTS.put(PetitionStep.REQUEST_FINAL_REVIEW, it -> it.requestFinalReview(asked()));
        ACTS.put(
                PetitionStep.HOLD_FINAL_REVIEW_HEARING,
                it -> it.holdHearing(new Handling.Hearing(ON, ON)));
        ACTS.put(
                PetitionStep.REVIEW_FINALLY,
                it -> it.reviewFinally(given(it.handling.finalReview)));
        ACTS.put(PetitionStep.WITHDRAW, it -> it.withdraw(ON, "r"));
        ACTS.put(PetitionStep.CORRECT, it -> it.correct("r", () -> it.persons = 2));
        ACTS.put(PetitionStep.VOID, it -> it.markVoid("r"));
    }

    @Inject PetitionService petitions;
    @Inject Petitions records;
    @Inject Journal journal;

    private int taken;
    private int forbidden;

    @Test
    void theTableIsNeverLeft() {
        Random random = new Random(20_220_225);
        List<PetitionStep> steps = List.copyOf(ACTS.keySet());
        for (int i = 0; i < PETITIONS; i++) {
            boolean atCounty = i % 3 == 0;
            Petition it = register(atCounty ? "410423000000" : TOWNSHIP);
            for (int step = 0; step < STEPS; step++) {
                boolean send = atCounty && random.nextInt(6) == 0;
                String organ = ORGANS.get(random.nextInt(ORGANS.size()));
                it = send ? sent(it) : stepped(it, steps.get(random.nextInt(steps.size())), organ);
            }
            assertEquals(it.version, journal.history(it.id).size(), "a version was lost");
        }
        assertTrue(taken > 300, () -> "only " + taken + " steps were taken");
        assertTrue(forbidden > 1000, () -> "only " + forbidden + " were refused");
    }

    private Petition stepped(Petition before, PetitionStep next, String organ) {
        Command command = command(organ);
        boolean mine = next.taker().is(before, organ);
        boolean lawful = next.allowedFrom(before.status) && !before.voided;
        try {
            Petition after = petitions.take(before.id, next, command, ACTS.get(next));
            assertTrue(mine && lawful, () -> next + " was taken from " + before.status);
            assertEquals(before.version + 1, after.version);
            assertEquals(next.to() == null ? before.status : next.to(), after.status);
            taken++;
        } catch (Refusal refusal) {
            forbidden++;
            boolean hidden = refusal.status() == 404;
            assertTrue(
                    hidden || refusal.legalBasis() != null,
                    () -> next + " was refused without an article: " + refusal.code());
        }
        Petition now = stored(before.id);
        assertTrue(now.version == before.version || now.version == before.version + 1);
        return now;
    }

    private Petition sent(Petition before) {
        PetitionService.Sent sent = new PetitionService.Sent(ON, TOWNSHIP, null, null);
        Command command = command("410423000000");
        try {
            petitions.send(before.id, PetitionStep.TRANSFER, sent, command);
            taken++;
        } catch (Refusal refusal) {
            forbidden++;
            assertNotNull(refusal.legalBasis(), refusal.code());
        }
        return stored(before.id);
    }

    private Petition stored(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> records.get(id, Scope.of("410400000000")));
    }

    private Petition register(String organ) {
        NewPetition given =
                new NewPetition(
                        organ,
                        null,
                        null,
                        PetitionForm.LETTER,
                        null,
                        PetitionSource.DIRECT,
                        ON,
                        ON,
                        null,
                        null,
                        null,
                        null,
                        PetitionPurpose.SEEK_SETTLEMENT,
                        null,
                        null,
                        ContentClass.ofCode("010200").orElseThrow(),
                        null,
                        null,
                        null,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of());
        return petitions.register(given, command(organ));
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
                Instant.parse("2024-03-02T01:00:00Z"),
                TODAY);
    }

    private static Handling.Review asked() {
        return new Handling.Review(ON, null, null, null, null, null);
    }

    private static Handling.Review given(Handling.Review asked) {
        return new Handling.Review(
                asked.requestedOn(), asked.grounds(), ON, ReviewResult.UPHELD, null, null);
    }
}
