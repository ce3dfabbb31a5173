package org.fengqiao.legal.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.StepRow;

/** What is reviewed: received, an opinion in one or more versions, the client's answer. */
interface Reviewed extends Said {

    ReviewStatus status();

    LocalDate receivedOn();

    List<ReviewOpinion> opinions();

    OpinionAdoption adopted();

    LocalDate decidedOn();

    LocalDate withdrawnOn();

    ReviewerRole reviewerRole();

    /** The counsel who reviews; null where it is not said, or none does. */
    UUID adviserId();

    /** What it says of the review's course. */
    default ReviewCourse course() {
        return new ReviewCourse(receivedOn(), opinions(), adopted(), decidedOn(), withdrawnOn());
    }

    @Override
    default StepRow<?>[] steps() {
        return ReviewStep.values();
    }
}
