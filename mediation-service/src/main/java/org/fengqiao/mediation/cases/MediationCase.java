package org.fengqiao.mediation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.events.Dated;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.FileItem;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.SettlementBasis;
import org.fengqiao.mediation.codes.TerminationCause;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A dispute before a people's mediation committee, from registration to the archived file.
 *
 * <p>Every public verb is a step of {@link CaseStep}; it raises the version, so the row is written
 * as a whole and the JSON documents need no dirty check of their own.
 */
@Entity
@Table(name = "mediation_case")
class MediationCase implements Dated {

    static final String KIND = "mediation.case.v1";

    @Id UUID id;
    int version;

    @Column(name = "matter_id")
    UUID matterId;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    @Enumerated(EnumType.STRING)
    CaseStep step;

    String division;

    @Column(name = "committee_id")
    UUID committeeId;

    @Column(name = "committee_level")
    @Enumerated(EnumType.STRING)
    CommitteeLevel committeeLevel;

    @Column(name = "case_year")
    int year;

    @Column(name = "case_number")
    int number;

    String place;

    @Enumerated(EnumType.STRING)
    CaseSource source;

    @Enumerated(EnumType.STRING)
    Referrer referrer;

    /** The petition office's referral that the case came by; it goes on with the matter. */
    @Column(name = "referral_id")
    UUID referralId;

    /** The petition that the case was made of; so is the one that took the matter over. */
    @Column(name = "petition_id")
    UUID petitionId;

    @Column(name = "dispute_type")
    @Convert(converter = DisputeTypeColumn.class)
    DisputeType disputeType;

    @Column(name = "dispute_subtype")
    @Enumerated(EnumType.STRING)
    DisputeSubtype disputeSubtype;

    @Enumerated(EnumType.STRING)
    SettlementBasis basis;

    @Enumerated(EnumType.STRING)
    Difficulty difficulty;

    @Column(name = "persons_involved")
    int personsInvolved;

    @Column(name = "amount_yuan")
    BigDecimal amountYuan;

    @Column(name = "entered_on")
    LocalDate enteredOn;

    @Column(name = "entered_at")
    Instant enteredAt;

    @Column(name = "registered_on")
    LocalDate registeredOn;

    @Column(name = "accepted_on")
    LocalDate acceptedOn;

    /** The effective date of the agreement, or the date of termination (definitions D1). */
    @Column(name = "closed_on")
    LocalDate closedOn;

    /** The day the case left mediation, whatever the outcome. */
    @Column(name = "ended_on")
    LocalDate endedOn;

    @Column(name = "mediation_due_on")
    LocalDate mediationDueOn;

    @Column(name = "confirmation_window_ends_on")
    LocalDate confirmationWindowEndsOn;

    @Column(name = "performed_on")
    LocalDate performedOn;

    @Column(name = "archived_on")
    LocalDate archivedOn;

    boolean voided;

    /** Whether the committee that the matter came from had accepted it: it is accepted once. */
    @Column(name = "accepted_elsewhere")
    boolean acceptedElsewhere;

    @Column(name = "handed_over_to")
    UUID handedOverTo;

    @Column(name = "handed_over_from")
    UUID handedOverFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Party> parties = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Proceedings proceedings = new Proceedings();

    /** Blind indexes of the parties, for search: {@code field:hmac}. */
    @Column(name = "person_index")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> personIndex = new ArrayList<>();

    // The keyword keeps it out of snapshots, the annotation out of Hibernate's dirty tracking: as a
    // changed attribute without a column it hid those behind it in the alphabet, "version" as well.
    @Transient private final transient List<Taken> taken = new ArrayList<>();

    protected MediationCase() {}

    /** Registers a dispute (RT 27). */
    static MediationCase register(UUID id, UUID matterId, LocalDate on, Instant at) {
        MediationCase it = new MediationCase();
        it.id = id;
        it.matterId = matterId;
        it.registeredOn = on;
        it.enteredAt = at;
        it.basis = SettlementBasis.PEOPLES_MEDIATION;
        it.difficulty = Difficulty.ORDINARY;
        it.take(CaseStep.REGISTER, on, null);
        return it;
    }

