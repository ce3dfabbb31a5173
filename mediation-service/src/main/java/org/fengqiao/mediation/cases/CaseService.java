package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Writes;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.FileItem;
import org.fengqiao.mediation.committees.Committees;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The door to the cases: each command is one transaction, one journal row, one event. */
@ApplicationScoped
class CaseService {

    private final MediationCases cases;
    private final Committees committees;
    private final CasePersons persons;
    private final CaseDeadlines deadlines;
    private final Writes writes;
    private final Divisions divisions;

    CaseService(
            MediationCases cases,
            Committees committees,
            CasePersons persons,
            CaseDeadlines deadlines,
            Writes writes,
            Divisions divisions) {
        this.cases = cases;
        this.committees = committees;
        this.persons = persons;
        this.deadlines = deadlines;
        this.writes = writes;
        this.divisions = divisions;
    }

    @Transactional
    public MediationCase register(NewCase given, Command command) {
        return writes.once(command, MediationCase.class, () -> create(given, none -> {}, command));
    }

    @Transactional
    public MediationCase accept(UUID id, LocalDate on, List<UUID> mediatorIds, Command command) {
        return step(
                id,
                CaseStep.ACCEPT,
                command,
                it -> {
                    LocalDate day = command.dateOr(on);
                    committees.requireMediators(it.committeeId, mediatorIds, day, "/mediatorIds");
                    it.accept(day, mediatorIds);
                });
    }

    @Transactional
    public MediationCase refuse(UUID id, Proceedings.Refused refused, Command command) {
        return step(id, CaseStep.REFUSE, command, it -> it.refuse(persons.sealed(id, refused)));
    }

    @Transactional
    public MediationCase recuse(UUID id, Proceedings.Recusal recusal, Command command) {
        return step(
                id,
                CaseStep.RECUSE,
                command,
                it -> {
                    if (recusal.replacedById() != null) {
                        committees.requireMediators(
                                it.committeeId,
                                List.of(recusal.replacedById()),
                                recusal.on(),
                                "/replacedById");
                    }
                    it.recuse(persons.sealed(id, recusal), recusal.reason());
                });
    }

    @Transactional
    public MediationCase holdSession(UUID id, Proceedings.Session session, Command command) {
        return step(
                id,
                CaseStep.HOLD_SESSION,
                command,
                it -> {
                    committees.requireMediators(
                            it.committeeId, session.mediatorIds(), session.on(), "/mediatorIds");
                    it.holdSession(persons.sealed(id, session));
                });
    }

    @Transactional
    public MediationCase extend(UUID id, Proceedings.Extension extension, Command command) {
        return step(
                id,
                CaseStep.EXTEND,
                command,
                it -> {
                    deadlines.requireExtendable(it, extension);
                    it.extend(persons.sealed(id, extension), extension.reason());
                });
    }

    @Transactional
    public MediationCase agree(UUID id, Proceedings.Agreement agreement, Command command) {
        return step(
                id,
                CaseStep.AGREE,
                command,
                it -> {
                    AgreementRules.require(it, agreement);
                    it.agree(persons.sealed(id, agreement));
                });
    }

    @Transactional
    public MediationCase vary(
            UUID id, Proceedings.Agreement agreement, String reason, Command command) {
        return step(
                id,
                CaseStep.VARY_AGREEMENT,
                command,
                it -> {
                    AgreementRules.require(it, agreement);
                    it.vary(persons.sealed(id, agreement), reason);
                });
    }

    @Transactional
    public MediationCase end(UUID id, Proceedings.Ended ended, Command command) {
        CaseStep how = MediationCase.ending(ended.cause());
        return step(
                id,
                how,
                command,
                it -> {
                    if (how == CaseStep.TERMINATE && ended.remediesTold().isEmpty()) {
                        throw Refusal.of(
                                        422,
                                        "REMEDIES_UNTOLD",
                                        "调解不成应告知其他救济途径",
                                        "The other remedies must be told")
                                .citing("RT 26")
                                .at("/remediesTold", "请填已告知的途径", "name those told");
                    }
                    it.end(ended);
                });
    }

    @Transactional
    public MediationCase withdraw(UUID id, LocalDate on, String reason, Command command) {
        return step(id, CaseStep.WITHDRAW, command, it -> it.withdraw(command.dateOr(on), reason));
    }

