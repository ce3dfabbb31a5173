package org.fengqiao.kit.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logmanager.MDC;

/**
 * What holds for every request, even one that reaches no resource: its id, the size of its body, a
 * problem at the end.
 */
@ApplicationScoped
class HttpEdge {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    // Before the upload limit of Quarkus (order -2), which would answer with an empty body.
    private static final int FIRST = 1_000;

    private final ProblemWriter writer;
    private final KnownPaths paths;

    HttpEdge(ProblemWriter writer, KnownPaths paths) {
        this.writer = writer;
        this.paths = paths;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 2).failureHandler(this::fail);
        router.route().order(Integer.MAX_VALUE).handler(this::endUnrouted);
        for (int status : new int[] {400, 404, 405, 406, 415, 500}) {
            router.errorHandler(status, it -> end(it, ProblemCauses.ofStatus(status)));
        }
    }

    private void enter(RoutingContext request) {
        String asked = request.request().getHeader(REQUEST_ID);
        String id =
                asked != null && REQUEST_ID_FORM.matcher(asked).matches()
                        ? asked
                        : UUID.randomUUID().toString();
        request.response().putHeader(REQUEST_ID, id);
        MDC.put("requestId", id);
        if (request.request().path().contains("/v1/")) {
            request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        try {
            BodyLimit.check(request);
        } catch (Refusal refusal) {
            end(request, refusal);
            return;
        }
        request.next();
    }

    private void fail(RoutingContext request) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        Throwable thrown = request.failure();
        if (thrown instanceof AuthenticationRedirectException redirect) {
            // A browser on its way back from the sign-in.
            request.response()
                    .setStatusCode(redirect.getCode())
                    .putHeader(HttpHeaders.LOCATION, redirect.getRedirectUri())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (thrown instanceof AuthenticationFailedException && authenticator != null) {
            // Of a page whose session is over and not renewed: to the sign-in.
            authenticator
                    .getChallenge(request)
                    .onFailure()
                    .recoverWithNull()
                    .subscribe()
                    .with(it -> challenge(request, it));
            return;
        }
        refuse(request);
    }

    private void challenge(RoutingContext request, ChallengeData challenge) {
        if (challenge == null || challenge.status == 401) {
            refuse(request);
            return;
        }
        request.response().setStatusCode(challenge.status);
        challenge.getHeaders().forEach((name, value) -> request.response().putHeader(name, value));
        request.response().end();
    }

    private void refuse(RoutingContext request) {
        Throwable thrown = request.failure();
        Refusal refusal =
                thrown == null
                        ? ProblemCauses.ofStatus(request.statusCode())
                        : ProblemCauses.refusalOf(thrown);
        if (refusal.status() == 401) {
            ProblemCauses.headersOf(thrown).forEach(request.response()::putHeader);
        }
        end(request, refusal);
    }

    private void endUnrouted(RoutingContext request) {
        boolean known = !paths.methods(request.request().path()).isEmpty();
        end(request, ProblemCauses.ofStatus(known ? 405 : 404));
    }

    private void end(RoutingContext request, Refusal refusal) {
        if (request.response().ended()) {
            return;
        }
        if (refusal.status() == 405) {
            String allowed = String.join(", ", paths.methods(request.request().path()));
            request.response().putHeader(HttpHeaders.ALLOW, allowed);
        }
        request.response()
                .setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(writer.write(refusal, request)));
    }
}
