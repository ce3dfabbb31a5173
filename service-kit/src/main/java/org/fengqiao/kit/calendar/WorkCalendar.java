package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The working days of the mainland, by year. 法定休假日 (MF 203) are Saturdays, Sundays and the days
 * freed by the State Council's notice, minus make-up working days. A year without a notice knows
 * weekends only: {@link #covers} tells.
 *
 * @param years per year with data, its named days
 * @param rolls whether a last day that is a 法定休假日 moves to the day after it (MF 203); a setting, as
 *     the reading that it governs limits of public law is one
 */
public record WorkCalendar(SortedMap<Integer, Map<LocalDate, CalendarDay>> years, boolean rolls) {

    /** Weekends only. */
    static final WorkCalendar EMPTY = new WorkCalendar(new TreeMap<>(), true);

    /** The notices shipped with this build, a file {@code calendar/<year>.csv} each. */
    public static WorkCalendar published() {
        return Notices.PUBLISHED;
    }

    /**
     * This calendar with one year's days replaced.
     *
     * @throws IllegalArgumentException if a day lies in another year or is named twice
     */
    public WorkCalendar with(int year, Collection<CalendarDay> days) {
        Map<LocalDate, CalendarDay> byDay = new HashMap<>();
        for (CalendarDay day : days) {
            if (day.day().getYear() != year || byDay.put(day.day(), day) != null) {
                throw new IllegalArgumentException(
                        day.day() + " is not in " + year + " or is twice");
            }
        }
        SortedMap<Integer, Map<LocalDate, CalendarDay>> more = new TreeMap<>(years);
        more.put(year, Map.copyOf(byDay));
        return new WorkCalendar(more, rolls);
    }

    /** The same days, with MF 203 or without. */
    public WorkCalendar rolling(boolean rolling) {
        return new WorkCalendar(years, rolling);
    }

    /** Whether the year's notice is known. */
    public boolean covers(int year) {
        return years.containsKey(year);
    }

    /** The notice's word on that day, if it has one. */
    public Optional<CalendarDay> named(LocalDate day) {
        return Optional.ofNullable(years.getOrDefault(day.getYear(), Map.of()).get(day));
    }

    /** Whether offices work on that day; the opposite of 法定休假日. */
    public boolean isWorkingDay(LocalDate day) {
        return named(day)
                .map(it -> it.kind() == CalendarDay.Kind.MAKE_UP_WORKDAY)
                .orElseGet(() -> !CalendarDay.weekend(day));
    }

    /** Years whose days differ between the two calendars. */
    SortedSet<Integer> differencesFrom(WorkCalendar other) {
        SortedSet<Integer> all = new TreeSet<>(years.keySet());
        all.addAll(other.years.keySet());
        all.removeIf(it -> Objects.equals(years.get(it), other.years.get(it)));
        return all;
    }
}
