package org.fengqiao.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.fengqiao.kit.gauges.RowGauges;

/** Says aloud when events wait. Writes go on meanwhile, so it is a group of its own. */
@HealthGroup("outbox")
class OutboxHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofSeconds(60);

    private final OutboxRelay relay;
    private final Clock clock;

    OutboxHealth(OutboxRelay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters, RowGauges gauges) {
        gauges.add(
                "fengqiao.outbox.waiting",
                "Events that wait to be sent",
                "select count(*) from (select 1 from outbox limit 100000) counted");
        Gauge.builder("fengqiao.outbox.age", this, it -> it.age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest event that waits to be sent")
                .register(meters);
        Gauge.builder("fengqiao.outbox.relay.active", relay, it -> it.active() ? 1 : 0)
                .description("1 where this replica holds the relay's lock")
                .register(meters);
    }

    private Duration age() {
        Instant oldest = relay.oldestWaiting();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        Duration age = age();
        return HealthCheckResponse.named("outbox")
                .status(age.compareTo(LATE) < 0)
                .withData("oldestWaitingSeconds", age.toSeconds())
                .withData("active", relay.active())
                .build();
    }
}
