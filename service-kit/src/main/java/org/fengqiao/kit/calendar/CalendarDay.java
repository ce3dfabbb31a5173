package org.fengqiao.kit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day that a notice of the State Council's General Office names.
 *
 * @param name the festival, e.g. {@code 春节}
 * @param notice the notice's number, e.g. {@code 国办发明电〔2023〕7号}
 */
public record CalendarDay(LocalDate day, Kind kind, String name, String notice) {

    /** What the notice makes of the day. */
    @Schema(name = "CalendarDayKind")
    public enum Kind {
        /** Freed, whether a festival or a day moved there (调休). */
        HOLIDAY,
        /** A Saturday or Sunday to be worked in exchange (上班). */
        MAKE_UP_WORKDAY
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
