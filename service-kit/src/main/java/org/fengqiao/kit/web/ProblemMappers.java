package org.fengqiao.kit.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem. */
class ProblemMappers {

    private final ProblemWriter writer;

    ProblemMappers(ProblemWriter writer) {
        this.writer = writer;
    }

    // Quarkus has mappers of its own for some of these: only a mapper of the same class takes their
    // place.
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ConstraintViolationException.class,
        ForbiddenException.class
    })
    Response refuse(Throwable thrown, RoutingContext request) {
        return respond(ProblemCauses.refusalOf(thrown), request, Map.of()).build();
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
        return response;
    }
}
