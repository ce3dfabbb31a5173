package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.legal.decisions.MajorDecision.MajorMatterKind;
import org.fengqiao.legal.registers.DatedRegister;
import org.fengqiao.legal.registers.Life;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterClocks;
import org.fengqiao.legal.registers.RegisterDoor;
import org.fengqiao.legal.registers.StepRow;
import org.fengqiao.legal.reviews.LegalityResult;

/** Major decisions: reviewed for their legality before they are discussed, discussed by all. */
@Singleton
class MajorDecisions extends DatedRegister<MajorDecision, MajorDecision.Kept> {

    // "Normally" (一般): shorter is told as TOO_EARLY, not refused.
    // @formatter:off
    static final Rule COMMENT = Rule.minimum("PUBLIC_COMMENT", Holder.ORGAN, "commentFrom", "ZD 15")
            .days(30).rolling(false).titled("公开征求意见一般不少于30日", "Public comment, normally thirty days");
    static final Rule REVIEW = Rule.minimum("LEGALITY_REVIEW", Holder.ORGAN, "papersOn", "ZD 26")
            .workingDays(7).titled("合法性审查时间一般不少于7个工作日", "Time for the legality review, normally seven working days");
    // @formatter:on

    MajorDecisions(RegisterDoor door, RegisterClocks clocks) {
        super(
                door,
                clocks,
                MajorDecision.Kept::new,
                MajorDecision.class,
                new Names("major-decisions", "proposedOn", "重大决策台账", "Ledger of major decisions"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(COMMENT, REVIEW);
    }

    @Override
    protected void check(MajorDecision given, MajorDecision.Kept it, Looking looking) {
        looking.requireTogether(
                "reviewedOn", given.reviewedOn(), "reviewResult", given.reviewResult());
        looking.requireTogether("decidedOn", given.decidedOn(), "outcome", given.outcome());
        looking.requireTogether(
                "commentFrom", given.commentFrom(), "commentUntil", given.commentUntil());
        if (given.decidedOn() != null && given.discussedOn() == null) {
            throw looking.refuse(
                            "discussedOn",
                            "NOT_DISCUSSED",
                            "须经集体讨论决定",
                            "It is decided upon collective discussion")
                    .citing("ZD 30");
        }
        if (given.discussedOn() != null) {
            requireHeard(given, looking);
        }
        if (given.discussedOn() != null && isMajor(given)) {
            requireReviewed(given, looking);
        }
    }

    /** The public may comment until the day that was announced to it, that day included (ZD 15). */
    private static void requireHeard(MajorDecision given, Looking looking) {
        LocalDate until = given.commentUntil();
        if (until != null && !given.discussedOn().isAfter(until)) {
            throw looking.refuse(
                            "discussedOn",
                            "COMMENT_RUNNING",
                            "公开征求意见期限届满后方可提交讨论",
                            "Not discussed before the announced end of public comment has passed")
                    .citing("ZD 15");
        }
    }

    /**
     * Before it is discussed, and found lawful; asking for comments does not replace it (ZD 25).
     */
    private static void requireReviewed(MajorDecision given, Looking looking) {
        if (given.reviewedOn() == null) {
            throw notReviewed(looking.place("reviewedOn"));
        }
        // An exploratory reform that the state has no rules for is discussed, its risk being
        // stated.
        if (given.reviewResult() == LegalityResult.UNLAWFUL && given.statedRisk() == null) {
            throw looking.refuse(
                            "reviewResult",
                            "UNLAWFUL",
                            "经审查不合法的不得提交讨论，明示法律风险的探索性改革事项除外",
                            "What was found unlawful is not discussed, unless it is an exploratory"
                                    + " reform whose legal risk is stated")
                    .citing("ZD 25");
        }
        Days.requireNotBefore(
                given.discussedOn(), given.reviewedOn(), looking.place("discussedOn"));
    }

    private static boolean isMajor(MajorDecision it) {
        return it.matterKind() == MajorMatterKind.MAJOR_DECISION;
    }

    private static Refusal notReviewed(String pointer) {
        String zh = "未经合法性审查不得提交讨论";
        String en = "Not discussed without a legality review";
        return Refusal.of(422, "NOT_REVIEWED", zh, en).citing("ZD 25").at(pointer, zh, en);
    }

    @Override
    protected MajorDecision derived(MajorDecision given, MajorDecision.Kept it, Looking looking) {
        // Papers of which only the review is known had come by then.
        LocalDate papers = given.papersOn() == null ? given.reviewedOn() : given.papersOn();
        DecisionStatus status =
                new Life<DecisionStatus, DecisionStep>()
                        .told(DecisionStep.PROPOSE, given.proposedOn(), "proposedOn")
                        .told(DecisionStep.ASK_THE_PUBLIC, given.commentFrom(), "commentFrom")
                        .told(DecisionStep.SEND_FOR_REVIEW, papers, "papersOn")
                        .told(DecisionStep.REVIEW, given.reviewedOn(), "reviewedOn")
                        .told(
                                DecisionStep.GIVE_OPINION,
                                given.counselOpinionOn(),
                                "counselOpinionOn")
                        .told(DecisionStep.DECIDE, given.decidedOn(), "decidedOn")
                        .told(DecisionStep.ARCHIVE, given.archivedOn(), "archivedOn")
                        .told(DecisionStep.WITHDRAW, given.withdrawnOn(), "withdrawnOn")
                        .status(looking);
        return with(given, "status", status);
    }

    @Override
    protected Step<?> row(Step<?> step, MajorDecision open) {
        if (step == DecisionStep.DECIDE && isMajor(open) && open.reviewedOn() == null) {
            throw notReviewed("/reviewedOn");
        }
        return StepRow.goneBy((DecisionStep) step, open.status());
    }

    @Override
    protected List<Deadline> deadlines(MajorDecision said) {
        if (said.withdrawnOn() != null) {
            // Nobody is owed time for what will not be discussed.
            return List.of();
        }
        List<Deadline> running = new ArrayList<>();
        if (said.commentFrom() != null) {
            Course course = Course.startedOn(said.commentFrom()).endedOn(said.commentUntil());
            running.add(deadline(COMMENT, course));
        }
        if (said.papersOn() != null || said.reviewedOn() != null) {
            running.add(deadline(REVIEW, review(said)));
        }
        return running;
    }

    /** The time for the review is what lies before the discussion, so it ends the day before. */
    private static Course review(MajorDecision said) {
        LocalDate discussed = said.discussedOn();
        return Course.startedOn(said.papersOn())
                .endedOn(discussed == null ? null : discussed.minusDays(1));
    }
}
