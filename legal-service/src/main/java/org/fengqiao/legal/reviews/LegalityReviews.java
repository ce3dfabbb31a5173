package org.fengqiao.legal.reviews;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;
import org.fengqiao.legal.reviews.LegalityReview.LegalitySubject;

/** Ledger of legality reviews. */
@Singleton
class LegalityReviews extends ReviewRegister<LegalityReview, LegalityReview.Kept> {

    private final Reviewers reviewers;

    LegalityReviews(RegisterDoor door, Reviewers reviewers) {
        super(
                door,
                LegalityReview.Kept::new,
                LegalityReview.class,
                new Names(
                        "legality-reviews", "receivedOn", "合法性审查台账", "Ledger of legality reviews"));
        this.reviewers = reviewers;
    }

    @Override
    protected void check(LegalityReview given, LegalityReview.Kept it, Looking looking) {
        super.check(given, it, looking);
        reviewers.require(given, it.said(), looking);
        if (given.amountYuan() != null && given.subject() != LegalitySubject.CONTRACT) {
            throw looking.refuse(
                    "amountYuan", "NOT_A_CONTRACT", "审查对象为合同的才填合同金额", "Only a contract has it");
        }
        if (given.result() != null && given.course().reviewedOn() == null) {
            throw looking.refuse(
                    "result", "NOT_REVIEWED", "尚无审查意见，不能填结论", "A result needs an opinion");
        }
    }
}
