package org.fengqiao.legal.decisions;

import static org.fengqiao.legal.decisions.DecisionStatus.ARCHIVED;
import static org.fengqiao.legal.decisions.DecisionStatus.DECIDED;
import static org.fengqiao.legal.decisions.DecisionStatus.IN_REVIEW;
import static org.fengqiao.legal.decisions.DecisionStatus.PROPOSED;
import static org.fengqiao.legal.decisions.DecisionStatus.REVIEWED;
import static org.fengqiao.legal.decisions.DecisionStatus.WITHDRAWN;

import java.util.Set;
import org.fengqiao.legal.registers.StepRow;

/**
 * The life of a major decision. DECIDE and DECIDE_UNREVIEWED are one step, told by one event: the
 * second is of matters that ZD is not about, for {@link MajorDecisions} refuses a 重大决策 without a
 * legality review (ZD 25). On one day steps come in the order of the rows.
 */
enum DecisionStep implements StepRow<DecisionStatus> {
    // @formatter:off
    //                    zh                  from                                   to         event                  legal basis
    PROPOSE          (row("提出",             Set.of(),                              PROPOSED,  "entered",             "SETTING")),
    ASK_THE_PUBLIC   (row("公开征求意见",     Set.of(PROPOSED, IN_REVIEW, REVIEWED), null,      "public-asked",        "ZD 15")),
    SEND_FOR_REVIEW  (row("送请合法性审查",   Set.of(PROPOSED),                      IN_REVIEW, "sent-for-review",     "ZD 26")),
    REVIEW           (row("合法性审查",       Set.of(IN_REVIEW),                     REVIEWED,  "legality-reviewed",   "ZD 25")),
    GIVE_OPINION     (row("法律顾问提出意见", Set.of(PROPOSED, IN_REVIEW, REVIEWED), null,      "counsel-opinion-given", "ZD 28")),
    DECIDE           (row("集体讨论决定",     Set.of(REVIEWED),                      DECIDED,   "decided",             "ZD 30")),
    DECIDE_UNREVIEWED(row("集体讨论决定（重大决策以外的事项）", Set.of(PROPOSED),    DECIDED,   "decided",             "SETTING")),
    ARCHIVE          (row("归档",             Set.of(DECIDED),                       ARCHIVED,  "archived",            "ZD 33")),
    WITHDRAW         (row("撤回",             Set.of(PROPOSED, IN_REVIEW, REVIEWED), WITHDRAWN, "withdrawn",           "SETTING"));
    // @formatter:on

    private final Row<DecisionStatus> row;

    DecisionStep(Row<DecisionStatus> row) {
        this.row = row;
    }

    private static Row<DecisionStatus> row(
            String zh,
            Set<DecisionStatus> from,
            DecisionStatus to,
            String event,
            String legalBasis) {
        return new Row<>(zh, from, to, event, legalBasis, "重大事项", "major decision");
    }

    @Override
    public Row<DecisionStatus> row() {
        return row;
    }
}
