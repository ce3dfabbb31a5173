package org.fengqiao.kit.limits;

import io.netty.channel.Channel;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files on their way in or out. Each holds a thread, and an export a transaction as well, for as
 * long as the other end likes: there are few at a time, and none for ever.
 */
@ApplicationScoped
class Transfers {

    private final Semaphore places;
    private final int seconds;

    Transfers(
            @ConfigProperty(name = "fengqiao.limits.transfers.working") int places,
            @ConfigProperty(name = "fengqiao.limits.transfers.seconds") int seconds) {
        this.places = new Semaphore(places);
        this.seconds = seconds;
    }

    /** Whether the file may be sent now; its place is free again when the request has ended. */
    boolean begins(RoutingContext request) {
        if (!places.tryAcquire()) {
            return false;
        }
        // From the socket's end: the connection's own way to close first waits for what nobody
        // reads.
        Channel channel = Ending.channel(request);
        long timer =
                request.vertx()
                        .setTimer(
                                seconds * 1_000L, it -> channel.pipeline().firstContext().close());
        Ending.of(
                request,
                () -> {
                    request.vertx().cancelTimer(timer);
                    places.release();
                });
        return true;
    }
}
