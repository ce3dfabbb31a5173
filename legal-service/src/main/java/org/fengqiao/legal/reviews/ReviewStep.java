package org.fengqiao.legal.reviews;

import static org.fengqiao.legal.reviews.ReviewStatus.DECIDED;
import static org.fengqiao.legal.reviews.ReviewStatus.RECEIVED;
import static org.fengqiao.legal.reviews.ReviewStatus.REVIEWED;
import static org.fengqiao.legal.reviews.ReviewStatus.WITHDRAWN;

import java.util.Set;
import org.fengqiao.legal.registers.StepRow;

/**
 * The life of a review: of a contract, and of what is reviewed for its legality. No law is about
 * all of these, so that each step is a setting; ZD 28 is about major decisions alone.
 */
enum ReviewStep implements StepRow<ReviewStatus> {
    // @formatter:off
    //                zh               from                        to          event             legal basis
    RECEIVE      (row("收到",          Set.of(),                   RECEIVED,   "entered",        "SETTING")),
    GIVE_OPINION (row("出具审查意见",  Set.of(RECEIVED, REVIEWED), REVIEWED,   "opinion-given",  "SETTING")),
    ANSWER       (row("答复采纳情况",  Set.of(REVIEWED),           DECIDED,    "answered",       "SETTING")),
    WITHDRAW     (row("撤回",          Set.of(RECEIVED, REVIEWED), WITHDRAWN,  "withdrawn",      "SETTING"));
    // @formatter:on

    private final Row<ReviewStatus> row;

    ReviewStep(Row<ReviewStatus> row) {
        this.row = row;
    }

    private static Row<ReviewStatus> row(
            String zh, Set<ReviewStatus> from, ReviewStatus to, String event, String legalBasis) {
        return new Row<>(zh, from, to, event, legalBasis, "审查", "review");
    }

    @Override
    public Row<ReviewStatus> row() {
        return row;
    }
}