    /** Sets how the dispute came here; who referred it is named with REFERRED, only then. */
    void comeFrom(CaseSource how, Referrer by) {
        if ((how == CaseSource.REFERRED) != (by != null)) {
            throw Refusal.of(422, "REFERRER", "移送单位与案件来源不符", "Referrer and source differ")
                    .citing("SETTING")
                    .at(
                            "/referrer",
                            by == null ? "委托移送须填移送单位" : "不是委托移送的不填移送单位",
                            by == null ? "required with REFERRED" : "only with REFERRED");
        }
        source = how;
        referrer = by;
    }

    void accept(LocalDate on, List<UUID> mediatorIds) {
        take(CaseStep.ACCEPT, on, null);
        acceptedOn = on;
        proceedings.mediatorIds.addAll(mediatorIds);
    }

    void refuse(Proceedings.Refused refused) {
        take(CaseStep.REFUSE, refused.on(), null);
        proceedings.refused = refused;
        endedOn = refused.on();
    }

    /**
     * @param reason in clear, for the journal, which seals its own
     */
    void recuse(Proceedings.Recusal recusal, String reason) {
        take(CaseStep.RECUSE, recusal.on(), reason);
        if (!proceedings.mediatorIds.remove(recusal.mediatorId())) {
            throw Refusal.of(422, "MEDIATOR_NOT_ASSIGNED", "该调解员不在本案", "Not a mediator here")
                    .at("/mediatorId", "不在本案", "is not assigned to this case");
        }
        if (recusal.replacedById() != null) {
            proceedings.mediatorIds.add(recusal.replacedById());
        }
        proceedings.recusals.add(recusal);
    }

    void holdSession(Proceedings.Session session) {
        take(CaseStep.HOLD_SESSION, session.on(), null);
        proceedings.sessions.add(session);
        proceedings.counselIds.addAll(CounselIds.require(session.counselIds()));
        session.mediatorIds().stream()
                .filter(it -> !proceedings.mediatorIds.contains(it))
                .forEach(proceedings.mediatorIds::add);
    }

    /**
     * @param reason in clear, for the journal, which seals its own
     */
    void extend(Proceedings.Extension extension, String reason) {
        take(CaseStep.EXTEND, extension.on(), reason);
        proceedings.extensions.add(extension);
    }

    void agree(Proceedings.Agreement agreement) {
        take(CaseStep.AGREE, agreement.agreedOn(), null);
        proceedings.agreement = agreement;
        closedOn = agreement.effectiveOn();
        endedOn = agreement.effectiveOn();
    }

    /**
     * A new agreement by consent of all (RT 28) in place of the one that stands. The case stays
     * closed on the day the first took effect; what the court said of the former is kept beside it.
     */
    void vary(Proceedings.Agreement agreement, String reason) {
        take(CaseStep.VARY_AGREEMENT, agreement.agreedOn(), reason);
        Proceedings.Confirmation confirmation = proceedings.confirmation;
        if (confirmation != null && confirmation.ruling() == ConfirmationRuling.CONFIRMED) {
            throw Refusal.of(409, "CONFIRMED", "法院已确认的协议不能变更", "A court confirmed the agreement")
                    .citing("SETTING");
        }
        if (confirmation != null && confirmation.ruledOn() == null) {
            throw Refusal.of(
                            409,
                            "CONFIRMATION_PENDING",
                            "法院正在审查司法确认申请，裁定后方可变更",
                            "The court has not ruled on the confirmation yet")
                    .citing("SETTING");
        }
        proceedings.formerAgreements.add(proceedings.agreement);
        proceedings.agreement = agreement.inPlaceOf(proceedings.agreement);
        if (confirmation != null) {
            proceedings.formerConfirmations.add(confirmation);
        }
        proceedings.confirmation = null;
        performedOn = proceedings.performedOn();
    }

