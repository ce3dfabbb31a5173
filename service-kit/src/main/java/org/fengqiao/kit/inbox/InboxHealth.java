package org.fengqiao.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.fengqiao.kit.gauges.RowGauges;

/**
 * Says aloud when nothing comes in from other services. The service's own work goes on, so it is a
 * group of its own.
 */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@HealthGroup("inbox")
class InboxHealth implements HealthCheck {

    private final Inbox inbox;

    InboxHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters, RowGauges gauges) {
        gauges.add(
                "fengqiao.inbox.problems",
                "Events of other services that were not applied",
                "select count(*) from inbox_problem");
        Gauge.builder("fengqiao.inbox.stopped", inbox, it -> it.log().stopReason() == null ? 0 : 1)
                .description("1 where it met what it does not understand, and waits for a person")
                .register(meters);
        Gauge.builder("fengqiao.inbox.lag", inbox, it -> it.log().lagEvents())
                .baseUnit("events")
                .description("Events of other services that wait in the log")
                .register(meters);
        Gauge.builder(
                        "fengqiao.inbox.silence",
                        inbox,
                        it -> it.follows() ? it.log().silentSeconds() : 0)
                .baseUnit("seconds")
                .description("Since the log last answered")
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        LogFollower log = inbox.log();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("inbox").withData("lagEvents", log.lagEvents());
        boolean deaf = inbox.follows() && log.isDeaf() && log.stopReason() == null;
        String reason =
                deaf ? "The broker does not answer: what others record waits" : log.stopReason();
        return reason == null
                ? answer.up().build()
                : answer.down().withData("reason", reason).build();
    }
}
