package org.fengqiao.mediation.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.fengqiao.testkit.Platform;

/** What a topic says to a reader of committed messages, from its beginning to its end. */
public final class Topic {

    /**
     * The last version and the last body of each record, and every place where a version came after
     * a later one.
     */
    public record Content(
            Map<UUID, Integer> versions,
            Map<UUID, String> bodies,
            List<String> regressions,
            int messages) {}

    private Topic() {}

    public static Content read(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Content content = new Content(new HashMap<>(), new HashMap<>(), new ArrayList<>(), 0);
            int messages = 0;
            while (ends.entrySet().stream()
                    .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                for (ConsumerRecord<String, String> message :
                        consumer.poll(Duration.ofMillis(200))) {
                    note(content, message);
                    messages++;
                }
            }
            return new Content(
                    content.versions(), content.bodies(), content.regressions(), messages);
        }
    }

    private static void note(Content content, ConsumerRecord<String, String> message) {
        UUID id = UUID.fromString(message.key());
        int version =
                Integer.parseInt(
                        new String(
                                message.headers().lastHeader("ce_recordversion").value(),
                                StandardCharsets.UTF_8));
        Integer before = content.versions().put(id, version);
        content.bodies().put(id, message.value());
        if (before != null && before > version) {
            content.regressions().add(id + " " + before + " -> " + version);
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Platform.broker().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
