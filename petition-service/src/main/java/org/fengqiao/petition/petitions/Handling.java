package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.DeliveryMethod;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.ReviewResult;

/**
 * What has been done with a petition: one document in its row. Texts are ciphertexts bound to
 * {@code petition}, the petition's id and the text's column.
 */
final class Handling {

    String summary;
    String request;
    String queryCode;
    Notice notice;
    Refused refused;
    Redirected redirected;
    final List<Sending> sendings = new ArrayList<>();
    final List<Objection> objections = new ArrayList<>();
    final List<Dispatch> dispatches = new ArrayList<>();
    final List<UrgentReport> urgentReports = new ArrayList<>();
    final List<Recusal> recusals = new ArrayList<>();
    final List<Referral> referrals = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    Conclusion conclusion;
    Delivery delivery;
    final List<Rated> ratings = new ArrayList<>();
    Resolution resolution;
    Review reexamination;
    Review finalReview;
    final List<Hearing> hearings = new ArrayList<>();

    /** The petitioner is told that the petition was received, and what comes next (XF 23). */
    record Notice(LocalDate on, boolean onTheSpot, boolean inWriting) {}

    record Refused(LocalDate on, RefusalGround ground, String explanation) {}

    /**
     * The petitioner is told which organ is competent.
     *
     * @param organ its name
     */
    record Redirected(LocalDate on, String organ) {}

    /**
     * A transfer or an assignment (XF 22).
     *
     * @param dueOn the limit set with an assignment; {@code null} with a transfer
     * @param formerSource how it had come to the organ that sends it, like the other former facts:
     *     it goes back to that organ as it was
     */
    record Sending(
            LocalDate on,
            PetitionSource how,
            String from,
            String to,
            HandlingUnit unit,
            LocalDate dueOn,
            PetitionSource formerSource,
            String formerSender,
            LocalDate formerReceivedOn,
            LocalDate formerExchangedOn,
            LocalDate formerAssignedDueOn) {}

    /**
     * "Not ours" (XF 23).
     *
     * @param consented whether the sender took the petition back; {@code null} while undecided
     */
    record Objection(
            LocalDate on, String reason, LocalDate decidedOn, Boolean consented, String decision) {}

    /**
     * Given to a unit inside the organ.
     *
     * @param handler subject of the person at the identity provider; {@code null} where only the
     *     unit is named
     */
    record Dispatch(LocalDate on, HandlingUnit unit, String handler) {}

    @Schema(name = "UrgentReportMade")
    record UrgentReport(LocalDate on, String receiver, String matter) {}

    /**
     * @param handler subject of who stands down
     * @param replacedBy subject of who takes over
     */
    record Recusal(LocalDate on, String handler, String replacedBy, String reason) {}

    /**
     * A referral to a people's mediation committee (XF 33).
     *
     * @param committeeId the committee that mediates: after a handover, the one that took over
     * @param committeeDivision where the committee sits: its mediators may fetch the parties
     * @param caseId the case it became there; {@code null} until the committee's service has it
     * @param caseVersion the version of the case that was last learnt of
     * @param outcome the status of the case as mediation tells it; {@code null} until it has ended
     */
    record Referral(
            UUID referralId,
            LocalDate on,
            UUID committeeId,
            String committeeDivision,
            String disputeType,
            UUID caseId,
            Integer caseVersion,
            String outcome,
            LocalDate endedOn) {

        /**
         * Whether what mediation tells is new. A handover makes a later case, and the ids of cases
         * grow with time: what an earlier case or version said comes late.
         */
        boolean isNews(Referral told) {
            if (caseId == null) {
                return true;
            }
            int order = told.caseId.toString().compareTo(caseId.toString());
            boolean late = order < 0 || order == 0 && told.caseVersion < caseVersion;
            return !late && !told.atVersion(caseVersion).equals(this);
        }

        private Referral atVersion(Integer version) {
            return new Referral(
                    referralId,
                    on,
                    committeeId,
                    committeeDivision,
                    disputeType,
                    caseId,
                    version,
                    outcome,
                    endedOn);
        }
    }

    /**
     * More time (XF 34).
     *
     * @param on approved by the head of the organ
     * @param toldOn the petitioner was told the reason
     */
    record Extension(LocalDate on, int days, String approvedBy, LocalDate toldOn, String reason) {

        /** Whether it was approved and told before that day: only then it counts (XF 34). */
        boolean isBefore(LocalDate dueOn) {
            return on.isBefore(dueOn) && toldOn.isBefore(dueOn);
        }
    }

    /** How the petition was concluded; the four texts of a handling opinion are those of XF 32. */
    record Conclusion(
            LocalDate on,
            ConclusionKind kind,
            OpinionOutcome outcome,
            String facts,
            String opinion,
            String legalBasis) {}

    /**
     * A written reply on its way to the petitioner.
     *
     * @param receivedOn the day it was received: the period to ask for a review starts (XF 35, 36)
     */
    record Delivery(LocalDate on, LocalDate receivedOn, DeliveryMethod method) {}

    record Rated(LocalDate on, RatedBody of, Rating rating) {}

    /** Settled in substance (化解), which is not the same as concluded (办结). */
    record Resolution(LocalDate on, String how) {}

    /**
     * A reexamination or final review.
     *
     * @param requestedOn receipt of the request by the organ that reviews
     */
    record Review(
            LocalDate requestedOn,
            String grounds,
            LocalDate on,
            ReviewResult result,
            String opinion,
            Delivery delivery) {

        Review delivered(Delivery it) {
            return new Review(requestedOn, grounds, on, result, opinion, it);
        }
    }

    /** A hearing in the final review: its days are not counted (XF 36). */
    record Hearing(LocalDate from, LocalDate to) {}

    /** The last rating of that body, or {@code null}. */
    Rated rated(RatedBody body) {
        return ratings.stream()
                .filter(it -> it.of() == body)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** The day of the last rating, or {@code null}. */
    LocalDate lastRatedOn() {
        return ratings.stream().map(Rated::on).max(LocalDate::compareTo).orElse(null);
    }

    /** The referral to mediation that stands, or {@code null}. */
    Referral referral() {
        return referrals.isEmpty() ? null : referrals.get(referrals.size() - 1);
    }

    /** The referral whose outcome is not known yet, or {@code null}. */
    Referral openReferral() {
        Referral last = referral();
        return last == null || last.outcome() != null ? null : last;
    }

    /** The referral of that id, which may be a former one. */
    Referral referral(UUID id) {
        return referrals.stream().filter(it -> it.referralId().equals(id)).findFirst().get();
    }

    /** The sending that brought it to that organ; {@code null} where it was registered there. */
    Sending sendingTo(String organ) {
        return sendings.stream()
                .filter(it -> it.to().equals(organ))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** The organ that the limit was set for; {@code null} where it was there when registered. */
    String assignedTo(LocalDate dueOn) {
        return sendings.stream()
                .filter(it -> dueOn.equals(it.dueOn()))
                .reduce((first, last) -> last)
                .map(Sending::to)
                .orElse(null);
    }

    /** The day the petitioner was told in writing what becomes of the petition, or {@code null}. */
    LocalDate toldOn() {
        if (notice != null) {
            return notice.on();
        }
        if (redirected != null) {
            return redirected.on();
        }
        return refused == null ? null : refused.on();
    }

    int extensionDays() {
        return extensions.stream().mapToInt(Extension::days).sum();
    }
}
