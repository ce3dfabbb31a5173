package org.fengqiao.petition.petitions;

import java.util.EnumSet;
import java.util.Set;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.Route;

/** What the law asks of a petition beyond the order of its steps. */
final class PetitionRules {

    private static final Set<Route> PROCEDURES =
            EnumSet.of(
                    Route.LITIGATION,
                    Route.ARBITRATION,
                    Route.PARTY_APPEAL,
                    Route.ADMINISTRATIVE_PROCEDURE);

    private PetitionRules() {}

    /** An accepted matter has a class; an appeal or request one of the six ways (XF 29, 31). */
    static void requireRoute(Petition it) {
        if (it.handlingClass == null) {
            throw Refusal.of(422, "CLASS_REQUIRED", "受理时须明确信访事项类别", "The class is required")
                    .citing("XF 31")
                    .at("/handlingClass", "建议意见或者申诉求决", "PROPOSAL or APPEAL_OR_REQUEST");
        }
        boolean request = it.handlingClass == HandlingClass.APPEAL_OR_REQUEST;
        if (request != (it.route != null)) {
            throw Refusal.of(422, "ROUTE", "办理途径与事项类别不符", "Class and route do not fit")
                    .citing("XF 31")
                    .at(
                            "/route",
                            request ? "申诉求决须选第三十一条六项之一" : "建议意见不填办理途径",
                            request ? "one of the six items of XF 31" : "only with a request");
        }
    }

    /** The conclusion fits the class and the way of handling (XF 29, 31 to 33). */
    static void requireKind(Petition it, ConclusionKind kind) {
        boolean fits =
                switch (kind) {
                    case HANDLING_OPINION -> it.route == Route.HANDLING_OPINION;
                    case MEDIATION_OR_SETTLEMENT_AGREEMENT ->
                            it.handlingClass == HandlingClass.APPEAL_OR_REQUEST;
                    case ROUTED_TO_PROCEDURE -> it.route != null && PROCEDURES.contains(it.route);
                    case DUTY_PERFORMED_OR_ANSWERED -> it.route == Route.STATUTORY_DUTY;
                    case PROPOSAL_REPLY -> it.handlingClass == HandlingClass.PROPOSAL;
                };
        if (!fits) {
            throw Refusal.of(
                            422,
                            "CONCLUSION_KIND",
                            "办结方式与受理的类别、途径不符",
                            "The kind of conclusion does not fit class and route")
                    .citing(kind.legalBasis())
                    .at("/kind", kind.zh(), "not for this petition");
        }
    }

    /**
     * A handling opinion states its outcome, facts and reasons, and the laws (XF 32). Of those in a
     * ledger only what it tells is known.
     */
    static void requireOpinion(Handling.Conclusion it) {
        boolean opinion = it.kind() == ConclusionKind.HANDLING_OPINION;
        Refusal refusal =
                Refusal.of(422, "OPINION_INCOMPLETE", "处理意见书的内容不符", "The opinion is incomplete")
                        .citing("XF 32");
        if (opinion != (it.outcome() != null)) {
            throw refusal.at("/outcome", "处理意见书必填，且仅其填", "with a handling opinion, only then");
        }
        if (opinion && it.facts() == null) {
            throw refusal.at("/facts", "须载明事实和理由", "facts and reasons are required");
        }
        if (opinion && it.legalBasis() == null) {
            throw refusal.at("/legalBasis", "须载明法律法规依据", "the laws are required");
        }
    }

    /** Only who came directly is told to go elsewhere; what was sent is objected to (XF 23). */
    static void requireDirect(Petition it) {
        if (it.source != PetitionSource.DIRECT) {
            throw Refusal.of(
                            409,
                            "SENT_PETITION",
                            "转送、交办的信访件不属于本机关的，应当提出异议",
                            "It was sent here: raise an objection")
                    .citing("XF 23");
        }
    }

    /** An objection is to a transfer or an assignment (XF 23). */
    static void requireSent(Petition it) {
        if (it.source == PetitionSource.DIRECT) {
            throw Refusal.of(
                            409,
                            "DIRECT_PETITION",
                            "直接提出的信访件，不属于本机关的应当告知另行提出",
                            "It came directly: redirect the petitioner")
                    .citing("XF 23");
        }
    }

    /**
     * Mediation is for requests that no other procedure is for, and one at a time (XF 33; practice
     * P8). A referral that no committee has made a case of may go to another committee.
     */
    static void requireMediable(Petition it) {
        if (it.handlingClass != HandlingClass.APPEAL_OR_REQUEST) {
            throw Refusal.of(409, "NOT_MEDIABLE", "只有申诉求决类事项可以调解", "Only requests are mediated")
                    .citing("XF 33");
        }
        if (PROCEDURES.contains(it.route)) {
            throw Refusal.of(
                            409,
                            "OTHER_PROCEDURE",
                            "应当通过诉讼、仲裁、行政程序等处理的事项，不引导人民调解",
                            "A matter of litigation, arbitration or an administrative procedure")
                    .citing("P8");
        }
        Handling.Referral standing = it.handling.openReferral();
        if (standing != null && standing.caseId() != null) {
            throw Refusal.of(409, "ALREADY_REFERRED", "已引导调解，尚未结束", "A referral is open")
                    .citing("XF 33");
        }
    }

