package org.fengqiao.legal.reviews;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ledger of contract reviews. */
@Path("v1/contract-reviews")
@Tag(name = "contract-reviews", description = "合同审查 Contract reviews")
public class ContractReviewResource extends ReviewSteps<ContractReview> {

    ContractReviewResource(ContractReviews register) {
        super(register);
    }
}
