package org.fengqiao.petition.petitions;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.DeliveryMethod;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.ReviewResult;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SealingReason;

/**
 * How each step of a petition is taken, its particulars at random: mostly those that the law lets
 * pass, and often enough others.
 */
@Singleton
class PetitionActs {

    /** An act on a day of somebody; {@code null} where it leaves no petition behind. */
    interface Act {
        Petition take(Petition it, LocalDate on, Command command);
    }

    private static final List<String> PERSONS = List.of("clerk-a", "clerk-b", "clerk-c");

    /** Beside the order of days: the rules that may forbid a lawful step to the right organ. */
    static final Map<PetitionStep, Set<String>> RULES =
            Map.ofEntries(
                    Map.entry(PetitionStep.NOTIFY, Set.of("ALREADY_TOLD")),
                    Map.entry(PetitionStep.ACCEPT, Set.of("CLASS_REQUIRED", "ROUTE")),
                    Map.entry(PetitionStep.REFUSE, Set.of("GROUND", "GROUND_UNTOLD")),
                    Map.entry(PetitionStep.REDIRECT, Set.of("SENT_PETITION")),
                    Map.entry(PetitionStep.OBJECT, Set.of("DIRECT_PETITION")),
                    Map.entry(PetitionStep.TRANSFER, Set.of("DIVISION_UNKNOWN")),
                    Map.entry(PetitionStep.ASSIGN, Set.of("DIVISION_UNKNOWN")),
                    Map.entry(PetitionStep.DISPATCH, Set.of("RECUSED")),
                    Map.entry(PetitionStep.RECUSE, Set.of("RECUSED")),
                    Map.entry(
                            PetitionStep.REFER_TO_MEDIATION,
                            Set.of("NOT_MEDIABLE", "OTHER_PROCEDURE", "ALREADY_REFERRED")),
                    Map.entry(
                            PetitionStep.EXTEND,
                            Set.of("NO_LIMIT", "EXTENSION_TOO_LONG", "EXTENSION_LATE")),
                    Map.entry(PetitionStep.CONCLUDE, Set.of("CONCLUSION_KIND", "MEDIATION_OPEN")),
                    Map.entry(PetitionStep.DELIVER, Set.of("ALREADY_DELIVERED")),
                    Map.entry(PetitionStep.RESOLVE, Set.of("ALREADY_RESOLVED")),
                    Map.entry(
                            PetitionStep.REQUEST_REEXAMINATION,
                            Set.of("NO_HANDLING_OPINION", "WINDOW_CLOSED")),
                    Map.entry(PetitionStep.REQUEST_FINAL_REVIEW, Set.of("WINDOW_CLOSED")));

    private final PetitionService petitions;
    private final PetitionPersons persons;
    private final PetitionSealing sealing;
    private final Map<PetitionStep, Act> acts = new EnumMap<>(PetitionStep.class);

    private Random random;
    private LocalDate last;
    private List<String> receivers;

    PetitionActs(PetitionService petitions, PetitionPersons persons, PetitionSealing sealing) {
        this.petitions = petitions;
        this.persons = persons;
        this.sealing = sealing;
    }

    /**
     * All acts but registrations.
     *
     * @param last no day lies after it
     * @param receivers who may be sent a petition; some of them may not be sent it
     */
    Map<PetitionStep, Act> all(Random random, LocalDate last, List<String> receivers) {
        this.random = random;
        this.last = last;
        this.receivers = receivers;
        reception();
        conclusion();
        reviews();
        doors();
        return acts;
    }

    /** A step through the common door. */
    private void put(PetitionStep step, BiConsumer<Petition, LocalDate> act) {
        acts.put(
                step,
                (it, on, command) ->
                        petitions.take(it.id, step, command, locked -> act.accept(locked, on)));
    }