    /**
     * Only with both sides' consent (XF 33), and not for an administrative dispute (practice P8).
     */
    static void requireConsent(boolean bothPartiesConsent, boolean administrativeDispute) {
        if (!bothPartiesConsent) {
            throw Refusal.of(422, "NO_CONSENT", "未经争议双方当事人同意，不能调解", "Both sides must consent")
                    .citing("XF 33")
                    .at("/bothPartiesConsent", "须经双方同意", "must be true");
        }
        if (administrativeDispute) {
            throw Refusal.of(
                            422,
                            "ADMINISTRATIVE_DISPUTE",
                            "行政争议不引导人民调解",
                            "Not for people's mediation")
                    .citing("P8")
                    .at("/administrativeDispute", "行政争议另行处理", "must be false");
        }
    }

    /** An agreement is not concluded while the committee still mediates (XF 33). */
    static void requireMediationEnded(Petition it, ConclusionKind kind) {
        if (kind == ConclusionKind.MEDIATION_OR_SETTLEMENT_AGREEMENT
                && it.handling.openReferral() != null) {
            throw Refusal.of(409, "MEDIATION_OPEN", "调解尚未结束", "The mediation has not ended")
                    .citing("XF 33");
        }
    }

    /** A reply is delivered once: from that day the petitioner's thirty days run (XF 35, 36). */
    static void requireUndelivered(Petition it) {
        if (it.lastDelivery() != null) {
            throw Refusal.of(
                            409,
                            "ALREADY_DELIVERED",
                            "答复已送达，日期有误的请更正",
                            "The reply was delivered: a wrong day is corrected")
                    .citing("XF 35");
        }
    }

    /** Whether the record leaves room for a step that the table allows. */
    static boolean leaves(Petition it, PetitionStep step) {
        boolean sent = it.source != PetitionSource.DIRECT;
        return switch (step) {
            case NOTIFY -> it.handling.notice == null;
            case REDIRECT -> !sent;
            case OBJECT -> sent;
            case REFER_TO_MEDIATION -> isMediable(it);
            case EXTEND -> it.route == Route.HANDLING_OPINION;
            case DELIVER -> it.lastDelivery() == null;
            case RESOLVE -> it.resolvedOn == null;
            case REQUEST_REEXAMINATION ->
                    it.handling.conclusion.kind() == ConclusionKind.HANDLING_OPINION;
            case REGISTER,
                    ACCEPT,
                    REFUSE,
                    DECIDE_OBJECTION,
                    TRANSFER,
                    ASSIGN,
                    DISPATCH,
                    REPORT_URGENT,
                    RECUSE,
                    LEARN_MEDIATION,
                    CONCLUDE,
                    RATE,
                    REEXAMINE,
                    REQUEST_FINAL_REVIEW,
                    HOLD_FINAL_REVIEW_HEARING,
                    REVIEW_FINALLY,
                    WITHDRAW,
                    SEAL,
                    CORRECT,
                    VOID ->
                    true;
        };
    }

    private static boolean isMediable(Petition it) {
        try {
            requireMediable(it);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Who has stood down takes no part in the matter again (XF 28). */
    static void requireNotRecused(Petition it, String person, String pointer) {
        boolean recused =
                person != null
                        && it.handling.recusals.stream().anyMatch(r -> r.handler().equals(person));
        if (recused) {
            throw Refusal.of(422, "RECUSED", "该工作人员已回避", "This person has stood down")
                    .citing("XF 28")
                    .at(pointer, "已回避的不能再办理", "has stood down");
        }
    }

    static void requireAnother(Petition it, Petition first) {
        if (first.id.equals(it.id)) {
            throw Refusal.of(422, "REPEATS_ITSELF", "不能重复自身", "It cannot repeat itself")
                    .at("/repeatsId", "应为另一信访件", "another petition");
        }
    }

    /**
     * The ground fits (XF 19, 36): only an organ above refuses what is handled below, and after a
     * final review only its matter is refused. Which petition it is, or why, must be told.
     *
     * @param first the petition that it repeats; {@code null} where it is not here
     */
    static void requireGround(Petition it, Handling.Refused refused, Petition first) {
        RefusalGround ground = refused.ground();
        boolean fits =
                switch (ground) {
                    case HANDLED_BELOW ->
                            Taker.isDepartment(it.division)
                                    && (first == null || isHandledBelow(first, it));
                    case SAME_FACTS_AFTER_FINAL_REVIEW ->
                            first == null || first.status == PetitionStatus.FINALISED;
                    case JUDICIAL_MATTER -> true;
                };
        if (!fits) {
            throw Refusal.of(422, "GROUND", "不予受理的理由与事实不符", "The ground does not fit")
                    .citing(ground.legalBasis())
                    .at("/ground", ground.zh(), "not for this petition");
        }
        if (ground != RefusalGround.JUDICIAL_MATTER
                && first == null
                && refused.explanation() == null) {
            throw Refusal.of(422, "GROUND_UNTOLD", "须指明原信访件或者说明理由", "Which one, or why")
                    .citing(ground.legalBasis())
                    .at(
                            "/repeatsId",
                            "原信访件；不在本系统的，在说明中写明",
                            "the former petition, or an explanation");
        }
    }

    private static boolean isHandledBelow(Petition first, Petition it) {
        boolean below = !first.division.equals(it.division);
        return below && Scope.of(it.division).contains(first.division) && first.isHandled();
    }

    /** A reexamination is open only after a handling opinion (XF 35). */
    static void requireReviewable(Petition it) {
        if (it.handling.conclusion.kind() != ConclusionKind.HANDLING_OPINION) {
            throw Refusal.of(
                            409,
                            "NO_HANDLING_OPINION",
                            "只有对信访处理意见不服的可以申请复查",
                            "Only a handling opinion can be reexamined")
                    .citing("XF 35");
        }
    }
}
