package org.fengqiao.legal.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.fengqiao.legal.advisers.LegalAdvisers;
import org.fengqiao.legal.registers.Looking;

/** Counsel who review: on the roster in the role by which the review is counted (L-03, L-07). */
@ApplicationScoped
class Reviewers {

    private final LegalAdvisers advisers;

    Reviewers(LegalAdvisers advisers) {
        this.advisers = advisers;
    }

    /**
     * Refuses an adviser who is no counsel of the kind that is named.
     *
     * @param standing null of a new review; who stands there already may have left that role since
     */
    void require(Reviewed given, Reviewed standing, Looking looking) {
        boolean stands =
                standing != null
                        && standing.reviewerRole() == given.reviewerRole()
                        && Objects.equals(standing.adviserId(), given.adviserId());
        if (given.adviserId() != null && !stands) {
            given.reviewerRole()
                    .counsel()
                    .ifPresent(
                            it ->
                                    advisers.requireRole(
                                            given.adviserId(), it, "adviserId", looking));
        }
    }
}