    private void reception() {
        put(
                PetitionStep.NOTIFY,
                (it, on) -> it.tell(new Handling.Notice(on, random.nextBoolean(), true)));
        put(PetitionStep.ACCEPT, (it, on) -> it.accept(on, known(it), route(it)));
        put(PetitionStep.REDIRECT, (it, on) -> it.redirect(new Handling.Redirected(on, null)));
        put(
                PetitionStep.OBJECT,
                (it, on) -> it.object(new Handling.Objection(on, null, null, null, null)));
        put(
                PetitionStep.DECIDE_OBJECTION,
                (it, on) -> it.decideObjection(on, random.nextBoolean(), null));
        put(
                PetitionStep.DISPATCH,
                (it, on) -> it.dispatch(new Handling.Dispatch(on, one(HandlingUnit.class), who())));
        put(
                PetitionStep.REPORT_URGENT,
                (it, on) -> it.reportUrgent(new Handling.UrgentReport(on, null, null)));
        put(
                PetitionStep.RECUSE,
                (it, on) -> it.recuse(new Handling.Recusal(on, who(), who(), null), "r"));
        put(PetitionStep.WITHDRAW, (it, on) -> it.withdraw(on, "r"));
        put(PetitionStep.CORRECT, (it, on) -> it.correct("r", () -> it.persons = 2));
        put(PetitionStep.VOID, (it, on) -> it.markVoid("r"));
    }

    private void conclusion() {
        put(PetitionStep.REFER_TO_MEDIATION, (it, on) -> it.referToMediation(referral(it, on)));
        put(
                PetitionStep.CONCLUDE,
                (it, on) ->
                        it.conclude(new Handling.Conclusion(on, kind(it), null, null, null, null)));
        put(
                PetitionStep.DELIVER,
                (it, on) -> it.deliver(new Handling.Delivery(on, after(on), DeliveryMethod.MAIL)));
        put(
                PetitionStep.RATE,
                (it, on) ->
                        it.rate(new Handling.Rated(on, one(RatedBody.class), one(Rating.class))));
        put(PetitionStep.RESOLVE, (it, on) -> it.resolve(new Handling.Resolution(on, null)));
    }

    private void reviews() {
        put(PetitionStep.REEXAMINE, (it, on) -> it.reexamine(given(it.handling.reexamination, on)));
        put(
                PetitionStep.HOLD_FINAL_REVIEW_HEARING,
                (it, on) -> it.holdHearing(new Handling.Hearing(on, after(on))));
        put(
                PetitionStep.REVIEW_FINALLY,
                (it, on) -> it.reviewFinally(given(it.handling.finalReview, on)));
        acts.put(
                PetitionStep.REQUEST_REEXAMINATION,
                (it, on, command) -> petitions.requestReexamination(it.id, asked(on), command));
        acts.put(
                PetitionStep.REQUEST_FINAL_REVIEW,
                (it, on, command) -> petitions.requestFinalReview(it.id, asked(on), command));
    }

    /** The steps that have doors of their own. */
    private void doors() {
        acts.put(
                PetitionStep.REFUSE,
                (it, on, command) -> petitions.refuse(it.id, refused(it, on), null, command));
        acts.put(
                PetitionStep.EXTEND,
                (it, on, command) -> {
                    int days = 10 + random.nextInt(21);
                    Handling.Extension more =
                            new Handling.Extension(on, days, null, after(on), null);
                    return petitions.extend(it.id, more, "r", command);
                });
        acts.put(
                PetitionStep.TRANSFER,
                (it, on, command) ->
                        petitions.send(it.id, PetitionStep.TRANSFER, sent(on, null), command));
        acts.put(
                PetitionStep.ASSIGN,
                (it, on, command) ->
                        petitions.send(
                                it.id, PetitionStep.ASSIGN, sent(on, on.plusDays(30)), command));
        acts.put(
                PetitionStep.LEARN_MEDIATION,
                (it, on, command) -> {
                    Handling.Referral told = told(it, on);
                    return QuarkusTransaction.requiringNew()
                            .call(() -> petitions.learnMediation(it.id, told, command));
                });
        acts.put(
                PetitionStep.SEAL,
                (it, on, command) -> {
                    PetitionSealing.Accused accused =
                            new PetitionSealing.Accused(
                                    List.of(), SealingReason.ACCUSATION_RECOGNISED);
                    sealing.moveWhole(it.id, accused, command);
                    return null;
                });
    }

