package org.fengqiao.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body where the operation takes none, and one that is not JSON where it names no other
 * type: out of plain text Quarkus would make any record of one text, past all strict reading.
 */
class BodyTypes {

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (!hasBody(request) || method.isAnnotationPresent(Consumes.class)) {
            return;
        }
        if (!takesBody(method)) {
            throw Refusal.of(
                    400, "BODY_UNEXPECTED", "该操作不接收请求体", "The operation takes no request body");
        }
        MediaType type = type(request);
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new NotSupportedException();
        }
    }

    /** {@code null} where the header is missing or cannot be read. */
    private static MediaType type(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A type without a body is no body: hasEntity() would take the one for the other. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaders().containsKey("Transfer-Encoding");
    }

    private static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .anyMatch(all -> Arrays.stream(all).noneMatch(BodyTypes::isElsewhere));
    }

    private static boolean isElsewhere(Annotation annotation) {
        return annotation instanceof Context
                || annotation instanceof BeanParam
                || ConstraintFaults.nameOf(annotation) != null;
    }
}
