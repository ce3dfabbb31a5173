package org.fengqiao.mediation.cases;

import java.time.LocalDate;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.SettlementBasis;

/**
 * What an agreement must have beyond its place in the life cycle; the same for one reached, one
 * that takes its place, and one corrected.
 */
final class AgreementRules {

    private AgreementRules() {}

    static void require(MediationCase it, Proceedings.Agreement agreement) {
        requireForm(it, agreement);
        if (leavesTitleOpen(it, agreement)) {
            throw Refusal.of(
                            422,
                            "TITLE_QUESTION",
                            "请注明是否确权",
                            "Say whether the agreement determines title")
                    .citing("SETTING")
                    .at("/confirmationBar", "房屋宅基地、山林土地纠纷必填", "required for types 03 and 07");
        }
    }

    /** All but the question of title. */
    static void requireForm(MediationCase it, Proceedings.Agreement agreement) {
        boolean corrected = it.step == CaseStep.CORRECT;
        String effect = corrected ? "/closedOn" : "/effectiveOn";
        if (agreement.effectiveOn().isBefore(agreement.agreedOn())) {
            throw Refusal.of(422, "DATE_ORDER", "生效日期早于达成日期", "Effective before agreed")
                    .citing("RT 29")
                    .at(effect, "不能早于达成日期", "not before the day of agreement");
        }
        boolean oral = agreement.form() == AgreementForm.ORAL;
        if (oral && !agreement.effectiveOn().equals(agreement.agreedOn())) {
            throw Refusal.of(
                            422,
                            "ORAL_EFFECT",
                            "口头协议自达成之日生效",
                            "An oral agreement takes effect at once")
                    .citing("RT 30")
                    .at(effect, "须同达成日期", "the day of agreement");
        }
        if (oral && it.basis == SettlementBasis.LAND_CONTRACT_MEDIATION) {
            throw Refusal.of(
                            422,
                            "WRITTEN_REQUIRED",
                            "土地承包经营纠纷须制作调解协议书",
                            "A written agreement is required")
                    .citing("TD 10")
                    .at(corrected ? "/agreementForm" : "/form", "须为书面", "must be WRITTEN");
        }
    }

    /** Whether a written agreement of types 03 and 07 does not say if it determines title. */
    static boolean leavesTitleOpen(MediationCase it, Proceedings.Agreement agreement) {
        return asksForTitle(it)
                && agreement.form() == AgreementForm.WRITTEN
                && agreement.confirmationBar() == null;
    }

    /**
     * Whether a court could confirm the case's agreement: written, not barred, and reached before a
     * committee. Only the bar of personal status is law (QR 4); the others are settings.
     */
    static boolean confirmable(MediationCase it) {
        Proceedings.Agreement agreement = it.proceedings.agreement;
        return agreement != null
                && agreement.form() == AgreementForm.WRITTEN
                && it.basis != SettlementBasis.LAND_CONTRACT_MEDIATION
                && !leavesTitleOpen(it, agreement)
                && (agreement.confirmationBar() == null
                        || agreement.confirmationBar() == ConfirmationBar.NONE);
    }

    /** Refuses an application for an agreement that no court would confirm. */
    static void requireConfirmable(MediationCase it) {
        if (!confirmable(it)) {
            Proceedings.Agreement agreement = it.proceedings.agreement;
            boolean status = agreement.confirmationBar() == ConfirmationBar.PERSONAL_STATUS;
            throw Refusal.of(422, "NOT_CONFIRMABLE", "该协议不能申请司法确认", "Not confirmable")
                    .citing(status ? "QR 4" : "SETTING");
        }
    }

    /** Refuses days by which the court extended a time that never began to run (QR 5). */
    static void requireExtensible(LocalDate courtAcceptedOn, Integer days, String pointer) {
        if (days != null && courtAcceptedOn == null) {
            throw Refusal.of(422, "COURT_ACCEPTED_ON", "法院延长期限须有受理日期", "No day of acceptance")
                    .citing("QR 5")
                    .at(pointer, "须同时填写法院受理日期", "only with courtAcceptedOn");
        }
    }

    private static boolean asksForTitle(MediationCase it) {
        return it.disputeType == DisputeType.HOUSE_HOMESTEAD
                || it.disputeType == DisputeType.FOREST_LAND;
    }
}
