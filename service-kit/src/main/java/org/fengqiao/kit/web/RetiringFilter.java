package org.fengqiao.kit.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells whoever calls an operation that is {@link Retiring}, and refuses once it is gone. */
class RetiringFilter {

    private final Clock clock;

    RetiringFilter(Clock clock) {
        this.clock = clock;
    }

    @ServerRequestFilter
    void refuse(ResourceInfo resource) {
        retirement(resource)
                .filter(it -> it.isOver(clock.instant()))
                .ifPresent(
                        it -> {
                            throw it.refusal();
                        });
    }

    @ServerResponseFilter
    void tell(ContainerResponseContext response, ResourceInfo resource) {
        retirement(resource)
                .ifPresent(
                        it -> {
                            response.getHeaders().putSingle("Deprecation", it.deprecation());
                            response.getHeaders().putSingle("Sunset", it.sunset());
                            it.links().forEach(link -> response.getHeaders().add("Link", link));
                        });
    }

    private static Optional<Retirement> retirement(ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        return Optional.ofNullable(method)
                .map(it -> it.getAnnotation(Retiring.class))
                .map(Retirement::of);
    }
}
