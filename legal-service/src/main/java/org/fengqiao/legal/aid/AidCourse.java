package org.fengqiao.legal.aid;

import java.time.LocalDate;
import org.fengqiao.kit.journal.DayOrder;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.StepRow;

/**
 * What a referral says of its course, and how that was given. The day of the application may be
 * missing, as in an old ledger; what contradicts itself is refused.
 *
 * @param step the last step: one of the record's own, or that the whole record was given
 */
record AidCourse(LegalAidReferral said, String step, Looking looking) {

    /** Where it stands, by what it says. */
    static AidStatus status(LegalAidReferral it) {
        if (it.withdrawnOn() != null) {
            return AidStatus.WITHDRAWN;
        }
        if (isClosed(it)) {
            return AidStatus.CLOSED;
        }
        if (it.appointedOn() != null) {
            return AidStatus.APPOINTED;
        }
        if (isGranted(it)) {
            return AidStatus.GRANTED;
        }
        if (it.decidedOn() != null) {
            return it.objectedOn() == null ? AidStatus.REFUSED : AidStatus.OBJECTION;
        }
        if (it.papersAskedOn() != null && it.papersSuppliedOn() == null) {
            return AidStatus.PAPERS_ASKED;
        }
        return hasApplied(it) ? AidStatus.APPLIED : AidStatus.REFERRED;
    }

    /** By the agency, or because an objection to its refusal was upheld (FY 49). */
    static boolean isGranted(LegalAidReferral it) {
        return isTrue(it.granted()) || isTrue(it.objectionUpheld());
    }

    /** Whether the agency has something to decide, though the day it got it be unknown. */
    static boolean hasApplied(LegalAidReferral it) {
        return it.receivedOn() != null || it.papersAskedOn() != null || it.decidedOn() != null;
    }

    private static boolean isClosed(LegalAidReferral it) {
        return it.closedOn() != null || Boolean.FALSE.equals(it.objectionUpheld());
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
        boolean asked = said.papersAskedOn() != null;
        needs(said.papersSuppliedOn(), "papersSuppliedOn", asked, "FY 43");
        needs(said.objectedOn(), "objectedOn", Boolean.FALSE.equals(said.granted()), "FY 49");
        needs(answered, "objectionDecidedOn", said.objectedOn() != null, "FY 49");
        needs(said.appointedOn(), "appointedOn", isGranted(said), "FY 43");
        needs(said.closedOn(), "closedOn", isGranted(said), "FY 50");
        requirePapers();
        if (said.withdrawnOn() != null && isClosed(said)) {
            throw looking.refuse(
                    "withdrawnOn", "CLOSED", "已办结的不能撤回", "What was closed is not withdrawn");
        }
        boolean whole = StepRow.event(AidStep.values(), step) == null;
        DayOrder.require(AidDay.class, this, whole, looking.today());
    }

    /** Papers that are missing are waited for, but in an urgent case (先行援助). */
    private void requirePapers() {
        LocalDate supplied = said.papersSuppliedOn();
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

    /** Refuses a day of a step whose step before is missing. */
    private void needs(Object day, String name, boolean before, String article) {
        if (day != null && !before) {
            throw looking.refuse(name, "STEP_MISSING", "此前的步骤没有记录", "The step before is missing")
                    .citing(article);
        }
    }
}
