package org.fengqiao.legal.reviews;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Ledger of contract reviews. */
@Singleton
class ContractReviews extends ReviewRegister<ContractReview, ContractReview.Kept> {

    private final Reviewers reviewers;

    ContractReviews(RegisterDoor door, Reviewers reviewers) {
        super(
                door,
                ContractReview.Kept::new,
                ContractReview.class,
                new Names(
                        "contract-reviews", "receivedOn", "合同审查台账", "Ledger of contract reviews"));
        this.reviewers = reviewers;
    }

    @Override
    protected void check(ContractReview given, ContractReview.Kept it, Looking looking) {
        super.check(given, it, looking);
        reviewers.require(given, it.said(), looking);
    }
}