    /** A petition as it comes, directly or sent. */
    Petition register(String organ, LocalDate on, Command command) {
        boolean sent = random.nextInt(4) == 0;
        NewPetition given =
                new NewPetition(
                        organ,
                        null,
                        null,
                        one(PetitionForm.class),
                        null,
                        sent ? PetitionSource.TRANSFERRED : PetitionSource.DIRECT,
                        on,
                        on,
                        null,
                        null,
                        null,
                        null,
                        random.nextInt(5) == 0
                                ? one(List.of(PetitionPurpose.PROPOSAL, PetitionPurpose.INQUIRY))
                                : PetitionPurpose.SEEK_SETTLEMENT,
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
        return petitions.register(given, command);
    }

    private HandlingClass known(Petition it) {
        boolean said = it.handlingClass == null && random.nextBoolean();
        return said ? HandlingClass.APPEAL_OR_REQUEST : null;
    }

    private Route route(Petition it) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        boolean proposal = it.handlingClass == HandlingClass.PROPOSAL && random.nextInt(4) > 0;
        return proposal ? null : random.nextInt(4) > 0 ? Route.HANDLING_OPINION : one(Route.class);
    }

    private ConclusionKind kind(Petition it) {
        if (it.handling.openReferral() != null && random.nextBoolean()) {
            return ConclusionKind.MEDIATION_OR_SETTLEMENT_AGREEMENT;
        }
        if (random.nextInt(4) == 0) {
            return one(ConclusionKind.class);
        }
        return it.route == Route.HANDLING_OPINION
                ? ConclusionKind.HANDLING_OPINION
                : it.route == Route.STATUTORY_DUTY
                        ? ConclusionKind.DUTY_PERFORMED_OR_ANSWERED
                        : it.route == null
                                ? ConclusionKind.PROPOSAL_REPLY
                                : ConclusionKind.ROUTED_TO_PROCEDURE;
    }

    private Handling.Refused refused(Petition it, LocalDate on) {
        String why = random.nextBoolean() ? null : persons.seal(it.id, "refused", "另案");
        return new Handling.Refused(on, one(RefusalGround.class), why);
    }

    private PetitionService.Sent sent(LocalDate on, LocalDate dueOn) {
        return new PetitionService.Sent(on, one(receivers), one(HandlingUnit.class), dueOn);
    }

    private Handling.Referral referral(Petition it, LocalDate on) {
        Handling.Referral open = it.handling.openReferral();
        UUID id = open == null ? uuid() : open.referralId();
        return new Handling.Referral(id, on, uuid(), it.division, "03", null, null, null, null);
    }

    /** What mediation tells: of the referral that stands, or of one that is not known here. */
    private Handling.Referral told(Petition it, LocalDate on) {
        Handling.Referral standing = it.handling.referral();
        UUID id = standing == null ? uuid() : standing.referralId();
        boolean ended = random.nextBoolean();
        return new Handling.Referral(
                id,
                standing == null ? on : standing.on(),
                uuid(),
                it.division,
                "03",
                uuid(),
                1,
                ended ? "AGREED" : null,
                ended ? on : null);
    }

    private static Handling.Review asked(LocalDate on) {
        return new Handling.Review(on, null, null, null, null, null);
    }

    private Handling.Review given(Handling.Review asked, LocalDate on) {
        return new Handling.Review(
                asked.requestedOn(), asked.grounds(), on, one(ReviewResult.class), null, null);
    }

    private LocalDate after(LocalDate on) {
        LocalDate day = on.plusDays(random.nextInt(4) - 1L);
        return day.isAfter(last) ? last : day;
    }

    private String who() {
        return one(PERSONS);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return one(List.of(type.getEnumConstants()));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