    void end(Proceedings.Ended ended) {
        CaseStep how = ending(ended.cause());
        take(how, ended.on(), null);
        proceedings.ended = ended;
        endedOn = ended.on();
        closedOn = how == CaseStep.TERMINATE ? ended.on() : null;
    }

    /** The step that ends a case without agreement. */
    static CaseStep ending(TerminationCause cause) {
        return switch (cause) {
            case NO_AGREEMENT -> CaseStep.TERMINATE;
            case PARTY_ENDS -> CaseStep.END_BY_PARTY;
        };
    }

    void withdraw(LocalDate on, String reason) {
        take(CaseStep.WITHDRAW, on, reason);
        endedOn = on;
    }

    /** Hands the dispute to another committee: the same matter, mediated once, there. */
    void handOver(LocalDate on, String reason, UUID successor) {
        take(CaseStep.HAND_OVER, on, reason);
        endedOn = on;
        handedOverTo = successor;
    }

    void recordPerformance(Proceedings.Performance performance) {
        take(CaseStep.RECORD_PERFORMANCE, performance.on(), null);
        proceedings.performances.add(performance);
        performedOn = proceedings.performedOn();
    }

    /** A joint application to the court, within thirty days of effect (RT 33). */
    void applyForConfirmation(LocalDate on) {
        take(CaseStep.APPLY_FOR_CONFIRMATION, on, null);
        if (proceedings.confirmation != null) {
            throw Refusal.of(409, "ALREADY_APPLIED", "已申请司法确认", "Confirmation was applied for")
                    .citing("RT 33");
        }
        AgreementRules.requireConfirmable(this);
        proceedings.confirmation = new Proceedings.Confirmation(on, null, null, null, null);
        requireAppliedInTime("/on");
    }

    /** Refuses an application after the thirty days (RT 33). */
    void requireAppliedInTime(String pointer) {
        Proceedings.Confirmation confirmation = proceedings.confirmation;
        if (confirmation != null
                && confirmationWindowEndsOn != null
                && confirmation.appliedOn().isAfter(confirmationWindowEndsOn)) {
            throw Refusal.of(422, "WINDOW_CLOSED", "已超过三十日申请期限", "The thirty days are over")
                    .citing("RT 33")
                    .at(pointer, "期限至" + confirmationWindowEndsOn, "window closed");
        }
    }

    /** The day of the joint application, or {@code null}. */
    LocalDate appliedOn() {
        return proceedings.confirmation == null ? null : proceedings.confirmation.appliedOn();
    }

    void ruleOnConfirmation(Proceedings.Confirmation ruling) {
        take(CaseStep.RULE_ON_CONFIRMATION, ruling.ruledOn(), null);
        Proceedings.Confirmation applied = proceedings.confirmation;
        if (applied == null) {
            throw Refusal.of(409, "NOT_APPLIED", "尚未申请司法确认", "Confirmation was not applied for")
                    .citing("RT 33");
        }
        if (applied.ruledOn() != null) {
            throw Refusal.of(409, "ALREADY_RULED", "法院已作出裁定", "The court has ruled")
                    .citing("MS 206");
        }
        AgreementRules.requireExtensible(
                ruling.courtAcceptedOn(), ruling.courtExtensionDays(), "/courtExtensionDays");
        proceedings.confirmation =
                new Proceedings.Confirmation(
                        applied.appliedOn(),
                        ruling.courtAcceptedOn(),
                        ruling.ruledOn(),
                        ruling.ruling(),
                        ruling.courtExtensionDays());
    }

    void followUp(Proceedings.FollowUpVisit visit) {
        take(CaseStep.FOLLOW_UP, visit.on(), null);
        proceedings.followUpVisits.add(visit);
    }

    /** Records what was prevented; once per matter and kind, so that it counts once (rules 2.3). */
    void prevent(Proceedings.PreventionAct act) {
        take(CaseStep.PREVENT, act.on(), null);
        proceedings.preventionActs.add(act);
        if (!proceedings.preventsOncePerKind()) {
            throw Refusal.of(409, "ALREADY_RECORDED", "该类预防已登记", "This kind is recorded already")
                    .at("/kind", "每起纠纷每类一次，含移交前的调委会", "once per matter and kind");
        }
    }

