package org.fengqiao.testkit;

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

/** What a topic says to a reader of committed messages, from its beginning to its end. */
public final class Topic {

    /**
     * The last version and the last body of each record, the body being {@code null} and the
     * version absent where it was removed, and every place where a version came after a later one.
     */
    public record Content(
            Map<UUID, Integer> versions,
            Map<UUID, String> bodies,
            List<String> regressions,
            int messages) {}

    private Topic() {}

    /** One message with its headers as text. */
    public record Message(UUID key, String body, Map<String, String> headers) {}

    public static Content read(String topic) {
        Content content = new Content(new HashMap<>(), new HashMap<>(), new ArrayList<>(), 0);
        List<Message> messages = messages(topic);
        messages.forEach(it -> note(content, it));
        return new Content(
                content.versions(), content.bodies(), content.regressions(), messages.size());
    }

    /** What was told of one record, in order. */
    public static List<Message> of(String topic, UUID key) {
        return messages(topic).stream().filter(it -> it.key().equals(key)).toList();
    }

    /** All that was told, in order within a partition. */
    public static List<Message> messages(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> messages.add(message(it)));
            }
            return messages;
        }
    }

    private static Message message(ConsumerRecord<String, String> it) {
        Map<String, String> headers = new HashMap<>();
        it.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return new Message(UUID.fromString(it.key()), it.value(), headers);
    }

    private static void note(Content content, Message message) {
        content.bodies().put(message.key(), message.body());
        if (message.body() == null) {
            content.versions().remove(message.key());
            return;
        }
        int version = Integer.parseInt(message.headers().get("ce_recordversion"));
        Integer before = content.versions().put(message.key(), version);
        if (before != null && before > version) {
            content.regressions().add(message.key() + " " + before + " -> " + version);
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
