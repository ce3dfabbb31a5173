package org.fengqiao.legal.aid;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.DayOrder;
import org.fengqiao.legal.registers.Life;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.StepRow;

/**
 * What a referral says of its course, and how that was given. The day of the application may be
 * missing, as in an old ledger; what contradicts itself is refused.
 *
 * @param step the last step: one of the record's own, or that the whole record was given
 */
record AidCourse(LegalAidReferral said, String step, Looking looking) {

    /** Where it stands; refuses steps that the table does not have one after the other. */
    AidStatus status() {
        boolean granted = isTrue(said.granted());
        boolean upheld = isTrue(said.objectionUpheld());
        AidStep decision = granted ? AidStep.GRANT : AidStep.REFUSE;
        AidStep answer = upheld ? AidStep.UPHOLD : AidStep.REJECT;
        return new Life<AidStatus, AidStep>()
                .told(AidStep.REFER, said.referredOn(), "referredOn")
                .told(AidStep.APPLY, appliedBy(said), "receivedOn")
                .told(AidStep.ASK_PAPERS, said.papersAskedOn(), "papersAskedOn")
                .told(AidStep.SUPPLY_PAPERS, said.papersSuppliedOn(), "papersSuppliedOn")
                .told(decision, said.decidedOn(), "decidedOn")
                .told(AidStep.OBJECT, said.objectedOn(), "objectedOn")
                .told(answer, said.objectionDecidedOn(), "objectionDecidedOn")
                .told(AidStep.APPOINT, said.appointedOn(), "appointedOn")
                .told(AidStep.CLOSE, said.closedOn(), "closedOn")
                .told(AidStep.WITHDRAW, said.withdrawnOn(), "withdrawnOn")
                .status(looking);
    }

    /** A day by which the agency had the application; null while it has none. */
    private static LocalDate appliedBy(LegalAidReferral it) {
        return Stream.of(it.receivedOn(), it.papersAskedOn(), it.decidedOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** By the agency, or because an objection to its refusal was upheld (FY 49). */
    static boolean isGranted(LegalAidReferral it) {
        return isTrue(it.granted()) || isTrue(it.objectionUpheld());
    }

    /** Whether the agency has something to decide, though the day it got it be unknown. */
    static boolean hasApplied(LegalAidReferral it) {
        return appliedBy(it) != null;
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    /** Refuses what contradicts itself, and days out of order. */
    void require() {
        looking.requireTogether("decidedOn", said.decidedOn(), "granted", said.granted());
        LocalDate answered = said.objectionDecidedOn();
        looking.requireTogether(
                "objectionDecidedOn", answered, "objectionUpheld", said.objectionUpheld());
        looking.requireTogether("closedOn", said.closedOn(), "result", said.result());
        requirePapers();
        boolean whole = StepRow.event(AidStep.values(), step) == null;
        DayOrder.require(AidDay.class, this, whole, looking.today());
    }

    /** Papers that are missing are waited for, but in an urgent case (先行援助). */
    private void requirePapers() {
        LocalDate supplied = said.papersSuppliedOn();
        if (supplied != null && said.papersAskedOn() == null) {
            throw looking.refuse(
                            "papersSuppliedOn",
                            "PAPERS_NOT_ASKED",
                            "没有告知补充材料",
                            "No papers were asked for")
                    .citing("FY 43");
        }
        boolean missing =
                said.papersAskedOn() != null
                        && said.decidedOn() != null
                        && (supplied == null || supplied.isAfter(said.decidedOn()));
        if (missing && !(isTrue(said.granted()) && isTrue(said.urgent()))) {
            throw looking.refuse(
                            "decidedOn",
                            "PAPERS_MISSING",
                            "材料未补齐：只有紧急情形可以先行援助，未补充的视为撤回申请",
                            "Papers are missing: only an urgent case is granted without them")
                    .citing("FY 44");
        }
    }
}
