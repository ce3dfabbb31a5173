package org.fengqiao.petition.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.retention.RetentionRule;
import org.fengqiao.kit.retention.RetentionSchedule;

/**
 * How long the persons of petition records are kept. That it ends is GX 47; no law names the years:
 * they are a fixed period of an organ's archives (30 years), general knowledge, to be set by the
 * organ's own schedule. The vault is not among them: an accusation is kept by its handlers.
 */
@ApplicationScoped
class PetitionRetention implements RetentionSchedule {

    // Whoever is still waiting for an answer, or may still ask for a review, is not closed. Of a
    // refusal the last day to tell stands in the row; a review takes half a year at most (XF 35,
    // 36).
    private static final String CLOSED =
            """
            case
                when status = 'CONCLUDED' then concluded_on
                when status in ('REEXAMINED', 'FINALISED') then concluded_on + 180
                when status = 'WITHDRAWN' then withdrawn_on
                when status in ('REFUSED', 'REDIRECTED') then coalesce(tell_due_on, received_on)
            end""";

    // @formatter:off
    private static final List<RetentionRule> RULES = List.of(
            //   kind                       table                   years counted from
            RetentionRule.of("petition.petition.v1",    "petition",             30,   CLOSED),
            RetentionRule.of("petition.visit.v1",       "visit",                30,   "visited_on"),
            RetentionRule.of("petition.supervision.v1", "supervision",          30,   "answered_on"),
            RetentionRule.of("petition.proposal.v1",    "improvement_proposal", 30,   "answered_on"),
            RetentionRule.of("petition.backlog.v1",     "backlog_case",         30,   "resolved_on"));
    // @formatter:on

    @Override
    public List<RetentionRule> rules() {
        return RULES;
    }
}
