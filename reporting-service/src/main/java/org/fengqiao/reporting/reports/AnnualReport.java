package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.divisions.OwnUnit;

/**
 * The annual report of a division as it stands.
 *
 * @param version raised by every step
 * @param steps what was done, oldest first
 */
record AnnualReport(
        UUID id,
        String division,
        int year,
        ReportStatus status,
        int version,
        Draft draft,
        List<Taken> steps) {

    /**
     * A step that was taken.
     *
     * @param on the business date
     * @param by the person's subject at the identity provider
     */
    @Schema(name = "ReportHistoryStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            int version, ReportStep step, LocalDate on, Instant at, String by, String reason) {}

    /**
     * The division that a path names.
     *
     * @throws Refusal 404 where it is none, or not within the caller's area
     */
    static String division(String asked, Caller caller) {
        if (!DivisionCode.valid(asked)) {
            throw Refusal.notFound();
        }
        return caller.division(asked);
    }

    /**
     * The division that a path names, for who writes: a unit reports for itself, and the county
     * approves no township's report (D6).
     *
     * @throws Refusal 404 as {@link #division}; 403 as {@link OwnUnit#require}
     */
    static String own(String asked, Caller caller) {
        String place = division(asked, caller);
        OwnUnit.require(place, caller);
        return place;
    }

    /** Whether the person wrote in the text that stands: who did so does not sign it. */
    boolean wasDraftedBy(String subject) {
        return steps.stream()
                .filter(it -> it.step() == ReportStep.BEGIN || it.step() == ReportStep.EDIT)
                .anyMatch(it -> it.by().equals(subject));
    }

    /** The first day of such a step that was not sent back; null where none was taken. */
    LocalDate firstDayOf(ReportStep step) {
        LocalDate day = null;
        boolean published = false;
        for (Taken it : steps) {
            if (it.step() == ReportStep.RETURN && !published) {
                day = null;
            } else if (it.step() == step && day == null) {
                day = it.on();
            }
            published |= it.step() == ReportStep.PUBLISH;
        }
        return day;
    }

    /** The step that was taken last. */
    Taken last() {
        return steps.get(steps.size() - 1);
    }

    /** The last step of these kinds; empty where none was taken. */
    Optional<Taken> lastOf(ReportStep... kinds) {
        return steps.stream()
                .filter(it -> List.of(kinds).contains(it.step()))
                .reduce((before, it) -> it);
    }

    /** The day of the last step. */
    LocalDate lastDay() {
        return last().on();
    }

    /** How many editions were published. */
    long publications() {
        return steps.stream()
                .filter(
                        it ->
                                it.step() == ReportStep.PUBLISH
                                        || it.step() == ReportStep.PUBLISH_REVISION)
                .count();
    }

    /**
     * As it stood after one of its steps.
     *
     * @param then the text that it had
     */
    AnnualReport after(int step, Draft then) {
        List<Taken> taken = steps.stream().filter(it -> it.version() <= step).toList();
        ReportStatus was = null;
        for (Taken it : taken) {
            was = it.step().takenFrom(was);
        }
        return new AnnualReport(id, division, year, was, step, then, taken);
    }
}
