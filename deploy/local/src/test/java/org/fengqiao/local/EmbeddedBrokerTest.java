package org.fengqiao.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final String TOPIC = "mediation.meeting.v1";

    @TempDir Path folder;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void hasTheDeclaredTopicsAndNoOthers() throws Exception {
        Topics.ensure(broker.bootstrapServers());
        Topics.ensure(broker.bootstrapServers());
        try (Admin admin = admin()) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(Topics.declared().keySet()).allTopicNames().get();
            assertEquals(6, topics.get("mediation.case.v1").partitions().size());
            assertEquals(Topics.declared().keySet(), admin.listTopics().names().get());
        }
    }

    @Test
    void refusesATopicWithAnotherPartitionCount() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class,
                        () -> Topics.ensure(broker.bootstrapServers()));
        assertTrue(refusal.getMessage().contains(TOPIC + " has 3 partitions"));
    }

    @Test
    void keepsItsRecordsOverKill9AndForgetsThemWhenWiped() throws Exception {
        Topics.ensure(broker.bootstrapServers());
        send("one");
        broker.kill();
        assertFalse(FreePorts.taken(broker.port()));
        broker.restart();
        assertEquals(1, endOffset());

        broker.wipe();
        try (Admin admin = admin()) {
            assertEquals(Set.of(), admin.listTopics().names().get());
        }
        Topics.ensure(broker.bootstrapServers());
        assertEquals(0, endOffset());
    }

    private void send(String text) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(TOPIC, body, body)).get();
        }
    }

    private long endOffset() throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Admin admin = admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
