package org.fengqiao.kit.calendar;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Brings a changed year to the open deadlines: at once where it was loaded, soon in every replica.
 */
@ApplicationScoped
class CalendarLoading {

    private final Calendars calendars;
    private final Deadlines deadlines;
    private WorkCalendar applied = WorkCalendar.EMPTY;

    CalendarLoading(Calendars calendars, Deadlines deadlines) {
        this.calendars = calendars;
        this.deadlines = deadlines;
    }

    /** Loads a year; returns the number of open deadlines whose last day moved. */
    @Transactional
    int load(int year, List<CalendarDay> days, String by, Instant at) {
        calendars.load(year, days, by, at);
        return deadlines.rederiveOpen(year);
    }

    /**
     * Takes up years loaded elsewhere or shipped with a new build, and counts again what a command
     * derived by the calendar before while the year was being loaded.
     */
    @Scheduled(
            every = "${fengqiao.calendar.refresh-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        WorkCalendar current = calendars.refresh();
        current.differencesFrom(applied).forEach(deadlines::rederiveOpen);
        applied = current;
    }
}