    /** Hands over with both parties' consent: the receiving committee gets the same matter. */
    @Transactional
    public MediationCase handOver(
            UUID id, LocalDate on, UUID toCommitteeId, String reason, Command command) {
        return step(
                id,
                CaseStep.HAND_OVER,
                command,
                it -> {
                    if (toCommitteeId.equals(it.committeeId)) {
                        throw Refusal.of(422, "SAME_COMMITTEE", "不能移交给本调委会", "Same committee")
                                .at("/toCommitteeId", "须为另一调委会", "must be another committee");
                    }
                    MediationCase successor = successor(it, toCommitteeId, on, command);
                    it.handOver(command.dateOr(on), reason, successor.id);
                    passReferralOn(it, successor);
                    cases.persist(successor);
                    writes.also(successor, command);
                });
    }

    /** A referral is at one case at a time: where the matter is mediated now. */
    private void passReferralOn(MediationCase from, MediationCase successor) {
        successor.petitionId = from.petitionId;
        successor.referralId = from.referralId;
        from.referralId = null;
        if (successor.referralId != null) {
            cases.flush(); // else Hibernate would write the successor first, and find it taken
        }
    }

    @Transactional
    public MediationCase recordPerformance(
            UUID id, Proceedings.Performance performance, Command command) {
        return step(
                id, CaseStep.RECORD_PERFORMANCE, command, it -> it.recordPerformance(performance));
    }

    @Transactional
    public MediationCase applyForConfirmation(UUID id, LocalDate on, Command command) {
        return step(
                id,
                CaseStep.APPLY_FOR_CONFIRMATION,
                command,
                it -> {
                    // A calendar that came since the last write may have moved the window's end.
                    deadlines.count(it);
                    it.applyForConfirmation(command.dateOr(on));
                });
    }

    @Transactional
    public MediationCase ruleOnConfirmation(
            UUID id, Proceedings.Confirmation ruling, Command command) {
        return step(
                id, CaseStep.RULE_ON_CONFIRMATION, command, it -> it.ruleOnConfirmation(ruling));
    }

    @Transactional
    public MediationCase followUp(UUID id, Proceedings.FollowUpVisit visit, Command command) {
        return step(id, CaseStep.FOLLOW_UP, command, it -> it.followUp(persons.sealed(id, visit)));
    }

    @Transactional
    public MediationCase prevent(UUID id, Proceedings.PreventionAct act, Command command) {
        return step(id, CaseStep.PREVENT, command, it -> it.prevent(act));
    }

    @Transactional
    public MediationCase reportRisk(UUID id, Proceedings.RiskReport report, Command command) {
        return step(
                id, CaseStep.REPORT_RISK, command, it -> it.reportRisk(persons.sealed(id, report)));
    }

    @Transactional
    public MediationCase archive(UUID id, LocalDate on, List<FileItem> items, Command command) {
        return step(id, CaseStep.ARCHIVE, command, it -> it.archive(command.dateOr(on), items));
    }

    @Transactional
    public MediationCase correct(UUID id, CaseCorrection correction, Command command) {
        return step(
                id,
                CaseStep.CORRECT,
                command,
                it -> {
                    correction.requireEffect(it);
                    LocalDate appliedOn = it.appliedOn();
                    it.correct(
                            correction.reason(), () -> correction.applyTo(it, persons, divisions));
                    correction.requireLawful(it);
                    if (correction.extensions() != null) {
                        deadlines.requireExtendable(it);
                    }
                    // A window that has ended stays as it was counted: only moved days are judged.
                    boolean applied = !Objects.equals(appliedOn, it.appliedOn());
                    if (correction.closedOn() != null || applied) {
                        deadlines.count(it);
                        it.requireAppliedInTime(applied ? "/confirmation/appliedOn" : "/closedOn");
                    }
                    if (correction.endedOn() != null && it.handedOverTo != null) {
                        moveSuccessor(it, correction.reason(), command);
                    }
                });
    }

    @Transactional
    public MediationCase markVoid(UUID id, String reason, Command command) {
        return step(
                id,
                CaseStep.VOID,
                command,
                it -> {
                    requireGoesOnNowhere(it);
                    requireNotReferred(it);
                    it.markVoid(reason);
                });
    }

    /** A matter that goes on elsewhere was accepted here: without this case it would count less. */
    private void requireGoesOnNowhere(MediationCase it) {
        if (it.handedOverTo != null && !cases.findById(it.handedOverTo).voided) {
            throw Refusal.of(
                    409,
                    "GOES_ON_ELSEWHERE",
                    "已移交并在接收的调委会继续，请先作废接收的案件",
                    "It was handed over and goes on there: void the receiving case first");
        }
    }

