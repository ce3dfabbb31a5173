package org.fengqiao.kit.limits;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** When a request is over: answered, or its connection gone. */
final class Ending {

    private Ending() {}

    /** The connection of a request. */
    static Channel channel(RoutingContext request) {
        return ((ConnectionBase) request.request().connection()).channel();
    }

    /**
     * Runs what is given once, when the request is over.
     *
     * <p>The connection is asked as well: who writes a file to a slow reader takes over the
     * response's own handlers, and nobody would be told that it is gone.
     */
    static void of(RoutingContext request, Runnable after) {
        AtomicBoolean told = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (told.compareAndSet(false, true)) {
                        after.run();
                    }
                };
        Channel channel = channel(request);
        ChannelFutureListener gone = it -> once.run();
        channel.closeFuture().addListener(gone);
        request.addEndHandler(
                it -> {
                    channel.closeFuture().removeListener(gone);
                    once.run();
                });
    }
}
