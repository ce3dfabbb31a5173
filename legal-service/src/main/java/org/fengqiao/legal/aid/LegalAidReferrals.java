package org.fengqiao.legal.aid;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.legal.registers.DatedRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterClocks;
import org.fengqiao.legal.registers.RegisterDoor;

/** Referrals to legal aid; the clocks are the agency's, from its receipt on (definitions D2). */
@Singleton
class LegalAidReferrals extends DatedRegister<LegalAidReferral, LegalAidReferral.Kept> {

    // @formatter:off
    static final Rule DECISION = Rule.limit("AID_DECISION", Holder.AGENCY, "receivedOn", "FY 43")
            .days(7).suspendedBy("PAPERS").titled("审查并决定是否给予法律援助", "Decide on the application");
    static final Rule APPOINTMENT = Rule.limit("AID_APPOINTMENT", Holder.AGENCY, "decidedOn", "FY 43")
            .days(3).titled("指派法律援助人员", "Appoint who provides the aid");
    static final Rule OBJECTION = Rule.limit("AID_OBJECTION", Holder.AGENCY, "objectedOn", "FY 49")
            .days(5).titled("司法行政部门处理异议", "The justice bureau decides on the objection");
    // @formatter:on

    LegalAidReferrals(RegisterDoor door, RegisterClocks clocks) {
        super(
                door,
                clocks,
                LegalAidReferral.Kept::new,
                LegalAidReferral.class,
                new Names(
                        "legal-aid-referrals",
                        "referredOn",
                        "引导法律援助台账",
                        "Ledger of referrals to legal aid"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(DECISION, APPOINTMENT, OBJECTION);
    }

    @Override
    protected void check(LegalAidReferral given, LegalAidReferral.Kept it, Looking looking) {
        together(given.decidedOn(), "decidedOn", given.granted(), "granted", looking);
        together(
                given.objectionDecidedOn(),
                "objectionDecidedOn",
                given.objectionUpheld(),
                "objectionUpheld",
                looking);
        needs(given.papersAskedOn(), "papersAskedOn", given.receivedOn() != null, looking);
        needs(given.papersSuppliedOn(), "papersSuppliedOn", given.papersAskedOn() != null, looking);
        boolean complete = given.papersAskedOn() == null || given.papersSuppliedOn() != null;
        needs(given.decidedOn(), "decidedOn", given.receivedOn() != null && complete, looking);
        boolean refused = Boolean.FALSE.equals(given.granted());
        needs(given.objectedOn(), "objectedOn", refused, looking);
        needs(
                given.objectionDecidedOn(),
                "objectionDecidedOn",
                given.objectedOn() != null,
                looking);
        needs(given.appointedOn(), "appointedOn", isGranted(given), looking);
        needs(given.closedOn(), "closedOn", isGranted(given), looking);
        together(given.closedOn(), "closedOn", given.result(), "result", looking);
    }

    private static boolean isGranted(LegalAidReferral it) {
        return Boolean.TRUE.equals(it.granted()) || Boolean.TRUE.equals(it.objectionUpheld());
    }

    private static void together(
            Object one, String name, Object other, String otherName, Looking looking) {
        if ((one == null) != (other == null)) {
            throw looking.refuse(
                    one == null ? name : otherName, "TOGETHER", "须同时填写", "Both or none of the two");
        }
    }

    /** Refuses a day of a step whose step before is missing. */
    private static void needs(Object day, String name, boolean before, Looking looking) {
        if (day != null && !before) {
            throw looking.refuse(name, "STEP_MISSING", "此前的步骤没有记录", "The step before is missing")
                    .citing("FY 43");
        }
    }

    @Override
    protected LegalAidReferral derived(
            LegalAidReferral given, LegalAidReferral.Kept it, Looking looking) {
        return with(given, "status", status(given));
    }

    private static AidStatus status(LegalAidReferral it) {
        if (it.withdrawnOn() != null) {
            return AidStatus.WITHDRAWN;
        }
        if (it.closedOn() != null || Boolean.FALSE.equals(it.objectionUpheld())) {
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
        return it.receivedOn() == null ? AidStatus.REFERRED : AidStatus.APPLIED;
    }

    @Override
    protected void requireStep(Step<?> step, LegalAidReferral open) {
        ((AidStep) step).takenFrom(open.status());
        if (step == AidStep.ASK_PAPERS && open.papersAskedOn() != null) {
            throw Refusal.of(409, "PAPERS_ASKED", "补正材料应当一次性告知", "Papers are asked for once")
                    .citing("FY 43");
        }
    }

    @Override
    protected List<Deadline> deadlines(LegalAidReferral it) {
        List<Deadline> running = new ArrayList<>();
        if (it.receivedOn() != null) {
            running.add(deadline(DECISION, decision(it)));
        }
        if (isGranted(it)) {
            boolean upheld = Boolean.TRUE.equals(it.objectionUpheld());
            Course course =
                    Course.startedOn(upheld ? it.objectionDecidedOn() : it.decidedOn())
                            .endedOn(it.appointedOn());
            running.add(deadline(APPOINTMENT, course));
        }
        if (it.objectedOn() != null) {
            Course course = Course.startedOn(it.objectedOn()).endedOn(it.objectionDecidedOn());
            running.add(deadline(OBJECTION, course));
        }
        return running;
    }

    /** The time for supplementing papers is left out [GK]. */
    private static Course decision(LegalAidReferral it) {
        Course course = Course.startedOn(it.receivedOn()).endedOn(it.decidedOn());
        return it.papersAskedOn() == null
                ? course
                : course.suspended("PAPERS", it.papersAskedOn(), it.papersSuppliedOn());
    }
}
