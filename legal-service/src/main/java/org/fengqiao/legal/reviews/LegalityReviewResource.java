package org.fengqiao.legal.reviews;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ledger of legality reviews. */
@Path("v1/legality-reviews")
@Tag(name = "legality-reviews", description = "合法性审查 Legality reviews")
public class LegalityReviewResource extends ReviewSteps<LegalityReview> {

    LegalityReviewResource(LegalityReviews register) {
        super(register);
    }
}
