package org.fengqiao.legal.enforcement;

import jakarta.inject.Singleton;
import java.util.List;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.legal.enforcement.PenaltyCase.PenaltyResult;
import org.fengqiao.legal.registers.DatedRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterClocks;
import org.fengqiao.legal.registers.RegisterDoor;

/**
 * Penalty cases: at least two officers, but where another law lets one act (CF 42), and ninety days
 * to decide.
 */
@Singleton
class PenaltyCases extends DatedRegister<PenaltyCase, PenaltyCase.Kept> {

    // @formatter:off
    static final Rule DECISION = Rule.limit("PENALTY_DECISION", Holder.ORGAN, "filedOn", "CF 60")
            .days(90).titled("作出行政处罚决定", "Decide on the penalty");
    // @formatter:on

    private static final int LEAST_OFFICERS = 2;

    PenaltyCases(RegisterDoor door, RegisterClocks clocks) {
        super(
                door,
                clocks,
                PenaltyCase.Kept::new,
                PenaltyCase.class,
                new Names("penalty-cases", "filedOn", "行政处罚台账", "Ledger of penalty cases"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(DECISION);
    }

    @Override
    protected void check(PenaltyCase given, PenaltyCase.Kept it, Looking looking) {
        if (given.officers() < LEAST_OFFICERS && given.soleOfficerBasis() == null) {
            throw looking.refuse(
                            "officers",
                            "OFFICERS",
                            "执法人员不得少于两人，法律另有规定的除外，须写明依据",
                            "At least two officers, unless a law that is named lets one act")
                    .citing("CF 42");
        }
        if ((given.decidedOn() == null) != (given.result() == null)) {
            throw looking.refuse(
                    given.decidedOn() == null ? "decidedOn" : "result",
                    "RESULT",
                    "决定日期和处理结果须同时填写",
                    "Day and result come together");
        }
        boolean taken =
                given.result() == PenaltyResult.FINE
                        || given.result() == PenaltyResult.CONFISCATION;
        if (given.amountYuan() != null && !taken) {
            throw looking.refuse(
                    "amountYuan", "AMOUNT", "罚款、没收才有金额", "Only a fine or a confiscation has one");
        }
    }

    @Override
    protected PenaltyCase derived(PenaltyCase given, PenaltyCase.Kept it, Looking looking) {
        return with(given, "dueOn", clocks().lastDay(DECISION, given.filedOn()));
    }

    @Override
    protected List<Deadline> deadlines(PenaltyCase said) {
        Course course = Course.startedOn(said.filedOn()).endedOn(said.decidedOn());
        return List.of(deadline(DECISION, course));
    }
}
