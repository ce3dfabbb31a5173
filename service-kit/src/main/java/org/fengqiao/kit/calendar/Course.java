package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the record says of one period: when it started, ended, was extended or suspended. The facts
 * that, with a rule and a calendar, make a {@link Deadline}.
 *
 * @param startedOn day of the start event; absent = no date on record
 * @param endedOn day on which the holder acted, or the matter ended; absent = open. It may be
 *     announced (the last day of a public comment): until it comes the period is open
 */
public record Course(
        LocalDate startedOn,
        LocalDate endedOn,
        List<Extension> extensions,
        List<Suspension> suspensions) {

    /**
     * An approved extension. Whether it was approved and told in time is for the service whose law
     * it is.
     *
     * @param days units of the rule, at least 1
     */
    @Schema(name = "DeadlineExtension")
    public record Extension(int days, LocalDate decidedOn) {
        public Extension {
            if (days < 1) {
                throw new IllegalArgumentException("An extension has at least one day");
            }
        }
    }

    /**
     * Days that may not count.
     *
     * @param event code of the event; it stops only rules that name it
     * @param to last day, included; absent = still going on
     */
    @Schema(name = "DeadlineSuspension")
    public record Suspension(String event, LocalDate from, LocalDate to) {
        public Suspension {
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("A suspension does not end before it begins");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Course {
        extensions = List.copyOf(extensions);
        suspensions = List.copyOf(suspensions);
    }

    /** A period that started on this day, or on a day nobody recorded ({@code null}). */
    public static Course startedOn(LocalDate day) {
        return new Course(day, null, List.of(), List.of());
    }

    /** The same, ended on this day ({@code null} = open). */
    public Course endedOn(LocalDate day) {
        return new Course(startedOn, day, extensions, suspensions);
    }

    /** The same with one more extension. */
    public Course extended(int days, LocalDate decidedOn) {
        List<Extension> more =
                Stream.concat(extensions.stream(), Stream.of(new Extension(days, decidedOn)))
                        .toList();
        return new Course(startedOn, endedOn, more, suspensions);
    }

    /** The same with one more suspension; {@code to} is {@code null} while it goes on. */
    public Course suspended(String event, LocalDate from, LocalDate to) {
        List<Suspension> more =
                Stream.concat(suspensions.stream(), Stream.of(new Suspension(event, from, to)))
                        .toList();
        return new Course(startedOn, endedOn, extensions, more);
    }

    int extensionDays() {
        return extensions.stream().mapToInt(Extension::days).sum();
    }
}
