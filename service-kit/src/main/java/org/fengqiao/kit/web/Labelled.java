package org.fengqiao.kit.web;

import java.util.List;

/**
 * An enum whose constants are codes, each with its label, which its constructor says: {@code
 * Season(String zh, String en, String... aliases) { called(zh, en, aliases); }}.
 */
public interface Labelled extends Coded {

    /**
     * What a constant is called.
     *
     * @param aliases other words offices write for it in their ledgers
     */
    record Label(String zh, String en, List<String> aliases) {}

    /** A label: {@code label("宪法宣传周", "Constitution week", "宪法周")}. */
    static Label label(String zh, String en, String... aliases) {
        return new Label(zh, en, List.of(aliases));
    }

    /**
     * Says what the constant is called; of its constructor alone.
     *
     * @throws IllegalStateException where it was said before
     */
    default void called(String zh, String en, String... aliases) {
        Labels.keep((Enum<?>) this, label(zh, en, aliases));
    }

    /**
     * What its constructor said.
     *
     * @throws IllegalStateException where that said nothing
     */
    default Label label() {
        return Labels.of((Enum<?>) this);
    }

    @Override
    default String code() {
        return ((Enum<?>) this).name();
    }

    @Override
    default String zh() {
        return label().zh();
    }

    @Override
    default String en() {
        return label().en();
    }
}
