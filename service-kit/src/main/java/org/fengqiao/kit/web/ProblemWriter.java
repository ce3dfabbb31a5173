package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/** Writes a problem in the language of its request. */
@Singleton
class ProblemWriter {

    private final ObjectMapper mapper;

    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The body as UTF-8; sets {@code Content-Language} and {@code Vary} on the way. */
    byte[] write(Refusal refusal, RoutingContext request) {
        Locale language =
                Problem.language(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response()
                .putHeader("Content-Language", language.toLanguageTag())
                .putHeader("Vary", "Accept-Language");
        if (refusal.status() == 413 || refusal.status() == 408) {
            // The rest of the body is not read: the connection cannot be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        boolean passing = Set.of("REQUEST_IN_PROGRESS", "BUSY").contains(refusal.code());
        if (passing || refusal.status() == 503 || refusal.status() == 429) {
            request.response()
                    .putHeader("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
        }
        try {
            return mapper.writeValueAsBytes(
                    Problem.of(refusal, language, request.request().path()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written", e);
        }
    }
}
