package org.fengqiao.legal.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.kit.web.Refusal;

/**
 * The life of a record as its days tell it: the steps taken through the table one after the other,
 * in the order of their days, and on one day in that of the table. So a record that is described as
 * a whole, by a form, a correction or a ledger, goes no other way than one that came step by step.
 *
 * @param <S> the statuses
 * @param <T> the steps
 */
public final class Life<S extends Enum<S> & Coded, T extends Enum<T> & StepRow<S>> {

    /**
     * @param component that holds the day
     */
    private record Told<T>(T step, LocalDate on, String component) {}

    private final List<Told<T>> told = new ArrayList<>();

    /** With a step that was taken on this day; without a day it was not taken. */
    public Life<S, T> told(T step, LocalDate on, String component) {
        if (on != null) {
            told.add(new Told<>(step, on, component));
        }
        return this;
    }

    /**
     * Where the record stands after the last of its steps.
     *
     * @throws Refusal 422 at the day of the first step that the table does not have from where the
     *     record stood
     */
    public S status(Looking looking) {
        S status = null;
        for (Told<T> it : inOrder()) {
            status = after(it, status, looking);
        }
        return status;
    }

    private List<Told<T>> inOrder() {
        Comparator<Told<T>> byDay = Comparator.comparing(Told::on);
        return told.stream().sorted(byDay.thenComparing(Told::step)).toList();
    }

    private S after(Told<T> it, S status, Looking looking) {
        try {
            return StepRow.goneBy(it.step(), status).takenFrom(status);
        } catch (Refusal forbidden) {
            // Not the record's state is in the way, as of a step (409), but what was given of it.
            throw looking.refuse(it.component(), forbidden.code(), forbidden.zh(), forbidden.en())
                    .citing(forbidden.legalBasis());
        }
    }
}
