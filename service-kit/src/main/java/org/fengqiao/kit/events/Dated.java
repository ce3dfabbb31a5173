package org.fengqiao.kit.events;

import java.time.LocalDate;

/** A record that carries last days of its own: they follow the calendar, as its deadlines do. */
public interface Dated extends Recorded {

    /**
     * Takes over a last day that a change of the calendar has moved. No step: the version stays.
     *
     * @param rule code of the deadline's rule; one that the record carries no day of is ignored
     */
    void moveLastDay(String rule, LocalDate dueOn);
}
