package org.fengqiao.kit.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Turns every exception that leaves a resource into a problem. */
class ProblemMappers {

    private final ProblemWriter writer;
    private final KnownPaths paths;

    ProblemMappers(ProblemWriter writer, KnownPaths paths) {
        this.writer = writer;
        this.paths = paths;
    }

    // Quarkus has mappers of its own for some of these: only a mapper of the same class takes their
    // place.
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ConstraintViolationException.class,
        ForbiddenException.class
    })
    Response refuse(Throwable thrown, RoutingContext request, SimpleResourceInfo operation) {
        Refusal refusal =
                thrown instanceof ForbiddenException
                        ? ProblemCauses.scopeMissing(scopes(operation))
                        : isOtherMethod(thrown, request)
                                ? ProblemCauses.ofStatus(405)
                                : ProblemCauses.refusalOf(thrown);
        return respond(refusal, request, Map.of()).build();
    }

    /** Not found, says Quarkus, of a known path, too. */
    private boolean isOtherMethod(Throwable thrown, RoutingContext request) {
        if (!(thrown instanceof NotFoundException)) {
            return false;
        }
        Set<String> known = paths.methods(request.request().path());
        return !known.isEmpty() && !known.contains(request.request().method().name());
    }

    /** The scopes that an operation asks for; none where it is none, or asks elsewhere. */
    private static List<String> scopes(SimpleResourceInfo operation) {
        if (operation == null || operation.getResourceClass() == null) {
            return List.of();
        }
        try {
            RolesAllowed asked =
                    operation
                            .getResourceClass()
                            .getMethod(operation.getMethodName(), operation.parameterTypes())
                            .getAnnotation(RolesAllowed.class);
            return asked == null ? List.of() : List.of(asked.value());
        } catch (NoSuchMethodException e) {
            return List.of();
        }
    }

    /**
     * 401 with the identity mechanism's own challenge; a page's redirect to the sign-in passes
     * through.
     */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> challenge(Throwable thrown, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        Uni<ChallengeData> challenge =
                authenticator == null
                        ? Uni.createFrom().nullItem()
                        : authenticator.getChallenge(request).onFailure().recoverWithNull();
        return challenge.map(it -> answer(it, thrown, request));
    }

    private Response answer(ChallengeData challenge, Throwable thrown, RoutingContext request) {
        if (challenge == null || challenge.status == 401) {
            return respond(
                            ProblemCauses.refusalOf(thrown),
                            request,
                            ProblemCauses.headersOf(thrown))
                    .build();
        }
        Response.ResponseBuilder redirect = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> redirect.header(name.toString(), value));
        return redirect.build();
    }

    private Response.ResponseBuilder respond(
            Refusal refusal, RoutingContext request, Map<String, String> headers) {
        Response.ResponseBuilder response =
                Response.status(refusal.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(writer.write(refusal, request));
        headers.forEach(response::header);
        return refusal.status() == 405
                ? response.allow(paths.methods(request.request().path()))
                : response;
    }
}
