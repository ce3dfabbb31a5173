package org.fengqiao.kit.web;

import java.time.LocalDate;

/** A value of a code list: its code on the wire and its label in both languages. */
public interface Coded {

    /** ASCII {@code UPPER_SNAKE} or the code of the standard; an enum's is its name. */
    String code();

    /** Chinese label. */
    String zh();

    /** English label. */
    String en();

    /**
     * Last day on which it may be given to something new; absent, {@code null}, while no end is
     * known. A code that is withdrawn stays in its list: records have it for ever.
     */
    default LocalDate validUntil() {
        return null;
    }
}
