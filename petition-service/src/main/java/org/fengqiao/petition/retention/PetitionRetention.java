package org.fengqiao.petition.retention;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.kit.retention.RetentionRule;
import org.fengqiao.kit.retention.RetentionSchedule;
import org.fengqiao.petition.petitions.PetitionStatus;

/**
 * How long the persons of petition records are kept. That it ends is GX 47; no law names the years:
 * they are a fixed period of an organ's archives (30 years), general knowledge, to be set by the
 * organ's own schedule. The vault is not among them: an accusation is kept by its handlers.
 */
@ApplicationScoped
class PetitionRetention implements RetentionSchedule {

    private static final String CLOSED =
            Arrays.stream(PetitionStatus.values())
                    .map(it -> "when '" + it + "' then " + closedOn(it))
                    .collect(joining(" ", "case status ", " end"));

    // @formatter:off
    private static final List<RetentionRule> RULES = List.of(
            //   kind                       table                   years counted from
            RetentionRule.of("petition.petition.v1",    "petition",             30,   CLOSED),
            RetentionRule.of("petition.visit.v1",       "visit",                30,   "visited_on"),
            RetentionRule.of("petition.supervision.v1", "supervision",          30,   "answered_on"),
            RetentionRule.of("petition.proposal.v1",    "improvement_proposal", 30,   "answered_on"),
            RetentionRule.of("petition.backlog.v1",     "backlog_case",         30,   "resolved_on"));
    // @formatter:on

    // Whoever is still waiting for an answer, or may still ask for a review, is not closed. Of a
    // refusal the last day to tell stands in the row; a review takes half a year at most (XF 35,
    // 36).
    private static String closedOn(PetitionStatus status) {
        return switch (status) {
            case CONCLUDED -> "concluded_on";
            case REEXAMINED, FINALISED -> "concluded_on + 180";
            case WITHDRAWN -> "withdrawn_on";
            case REFUSED, REDIRECTED -> "coalesce(tell_due_on, received_on)";
            case REGISTERED, IN_OBJECTION, ACCEPTED, IN_REEXAMINATION, IN_FINAL_REVIEW ->
                    "null::date";
        };
    }

    @Override
    public List<RetentionRule> rules() {
        return RULES;
    }
}
