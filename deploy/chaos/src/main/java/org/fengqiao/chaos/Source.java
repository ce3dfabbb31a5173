package org.fengqiao.chaos;

import java.util.List;
import org.fengqiao.local.OwnSuite.Part;

/**
 * A kind of record that is written: where it is kept, where it is counted, and by which indicators.
 *
 * @param records the table at its service
 * @param facts the table at reporting
 */
enum Source {
    CASE(
            Part.MEDIATION,
            "mediation.case.v1",
            "mediation_case",
            "mediation_case_fact",
            new Count("M-14", "accepted_on"),
            new Count("M-01", "closed_on")),
    PETITION(
            Part.PETITION,
            "petition.petition.v1",
            "petition",
            "petition_fact",
            new Count("P-01", "accepted_on")),
    ACTIVITY(
            Part.LEGAL,
            "legal.record.v1",
            "publicity_activity",
            "publicity_activity_fact",
            new Count("L-10", "held_on"));

    /** An indicator, and the day at the source by which it counts. */
    record Count(String indicator, String day) {}

    final Part part;
    final String topic;
    final String records;
    final String facts;
    final List<Count> counts;

    Source(Part part, String topic, String records, String facts, Count... counts) {
        this.part = part;
        this.topic = topic;
        this.records = records;
        this.facts = facts;
        this.counts = List.of(counts);
    }
}