    /** Who referred it waits for an outcome, and void is none: void one's own entry instead. */
    private static void requireNotReferred(MediationCase it) {
        if (it.referralId != null) {
            throw Refusal.of(
                    409,
                    "REFERRED_HERE",
                    "由信访部门引导而来，不能作废：请不予受理、撤回或者移交",
                    "The petition office referred it here: refuse it, withdraw it or hand it over");
        }
    }

    /**
     * Takes a step; one that is not lawful from here is refused before anything else is looked at.
     */
    private MediationCase step(
            UUID id, CaseStep next, Command command, Consumer<MediationCase> taken) {
        return step(
                id,
                command,
                it -> {
                    it.requireAllowed(next);
                    taken.accept(it);
                });
    }

    /** Takes one or more steps on a case in one write. */
    MediationCase step(UUID id, Command command, Consumer<MediationCase> taken) {
        return writes.once(
                command,
                MediationCase.class,
                () -> {
                    MediationCase it = cases.getForUpdate(id, command.scope());
                    command.requireVersion(it.version);
                    taken.accept(it);
                    CaseDate.require(it, command.today());
                    deadlines.derive(it);
                    return it;
                });
    }

    /** Registers a dispute and takes the steps a ledger's row tells of, all in one write. */
    MediationCase enter(NewCase given, Consumer<MediationCase> steps, Command command) {
        return writes.once(command, MediationCase.class, () -> create(given, steps, command));
    }

    private MediationCase create(NewCase given, Consumer<MediationCase> steps, Command command) {
        Committees.Place committee =
                committees.place(given.committeeId(), command.scope(), command.dateOr(given.on()));
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        UUID matterId = given.matterId() == null ? id : given.matterId();
        MediationCase it =
                MediationCase.register(id, matterId, command.dateOr(given.on()), command.at());
        it.enteredOn = command.today();
        it.place =
                given.place() == null
                        ? committee.division()
                        : divisions.require(given.place(), "/place");
        given.describe(it);
        persons.fill(it, given);
        steps.accept(it);
        CaseDate.require(it, command.today());
        placeAt(it, committee, given.number());
        cases.persist(it);
        deadlines.derive(it);
        return it;
    }

    private void placeAt(MediationCase it, Committees.Place committee, Integer number) {
        it.committeeId = committee.id();
        it.committeeLevel = committee.level();
        it.division = committee.division();
        it.year = it.registeredOn.getYear();
        if (number == null) {
            it.number = cases.nextNumber(committee.id(), it.year);
        } else if (cases.hasNumber(committee.id(), it.year, number)) {
            throw Refusal.of(
                            409,
                            "NUMBER_TAKEN",
                            "本调委会本年度已有此编号的案件",
                            "The committee's year has a case of this number")
                    .at("/number", "编号已被使用", "taken");
        } else {
            cases.reserveNumber(committee.id(), it.year, number);
            it.number = number;
        }
    }

    /** A matter goes on where it was handed over, on that day: both cases say the same. */
    private void moveSuccessor(MediationCase from, String reason, Command command) {
        MediationCase it = cases.findById(from.handedOverTo, LockModeType.PESSIMISTIC_WRITE);
        if (it.voided) {
            return;
        }
        it.correct(reason, () -> it.registeredOn = from.endedOn);
        try {
            CaseCorrection.inYear(it, it.registeredOn);
            CaseDate.require(it, command.today());
        } catch (Refusal refusal) {
            throw Refusal.of(422, refusal.code(), refusal.zh(), refusal.en())
                    .at("/endedOn", "与接收的案件不符", "does not fit the case that took it over");
        }
        deadlines.derive(it);
        writes.also(it, command);
    }

    private MediationCase successor(
            MediationCase from, UUID committeeId, LocalDate on, Command command) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        LocalDate day = command.dateOr(on);
        MediationCase it = MediationCase.register(id, from.matterId, day, command.at());
        it.enteredOn = command.today();
        placeAt(it, committees.anyPlace(committeeId, day), null);
        it.handedOverFrom = from.id;
        it.acceptedElsewhere = from.acceptedElsewhere || from.acceptedOn != null;
        persons.copy(from, it);
        return it;
    }
}
