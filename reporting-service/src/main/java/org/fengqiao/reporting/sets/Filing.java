package org.fengqiao.reporting.sets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;

/**
 * A figure set as it stands: a form, filled by a unit for a period. It is there before anything was
 * recorded, as an open one of version 1; each step raises the version.
 *
 * @param submission what was submitted last, frozen; null before
 * @param taken the last step; null of one that nobody has touched
 * @param firstSubmittedAt null before
 */
record Filing(
        Key key,
        int version,
        SetStatus status,
        UUID submission,
        Taken taken,
        Instant firstSubmittedAt) {

    /** Which set: a county's form, the unit, the period. */
    record Key(String form, String division, Period period) {

        String path() {
            return "/v1/figure-sets/%s/%s/%s".formatted(form, division, period.text());
        }
    }

    /**
     * A step that was taken.
     *
     * @param nil of a submission the codes that the unit declared zero
     * @param reason null where none was given
     */
    record Taken(SetStep step, List<String> nil, String reason, String by, Instant at) {

        /** Whether it is the same step, by the same person in the same words. */
        boolean repeats(Taken other) {
            return step == other.step
                    && nil.equals(other.nil)
                    && by.equals(other.by)
                    && String.valueOf(reason).equals(String.valueOf(other.reason));
        }
    }

    static Filing open(Key key) {
        return new Filing(key, 1, SetStatus.OPEN, null, null, null);
    }

    /**
     * The set after a step.
     *
     * @param frozen what a submission froze; null of another step
     * @throws Refusal 412 where the set has another version, 409 where the table forbids the step
     */
    Filing after(int ifMatch, Taken asked, UUID frozen) {
        if (version != ifMatch) {
            throw EntityTags.stale(version);
        }
        SetStatus next = asked.step().takenFrom(status);
        return new Filing(
                key,
                version + 1,
                next,
                frozen == null ? submission : frozen,
                asked,
                firstSubmittedAt == null && frozen != null ? asked.at() : firstSubmittedAt);
    }

    /** Days after the due date, of the first submission or, without one, of today; 0 in time. */
    long lateDays(LocalDate dueOn, LocalDate today, ZoneId zone) {
        LocalDate day =
                firstSubmittedAt == null ? today : LocalDate.ofInstant(firstSubmittedAt, zone);
        return Math.max(0, day.toEpochDay() - dueOn.toEpochDay());
    }
}
