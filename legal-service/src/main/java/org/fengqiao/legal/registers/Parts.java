package org.fengqiao.legal.registers;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The components of a kind of Java record, in their order; and the record made of their values. */
final class Parts<S> {

    private static final Map<Class<?>, Parts<?>> KNOWN = new ConcurrentHashMap<>();

    private final Constructor<S> constructor;
    private final List<Part> all;

    private Parts(Class<S> type) {
        RecordComponent[] components = type.getRecordComponents();
        all = Stream.of(components).map(Part::new).toList();
        try {
            constructor =
                    type.getDeclaredConstructor(
                            Stream.of(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // Under a class its own parts are kept.
    static <S> Parts<S> of(Class<S> type) {
        return (Parts<S>) KNOWN.computeIfAbsent(type, Parts::new);
    }

    @SuppressWarnings("unchecked") // The class of an S.
    static <S> Parts<S> of(S record) {
        return of((Class<S>) record.getClass());
    }

    Class<S> type() {
        return constructor.getDeclaringClass();
    }

    /** Of the kind. */
    String simpleName() {
        return constructor.getDeclaringClass().getSimpleName();
    }

    List<Part> all() {
        return all;
    }

    Part named(String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /** Whether both say the same; of amounts and hours 4 is 4.0, and no list is an empty one. */
    boolean same(S one, S other) {
        return all.stream().allMatch(it -> equal(it.of(one), it.of(other)));
    }

    private static boolean equal(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal too) {
            return number.compareTo(too) == 0;
        }
        return Objects.equals(one, other)
                || one == null && List.of().equals(other)
                || other == null && List.of().equals(one);
    }

    /**
     * The record with other values of some components.
     *
     * @param changes names of components, each followed by its value
     */
    S with(S record, Object... changes) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            values.put(named((String) changes[i]).name(), changes[i + 1]);
        }
        return make(it -> values.containsKey(it.name()) ? values.get(it.name()) : it.of(record));
    }

    /** The record that has these values in the places of its components. */
    S make(Function<Part, Object> value) {
        try {
            return constructor.newInstance(all.stream().map(value).toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
