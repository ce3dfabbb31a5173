package org.fengqiao.legal.aid;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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
import org.fengqiao.legal.registers.StepRow;

/**
 * Referrals to legal aid; the clocks are the agency's, from its receipt on (definitions D2).
 *
 * <p>Only the county's agency decides on legal aid, a station may but take applications (FY 12,
 * 13). The agency need not use this suite, so a township or a village may take every step here: it
 * records what the agency did and told, and decides nothing.
 */
@Singleton
class LegalAidReferrals extends DatedRegister<LegalAidReferral, LegalAidReferral.Kept> {

    // @formatter:off
    static final Rule DECISION = Rule.limit("AID_DECISION", Holder.AGENCY, "receivedOn", "FY 43")
            .days(7).suspendedBy("PAPERS").titled("审查并决定是否给予法律援助", "Decide on the application");
    static final Rule APPOINTMENT = Rule.limit("AID_APPOINTMENT", Holder.AGENCY, "decidedOn", "FY 43")
            .days(3).titled("指派法律援助人员", "Appoint who provides the aid");
    static final Rule APPOINTMENT_UPHELD = Rule.limit("AID_APPOINTMENT_UPHELD", Holder.AGENCY, "objectionDecidedOn", "SETTING")
            .days(3).titled("异议成立后指派法律援助人员", "Appoint who provides the aid, once an objection was upheld");
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
        return List.of(DECISION, APPOINTMENT, OBJECTION, APPOINTMENT_UPHELD);
    }

    @Override
    protected void check(LegalAidReferral given, LegalAidReferral.Kept it, Looking looking) {
        new AidCourse(given, it.entry().step(), looking).require();
    }

    @Override
    protected LegalAidReferral derived(
            LegalAidReferral given, LegalAidReferral.Kept it, Looking looking) {
        return with(given, "status", new AidCourse(given, it.entry().step(), looking).status());
    }

    @Override
    protected Step<?> row(Step<?> step, LegalAidReferral open) {
        AidStep row = StepRow.goneBy((AidStep) step, open.status());
        if (row == AidStep.ASK_PAPERS && open.papersAskedOn() != null) {
            throw Refusal.of(409, "PAPERS_ASKED", "补正材料应当一次性告知", "Papers are asked for once")
                    .citing("FY 43");
        }
        if (row == AidStep.SUPPLY_AFTER_GRANT && open.papersSuppliedOn() != null) {
            throw Refusal.of(409, "PAPERS_SUPPLIED", "材料已经补充", "The papers are there")
                    .citing("FY 44");
        }
        return row;
    }

    @Override
    protected List<Deadline> deadlines(LegalAidReferral it) {
        List<Deadline> running = new ArrayList<>();
        if (AidCourse.hasApplied(it)) {
            running.add(deadline(DECISION, decision(it)));
        }
        if (AidCourse.isGranted(it)) {
            Rule rule = it.objectionDecidedOn() == null ? APPOINTMENT : APPOINTMENT_UPHELD;
            running.add(deadline(rule, appointment(it)));
        }
        if (it.objectedOn() != null) {
            Course course = Course.startedOn(it.objectedOn()).endedOn(it.objectionDecidedOn());
            running.add(deadline(OBJECTION, course));
        }
        return running;
    }

    /**
     * The time for supplementing papers is left out [GK]; a withdrawal leaves nothing to decide.
     */
    private static Course decision(LegalAidReferral it) {
        LocalDate ended = it.decidedOn() == null ? it.withdrawnOn() : it.decidedOn();
        Course course = Course.startedOn(it.receivedOn()).endedOn(ended);
        return it.papersAskedOn() == null
                ? course
                : course.suspended("PAPERS", it.papersAskedOn(), it.papersSuppliedOn());
    }

    /**
     * From the grant, or the decision that upheld the objection; till the appointment or the end.
     */
    private static Course appointment(LegalAidReferral it) {
        LocalDate granted =
                it.objectionDecidedOn() == null ? it.decidedOn() : it.objectionDecidedOn();
        LocalDate ended = it.closedOn() == null ? it.withdrawnOn() : it.closedOn();
        return Course.startedOn(granted)
                .endedOn(it.appointedOn() == null ? ended : it.appointedOn());
    }
}
