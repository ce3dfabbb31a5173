package org.fengqiao.kit.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of day that a record has: a row of the table which {@link DayOrder} holds a record to.
 *
 * @param <R> the record
 */
public interface DayKind<R> {

    String name();

    String zh();

    /** The kinds it may not lie before. */
    List<? extends DayKind<R>> notBefore();

    /** Whether each of these comes after the one recorded before it. */
    boolean inTurn();

    /** Whether it may lie after today: a day agreed on, not one on which something was done. */
    boolean mayLieAhead();

    /** The days of this kind that the record has. */
    Stream<LocalDate> of(R it);

    /**
     * The field that holds this day, of the step just taken or of a correction; {@code null} where
     * it holds none.
     */
    String pointer(R it);
}
