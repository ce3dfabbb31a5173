package org.fengqiao.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have: a misspelt filter would silently show
 * everything.
 */
class UnknownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> asked = request.getUriInfo().getQueryParameters().keySet();
        if (asked.isEmpty()) {
            return;
        }
        Set<String> names =
                known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::namesOf);
        for (String name : asked) {
            if (!names.contains(name)) {
                throw Refusal.of(
                                400,
                                "PARAMETER_INVALID",
                                "参数无效，见 errors",
                                "A parameter is invalid, see errors")
                        .at(
                                name,
                                "UNKNOWN_PARAMETER",
                                "该操作没有此查询参数",
                                "The operation has no such query parameter");
            }
        }
    }

    private static Set<String> namesOf(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inner = field.getAnnotation(QueryParam.class);
                    if (inner != null) {
                        names.add(inner.value());
                    }
                }
            }
        }
        return names;
    }
}
