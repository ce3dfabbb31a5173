package org.fengqiao.kit.web;

/** A value of a code list: its code on the wire and its label in both languages. */
public interface Coded {

    /** ASCII {@code UPPER_SNAKE} or the code of the standard; an enum's is its name. */
    String code();

    /** Chinese label. */
    String zh();

    /** English label. */
    String en();
}
