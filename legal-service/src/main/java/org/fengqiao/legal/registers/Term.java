package org.fengqiao.legal.registers;

import java.time.LocalDate;

/**
 * While something lasts, its last day included.
 *
 * @param until the last day; null while it goes on
 */
public record Term(LocalDate from, LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether a day of the year is in it. */
    public boolean touches(int year) {
        return from.getYear() <= year && (until == null || until.getYear() >= year);
    }
}
