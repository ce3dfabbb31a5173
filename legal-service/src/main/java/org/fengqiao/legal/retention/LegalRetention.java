package org.fengqiao.legal.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.retention.RetentionRule;
import org.fengqiao.kit.retention.RetentionSchedule;

/**
 * How long the persons of the registers are kept. That it ends is GX 47; no law names the years:
 * they are fixed periods of an organ's archives (10 and 30 years), general knowledge, to be set by
 * the organ's own schedule. Who is in office, and what is not decided, is not closed.
 */
@ApplicationScoped
class LegalRetention implements RetentionSchedule {

    // @formatter:off
    private static final List<RetentionRule> RULES = List.of(
            //   table                      years counted from
            rule("legal_adviser",           10,   "ended_on"),
            rule("legal_resource_person",   10,   "ended_on"),
            rule("service_log_entry",       10,   "served_on"),
            rule("legal_consultation",      10,   "consulted_on"),
            rule("counsel_work",            10,   "worked_on"),
            rule("mediation_participation", 10,   "closed_on"),
            rule("leader_reception",        10,   "received_on"),
            rule("enforcement_officer",     10,   "certificate_withdrawn_on"),
            rule("issue_item",              10,   "resolved_on"),
            rule("contract_review",         30,   "coalesce(decided_on, withdrawn_on)"),
            rule("legality_review",         30,   "coalesce(decided_on, withdrawn_on)"),
            rule("legal_aid_referral",      30,   "coalesce(closed_on, withdrawn_on)"),
            rule("institution",             30,   "repealed_on"),
            rule("leading_group",           30,   "ended_on"),
            rule("duty_report",             30,   "reported_on"),
            rule("leadership_meeting",      30,   "held_on"),
            rule("major_decision",          30,   "coalesce(archived_on, withdrawn_on)"),
            rule("penalty_case",            30,   "decided_on"),
            rule("accountability_decision", 30,   "decided_on"),
            rule("administrative_case",     30,   "decided_on"));
    // @formatter:on

    private static RetentionRule rule(String table, int years, String countedFrom) {
        String kind = "legal." + table.replace('_', '-') + ".v1";
        return RetentionRule.of(kind, table, years, countedFrom);
    }

    @Override
    public List<RetentionRule> rules() {
        return RULES;
    }
}
