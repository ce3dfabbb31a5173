package org.fengqiao.mediation.cases;

import java.time.LocalDate;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.SettlementBasis;

/** What the law asks of an agreement beyond its place in the life cycle. */
final class AgreementRules {

    private AgreementRules() {}

    static void require(MediationCase it, Proceedings.Agreement agreement, LocalDate today) {
        requireForm(it, agreement, today);
        if (leavesTitleOpen(it, agreement)) {
            throw Refusal.of(
                            422,
                            "TITLE_QUESTION",
                            "请注明是否确权",
                            "Say whether the agreement determines title")
                    .citing("QR 4")
                    .at("/confirmationBar", "房屋宅基地、山林土地纠纷必填", "required for types 03 and 07");
        }
    }

    /** All but the question of title, which a ledger may leave open: not confirmable then. */
    static void requireForm(MediationCase it, Proceedings.Agreement agreement, LocalDate today) {
        if (agreement.effectiveOn().isAfter(today)) {
            throw Refusal.of(422, "DATE_IN_FUTURE", "日期不能晚于今天", "The date lies in the future")
                    .at("/effectiveOn", "不能晚于" + today, "not after " + today);
        }
        boolean oral = agreement.form() == AgreementForm.ORAL;
        if (oral && !agreement.effectiveOn().equals(agreement.agreedOn())) {
            throw Refusal.of(
                            422,
                            "ORAL_EFFECT",
                            "口头协议自达成之日生效",
                            "An oral agreement takes effect at once")
                    .citing("RT 30")
                    .at("/effectiveOn", "须同达成日期", "the day of agreement");
        }
        if (oral && it.basis == SettlementBasis.LAND_CONTRACT_MEDIATION) {
            throw Refusal.of(
                            422,
                            "WRITTEN_REQUIRED",
                            "土地承包经营纠纷须制作调解协议书",
                            "A written agreement is required")
                    .citing("TD 10")
                    .at("/form", "须为书面", "must be WRITTEN");
        }
    }

    /** Whether a written agreement of types 03 and 07 does not say if it determines title. */
    static boolean leavesTitleOpen(MediationCase it, Proceedings.Agreement agreement) {
        return asksForTitle(it)
                && agreement.form() == AgreementForm.WRITTEN
                && agreement.confirmationBar() == null;
    }

    private static boolean asksForTitle(MediationCase it) {
        return it.disputeType == DisputeType.HOUSE_HOMESTEAD
                || it.disputeType == DisputeType.FOREST_LAND;
    }
}
