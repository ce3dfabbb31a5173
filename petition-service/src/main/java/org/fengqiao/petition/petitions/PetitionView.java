package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/**
 * A petition as it is shown. Petitioners are masked and texts left out unless the caller may read
 * persons and says why; such a reading is audited.
 *
 * @param petitionNumber {@code (2024)信访字第12号}
 * @param division the organ that holds the petition now
 * @param dueOn last day to conclude (XF 34, or the limit of an assignment); absent without a limit
 * @param skippedNotice whether nobody need be told, since name or address is unclear (XF 23)
 * @param nextSteps the steps the life cycle allows the caller from here
 */
@Schema(name = "PetitionView")
record PetitionView(
        UUID id,
        int version,
        String petitionNumber,
        String nationalNumber,
        UUID matterId,
        PetitionStatus status,
        String statusLabel,
        boolean voided,
        String division,
        String registeredDivision,
        String place,
        String household,
        String residence,
        PetitionForm form,
        SubChannel subChannel,
        PetitionSource source,
        String senderDivision,
        PetitionPurpose purpose,
        HandlingClass handlingClass,
        Route route,
        ContentClass contentClass,
        Repetition repetition,
        UUID repeatsId,
        int persons,
        HandlingUnit handlingUnit,
        String handler,
        LocalDate petitionedOn,
        LocalDate registeredOn,
        LocalDate exchangedOn,
        LocalDate receivedOn,
        LocalDate toldOn,
        LocalDate tellDueOn,
        boolean skippedNotice,
        LocalDate acceptedOn,
        LocalDate dueOn,
        LocalDate assignedDueOn,
        LocalDate concludedOn,
        LocalDate resolvedOn,
        LocalDate withdrawnOn,
        boolean personsShown,
        List<Petitioner> petitioners,
        Said said,
        List<PetitionStep> nextSteps) {

    /** What was done and said; texts only for who may read persons. */
    @Schema(name = "PetitionHandling")
    record Said(
            String summary,
            String request,
            String queryCode,
            Handling.Notice notice,
            Handling.Refused refused,
            Handling.Redirected redirected,
            List<Handling.Sending> sendings,
            List<Handling.Objection> objections,
            List<Handling.Dispatch> dispatches,
            List<Handling.UrgentReport> urgentReports,
            List<Handling.Recusal> recusals,
            List<Handling.Referral> referrals,
            List<Handling.Extension> extensions,
            Handling.Conclusion conclusion,
            Handling.Delivery delivery,
            List<Handling.Rated> ratings,
            Handling.Resolution resolution,
            Handling.Review reexamination,
            Handling.Review finalReview,
            List<Handling.Hearing> hearings) {}

    /** A petition in a list: no person, no text. */
    @Schema(name = "PetitionItem")
    record Item(
            UUID id,
            int version,
            String petitionNumber,
            String nationalNumber,
            UUID matterId,
            PetitionStatus status,
            boolean voided,
            String division,
            String place,
            PetitionForm form,
            ContentClass contentClass,
            HandlingUnit handlingUnit,
            LocalDate registeredOn,
            LocalDate acceptedOn,
            LocalDate dueOn,
            LocalDate concludedOn) {

        static Item of(Petition it) {
            return new Item(
                    it.id,
                    it.version,
                    PetitionView.petitionNumber(it),
                    it.nationalNumber,
                    it.matterId,
                    it.status,
                    it.voided,
                    it.division,
                    it.place,
                    it.form,
                    it.contentClass,
                    it.handlingUnit,
                    it.registeredOn,
                    it.acceptedOn,
                    it.dueOn(),
                    it.concludedOn);
        }
    }

    static String petitionNumber(Petition it) {
        return "(" + it.year + ")信访字第" + it.number + "号";
    }
}
