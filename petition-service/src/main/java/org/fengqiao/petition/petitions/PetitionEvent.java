package org.fengqiao.petition.petitions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/**
 * A petition as it now stands, on topic {@code petition.petition.v1}: codes, dates, counts,
 * divisions and ids. No person, no free text. Fields are only ever added, and optional.
 *
 * @param petitionNumber made of year and number: {@code (2024)信访字第12号}
 * @param registeredDivision where it was registered, whoever holds it now
 * @param contentClass six digits
 * @param joint whether more than one person signed; who visit together sign nothing
 */
record PetitionEvent(
        UUID id,
        int version,
        boolean voided,
        UUID matterId,
        String petitionNumber,
        String nationalNumber,
        PetitionStatus status,
        String division,
        String registeredDivision,
        String place,
        PetitionForm form,
        SubChannel subChannel,
        PetitionSource source,
        String senderDivision,
        PetitionPurpose purpose,
        HandlingClass handlingClass,
        Route route,
        String contentClass,
        Repetition repetition,
        boolean joint,
        int persons,
        HandlingUnit handlingUnit,
        LocalDate enteredOn,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Outcome outcome,
        @JsonUnwrapped Chain chain) {

    /**
     * The days of the life cycle; each is set once its step was taken.
     *
     * @param dueOn last day to conclude: XF 34 with its extensions or the limit of an assignment,
     *     the earlier; absent without a limit. It stays where the petition was withdrawn or
     *     refused: what counts then is which came first
     * @param dueOrConcludedOn the earlier of the two, which puts a matter with a limit into its
     *     period
     * @param limitStartedOn the day the first limit to conclude began: the day an assignment came
     *     over, else acceptance (XF 34); absent without a limit
     * @param tellDueOrToldOn the same as dueOrConcludedOn, of telling the petitioner
     */
    record Course(
            LocalDate petitionedOn,
            LocalDate registeredOn,
            LocalDate exchangedOn,
            LocalDate receivedOn,
            LocalDate toldOn,
            LocalDate tellDueOn,
            LocalDate tellDueOrToldOn,
            LocalDate acceptedOn,
            LocalDate refusedOn,
            LocalDate redirectedOn,
            LocalDate withdrawnOn,
            LocalDate dueOn,
            LocalDate dueOrConcludedOn,
            LocalDate limitStartedOn,
            Integer extensionDays,
            LocalDate concludedOn,
            LocalDate resolvedOn) {

        static Course of(Petition it) {
            Handling said = it.handling;
            LocalDate toldOn = said.toldOn();
            LocalDate dueOn = it.dueOn();
            return new Course(
                    it.petitionedOn,
                    it.registeredOn,
                    it.exchangedOn,
                    it.receivedOn,
                    toldOn,
                    it.tellDueOn,
                    it.tellDueOn == null ? null : earlier(it.tellDueOn, toldOn),
                    it.acceptedOn,
                    said.refused == null ? null : said.refused.on(),
                    said.redirected == null ? null : said.redirected.on(),
                    it.withdrawnOn,
                    dueOn,
                    dueOn == null ? null : earlier(dueOn, it.concludedOn),
                    limitStartedOn(it),
                    said.extensions.isEmpty() ? null : said.extensionDays(),
                    it.concludedOn,
                    it.resolvedOn);
        }

        private static LocalDate limitStartedOn(Petition it) {
            if (it.dueOn() == null) {
                return null;
            }
            return it.assignedDueOn != null ? it.exchangedOn : it.acceptedOn;
        }

        private static LocalDate earlier(LocalDate due, LocalDate done) {
            return Stream.of(due, done == null ? due : done).min(LocalDate::compareTo).get();
        }
    }

    /** What came of it: conclusion, reply, ratings, reviews. */
    record Outcome(
            ConclusionKind conclusionKind,
            OpinionOutcome opinionOutcome,
            LocalDate replyReceivedOn,
            LocalDate reexaminationRequestedOn,
            LocalDate reexaminedOn,
            LocalDate finalReviewRequestedOn,
            LocalDate finalReviewedOn,
            boolean rateable,
            Rating departmentRating,
            LocalDate departmentRatedOn,
            Rating unitRating,
            LocalDate unitRatedOn) {

        static Outcome of(Petition it) {
            Handling said = it.handling;
            Handling.Conclusion conclusion = said.conclusion;
            Handling.Rated department = said.rated(RatedBody.PETITION_DEPARTMENT);
            Handling.Rated unit = said.rated(RatedBody.HANDLING_UNIT);
            return new Outcome(
                    conclusion == null ? null : conclusion.kind(),
                    conclusion == null ? null : conclusion.outcome(),
                    said.delivery == null ? null : said.delivery.receivedOn(),
                    said.reexamination == null ? null : said.reexamination.requestedOn(),
                    said.reexamination == null ? null : said.reexamination.on(),
                    said.finalReview == null ? null : said.finalReview.requestedOn(),
                    said.finalReview == null ? null : said.finalReview.on(),
                    it.concludedOn != null,
                    department == null ? null : department.rating(),
                    department == null ? null : department.on(),
                    unit == null ? null : unit.rating(),
                    unit == null ? null : unit.on());
        }
    }

    /** The referral to mediation that stands, and what came of it. */
    record Chain(
            UUID referralId,
            UUID referralCommitteeId,
            String referralDisputeType,
            LocalDate referredToMediationOn,
            String mediationOutcome,
            LocalDate mediationEndedOn) {

        static Chain of(Handling.Referral it) {
            return it == null
                    ? null
                    : new Chain(
                            it.referralId(),
                            it.committeeId(),
                            it.disputeType(),
                            it.on(),
                            it.outcome(),
                            it.endedOn());
        }
    }

    static PetitionEvent of(Petition it) {
        return new PetitionEvent(
                it.id,
                it.version,
                it.voided,
                it.matterId,
                PetitionView.petitionNumber(it),
                it.nationalNumber,
                it.status,
                it.division,
                it.registeredDivision,
                it.place,
                it.form,
                it.subChannel,
                it.source,
                it.senderDivision,
                it.purpose,
                it.handlingClass,
                it.route,
                it.contentClass.code(),
                it.repetition,
                it.persons > 1 && it.form != PetitionForm.VISIT,
                it.persons,
                it.handlingUnit,
                it.enteredOn,
                Course.of(it),
                Outcome.of(it),
                Chain.of(it.handling.referral()));
    }
}