    void reportRisk(Proceedings.RiskReport report) {
        take(CaseStep.REPORT_RISK, report.on(), null);
        proceedings.riskReports.add(report);
    }

    /** Closes the file; refused while an item it must have is missing (RT 27). */
    void archive(LocalDate on, List<FileItem> items) {
        take(CaseStep.ARCHIVE, on, null);
        List<FileItem> missing = CaseFile.missing(this, items);
        if (!missing.isEmpty()) {
            Refusal refusal =
                    Refusal.of(422, "FILE_INCOMPLETE", "卷宗缺少必备材料", "The file lacks items")
                            .citing("RT 27");
            for (FileItem item : missing) {
                refusal = refusal.at("/items", "缺少“" + item.zh() + "”", item + " is missing");
            }
            throw refusal;
        }
        proceedings.fileItems.addAll(items);
        archivedOn = on;
    }

    /**
     * The first day counsel took part: that of a session or, where none names them, of acceptance
     * or registration; null without counsel.
     */
    LocalDate counselJoinedOn() {
        if (proceedings.counselIds.isEmpty()) {
            return null;
        }
        LocalDate named = acceptedOn == null ? registeredOn : acceptedOn;
        return proceedings.firstSessionOfCounsel().orElse(named);
    }

    void correct(String reason, Runnable change) {
        take(CaseStep.CORRECT, null, reason);
        change.run();
    }

    void markVoid(String reason) {
        take(CaseStep.VOID, null, reason);
        voided = true;
    }

    /**
     * The petition that it was made of has left: what is open ends, and of persons and of the
     * petition nothing is left. Days, codes and counts stay, so that no figure of the past changes.
     *
     * @param matter in place of the one it was of
     */
    void leave(LocalDate on, String reason, UUID matter) {
        if (CaseStep.WITHDRAW.allowedFrom(status) && !voided) {
            withdraw(on, reason);
        } else if (!voided) {
            take(CaseStep.CORRECT, null, reason);
        }
        forget(matter);
    }

    /** Takes out who it is about, what was said, and where it came from. */
    void forget(UUID matter) {
        matterId = matter;
        referralId = null;
        petitionId = null;
        parties = new ArrayList<>();
        personIndex = new ArrayList<>();
        proceedings.forgetTexts();
    }

    boolean confirmable() {
        return AgreementRules.confirmable(this);
    }

    /** The sum agreed, as the agreement that stands has it. */
    BigDecimal agreementAmountYuan() {
        return proceedings.agreement == null ? null : proceedings.agreement.amountYuan();
    }

    /** What is owed by when, as the agreement that stands has it. */
    List<Proceedings.Instalment> instalments() {
        return proceedings.agreement == null ? List.of() : proceedings.agreement.instalments();
    }

    /**
     * Refuses a step that the life cycle does not allow from here, before anything else is said.
     */
    void requireAllowed(CaseStep next) {
        if (voided) {
            throw Refusal.of(409, "RECORD_VOIDED", "记录已作废", "The record is void");
        }
        next.takenFrom(status);
    }

    private void take(CaseStep next, LocalDate on, String reason) {
        requireAllowed(next);
        status = next.takenFrom(status);
        step = next;
        version++;
        taken.add(new Taken(version, next.name(), on, reason));
    }

    @Override
    public void moveLastDay(String rule, LocalDate dueOn) {
        if (rule.equals(CaseDeadlines.MEDIATION)) {
            mediationDueOn = dueOn;
        } else if (rule.equals(CaseDeadlines.CONFIRMATION_WINDOW.code())) {
            confirmationWindowEndsOn = dueOn;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String division() {
        return division;
    }

    @Override
    public String eventType() {
        return step.event();
    }

    @Override
    public Object event() {
        return CaseEvent.of(this);
    }

    @Override
    public List<Taken> taken() {
        return taken;
    }
}
