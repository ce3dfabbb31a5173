package org.fengqiao.kit.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps out who lacks the second scope of an operation. */
class AlsoRequired {

    private final Caller caller;

    AlsoRequired(Caller caller) {
        this.caller = caller;
    }

    // Before anything is told of the request's faults.
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo operation) {
        AlsoRequires also = operation.getResourceMethod().getAnnotation(AlsoRequires.class);
        if (also != null && !caller.may(scope(also.value()))) {
            throw ProblemCauses.scopeMissing(List.of(scope(also.value())));
        }
    }

    /** The scope itself, where a setting names it. */
    static String scope(String value) {
        return value.equals(AlsoRequires.WRITING)
                ? ConfigProvider.getConfig().getValue(value, String.class)
                : value;
    }
}
