package org.fengqiao.mediation.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.events.Taken;
import org.fengqiao.kit.outbox.Outbox;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.Test;

/** A record that is gone for good is told so, after everything that was told of it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class TombstoneTest {

    private static final String TOPIC = "mediation.meeting.v1";

    @Inject Outbox outbox;

    @Test
    void aRecordFollowedByItsTombstoneEndsAsNull() {
        UUID kept = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            outbox.publishAgain(List.of(record(gone), record(kept)));
                            outbox.tombstone(TOPIC, gone);
                        });
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            Topic.Content content = Topic.read(TOPIC);
                            assertTrue(content.bodies().containsKey(gone));
                            assertNull(content.bodies().get(gone));
                            assertEquals(1, content.versions().get(kept));
                        });
        List<Topic.Message> told = Topic.of(TOPIC, gone);
        assertEquals(List.of("mediation.meeting.held", "mediation.meeting.removed"), types(told));
        assertEquals(
                List.of(gone + ":1", gone + ":removed"),
                told.stream().map(it -> it.headers().get("ce_id")).toList());
    }

    @Test
    void itIsToldInTheCallersTransactionOnly() {
        UUID id = UUID.randomUUID();
        assertThrows(TransactionalException.class, () -> outbox.tombstone(TOPIC, id));
    }

    private static List<String> types(List<Topic.Message> told) {
        return told.stream().map(it -> it.headers().get("ce_type")).toList();
    }

    private static Recorded record(UUID id) {
        return new Gathering(id);
    }

    private record Gathering(UUID id) implements Recorded {

        @Override
        public String kind() {
            return TOPIC;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String division() {
            return "410423106000";
        }

        @Override
        public String eventType() {
            return "mediation.meeting.held";
        }

        @Override
        public Object event() {
            return Map.of("id", id);
        }

        @Override
        public List<Taken> taken() {
            return List.of();
        }
    }
}
