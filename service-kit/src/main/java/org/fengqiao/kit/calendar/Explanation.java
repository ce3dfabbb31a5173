package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a deadline falls on its day.
 *
 * @param firstDay day 1: the day after the start (MF 201)
 * @param countedTo the last day of the count, before MF 203 moved it
 * @param skipped every day that did not count or could not be the last, in order
 * @param notes what else a reader must know, each in both languages
 */
public record Explanation(
        LocalDate firstDay, LocalDate countedTo, List<SkippedDay> skipped, List<Note> notes) {

    /**
     * A day passed over.
     *
     * @param name festival or suspending event; absent for a plain weekend
     * @param notice number of the State Council's notice; only for a holiday
     */
    public record SkippedDay(LocalDate day, Why why, String name, String notice) {}

    /** Why a day was passed over. */
    @Schema(name = "SkippedDayCause")
    public enum Why {
        WEEKEND,
        HOLIDAY,
        SUSPENDED
    }

    /** A remark in Chinese and English. */
    @Schema(name = "DeadlineNote")
    public record Note(String zh, String en) {
        static Note recounted(int year) {
            return new Note(
                    year + "年的放假安排变动后重新计算",
                    "Counted again after the holidays of " + year + " changed");
        }
    }

    public Explanation {
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /** The same with one more remark. */
    Explanation noting(Note note) {
        return new Explanation(
                firstDay,
                countedTo,
                skipped,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
