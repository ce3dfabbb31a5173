package org.fengqiao.mediation.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    final List<Confirmation> formerConfirmations = new ArrayList<>();
    final List<FollowUpVisit> followUpVisits = new ArrayList<>();
    final List<PreventionAct> preventionActs = new ArrayList<>();

    /** Kinds recorded by the committees that the matter came from: they stay there. */
    final Set<PreventionKind> preventedElsewhere = EnumSet.noneOf(PreventionKind.class);

    final List<RiskReport> riskReports = new ArrayList<>();
    final Set<FileItem> fileItems = EnumSet.noneOf(FileItem.class);

    /** Whether each kind was prevented at most once in the matter, so that it counts once. */
    boolean preventsOncePerKind() {
        List<PreventionKind> kinds = preventionActs.stream().map(PreventionAct::kind).toList();
        return Set.copyOf(kinds).size() == kinds.size()
                && kinds.stream().noneMatch(preventedElsewhere::contains);
    }

    /** All agreements, the first one first; the last one stands. */
    Stream<Agreement> agreements() {
        return Stream.concat(formerAgreements.stream(), Stream.ofNullable(agreement));
    }

    /**
     * The day the agreement that stands was performed in full; by the dates, not by the order of
     * entry. A later look that finds the same does not move it; {@code null} where the last word is
     * another one.
     */
    LocalDate performedOn() {
        LocalDate day = null;
        for (Performance it : performancesInTurn().toList()) {
            boolean inFull = it.state() == PerformanceState.PERFORMED;
            day = !inFull ? null : day == null ? it.on() : day;
        }
        return day;
    }

    /**
     * The day each instalment of the agreement that stands was paid, {@code null} while it is not:
     * by the sums where both sides have them, else one payment pays one instalment. Performance in
     * full pays all.
     */
    List<LocalDate> instalmentsPaidOn() {
        List<Instalment> owed = agreement == null ? List.of() : agreement.instalments();
        List<Performance> paid =
                performancesInTurn().filter(it -> it.state() != PerformanceState.NOT).toList();
        boolean sums =
                owed.stream().allMatch(it -> it.amountYuan() != null)
                        && paid.stream()
                                .filter(it -> it.state() == PerformanceState.PARTLY)
                                .allMatch(it -> it.amountYuan() != null);
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < owed.size(); i++) {
            BigDecimal due = sums ? sum(owed.subList(0, i + 1)) : BigDecimal.valueOf(i + 1L);
            days.add(dayPaid(paid, due, sums));
        }
        return days;
    }

    private static LocalDate dayPaid(List<Performance> paid, BigDecimal due, boolean sums) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Performance it : paid) {
            boolean inFull = it.state() == PerformanceState.PERFORMED;
            sum = sum.add(inFull ? due : sums ? it.amountYuan() : BigDecimal.ONE);
            if (sum.compareTo(due) >= 0) {
                return it.on();
            }
        }
        return null;
    }

    private static BigDecimal sum(List<Instalment> owed) {
        return owed.stream().map(Instalment::amountYuan).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Performance> performancesInTurn() {
        LocalDate since = formerAgreements.isEmpty() ? LocalDate.MIN : agreement.agreedOn();
        return performances.stream()
                .filter(it -> !it.on().isBefore(since))
                .sorted(Comparator.comparing(Performance::on));
    }

    /** The first sitting that counsel took part in. */
    Optional<LocalDate> firstSessionOfCounsel() {
        return sessions.stream()
                .filter(it -> it.counselIds != null && !it.counselIds.isEmpty())
                .map(Session::on)
                .min(Comparator.naturalOrder());
    }

    /** Takes every text out; days, codes, counts and sums stay. */
    void forgetTexts() {
        summary = null;
        requests = null;
        recusals.replaceAll(it -> new Recusal(it.on, it.mediatorId, it.replacedById, null));
        sessions.replaceAll(it -> new Session(it.on, it.mediatorIds, it.counselIds, null));
        extensions.replaceAll(it -> new Extension(it.on, it.days, null));
        refused = refused == null ? null : new Refused(refused.on, refused.ground, null);
        agreement = agreement == null ? null : agreement.withoutContent();
        formerAgreements.replaceAll(Agreement::withoutContent);
        followUpVisits.replaceAll(it -> new FollowUpVisit(it.on, null));
        riskReports.replaceAll(it -> new RiskReport(it.on, it.receiver, null));
    }

    /** A mediator stands down or is replaced on a party's wish (a setting). */
    record Recusal(LocalDate on, UUID mediatorId, UUID replacedById, String reason) {}

    /** One sitting, and what was recorded (RT 22). */
    @Schema(name = "MediationSession")
    record Session(LocalDate on, List<UUID> mediatorIds, List<UUID> counselIds, String record) {}

    /** More time, by consent of both parties. */
    @Schema(name = "ExtensionGranted")
    record Extension(LocalDate on, int days, String reason) {}

    /** Not accepted, and why (RT 17); no ground where a ledger gives none. */
    @Schema(name = "CaseRefused")
    record Refused(LocalDate on, RefusalGround ground, String explanation) {}

    /**
     * Ended without agreement (RT 26), or by a party (RT 23); the remedies told, none where a
     * ledger names none.
     */
    @Schema(name = "CaseEnded")
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

        private Agreement withoutContent() {
            return new Agreement(
                    agreedOn, effectiveOn, form, null, amountYuan, confirmationBar, instalments);
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

    /**
     * Judicial confirmation: applied for jointly (RT 33), accepted, ruled on (MS 206).
     *
     * @param courtExtensionDays by which the court extended its time to rule (QR 5), or {@code
     *     null}
     */
    @Schema(name = "JudicialConfirmation")
    record Confirmation(
            LocalDate appliedOn,
            LocalDate courtAcceptedOn,
            LocalDate ruledOn,
            ConfirmationRuling ruling,
            Integer courtExtensionDays) {}

    /** A visit after the case (回访), not a petitioner's and not counsel's. */
    record FollowUpVisit(LocalDate on, String finding) {}

    /** Something worse was prevented, on a day, for so many persons: none given where unknown. */
    record PreventionAct(LocalDate on, PreventionKind kind, Integer persons) {}

    /** A report to the police or another department (RT 25). */
    record RiskReport(LocalDate on, RiskReceiver receiver, String risk) {}
}
