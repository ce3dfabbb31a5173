package org.fengqiao.mediation.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
    final List<Variation> variations = new ArrayList<>();
    final List<Performance> performances = new ArrayList<>();
    Confirmation confirmation;
    final List<FollowUpVisit> followUpVisits = new ArrayList<>();
    final List<PreventionAct> preventionActs = new ArrayList<>();
    final List<RiskReport> riskReports = new ArrayList<>();
    final Set<FileItem> fileItems = EnumSet.noneOf(FileItem.class);

    /** A mediator stands down or is replaced on a party's wish (RT 15, 19). */
    record Recusal(LocalDate on, UUID mediatorId, UUID replacedById, String reason) {}

    /** One sitting (RT 22), recorded (RT 27). */
    record Session(LocalDate on, List<UUID> mediatorIds, List<UUID> counselIds, String record) {}

    /** More time, by consent of both parties. */
    record Extension(LocalDate on, int days, String reason) {}

    /** Not accepted, and why (RT 17). */
    record Refused(LocalDate on, RefusalGround ground, String explanation) {}

    /** Ended without agreement; the remedies were told (RT 26). */
    record Ended(LocalDate on, TerminationCause cause, List<Remedy> remediesTold) {}

    /** What is owed by when. */
    record Instalment(LocalDate dueOn, BigDecimal amountYuan) {}

    /** The agreement (RT 28–30). {@code content} is a ciphertext. */
    record Agreement(
            LocalDate agreedOn,
            LocalDate effectiveOn,
            AgreementForm form,
            String content,
            BigDecimal amountYuan,
            ConfirmationBar confirmationBar,
            List<Instalment> instalments) {}

    /** A later agreement in place of the first (RT 33). */
    record Variation(
            LocalDate on, String content, BigDecimal amountYuan, List<Instalment> instalments) {}

    /** What was performed, seen by the committee (RT 31). */
    record Performance(LocalDate on, PerformanceState state, BigDecimal amountYuan) {}

    /** Judicial confirmation: applied for jointly, accepted, ruled on (RT 33; QR 4, 5). */
    record Confirmation(
            LocalDate appliedOn,
            LocalDate courtAcceptedOn,
            LocalDate ruledOn,
            ConfirmationRuling ruling) {}

    /** A visit after the case (回访), not a petitioner's and not counsel's. */
    record FollowUpVisit(LocalDate on, String finding) {}

    /** Something worse was prevented, on a day, for so many persons. */
    record PreventionAct(LocalDate on, PreventionKind kind, int persons) {}

    /** A report to the police or another department (RT 25). */
    record RiskReport(LocalDate on, RiskReceiver receiver, String risk) {}
}
