package org.fengqiao.legal.registers;

import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Coded;

/** A step whose row of the table is one value. */
public interface StepRow<S extends Enum<S> & Coded> extends Step<S> {

    /**
     * The row.
     *
     * @param event the step's literal on the wire, behind that of the kind
     */
    record Row<S>(
            String zh,
            Set<S> from,
            S to,
            String event,
            String legalBasis,
            String subjectZh,
            String subjectEn) {}

    Row<S> row();

    /** The literal of a step by its name; null where the table has none of it. */
    static String event(StepRow<?>[] table, String name) {
        return Stream.of(table)
                .filter(it -> it.name().equals(name))
                .map(Step::event)
                .findFirst()
                .orElse(null);
    }

    /**
     * The row that a step goes by from a status. What rests on one article from here and on another
     * from there has two rows, told by one event.
     *
     * @throws org.fengqiao.kit.web.Refusal 409, where the table has none
     */
    static <S extends Enum<S> & Coded, T extends Enum<T> & StepRow<S>> T goneBy(T step, S from) {
        T row =
                Stream.of(step.getDeclaringClass().getEnumConstants())
                        .filter(it -> it.event().equals(step.event()) && it.allowedFrom(from))
                        .findFirst()
                        .orElse(step);
        // It refuses where the row has no way from here.
        S unused = row.takenFrom(from);
        return row;
    }

    @Override
    default String zh() {
        return row().zh();
    }

    @Override
    default Set<S> from() {
        return row().from();
    }

    @Override
    default S to() {
        return row().to();
    }

    @Override
    default String event() {
        return row().event();
    }

    @Override
    default String legalBasis() {
        return row().legalBasis();
    }

    @Override
    default String subjectZh() {
        return row().subjectZh();
    }

    @Override
    default String subjectEn() {
        return row().subjectEn();
    }
}
