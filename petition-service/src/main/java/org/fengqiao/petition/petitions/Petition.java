package org.fengqiao.petition.petitions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.events.Dated;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A petition matter (信访事项) from registration to its end, held by one organ at a time.
 *
 * <p>Every public verb is a step of {@link PetitionStep}; it raises the version, so the row is
 * written as a whole and the JSON documents need no dirty check of their own.
 */
@Entity
@Table(name = "petition")
class Petition implements Dated {

    static final String KIND = "petition.petition.v1";

    @Id UUID id;
    int version;

    @Column(name = "matter_id")
    UUID matterId;

    @Enumerated(EnumType.STRING)
    PetitionStatus status;

    @Enumerated(EnumType.STRING)
    PetitionStep step;

    /** The organ that holds the petition now. */
    String division;

    /** Where it was numbered: it keeps its number on its way. */
    @Column(name = "registered_division")
    String registeredDivision;

    @Column(name = "petition_year")
    int year;

    @Column(name = "petition_number")
    int number;

    /** The number in the national petition information system (XF 21). */
    @Column(name = "national_number")
    String nationalNumber;

    String place;
    String household;
    String residence;

    @Enumerated(EnumType.STRING)
    PetitionForm form;

    @Column(name = "sub_channel")
    @Enumerated(EnumType.STRING)
    SubChannel subChannel;

    @Enumerated(EnumType.STRING)
    PetitionSource source;

    @Column(name = "sender_division")
    String senderDivision;

    @Enumerated(EnumType.STRING)
    PetitionPurpose purpose;

    @Column(name = "handling_class")
    @Enumerated(EnumType.STRING)
    HandlingClass handlingClass;

    @Enumerated(EnumType.STRING)
    Route route;

    @Column(name = "content_class")
    @Convert(converter = ContentClassColumn.class)
    ContentClass contentClass;

    @Enumerated(EnumType.STRING)
    Repetition repetition;

    /** The petition that this one repeats, where it does. */
    @Column(name = "repeats_id")
    UUID repeatsId;

    int persons;

    @Column(name = "handling_unit")
    @Enumerated(EnumType.STRING)
    HandlingUnit handlingUnit;

    /** Subject of the person it lies with. */
    String handler;

    @Column(name = "entered_on")
    LocalDate enteredOn;

    @Column(name = "entered_at")
    Instant enteredAt;

    @Column(name = "petitioned_on")
    LocalDate petitionedOn;

    @Column(name = "registered_on")
    LocalDate registeredOn;

    /** The day it came over from the organ that sent it. */
    @Column(name = "exchanged_on")
    LocalDate exchangedOn;

