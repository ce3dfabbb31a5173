package org.fengqiao.legal.reviews;

import org.fengqiao.legal.registers.Said;

/** What is reviewed: received, an opinion in one or more versions, the client's answer. */
interface Reviewed extends Said {

    ReviewStatus status();

    /** What it says of the review's course. */
    ReviewCourse course();
}
