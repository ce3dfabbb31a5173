package org.fengqiao.mediation.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.SettlementBasis;

/**
 * A case as it now stands, on topic {@code mediation.case.v1}: codes, dates, counts, divisions and
 * ids. No person, no free text. Fields are only ever added, and optional.
 *
 * @param referralId the petition office's referral, at the case that it is mediated in now
 * @param acceptedElsewhere whether the committee the matter came from had accepted it; absent if
 *     not
 * @param counselJoinedOn the first day counsel took part
 * @param caseNumber 卷号, made of year and number: {@code (2024)人调字第12号}
 */
record CaseEvent(
        UUID id,
        int version,
        boolean voided,
        UUID matterId,
        String caseNumber,
        CaseStatus status,
        String division,
        String place,
        UUID committeeId,
        CommitteeLevel committeeLevel,
        CaseSource source,
        Referrer referrer,
        UUID referralId,
        String disputeType,
        DisputeSubtype disputeSubtype,
        SettlementBasis basis,
        Difficulty difficulty,
        int personsInvolved,
        BigDecimal amountYuan,
        LocalDate enteredOn,
        LocalDate registeredOn,
        LocalDate archivedOn,
        Boolean acceptedElsewhere,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Outcome outcome,
        @JsonUnwrapped Prevented prevented,
        List<UUID> counselIds,
        LocalDate counselJoinedOn) {

    /** The days of the life cycle; each is set once its step was taken. */
    record Course(
            LocalDate acceptedOn,
            LocalDate refusedOn,
            LocalDate withdrawnOn,
            LocalDate handedOverOn,
            LocalDate endedByPartyOn,
            LocalDate terminatedOn,
            LocalDate agreedOn,
            LocalDate closedOn,
            LocalDate endedOn,
            LocalDate mediationDueOn) {

        static Course of(MediationCase it) {
            return new Course(
                    it.acceptedOn,
                    endedAs(it, CaseStatus.REFUSED),
                    endedAs(it, CaseStatus.WITHDRAWN),
                    endedAs(it, CaseStatus.HANDED_OVER),
                    endedAs(it, CaseStatus.ENDED_BY_PARTY),
                    endedAs(it, CaseStatus.NOT_AGREED),
                    it.proceedings
                            .agreements()
                            .map(Proceedings.Agreement::agreedOn)
                            .findFirst()
                            .orElse(null),
                    it.closedOn,
                    it.endedOn,
                    it.mediationDueOn);
        }

        private static LocalDate endedAs(MediationCase it, CaseStatus status) {
            return it.status == status ? it.endedOn : null;
        }
    }

    /** What came of it: agreement, performance, judicial confirmation, remedies told. */
    record Outcome(
            AgreementForm agreementForm,
            BigDecimal agreementAmountYuan,
            Boolean confirmable,
            LocalDate confirmationWindowEndsOn,
            LocalDate confirmationAppliedOn,
            LocalDate confirmationRuledOn,
            Boolean confirmed,
            LocalDate performedOn,
            Boolean guidedToLitigation) {

        static Outcome of(MediationCase it) {
            Proceedings.Agreement agreement = it.proceedings.agreement;
            Proceedings.Confirmation confirmation = it.proceedings.confirmation;
            Proceedings.Ended ended = it.proceedings.ended;
            ConfirmationRuling ruling = confirmation == null ? null : confirmation.ruling();
            return new Outcome(
                    agreement == null ? null : agreement.form(),
                    it.agreementAmountYuan(),
                    agreement == null ? null : it.confirmable(),
                    it.confirmationWindowEndsOn,
                    confirmation == null ? null : confirmation.appliedOn(),
                    confirmation == null ? null : confirmation.ruledOn(),
                    ruling == null ? null : ruling == ConfirmationRuling.CONFIRMED,
                    it.performedOn,
                    ended == null || ended.remediesTold().isEmpty()
                            ? null
                            : ended.remediesTold().contains(Remedy.LITIGATION));
        }
    }

    /** What was prevented, by kind: the day and the persons. */
    record Prevented(
            LocalDate crimePreventedOn,
            Integer crimePreventedPersons,
            LocalDate groupPetitionPreventedOn,
            Integer groupPetitionPreventedPersons,
            LocalDate suicidePreventedOn,
            Integer suicidePreventedPersons,
            LocalDate groupFightPreventedOn,
            Integer groupFightPreventedPersons) {

        static Prevented of(MediationCase it) {
            return new Prevented(
                    on(it, PreventionKind.CRIME),
                    persons(it, PreventionKind.CRIME),
                    on(it, PreventionKind.GROUP_PETITION),
                    persons(it, PreventionKind.GROUP_PETITION),
                    on(it, PreventionKind.SUICIDE),
                    persons(it, PreventionKind.SUICIDE),
                    on(it, PreventionKind.GROUP_FIGHT),
                    persons(it, PreventionKind.GROUP_FIGHT));
        }

        private static LocalDate on(MediationCase it, PreventionKind kind) {
            return act(it, kind).map(Proceedings.PreventionAct::on).orElse(null);
        }

        private static Integer persons(MediationCase it, PreventionKind kind) {
            return act(it, kind).map(Proceedings.PreventionAct::persons).orElse(null);
        }

        private static Optional<Proceedings.PreventionAct> act(
                MediationCase it, PreventionKind kind) {
            return it.proceedings.preventionActs.stream()
                    .filter(act -> act.kind() == kind)
                    .findFirst();
        }
    }

    static CaseEvent of(MediationCase it) {
        return new CaseEvent(
                it.id,
                it.version,
                it.voided,
                it.matterId,
                CaseView.caseNumber(it),
                it.status,
                it.division,
                it.place,
                it.committeeId,
                it.committeeLevel,
                it.source,
                it.referrer,
                it.referralId,
                it.disputeType.code(),
                it.disputeSubtype,
                it.basis,
                it.difficulty,
                it.personsInvolved,
                it.amountYuan,
                it.enteredOn,
                it.registeredOn,
                it.archivedOn,
                it.acceptedElsewhere ? true : null,
                Course.of(it),
                Outcome.of(it),
                Prevented.of(it),
                it.proceedings.counselIds.isEmpty() ? null : List.copyOf(it.proceedings.counselIds),
                it.counselJoinedOn());
    }
}
