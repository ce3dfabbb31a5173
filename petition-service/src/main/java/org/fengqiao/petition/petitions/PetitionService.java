package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.DayOrder;
import org.fengqiao.kit.journal.Writes;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.accusations.AccusationIntake;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The door to the petitions: each command is one transaction, one journal row, one event. */
@ApplicationScoped
class PetitionService {

    private final Petitions petitions;
    private final PetitionPersons persons;
    private final PetitionDeadlines deadlines;
    private final Writes writes;
    private final Divisions divisions;
    private final Organs organs;
    private final AccusationIntake vault;
    private final PetitionReferences references;
    private final Event<MatterJoined> joined;
    private final Event<PetitionResolved> resolved;

    PetitionService(
            Petitions petitions,
            PetitionPersons persons,
            PetitionDeadlines deadlines,
            Writes writes,
            Divisions divisions,
            Organs organs,
            AccusationIntake vault,
            PetitionReferences references,
            Event<MatterJoined> joined,
            Event<PetitionResolved> resolved) {
        this.petitions = petitions;
        this.persons = persons;
        this.deadlines = deadlines;
        this.writes = writes;
        this.divisions = divisions;
        this.organs = organs;
        this.vault = vault;
        this.references = references;
        this.joined = joined;
        this.resolved = resolved;
    }

    @Transactional
    public Petition register(NewPetition given, Command command) {
        // Sent again after the petition has moved to the vault: it must not come back.
        if (vault.knowsAny(Map.of(PetitionSealing.REQUEST, command.idempotencyKey()))) {
            throw Refusal.notFound();
        }
        return enter(given, none -> {}, command);
    }

    /** Registers a petition and takes the steps a ledger's row tells of, all in one write. */
    Petition enter(NewPetition given, Consumer<Petition> steps, Command command) {
        return writes.once(command, Petition.class, () -> create(given, steps, command));
    }

    /**
     * Takes a step: who may not take it, and one that is not lawful from here, are told before
     * anything else is looked at.
     *
     * @param taken does it, on the locked petition
     */
    @Transactional
    public Petition take(UUID id, PetitionStep next, Command command, Consumer<Petition> taken) {
        return change(
                id,
                command,
                it -> {
                    next.taker().require(it, next, command.division());
                    it.requireAllowed(next);
                    taken.accept(it);
                });
    }

    /** Does not accept it (XF 19, 36); where it repeats another, it is of that one's matter. */
    @Transactional
    public Petition refuse(UUID id, Handling.Refused refused, UUID repeatsId, Command command) {
        return take(
                id,
                PetitionStep.REFUSE,
                command,
                it -> {
                    Petition first = repeatsId == null ? null : repeat(it, repeatsId, command);
                    PetitionRules.requireGround(it, refused, first);
                    it.refuse(refused);
                });
    }

    /** Asks for more time (XF 34). */
    @Transactional
    public Petition extend(UUID id, Handling.Extension extension, String reason, Command command) {
        return take(
                id,
                PetitionStep.EXTEND,
                command,
                it -> {
                    deadlines.requireExtendable(it, extension);
                    it.extend(extension, reason);
                });
    }

    /** A reexamination is asked for within thirty days of the reply (XF 35). */
    @Transactional
    public Petition requestReexamination(UUID id, Handling.Review request, Command command) {
        return take(
                id,
                PetitionStep.REQUEST_REEXAMINATION,
                command,
                it -> {
                    deadlines.requireInTime(
                            it, PetitionDeadlines.REEXAMINATION_REQUEST, request.requestedOn());
                    it.requestReexamination(request);
                });
    }

    /** A final review is asked for within thirty days of the reexamination's reply (XF 36). */
    @Transactional
    public Petition requestFinalReview(UUID id, Handling.Review request, Command command) {
        return take(
                id,
                PetitionStep.REQUEST_FINAL_REVIEW,
                command,
                it -> {
                    deadlines.requireInTime(
                            it, PetitionDeadlines.FINAL_REVIEW_REQUEST, request.requestedOn());
                    it.requestFinalReview(request);
                });
    }

    /** Sends the petition to another organ (XF 22); its place moves with it. */
    @Transactional
    public Petition send(UUID id, PetitionStep how, Sent sent, Command command) {
        return take(
                id,
                how,
                command,
                it -> {
                    organs.requireOrgan(sent.to(), "/toDivision");
                    if (!command.scope().contains(sent.to())) {
                        throw Refusal.of(422, "DIVISION_UNKNOWN", "不在本辖区", "Not in your area")
                                .citing("XF 22")
                                .at("/toDivision", "须为本级或者下级", "your own level or below");
                    }
                    requireNationalNumberFree(it, sent.to());
                    it.send(sent.from(it, how));
                });
    }