    /** Receipt by the organ that holds it: its periods start (XF 22, 23). */
    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "tell_due_on")
    LocalDate tellDueOn;

    @Column(name = "accepted_on")
    LocalDate acceptedOn;

    /** Last day of the sixty days, extensions included (XF 34). */
    @Column(name = "handle_due_on")
    LocalDate handleDueOn;

    /** The limit set with the assignment (XF 22). */
    @Column(name = "assigned_due_on")
    LocalDate assignedDueOn;

    @Column(name = "concluded_on")
    LocalDate concludedOn;

    @Column(name = "resolved_on")
    LocalDate resolvedOn;

    @Column(name = "withdrawn_on")
    LocalDate withdrawnOn;

    boolean voided;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Petitioner> petitioners = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Handling handling = new Handling();

    /** Blind indexes of the petitioners, for search and for the proposal of repeats. */
    @Column(name = "person_index")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> personIndex = new ArrayList<>();

    // The keyword keeps it out of snapshots, the annotation out of Hibernate's dirty tracking: as a
    // changed attribute without a column it hid those behind it in the alphabet, "version" as well.
    @Transient private final transient List<Taken> taken = new ArrayList<>();

    protected Petition() {}

    /** Registers a petition (XF 22, 23). */
    static Petition register(UUID id, String division, LocalDate on, Instant at) {
        Petition it = new Petition();
        it.id = id;
        it.division = division;
        it.registeredDivision = division;
        it.registeredOn = on;
        it.enteredAt = at;
        it.take(PetitionStep.REGISTER, on, null);
        return it;
    }

    void tell(Handling.Notice notice) {
        take(PetitionStep.NOTIFY, notice.on(), null);
        if (handling.toldOn() != null) {
            throw Refusal.of(409, "ALREADY_TOLD", "已告知信访人", "The petitioner has been told")
                    .citing("XF 23");
        }
        handling.notice = notice;
    }

    /** Takes the matter on; from here the sixty days run where XF 31(6) applies (XF 34). */
    void accept(LocalDate on, HandlingClass known, Route way) {
        take(PetitionStep.ACCEPT, on, null);
        acceptedOn = on;
        handlingClass = known == null ? handlingClass : known;
        route = way == null ? route : way;
        PetitionRules.requireRoute(this);
    }

    void refuse(Handling.Refused refused) {
        take(PetitionStep.REFUSE, refused.on(), null);
        handling.refused = refused;
    }

    /**
     * It is another petition about a matter that is here already: one matter, counted once.
     *
     * @param first the petition that it repeats
     */
    void repeat(Petition first) {
        PetitionRules.requireAnother(this, first);
        repetition = Repetition.REPEAT;
        repeatsId = first.id;
        matterId = first.matterId;
    }

    void redirect(Handling.Redirected redirected) {
        take(PetitionStep.REDIRECT, redirected.on(), null);
        PetitionRules.requireDirect(this);
        handling.redirected = redirected;
    }

    void object(Handling.Objection objection) {
        take(PetitionStep.OBJECT, objection.on(), null);
        PetitionRules.requireSent(this);
        Days.requireNotBefore(objection.on(), receivedOn, "/on");
        handling.objections.add(objection);
    }

    /** The sender checks the objection; with its consent the petition goes back (XF 23). */
    void decideObjection(LocalDate on, boolean consented, String decision) {
        take(PetitionStep.DECIDE_OBJECTION, on, null);
        int last = handling.objections.size() - 1;
        Handling.Objection open = handling.objections.get(last);
        Days.requireNotBefore(on, open.on(), "/on");
        handling.objections.set(
                last, new Handling.Objection(open.on(), open.reason(), on, consented, decision));
        if (consented) {
            takeBack(on);
        }
    }

    private void takeBack(LocalDate on) {
        Handling.Sending sending = handling.sendingTo(division);
        division = senderDivision;
        source = sending == null ? PetitionSource.DIRECT : sending.formerSource();
        senderDivision = sending == null ? null : sending.formerSender();
        assignedDueOn = sending == null ? null : sending.formerAssignedDueOn();
        exchangedOn = sending == null ? null : sending.formerExchangedOn();
        receivedOn = on;
        handling.notice = null;
        give(null, null);
    }

    /**
     * Sends it to the organ that is competent: a transfer, or with a limit an assignment (XF 22).
     */
    void send(Handling.Sending sending) {
        boolean assigned = sending.how() == PetitionSource.ASSIGNED;
        take(assigned ? PetitionStep.ASSIGN : PetitionStep.TRANSFER, sending.on(), null);
        Days.requireNotBefore(sending.on(), receivedOn, "/on");
        Days.requireNotBefore(sending.dueOn(), sending.on(), "/dueOn");
        handling.sendings.add(sending);
        handling.notice = null;
        senderDivision = sending.from();
        division = sending.to();
        source = sending.how();
        exchangedOn = sending.on();
        receivedOn = sending.on();
        // Who passes an assignment on without a limit of its own is still bound by the one it has.
        assignedDueOn = sending.dueOn() == null ? assignedDueOn : sending.dueOn();
        give(sending.unit(), null);
    }

    void dispatch(Handling.Dispatch dispatch) {
        take(PetitionStep.DISPATCH, dispatch.on(), null);
        PetitionRules.requireNotRecused(this, dispatch.handler(), "/handler");
        handling.dispatches.add(dispatch);
        give(dispatch.unit(), dispatch.handler());
    }

    private void give(HandlingUnit unit, String person) {
        handlingUnit = unit;
        handler = person;
    }

    void reportUrgent(Handling.UrgentReport report) {
        take(PetitionStep.REPORT_URGENT, report.on(), null);
        handling.urgentReports.add(report);
    }

    /**
     * @param reason in clear, for the journal, which seals its own
     */
    void recuse(Handling.Recusal recusal, String reason) {
        take(PetitionStep.RECUSE, recusal.on(), reason);
        PetitionRules.requireNotRecused(this, recusal.replacedBy(), "/replacedBy");
        handling.recusals.add(recusal);
        // Who is not named as its handler may stand down too: then it stays with whom it is.
        handler = recusal.handler().equals(handler) ? recusal.replacedBy() : handler;
    }

    void referToMediation(Handling.Referral referral) {
        take(PetitionStep.REFER_TO_MEDIATION, referral.on(), null);
        PetitionRules.requireMediable(this);
        // Where no committee has made a case of it yet, it goes to another one and stays one.
        handling.referrals.removeIf(it -> it.referralId().equals(referral.referralId()));
        handling.referrals.add(referral);
    }

    /** What mediation tells of the case that the referral became. */
    void learnMediation(Handling.Referral told, LocalDate on) {
        take(PetitionStep.LEARN_MEDIATION, on, null);
        handling.referrals.replaceAll(it -> it.referralId().equals(told.referralId()) ? told : it);
    }

    /**
     * @param reason in clear, for the journal, which seals its own
     */
    void extend(Handling.Extension extension, String reason) {
        take(PetitionStep.EXTEND, extension.on(), reason);
        Days.requireNotBefore(extension.toldOn(), extension.on(), "/toldOn");
        handling.extensions.add(extension);
    }

    void conclude(Handling.Conclusion conclusion) {
        take(PetitionStep.CONCLUDE, conclusion.on(), null);
        PetitionRules.requireKind(this, conclusion.kind());
        PetitionRules.requireMediationEnded(this, conclusion.kind());
        handling.conclusion = conclusion;
        concludedOn = conclusion.on();
    }

    /** The reply of the organ that wrote the last one reaches the petitioner. */
    void deliver(Handling.Delivery delivery) {
        take(PetitionStep.DELIVER, delivery.on(), null);
        PetitionRules.requireUndelivered(this);
        if (isGiven(handling.finalReview)) {
            handling.finalReview = handling.finalReview.delivered(delivery);
        } else if (isGiven(handling.reexamination)) {
            handling.reexamination = handling.reexamination.delivered(delivery);
        } else {
            handling.delivery = delivery;
        }
    }

    void rate(Handling.Rated rated) {
        take(PetitionStep.RATE, rated.on(), null);
        handling.ratings.add(rated);
    }

    void resolve(Handling.Resolution resolution) {
        take(PetitionStep.RESOLVE, resolution.on(), null);
        if (resolvedOn != null) {
            throw Refusal.of(409, "ALREADY_RESOLVED", "已登记化解", "It has been resolved")
                    .citing("XF 37");
        }
        handling.resolution = resolution;
        resolvedOn = resolution.on();
    }

    void requestReexamination(Handling.Review request) {
        take(PetitionStep.REQUEST_REEXAMINATION, request.requestedOn(), null);
        PetitionRules.requireReviewable(this);
        handling.reexamination = request;
    }

    void reexamine(Handling.Review opinion) {
        take(PetitionStep.REEXAMINE, opinion.on(), null);
        handling.reexamination = opinion;
    }

    void requestFinalReview(Handling.Review request) {
        take(PetitionStep.REQUEST_FINAL_REVIEW, request.requestedOn(), null);
        handling.finalReview = request;
    }

    void holdHearing(Handling.Hearing hearing) {
        take(PetitionStep.HOLD_FINAL_REVIEW_HEARING, hearing.from(), null);
        Days.requireNotBefore(hearing.to(), hearing.from(), "/to");
        handling.hearings.add(hearing);
    }

    void reviewFinally(Handling.Review opinion) {
        take(PetitionStep.REVIEW_FINALLY, opinion.on(), null);
        handling.finalReview = opinion;
    }

    void withdraw(LocalDate on, String reason) {
        take(PetitionStep.WITHDRAW, on, reason);
        withdrawnOn = on;
    }

    void correct(String reason, Runnable change) {
        take(PetitionStep.CORRECT, null, reason);
        change.run();
    }

    void markVoid(String reason) {
        take(PetitionStep.VOID, null, reason);
        voided = true;
    }

    /** The reply that was written last, and its way to the petitioner; {@code null} before. */
    Handling.Delivery lastDelivery() {
        if (isGiven(handling.finalReview)) {
            return handling.finalReview.delivery();
        }
        return isGiven(handling.reexamination)
                ? handling.reexamination.delivery()
                : handling.delivery;
    }

    /** Whether the opinion of a review has been given. */
    private static boolean isGiven(Handling.Review review) {
        return review != null && review.on() != null;
    }

    /** Whether it is being handled, at first or in a review (XF 19). */
    boolean isHandled() {
        return status == PetitionStatus.ACCEPTED
                || status == PetitionStatus.IN_REEXAMINATION
                || status == PetitionStatus.IN_FINAL_REVIEW;
    }

    /** Whether XF 23 excuses the organ from telling: it came directly, and from nobody clear. */
    boolean skipsNotice() {
        return source == PetitionSource.DIRECT && !reachable();
    }

    /** Whether the petitioner can be told in writing (XF 23). */
    boolean reachable() {
        return petitioners.stream().anyMatch(Petitioner::reachable);
    }

    /**
     * The day by which the matter must be concluded: the end of the sixty days or the limit set
     * with an assignment, whichever is earlier; {@code null} without a limit.
     */
    LocalDate dueOn() {
        return handleDueOn == null || assignedDueOn != null && assignedDueOn.isBefore(handleDueOn)
                ? assignedDueOn
                : handleDueOn;
    }

    /** The day it ended without a conclusion, or {@code null}. */
    LocalDate leftOn() {
        return handling.refused == null ? withdrawnOn : handling.refused.on();
    }

    /**
     * Refuses a step that the life cycle does not allow from here, before anything else is said.
     */
    void requireAllowed(PetitionStep next) {
        if (voided) {
            throw Refusal.of(409, "RECORD_VOIDED", "记录已作废", "The record is void").citing("SETTING");
        }
        next.takenFrom(status);
    }

    private void take(PetitionStep next, LocalDate on, String reason) {
        requireAllowed(next);
        status = next.takenFrom(status);
        step = next;
        version++;
        taken.add(new Taken(version, next.name(), on, reason));
    }

    @Override
    public void moveLastDay(String rule, LocalDate dueOn) {
        if (rule.equals(PetitionDeadlines.HANDLE.code())) {
            handleDueOn = dueOn;
        } else if (rule.equals(PetitionDeadlines.TELL.code())) {
            tellDueOn = dueOn;
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
        return PetitionEvent.of(this);
    }

    @Override
    public List<Taken> taken() {
        return taken;
    }
}
