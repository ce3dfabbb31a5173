package org.fengqiao.kit.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.web.Refusal;

/**
 * Lets so many requests be worked on at a time, a few more wait for a short while, and refuses the
 * others at once: a service that takes on more than it can do does nothing in time. Health is
 * always answered.
 */
@ApplicationScoped
class Admission {

    // After a body was read, before a thread is taken.
    private static final int THIRD = 800;
    private static final String HEALTH = "/q/health";

    private final MeterRegistry meters;
    private final int places;
    private final int seats;
    private final int waitMillis;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int working;

    Admission(
            MeterRegistry meters,
            @ConfigProperty(name = "fengqiao.limits.requests.working") int places,
            @ConfigProperty(name = "fengqiao.limits.requests.waiting") int seats,
            @ConfigProperty(name = "fengqiao.limits.requests.wait-millis") int waitMillis) {
        this.meters = meters;
        this.places = places;
        this.seats = seats;
        this.waitMillis = waitMillis;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::enter, THIRD);
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("fengqiao.limits.working", this, Admission::working)
                .description("Requests that are worked on")
                .register(meters);
        Gauge.builder("fengqiao.limits.waiting", this, Admission::waiting)
                .description("Requests that wait for a place")
                .register(meters);
    }

    private void enter(RoutingContext request) {
        if (request.request().path().startsWith(HEALTH)) {
            request.next();
            return;
        }
        Turn turn = new Turn(request);
        Ending.of(request, () -> leave(turn));
        if (admits(turn)) {
            request.next();
        } else if (seats(turn)) {
            turn.timer = request.vertx().setTimer(waitMillis, it -> giveUp(turn));
        } else {
            refuse(request);
        }
    }

    private synchronized boolean admits(Turn turn) {
        turn.placed = working < places;
        working += turn.placed ? 1 : 0;
        return turn.placed;
    }

    private synchronized boolean seats(Turn turn) {
        return waiting.size() < seats && waiting.add(turn);
    }

    /** At the end of a request, answered or cut off: its place is the next one's. */
    private void leave(Turn turn) {
        Turn next = passOn(turn);
        if (next != null) {
            next.context.runOnContext(it -> next.begin());
        }
    }

    private synchronized Turn passOn(Turn turn) {
        if (!turn.placed) {
            waiting.remove(turn);
            return null;
        }
        Turn next = waiting.poll();
        if (next == null) {
            working--;
        } else {
            next.placed = true;
        }
        return next;
    }

    private void giveUp(Turn turn) {
        if (hasLeft(turn)) {
            refuse(turn.request);
        }
    }

    private synchronized boolean hasLeft(Turn turn) {
        return waiting.remove(turn);
    }

    private void refuse(RoutingContext request) {
        meters.counter("fengqiao.limits.refused", "limit", "requests").increment();
        request.fail(Refusal.of(503, "OVERLOADED", "服务繁忙，请稍后重试", "The service is busy: try again"));
    }

    private synchronized int working() {
        return working;
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    /** One request, on its own event loop. */
    private static final class Turn {

        private final RoutingContext request;
        private final Context context;
        private long timer = -1;
        private boolean placed;

        Turn(RoutingContext request) {
            this.request = request;
            this.context = request.vertx().getOrCreateContext();
        }

        void begin() {
            request.vertx().cancelTimer(timer);
            if (!request.response().closed()) {
                request.next();
            }
        }
    }
}
