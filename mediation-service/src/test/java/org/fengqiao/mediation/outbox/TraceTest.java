package org.fengqiao.mediation.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Topic;
import org.fengqiao.testkit.Traced;
import org.junit.jupiter.api.Test;

/**
 * With tracing on, an event takes the trace of its request along, and a span tells nothing else.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(Traced.class)
class TraceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "mediation.committee.v1";
    private static final String TRACE = UUID.randomUUID().toString().replace("-", "");
    private static final String SPAN = TRACE.substring(16);

    @Test
    void anEventTakesTheTraceOfItsRequestAlong() {
        UUID committee = registered("01");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, Topic.of(TOPIC, committee).size()));
        String header = Topic.of(TOPIC, committee).get(0).headers().get("traceparent");
        assertEquals("00-" + TRACE, header.substring(0, 35));
        assertNotEquals(SPAN, header.substring(36, 52), "of the span within the service");
        await().atMost(PATIENCE).untilAsserted(() -> assertFalse(Traced.received(TRACE).isEmpty()));
        assertEquals(
                List.of(),
                Traced.received(TRACE).stream().filter(it -> it.contains("spy-")).toList());
    }

    @Test
    void whatIsNotSampledTakesNothingAlong() {
        UUID committee = registered("00");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(1, Topic.of(TOPIC, committee).size()));
        assertFalse(Topic.of(TOPIC, committee).get(0).headers().containsKey("traceparent"));
    }

    private static UUID registered(String flags) {
        return Office.township()
                .request()
                .header("traceparent", "00-%s-%s-%s".formatted(TRACE, SPAN, flags))
                .header("User-Agent", "spy-agent")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"division":"410423106201","level":"VILLAGE","name":"追踪村调委会%s",
                         "establishedOn":"2021-03-01"}"""
                                .formatted(flags))
                .post("/mediation/v1/committees")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }
}
