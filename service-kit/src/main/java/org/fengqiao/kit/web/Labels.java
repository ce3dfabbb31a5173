package org.fengqiao.kit.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fengqiao.kit.web.Labelled.Label;

/**
 * The labels of enums. An interface has no field to keep them in, and an enum no class to inherit
 * one from: they lie with the enum's class, by the names of its constants.
 */
final class Labels {

    private static final ClassValue<Map<String, Label>> OF_CLASS =
            new ClassValue<>() {
                @Override
                protected Map<String, Label> computeValue(Class<?> type) {
                    return new ConcurrentHashMap<>();
                }
            };

    private Labels() {}

    static void keep(Enum<?> constant, Label label) {
        if (all(constant).putIfAbsent(constant.name(), label) != null) {
            throw new IllegalStateException(name(constant) + " was called something before");
        }
    }

    static Label of(Enum<?> constant) {
        Label label = all(constant).get(constant.name());
        if (label == null) {
            throw new IllegalStateException(name(constant) + " is called nothing");
        }
        return label;
    }

    private static Map<String, Label> all(Enum<?> constant) {
        return OF_CLASS.get(constant.getDeclaringClass());
    }

    private static String name(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }
}
