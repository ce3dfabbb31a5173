package org.fengqiao.reporting.facts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.fengqiao.kit.gauges.RowGauges;

/** Says aloud when no more facts come in. Reads go on, so it is a group of its own. */
@HealthGroup("consumer")
class ConsumerHealth implements HealthCheck {

    private final FactConsumer consumer;

    ConsumerHealth(FactConsumer consumer) {
        this.consumer = consumer;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters, RowGauges gauges) {
        gauges.add(
                "fengqiao.consumer.dead.letters",
                "Events that could not become facts",
                "select count(*) from dead_letter");
        Gauge.builder("fengqiao.consumer.stopped", consumer, it -> it.stopReason() == null ? 0 : 1)
                .description("1 where it met what it does not understand, and waits for a person")
                .register(meters);
        Gauge.builder("fengqiao.consumer.lag", consumer, FactConsumer::lagEvents)
                .baseUnit("events")
                .description("Events that wait in the log, when it last answered")
                .register(meters);
        Gauge.builder("fengqiao.consumer.silence", consumer, FactConsumer::silentSeconds)
                .baseUnit("seconds")
                .description("Since the log last answered: what came meanwhile is not counted")
                .register(meters);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("consumer").withData("lagEvents", consumer.lagEvents());
        String reason =
                consumer.isDeaf() && consumer.stopReason() == null
                        ? "The broker does not answer: what is recorded meanwhile is not counted yet"
                        : consumer.stopReason();
        return reason == null
                ? answer.up().build()
                : answer.down().withData("reason", reason).build();
    }
}
