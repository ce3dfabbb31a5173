package org.fengqiao.kit.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** What a failed validation tells: one fault per constraint, at its place. */
final class ConstraintFaults {

    private ConstraintFaults() {}

    /**
     * The refusal; {@code null} where our own answer or an inner call was invalid, which is no
     * fault of the caller.
     */
    static Refusal of(ConstraintViolationException thrown) {
        Refusal refusal =
                Refusal.of(
                        400,
                        "REQUEST_INVALID",
                        "请求内容有误，见 errors",
                        "The request is invalid, see errors");
        List<? extends ConstraintViolation<?>> violations =
                thrown.getConstraintViolations().stream()
                        .sorted(Comparator.comparing(it -> it.getPropertyPath().toString()))
                        .toList();
        for (ConstraintViolation<?> violation : violations) {
            String place = place(violation);
            if (place == null) {
                return null;
            }
            // The message is already in the language of the request (Quarkus resolves it by
            // Accept-Language).
            String message = violation.getMessage();
            refusal = refusal.at(place, code(violation), message, message);
        }
        return refusal;
    }

    private static String code(ConstraintViolation<?> violation) {
        Class<?> constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return constraint
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    private static String place(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.Node method = nodes.next();
        if (method.getKind() != ElementKind.METHOD || !nodes.hasNext()) {
            return null;
        }
        Path.Node parameter = nodes.next();
        if (parameter.getKind() == ElementKind.CROSS_PARAMETER) {
            return "";
        }
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return null;
        }
        String name =
                parameterName(
                        violation.getRootBeanClass(),
                        method,
                        parameter.as(Path.ParameterNode.class));
        return name != null ? name : pointer(nodes);
    }

    private static String pointer(Iterator<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            // An element of a container has no name of its own.
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** The name of a query, path, header or form parameter; {@code null} for the body. */
    private static String parameterName(
            Class<?> bean, Path.Node method, Path.ParameterNode parameter) {
        Class<?>[] types =
                method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        // The bean may be a generated subclass without the annotations.
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            try {
                Method declared = type.getDeclaredMethod(method.getName(), types);
                for (Annotation annotation :
                        declared.getParameterAnnotations()[parameter.getParameterIndex()]) {
                    String name = nameOf(annotation);
                    if (name != null) {
                        return name;
                    }
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }

    static String nameOf(Annotation annotation) {
        if (annotation instanceof QueryParam it) {
            return it.value();
        }
        if (annotation instanceof PathParam it) {
            return it.value();
        }
        if (annotation instanceof HeaderParam it) {
            return it.value();
        }
        return annotation instanceof FormParam it ? it.value() : null;
    }
}