    /**
     * A transfer or an assignment as asked for.
     *
     * @param dueOn the limit of an assignment; {@code null} with a transfer
     */
    record Sent(LocalDate on, String to, HandlingUnit unit, LocalDate dueOn) {

        Handling.Sending from(Petition it, PetitionStep how) {
            return new Handling.Sending(
                    on,
                    how == PetitionStep.ASSIGN
                            ? PetitionSource.ASSIGNED
                            : PetitionSource.TRANSFERRED,
                    it.division,
                    to,
                    unit,
                    dueOn,
                    it.source,
                    it.senderDivision,
                    it.receivedOn,
                    it.exchangedOn,
                    it.assignedDueOn);
        }
    }

    /** What mediation tells of a referral, by its event: no organ takes this step. */
    Petition learnMediation(UUID id, Handling.Referral told, Command command) {
        LocalDate on = told.endedOn() == null ? command.today() : told.endedOn();
        return change(id, command, it -> it.learnMediation(told, on));
    }

    @Transactional
    public Petition correct(UUID id, PetitionCorrection correction, Command command) {
        return take(
                id,
                PetitionStep.CORRECT,
                command,
                it ->
                        it.correct(
                                correction.reason(),
                                () -> {
                                    correction.applyTo(it, persons, divisions);
                                    if (correction.repeatsId() != null) {
                                        repeat(it, correction.repeatsId(), command);
                                    }
                                }));
    }

    /** It repeats that petition: its matter, and that of the visits about it, is the same. */
    private Petition repeat(Petition it, UUID repeatsId, Command command) {
        Petition first = references.get(repeatsId, command.scope(), "/repeatsId");
        UUID former = it.matterId;
        it.repeat(first);
        if (!former.equals(it.matterId)) {
            joined.fire(new MatterJoined(it.id, it.matterId, command));
        }
        return first;
    }

    /** Takes one or more steps on a petition in one write. */
    Petition change(UUID id, Command command, Consumer<Petition> taken) {
        return writes.once(
                command,
                Petition.class,
                () -> {
                    Petition it = petitions.getForUpdate(id, command.scope());
                    command.requireVersion(it.version);
                    LocalDate resolvedBefore = it.resolvedOn;
                    taken.accept(it);
                    requireOrder(it, command);
                    deadlines.derive(it);
                    if (resolvedBefore == null && it.resolvedOn != null) {
                        resolved.fire(new PetitionResolved(it.id, it.resolvedOn, command));
                    }
                    return it;
                });
    }

    private static void requireOrder(Petition it, Command command) {
        boolean corrected = it.step == PetitionStep.CORRECT;
        DayOrder.require(PetitionDay.class, it, corrected, command.today());
    }

    private Petition create(NewPetition given, Consumer<Petition> steps, Command command) {
        String division = given.division() == null ? command.division() : given.division();
        organs.require(division, command.scope(), "/division");
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        LocalDate on = command.dateOr(given.on());
        Petition it = Petition.register(id, division, on, command.at());
        PetitionStep.REGISTER.taker().require(it, PetitionStep.REGISTER, command.division());
        it.matterId = given.matterId() == null ? id : given.matterId();
        given.requireRepetition();
        it.enteredOn = command.today();
        it.place = given.place() == null ? division : divisions.require(given.place(), "/place");
        given.describe(it);
        requireListed(given);
        given.origin().writeTo(it);
        persons.fill(it, given);
        it.year = on.getYear();
        if (given.repeatsId() != null) {
            it.repeat(references.get(given.repeatsId(), command.scope(), "/repeatsId"));
        }
        steps.accept(it);
        requireOrder(it, command);
        it.number = petitions.nextNumber(division, it.year);
        // After its number was drawn: until then another one of this year may be on its way.
        requireNationalNumberFree(it, division);
        petitions.persist(it);
        deadlines.derive(it);
        return it;
    }

    private void requireListed(NewPetition given) {
        if (given.household() != null) {
            divisions.require(given.household(), "/household");
        }
        if (given.residence() != null) {
            divisions.require(given.residence(), "/residence");
        }
        if (given.senderDivision() != null) {
            divisions.require(given.senderDivision(), "/senderDivision");
        }
    }

    /** One letter, one petition of an organ: also where it is sent to (XF 21). */
    private void requireNationalNumberFree(Petition it, String organ) {
        UUID standing =
                it.nationalNumber == null ? null : petitions.numbered(organ, it.nationalNumber);
        if (standing != null && !standing.equals(it.id)) {
            throw Refusal.of(
                            409,
                            "NUMBER_TAKEN",
                            "本机关已有此全国信访系统编号的信访件",
                            "The organ has a petition of this national number")
                    .at("/nationalNumber", "编号已登记", "taken");
        }
    }
}
