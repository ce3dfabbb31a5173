package org.fengqiao.kit.audit;

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

/** Says aloud when rows wait for their link, or are not the service's. Its work goes on. */
@HealthGroup("audit")
class ChainHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofSeconds(60);

    private final ChainState state;
    private final Clock clock;

    ChainHealth(ChainState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("fengqiao.audit.unlinked.rows", state, it -> it.waiting().rows())
                .description("Rows of audit and journal that wait for their link")
                .register(meters);
        Gauge.builder("fengqiao.audit.lag", this, it -> seconds(it.state.waiting().since()))
                .baseUnit("seconds")
                .description("Age of the oldest row that waits for its link")
                .register(meters);
        Gauge.builder("fengqiao.audit.checkpoint.age", this, it -> seconds(it.state.checkpointAt()))
                .baseUnit("seconds")
                .description("Age of the last checkpoint; it stands while nothing is written")
                .register(meters);
        Gauge.builder("fengqiao.audit.unproven.rows", state, ChainState::unproven)
                .description("Rows in the chain that this service did not write")
                .register(meters);
        Gauge.builder("fengqiao.audit.torn", state, it -> it.isTorn() ? 1 : 0)
                .description("1 where chain and file of checkpoints did not agree at the start")
                .register(meters);
        Gauge.builder("fengqiao.audit.chain.active", state, it -> it.active() ? 1 : 0)
                .description("1 where this replica continues the chain and signs it")
                .register(meters);
    }

    private double seconds(Instant since) {
        if (since == null) {
            return 0;
        }
        // The milliseconds of a row that is dated to the beginning of time are no long.
        Duration age = Duration.between(since, clock.instant());
        return age.toSeconds() + age.toMillisPart() / 1000.0;
    }

    @Override
    public HealthCheckResponse call() {
        double lagSeconds = seconds(state.waiting().since());
        boolean sound = !state.isTorn() && state.unproven() == 0;
        return HealthCheckResponse.named("audit")
                .status(sound && lagSeconds < LATE.toSeconds())
                .withData("lagSeconds", (long) lagSeconds)
                .withData("links", state.seq())
                .withData("checkpoint", state.checkpoint())
                .withData("unprovenRows", state.unproven())
                .withData("active", state.active())
                .build();
    }
}
