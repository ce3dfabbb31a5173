package org.fengqiao.reporting.facts;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fengqiao.reporting.Events;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Traced;
import org.junit.jupiter.api.Test;

/** With tracing on, what becomes of an event is a span of the trace that the event took along. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(Traced.class)
class FactTraceTest {

    @Test
    void aFactIsASpanOfItsRequestsTrace() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        // The service has started anew, and Api counts its townships from the first one again.
        String township = "410499990000";
        ProducerRecord<String, byte[]> event =
                Events.message(
                        Events.agreedCase(township, "TOWNSHIP", "2024-03-05"),
                        "mediation.case.v1/1");
        String parent = "00-%s-%s-01".formatted(trace, trace.substring(16));
        event.headers().add("traceparent", parent.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<String, byte[]> untraced =
                Events.message(
                        Events.agreedCase(township, "TOWNSHIP", "2024-03-06"),
                        "mediation.case.v1/1");
        Events.send(List.of(event, untraced));
        awaitCount(township, "M-01", "2024", 2);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(1, Traced.received(trace).size()));
        assertEquals(
                Traced.received(trace),
                Traced.received().stream()
                        .filter(it -> it.contains("process mediation.case.v1"))
                        .toList(),
                "and no other event has one");
    }
}
