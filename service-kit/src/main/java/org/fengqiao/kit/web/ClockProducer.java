package org.fengqiao.kit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock of a service. Legal dates are days in Shanghai. */
@ApplicationScoped
public class ClockProducer {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return system();
    }

    /** The same, for a command that is no service. */
    public static Clock system() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
