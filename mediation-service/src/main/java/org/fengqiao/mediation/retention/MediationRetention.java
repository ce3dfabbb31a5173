package org.fengqiao.mediation.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.retention.RetentionRule;
import org.fengqiao.kit.retention.RetentionSchedule;

/**
 * How long the persons of mediation's records are kept. That it ends is GX 47; the law names no
 * number of years. These are the fixed periods of an organ's archives (10 and 30 years), counted
 * from the 1 January after the file was closed: general knowledge, to be set by the county's own
 * schedule.
 */
@ApplicationScoped
class MediationRetention implements RetentionSchedule {

    // @formatter:off
    private static final List<RetentionRule> RULES = List.of(
            //   kind                     table             years counted from     also in clear
            RetentionRule.of("mediation.case.v1",     "mediation_case", 30,
                    "coalesce(archived_on, ended_on)",                            "sex", "age"),
            RetentionRule.of("mediation.mediator.v1", "mediator",       10,   "left_on"),
            RetentionRule.of("mediation.meeting.v1",  "meeting",        30,   "held_on"));
    // @formatter:on

    @Override
    public List<RetentionRule> rules() {
        return RULES;
    }
}
