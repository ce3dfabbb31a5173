package org.fengqiao.kit.web;

import java.util.List;

/**
 * A code list of a service, contributed by a CDI producer: {@code @Produces @Singleton CodeList
 * difficulties()}.
 *
 * @param name kebab-case, unique in the service, e.g. {@code dispute-types}
 */
public record CodeList(String name, String zh, String en, List<? extends Coded> values) {

    public CodeList {
        values = List.copyOf(values);
    }

    /** All constants of an enum, in their order. */
    public static <E extends Enum<E> & Coded> CodeList of(
            String name, String zh, String en, Class<E> type) {
        return new CodeList(name, zh, en, List.of(type.getEnumConstants()));
    }
}
