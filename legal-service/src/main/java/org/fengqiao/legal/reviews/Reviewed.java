package org.fengqiao.legal.reviews;

import java.util.UUID;
import org.fengqiao.legal.registers.Said;

/** What is reviewed: received, an opinion in one or more versions, the client's answer. */
interface Reviewed extends Said {

    ReviewStatus status();

    ReviewerRole reviewerRole();

    /** The counsel who reviews; null where it is not said, or none does. */
    UUID adviserId();

    /** What it says of the review's course. */
    ReviewCourse course();
}
