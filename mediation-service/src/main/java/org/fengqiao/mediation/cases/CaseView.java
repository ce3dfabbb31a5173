package org.fengqiao.mediation.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.FileItem;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.SettlementBasis;

/**
 * A case as it is shown. Persons are masked and texts left out unless the caller may read persons
 * and says why; such a reading is audited.
 *
 * @param caseNumber 卷号: {@code (2024)人调字第12号}
 * @param referralId the petition office's referral that the case came by
 * @param mediationDueOn last day of the mediation limit (a setting, 30 days from acceptance)
 * @param erasedOn the day its persons and texts were erased, after the period of retention
 * @param overdueInstalments instalments that fell due and are not performed (RT 31)
 * @param nextSteps the steps the life cycle allows from here
 */
@Schema(name = "MediationCaseView")
record CaseView(
        UUID id,
        int version,
        String caseNumber,
        UUID matterId,
        CaseStatus status,
        String statusLabel,
        boolean voided,
        UUID committeeId,
        CommitteeLevel committeeLevel,
        String division,
        String place,
        CaseSource source,
        Referrer referrer,
        UUID referralId,
        DisputeType disputeType,
        DisputeSubtype disputeSubtype,
        SettlementBasis basis,
        Difficulty difficulty,
        int personsInvolved,
        BigDecimal amountYuan,
        LocalDate registeredOn,
        LocalDate acceptedOn,
        LocalDate closedOn,
        LocalDate endedOn,
        LocalDate mediationDueOn,
        LocalDate confirmationWindowEndsOn,
        LocalDate performedOn,
        LocalDate archivedOn,
        LocalDate erasedOn,
        UUID handedOverTo,
        UUID handedOverFrom,
        boolean personsShown,
        List<Party> parties,
        Said said,
        List<Proceedings.Instalment> overdueInstalments,
        List<CaseStep> nextSteps) {

    /** What was said and done; texts only for who may read persons. */
    @Schema(name = "CaseProceedings")
    record Said(
            String summary,
            String requests,
            List<UUID> mediatorIds,
            List<UUID> counselIds,
            List<Proceedings.Recusal> recusals,
            List<Proceedings.Session> sessions,
            List<Proceedings.Extension> extensions,
            Proceedings.Refused refused,
            Proceedings.Ended ended,
            Proceedings.Agreement agreement,
            List<Proceedings.Agreement> formerAgreements,
            List<Proceedings.Performance> performances,
            Proceedings.Confirmation confirmation,
            List<Proceedings.Confirmation> formerConfirmations,
            List<Proceedings.FollowUpVisit> followUpVisits,
            List<Proceedings.PreventionAct> preventionActs,
            List<Proceedings.RiskReport> riskReports,
            List<FileItem> fileItems) {}

    /** A case in a list: no person, no text. */
    @Schema(name = "MediationCaseItem")
    record Item(
            UUID id,
            int version,
            String caseNumber,
            UUID matterId,
            CaseStatus status,
            boolean voided,
            UUID committeeId,
            String division,
            String place,
            DisputeType disputeType,
            LocalDate registeredOn,
            LocalDate closedOn,
            LocalDate mediationDueOn) {

        static Item of(MediationCase it) {
            return new Item(
                    it.id,
                    it.version,
                    CaseView.caseNumber(it),
                    it.matterId,
                    it.status,
                    it.voided,
                    it.committeeId,
                    it.division,
                    it.place,
                    it.disputeType,
                    it.registeredOn,
                    it.closedOn,
                    it.mediationDueOn);
        }
    }

    /** One line of the file's list of contents. */
    @Schema(name = "CaseFileItem")
    record FileLine(int number, FileItem item, String title, boolean must, boolean present) {}

    static String caseNumber(MediationCase it) {
        return "(" + it.year + ")人调字第" + it.number + "号";
    }
}
