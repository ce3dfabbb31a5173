package org.fengqiao.kit.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a body in before anybody works on its request: who sends slowly holds a socket, but neither
 * a thread nor a place among those that are worked on. A file is left to its reader.
 */
@ApplicationScoped
class BodyReading {

    // After the edge and before the admission, which reads no body.
    private static final int SECOND = 900;
    private static final int LINGER_MILLIS = 2_000;

    private final MeterRegistry meters;
    private final int seconds;
    private final long mostBytes;
    private final AtomicLong heldBytes = new AtomicLong();

    BodyReading(
            MeterRegistry meters,
            @ConfigProperty(name = "fengqiao.limits.body.seconds") int seconds,
            @ConfigProperty(name = "fengqiao.limits.body.mebibytes") int mebibytes) {
        this.meters = meters;
        this.seconds = seconds;
        this.mostBytes = (long) mebibytes << 20;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::enter, SECOND);
    }

    private void enter(RoutingContext request) {
        HttpServerRequest http = request.request();
        if (http.isEnded() || BodyLimit.isFile(request) || !hasBody(http)) {
            request.next();
        } else {
            new Reading(request).start();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                ? !length.equals("0")
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** One body on its way in; all of it happens on the request's own event loop. */
    private final class Reading {

        private final RoutingContext request;
        private final HttpServerRequest http;
        private final Buffer body = Buffer.buffer();
        private long timer;
        private boolean over;

        Reading(RoutingContext request) {
            this.request = request;
            this.http = request.request();
        }

        void start() {
            timer = request.vertx().setTimer(seconds * 1_000L, it -> refuse(tooSlow()));
            request.addEndHandler(
                    it -> {
                        over = true;
                        request.vertx().cancelTimer(timer);
                        heldBytes.addAndGet(-body.length());
                    });
            http.handler(this::take).endHandler(it -> end());
            if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
                http.response().writeContinue();
            }
            http.resume();
        }

        private void take(Buffer part) {
            if (over) {
                return;
            }
            if (body.length() + part.length() > BodyLimit.JSON_BYTES) {
                refuse(BodyLimit.exceeded(BodyLimit.JSON_BYTES));
                return;
            }
            body.appendBuffer(part);
            if (heldBytes.addAndGet(part.length()) > mostBytes) {
                refuse(ProblemCauses.ofStatus(503));
            }
        }

        private void end() {
            if (!over) {
                over = true;
                request.vertx().cancelTimer(timer);
                request.setBody(body);
                request.next();
            }
        }

        /** What still comes is thrown away, and the connection with it. */
        private void refuse(Refusal refusal) {
            over = true;
            meters.counter("fengqiao.limits.refused", "limit", "body").increment();
            // Or the caller's next request on it would be cut off.
            http.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.fail(refusal);
            request.vertx().setTimer(LINGER_MILLIS, it -> http.connection().close());
        }
    }

    private static Refusal tooSlow() {
        return Refusal.of(
                408,
                "BODY_TOO_SLOW",
                "请求体发送过慢，连接即将关闭",
                "The body came too slowly: the connection is closed");
    }
}
