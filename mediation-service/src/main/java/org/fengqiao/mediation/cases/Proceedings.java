package org.fengqiao.mediation.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.FileItem;
import org.fengqiao.mediation.codes.PerformanceState;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.RiskReceiver;
import org.fengqiao.mediation.codes.TerminationCause;

/**
 * What has happened in a case beyond its dates: one document in the case's row. Texts are
 * ciphertexts bound to {@code mediation_case}, the case's id and the text's column.
 */
final class Proceedings {

    String summary;
    String requests;
    final List<UUID> mediatorIds = new ArrayList<>();
    final Set<UUID> counselIds = new TreeSet<>();
    final List<Recusal> recusals = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    Refused refused;
    Ended ended;
    Agreement agreement;
    final List<Agreement> formerAgreements = new ArrayList<>();
    final List<Performance> performances = new ArrayList<>();
    Confirmation confirmation;
    final List<FollowUpVisit> followUpVisits = new ArrayList<>();
    final List<PreventionAct> preventionActs = new ArrayList<>();
    final List<RiskReport> riskReports = new ArrayList<>();
    final Set<FileItem> fileItems = EnumSet.noneOf(FileItem.class);

    /** All agreements, the first one first; the last one stands. */
    Stream<Agreement> agreements() {
        return Stream.concat(formerAgreements.stream(), Stream.ofNullable(agreement));
    }

    /** A mediator stands down or is replaced on a party's wish (RT 19). */
    record Recusal(LocalDate on, UUID mediatorId, UUID replacedById, String reason) {}

    /** One sitting, and what was recorded (RT 22). */
    record Session(LocalDate on, List<UUID> mediatorIds, List<UUID> counselIds, String record) {}

    /** More time, by consent of both parties. */
    record Extension(LocalDate on, int days, String reason) {}

    /** Not accepted, and why (RT 17); no ground where a ledger gives none. */
    record Refused(LocalDate on, RefusalGround ground, String explanation) {}

    /**
     * Ended without agreement (RT 26), or by a party (RT 23); the remedies told, none where a
     * ledger names none.
     */
    record Ended(LocalDate on, TerminationCause cause, List<Remedy> remediesTold) {}

    /** What is owed by when. */
    record Instalment(LocalDate dueOn, BigDecimal amountYuan) {}

    /** An agreement (RT 28). {@code content} is a ciphertext. */
    record Agreement(
            LocalDate agreedOn,
            LocalDate effectiveOn,
            AgreementForm form,
            String content,
            BigDecimal amountYuan,
            ConfirmationBar confirmationBar,
            List<Instalment> instalments) {

        /** This one in place of another, whose amount and instalments stand where it has none. */
        Agreement inPlaceOf(Agreement former) {
            return new Agreement(
                    agreedOn,
                    effectiveOn,
                    form,
                    content,
                    amountYuan == null ? former.amountYuan : amountYuan,
                    confirmationBar,
                    instalments == null ? former.instalments : instalments);
        }

        /**
         * The same, in effect from another day; reached that day too, if it took effect at once.
         */
        Agreement effectiveFrom(LocalDate day) {
            LocalDate reached = agreedOn.equals(effectiveOn) ? day : agreedOn;
            return new Agreement(
                    reached, day, form, content, amountYuan, confirmationBar, instalments);
        }
    }

    /** What was performed, seen by the committee (RT 31). */
    record Performance(LocalDate on, PerformanceState state, BigDecimal amountYuan) {}

    /** Judicial confirmation: applied for jointly (RT 33), accepted, ruled on (MS 206). */
    record Confirmation(
            LocalDate appliedOn,
            LocalDate courtAcceptedOn,
            LocalDate ruledOn,
            ConfirmationRuling ruling) {}

    /** A visit after the case (回访), not a petitioner's and not counsel's. */
    record FollowUpVisit(LocalDate on, String finding) {}

    /** Something worse was prevented, on a day, for so many persons: none given where unknown. */
    record PreventionAct(LocalDate on, PreventionKind kind, Integer persons) {}

    /** A report to the police or another department (RT 25). */
    record RiskReport(LocalDate on, RiskReceiver receiver, String risk) {}
}
