package org.fengqiao.kit.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body that is not JSON where the operation names no other type: out of plain text
 * Quarkus would make any record of one text, past all strict reading.
 */
class BodyTypes {

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        MediaType type = request.getMediaType();
        if (hasBody(request)
                && !resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                && (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new NotSupportedException();
        }
    }

    /** A type without a body is no body: hasEntity() would take the one for the other. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaders().containsKey("Transfer-Encoding");
    }
}
