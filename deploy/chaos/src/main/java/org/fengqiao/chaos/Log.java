package org.fengqiao.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengqiao.local.OwnSuite;

/** What a topic says, and whether in order; and old messages of it, sent once more. */
final class Log {

    /** On messages that this program sent: nobody acts on it. */
    private static final String MARK = "chaos";

    private final OwnSuite suite;

    Log(OwnSuite suite) {
        this.suite = suite;
    }

    /**
     * A topic, read from its start.
     *
     * @param versions each {@code id:version} of the relay's
     * @param rewinds the most often that a partition jumped back to what was sent before: a relay
     *     that took over sends its predecessor's last batch again, and no more than that
     * @param disordered versions that first came after a later one of their record
     */
    record Content(Set<String> versions, int rewinds, List<String> disordered) {}

    Content read(String topic) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> partitions = messages(topic);
        Set<String> versions = new HashSet<>();
        List<String> disordered = new ArrayList<>();
        int rewinds = 0;
        for (List<ConsumerRecord<String, byte[]>> messages : partitions.values()) {
            Map<String, Integer> firstSeen = new HashMap<>();
            Map<String, Integer> newest = new HashMap<>();
            int place = -1;
            int jumps = 0;
            for (ConsumerRecord<String, byte[]> it : messages) {
                if (it.headers().lastHeader(MARK) != null || it.value() == null) {
                    continue;
                }
                String version = header(it, "ce_id");
                Integer before = firstSeen.putIfAbsent(version, firstSeen.size());
                int now = before == null ? firstSeen.size() - 1 : before;
                jumps += before != null && now != place + 1 ? 1 : 0;
                place = now;
                int number = Integer.parseInt(header(it, "ce_recordversion"));
                if (before == null && number < newest.getOrDefault(it.key(), 0)) {
                    disordered.add(version);
                }
                newest.merge(it.key(), number, Math::max);
                versions.add(version);
            }
            rewinds = Math.max(rewinds, jumps);
        }
        return new Content(versions, rewinds, disordered);
    }

    /**
     * Sends old versions of records once more, as whoever may write to the topic could.
     *
     * @return where they stand, each
     */
    List<RecordMetadata> replay(String topic, int most, SplittableRandom random)
            throws ExecutionException, InterruptedException {
        List<ConsumerRecord<String, byte[]>> old = new ArrayList<>();
        for (List<ConsumerRecord<String, byte[]>> messages : messages(topic).values()) {
            Map<String, String> newest = new HashMap<>();
            messages.forEach(it -> newest.put(it.key(), header(it, "ce_id")));
            messages.stream()
                    .filter(it -> !newest.get(it.key()).equals(header(it, "ce_id")))
                    .forEach(old::add);
        }
        Map<String, Object> settings = new HashMap<>(suite.brokerSettings());
        settings.put("acks", "all");
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            while (sent.size() < most && !old.isEmpty()) {
                ConsumerRecord<String, byte[]> it = old.remove(random.nextInt(old.size()));
                ProducerRecord<String, byte[]> again =
                        new ProducerRecord<>(topic, it.partition(), it.key(), it.value());
                it.headers().forEach(again.headers()::add);
                again.headers().add(MARK, new byte[0]);
                sent.add(producer.send(again));
            }
            producer.flush();
        }
        List<RecordMetadata> places = new ArrayList<>();
        for (Future<RecordMetadata> it : sent) {
            places.add(it.get());
        }
        return places;
    }

    private Map<Integer, List<ConsumerRecord<String, byte[]>>> messages(String topic) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> messages = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                it ->
                                        messages.computeIfAbsent(
                                                        it.partition(), none -> new ArrayList<>())
                                                .add(it));
            }
        }
        return messages;
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(suite.brokerSettings());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
