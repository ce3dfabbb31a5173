package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.PerformanceState;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.TerminationCause;

/** The lawful steps that a ledger's row tells of, on the ledger's own dates; taken in memory. */
@ApplicationScoped
class CaseRowSteps {

    private final CaseDeadlines deadlines;
    private final CasePersons persons;

    CaseRowSteps(CaseDeadlines deadlines, CasePersons persons) {
        this.deadlines = deadlines;
        this.persons = persons;
    }

    /** Takes the steps the row has and the case has not taken yet. */
    void take(MediationCase it, LedgerRow row, List<UUID> mediators, Command command) {
        String outcome = row.code("调解结果");
        if (it.acceptedOn == null && row.has("受理日期")) {
            it.accept(day(row, "受理日期", command), mediators);
        }
        if (it.proceedings.sessions.isEmpty() && row.has("调解日期")) {
            it.holdSession(
                    new Proceedings.Session(
                            day(row, "调解日期", command), mediators, CounselIds.of(row), null));
        }
        if (it.endedOn == null && outcome != null) {
            end(it, row, CaseStatus.valueOf(outcome), day(row, "结案日期", command));
        }
        deadlines.count(it);
        afterwards(it, row, command);
    }

    /** Brings what describes the case in line with the changed row; the dates of past steps too. */
    void correct(MediationCase it, LedgerRow row, NewCase given) {
        CaseCorrection correction =
                new CaseCorrection(
                        "台账更正 Corrected in the ledger",
                        given.source(),
                        given.referrer(),
                        given.disputeType(),
                        null,
                        null,
                        given.difficulty(),
                        given.place(),
                        given.personsInvolved(),
                        given.amountYuan(),
                        row.amount("协议金额"),
                        given.on(),
                        row.date("受理日期"),
                        row.date("结案日期"),
                        null,
                        null,
                        null,
                        given.summary(),
                        given.counselIds(),
                        given.parties());
        it.correct(correction.reason(), () -> correction.applyTo(it, persons));
    }

    private static void end(MediationCase it, LedgerRow row, CaseStatus outcome, LocalDate on) {
        switch (outcome) {
            case AGREED -> it.agree(agreement(row, on));
            case NOT_AGREED -> it.end(ended(on, TerminationCause.NO_AGREEMENT));
            case ENDED_BY_PARTY -> it.end(ended(on, TerminationCause.PARTY_ENDS));
            case WITHDRAWN -> it.withdraw(on, "台账：撤回");
            case REFUSED ->
                    it.refuse(new Proceedings.Refused(on, RefusalGround.PARTY_REFUSES, null));
            case REGISTERED, ACCEPTED, IN_MEDIATION, HANDED_OVER ->
                    throw row.refuse("调解结果", "OUTCOME", "不是结案结果", "is no outcome");
        }
    }

    /** A ledger does not say which remedies were told; litigation always is one (RT 26). */
    private static Proceedings.Ended ended(LocalDate on, TerminationCause cause) {
        return new Proceedings.Ended(on, cause, List.of(Remedy.LITIGATION));
    }

    private static Proceedings.Agreement agreement(LedgerRow row, LocalDate on) {
        AgreementForm form = row.code("协议形式", AgreementForm.class);
        if (form == null) {
            throw row.refuse("协议形式", "REQUIRED", "调解成功须填协议形式", "required when agreed");
        }
        return new Proceedings.Agreement(
                on, on, form, null, row.amount("协议金额"), ConfirmationBar.NONE, List.of());
    }

    private static void afterwards(MediationCase it, LedgerRow row, Command command) {
        if (it.performedOn == null && row.has("履行日期")) {
            it.recordPerformance(
                    new Proceedings.Performance(
                            day(row, "履行日期", command), PerformanceState.PERFORMED, null));
        }
        if (it.proceedings.confirmation == null && row.has("司法确认申请日期")) {
            it.applyForConfirmation(day(row, "司法确认申请日期", command));
        }
        if (row.has("司法确认裁定日期") && it.proceedings.confirmation.ruledOn() == null) {
            it.ruleOnConfirmation(
                    new Proceedings.Confirmation(
                            null, null, day(row, "司法确认裁定日期", command), ruling(row)));
        }
        if (it.proceedings.preventionActs.isEmpty() && row.has("防止情形")) {
            Integer persons = row.integer("防止人数");
            it.prevent(
                    new Proceedings.PreventionAct(
                            day(row, "防止日期", command),
                            row.code("防止情形", PreventionKind.class),
                            persons == null ? 1 : persons));
        }
    }

    private static ConfirmationRuling ruling(LedgerRow row) {
        if (!row.has("司法确认结果") || !row.has("司法确认申请日期")) {
            throw row.refuse("司法确认结果", "REQUIRED", "有裁定须填申请日期和结果", "required with a ruling");
        }
        return row.code("司法确认结果", ConfirmationRuling.class);
    }

    /** A date of a step: missing ones stay missing, so the step's own date is required. */
    private static LocalDate day(LedgerRow row, String title, Command command) {
        LocalDate on = row.date(title);
        if (on == null) {
            throw row.refuse(title, "REQUIRED", "该步骤须填日期", "the step needs its date");
        }
        if (on.isAfter(command.today())) {
            throw row.refuse(title, "DATE_IN_FUTURE", "日期不能晚于今天", "in the future");
        }
        return on;
    }
}
