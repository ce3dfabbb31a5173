package org.fengqiao.legal.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.legal.registers.Life;
import org.fengqiao.legal.registers.Looking;

/**
 * The course of a review, and what is derived of it.
 *
 * @param opinions by version; null for none
 */
record ReviewCourse(
        LocalDate receivedOn,
        List<ReviewOpinion> opinions,
        OpinionAdoption adopted,
        LocalDate decidedOn,
        LocalDate withdrawnOn) {

    ReviewCourse {
        opinions = opinions == null ? List.of() : opinions;
    }

    ReviewStatus status(Looking looking) {
        Life<ReviewStatus, ReviewStep> life = new Life<>();
        life.told(ReviewStep.RECEIVE, receivedOn, "receivedOn");
        for (int i = 0; i < opinions.size(); i++) {
            life.told(ReviewStep.GIVE_OPINION, opinions.get(i).on(), "opinions/" + i + "/on");
        }
        life.told(ReviewStep.ANSWER, decidedOn, "decidedOn");
        life.told(ReviewStep.WITHDRAW, withdrawnOn, "withdrawnOn");
        return life.status(looking);
    }

    /** Day of the first opinion: the review is counted by it. */
    LocalDate reviewedOn() {
        return opinions.isEmpty() ? null : opinions.get(0).on();
    }

    Integer opinionVersions() {
        return opinions.isEmpty() ? null : opinions.size();
    }

    Integer risksFound() {
        return opinions.isEmpty() ? null : opinions.get(opinions.size() - 1).risksFound();
    }

    /** With one more version. */
    List<ReviewOpinion> with(ReviewOpinion more) {
        return Stream.concat(opinions.stream(), Stream.of(more)).toList();
    }

    /** Refuses days out of order, and half an answer. */
    void require(Looking looking) {
        LocalDate before = receivedOn;
        for (int i = 0; i < opinions.size(); i++) {
            String place = looking.place("opinions/" + i + "/on");
            Days.requirePast(opinions.get(i).on(), looking.today(), place);
            Days.requireNotBefore(opinions.get(i).on(), before, place);
            before = opinions.get(i).on();
        }
        if ((adopted == null) != (decidedOn == null)) {
            throw looking.refuse(
                    adopted == null ? "adopted" : "decidedOn",
                    "ANSWER",
                    "采纳情况和答复日期须同时填写",
                    "Whether it was adopted and the day come together");
        }
    }
}
