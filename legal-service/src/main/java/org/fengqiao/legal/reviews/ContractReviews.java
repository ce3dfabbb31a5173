package org.fengqiao.legal.reviews;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Ledger of contract reviews. */
@Singleton
class ContractReviews extends ReviewRegister<ContractReview, ContractReview.Kept> {

    ContractReviews(RegisterDoor door) {
        super(
                door,
                ContractReview.Kept::new,
                ContractReview.class,
                new Names(
                        "contract-reviews", "receivedOn", "合同审查台账", "Ledger of contract reviews"));
    }
}
