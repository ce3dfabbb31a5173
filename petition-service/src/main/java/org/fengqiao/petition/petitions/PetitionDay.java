package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.DayKind;

/**
 * The days of a petition in the order they must come: one row per kind of day, and what it may not
 * lie before. Steps, corrections and ledgers are held to it at the one door they go through.
 */
enum PetitionDay implements DayKind<Petition> {
    // @formatter:off
    //                  zh                  of the step         of a correction     not before
    PETITIONED         ("信访",             "/petitionedOn",    "/petitionedOn"),
    RECEIVED           ("收到",             "/receivedOn",      "/receivedOn",      PETITIONED),
    REGISTERED         ("登记",             "/on",              "/registeredOn",    PETITIONED),
    SENT               ("转送、交办",       "/on",              null,               PETITIONED, REGISTERED),
    OBJECTED           ("提出异议",         "/on",              null,               REGISTERED),
    OBJECTION_DECIDED  ("核实异议",         "/on",              null,               REGISTERED),
    TOLD               ("告知",             "/on",              "/toldOn",          RECEIVED),
    ACCEPTED           ("受理",             "/on",              "/acceptedOn",      RECEIVED, REGISTERED, OBJECTION_DECIDED),
    REFUSED            ("不予受理",         "/on",              null,               RECEIVED, REGISTERED, OBJECTION_DECIDED),
    REDIRECTED         ("告知另行提出",     "/on",              null,               RECEIVED, REGISTERED, OBJECTION_DECIDED),
    DISPATCHED         ("分办",             "/on",              null,               REGISTERED),
    REPORTED           ("紧急报告",         "/on",              null,               PETITIONED),
    REFERRED           ("引导调解",         "/on",              null,               ACCEPTED),
    EXTENDED           ("延期",             "/on",              null,               ACCEPTED),
    EXTENSION_TOLD     ("告知延期",         "/toldOn",          null,               ACCEPTED),
    CONCLUDED          ("办结",             "/on",              "/concludedOn",     ACCEPTED, EXTENDED, REFERRED),
    DELIVERED          ("送达",             "/on",              null,               CONCLUDED),
    REPLY_RECEIVED     ("收到答复",         "/receivedOn",      "/replyReceivedOn", CONCLUDED, DELIVERED),
    RATED              ("群众评价",         "/on",              "/ratedOn",               CONCLUDED),
    RESOLVED           ("化解",             "/on",              "/resolvedOn",      ACCEPTED),
    REEXAMINATION_ASKED("申请复查",         "/on",              null,               CONCLUDED, REPLY_RECEIVED),
    REEXAMINED         ("复查意见",         "/on",              null,               REEXAMINATION_ASKED),
    REEXAMINATION_READ ("收到复查意见",     "/receivedOn",      null,               REEXAMINED),
    FINAL_REVIEW_ASKED ("申请复核",         "/on",              null,               REEXAMINED, REEXAMINATION_READ),
    HEARD              ("复核听证",         "/from",            null,               FINAL_REVIEW_ASKED),
    FINALLY_REVIEWED   ("复核意见",         "/on",              null,               FINAL_REVIEW_ASKED, HEARD),
    FINAL_REVIEW_READ  ("收到复核意见",     "/receivedOn",      null,               FINALLY_REVIEWED),
    WITHDRAWN          ("撤回",             "/on",              "/withdrawnOn",     REGISTERED, ACCEPTED);
    // @formatter:on

    private final String zh;
    private final String field;
    private final String correctedField;
    private final List<PetitionDay> notBefore;

    PetitionDay(String zh, String field, String correctedField, PetitionDay... notBefore) {
        this.zh = zh;
        this.field = field;
        this.correctedField = correctedField;
        this.notBefore = List.of(notBefore);
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public List<PetitionDay> notBefore() {
        return notBefore;
    }

    @Override
    public boolean inTurn() {
        return false;
    }

    @Override
    public boolean mayLieAhead() {
        return false;
    }

    @Override
    public String pointer(Petition it) {
        return it.step == PetitionStep.CORRECT ? correctedField : field;
    }

    /** The days of this kind that the petition has. */
    @Override
    public Stream<LocalDate> of(Petition it) {
        Handling said = it.handling;
        return switch (this) {
            case PETITIONED -> Stream.of(it.petitionedOn);
            case RECEIVED -> Stream.of(it.receivedOn);
            case REGISTERED -> Stream.of(it.registeredOn);
            case SENT -> said.sendings.stream().map(Handling.Sending::on);
            case OBJECTED -> said.objections.stream().map(Handling.Objection::on);
            case OBJECTION_DECIDED ->
                    said.objections.stream().flatMap(on -> Stream.ofNullable(on.decidedOn()));
            case TOLD -> Stream.ofNullable(said.toldOn());
            case ACCEPTED -> Stream.ofNullable(it.acceptedOn);
            case REFUSED -> Stream.ofNullable(said.refused).map(Handling.Refused::on);
            case REDIRECTED -> Stream.ofNullable(said.redirected).map(Handling.Redirected::on);
            case DISPATCHED -> said.dispatches.stream().map(Handling.Dispatch::on);
            case REPORTED -> said.urgentReports.stream().map(Handling.UrgentReport::on);
            case REFERRED -> said.referrals.stream().map(Handling.Referral::on);
            case EXTENDED -> said.extensions.stream().map(Handling.Extension::on);
            case EXTENSION_TOLD -> said.extensions.stream().map(Handling.Extension::toldOn);
            case CONCLUDED -> Stream.ofNullable(it.concludedOn);
            case DELIVERED -> Stream.ofNullable(said.delivery).map(Handling.Delivery::on);
            case REPLY_RECEIVED ->
                    Stream.ofNullable(said.delivery).map(Handling.Delivery::receivedOn);
            case RATED -> said.ratings.stream().map(Handling.Rated::on);
            case RESOLVED -> Stream.ofNullable(it.resolvedOn);
            case REEXAMINATION_ASKED -> asked(said.reexamination);
            case REEXAMINED -> given(said.reexamination);
            case REEXAMINATION_READ -> read(said.reexamination);
            case FINAL_REVIEW_ASKED -> asked(said.finalReview);
            case HEARD -> said.hearings.stream().flatMap(day -> Stream.of(day.from(), day.to()));
            case FINALLY_REVIEWED -> given(said.finalReview);
            case FINAL_REVIEW_READ -> read(said.finalReview);
            case WITHDRAWN -> Stream.ofNullable(it.withdrawnOn);
        };
    }

    private static Stream<LocalDate> asked(Handling.Review review) {
        return Stream.ofNullable(review).map(Handling.Review::requestedOn);
    }

    private static Stream<LocalDate> given(Handling.Review review) {
        return Stream.ofNullable(review).flatMap(it -> Stream.ofNullable(it.on()));
    }

    private static Stream<LocalDate> read(Handling.Review review) {
        return Stream.ofNullable(review)
                .flatMap(it -> Stream.ofNullable(it.delivery()))
                .map(Handling.Delivery::receivedOn);
    }
}
