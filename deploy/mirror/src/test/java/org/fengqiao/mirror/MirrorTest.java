package org.fengqiao.mirror;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengqiao.local.EmbeddedBroker;
import org.fengqiao.local.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mirror.properties} between two real brokers: what arrives is what was sent. */
class MirrorTest {

    private static final String CASES = "mediation.case.v1";
    private static final String PRIVATE = "accusations.internal";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path folder;

    @Test
    void aTownshipsTopicsArriveAtTheCountyAsTheyAre() throws Exception {
        try (EmbeddedBroker township = EmbeddedBroker.start(folder.resolve("township"), 0);
                EmbeddedBroker county = EmbeddedBroker.start(folder.resolve("county"), 0)) {
            Topics.ensure(township.bootstrapServers());
            Topics.ensure(county.bootstrapServers());
            make(township, PRIVATE);
            send(township, 500);
            Process mirror = mirror(township, county);
            try {
                Map<Integer, List<String>> sent = read(township, CASES);
                assertEquals(500, sent.values().stream().mapToInt(List::size).sum());
                assertTrue(sent.size() > 1, "several partitions");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertEquals(sent, read(county, CASES)));
                try (Admin admin = Admin.create(settings(county))) {
                    assertEquals(
                            false,
                            admin.listTopics().names().get().contains(PRIVATE),
                            "and no other topic");
                }
            } finally {
                mirror.destroy();
                mirror.waitFor();
            }
        }
    }

    private Process mirror(EmbeddedBroker township, EmbeddedBroker county) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dlogging.configuration="
                                + EmbeddedBroker.class.getResource("/quiet-logging.properties"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.mirror.MirrorMaker",
                        Path.of("mirror.properties").toAbsolutePath().toString());
        builder.environment().put("TOWNSHIP_BOOTSTRAP_SERVERS", township.bootstrapServers());
        builder.environment().put("COUNTY_BOOTSTRAP_SERVERS", county.bootstrapServers());
        builder.environment().put("COUNTY_REPLICATION", "1");
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "mirror.log").toFile())
                .start();
    }

    private static void make(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = Admin.create(settings(broker))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    /** As the relay sends: in transactions, one of which is given up; one record ends. */
    private static void send(EmbeddedBroker broker, int events) {
        Map<String, Object> all = settings(broker);
        all.put("transactional.id", "mediation-outbox");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(all, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(event("given up", "{}"));
            producer.abortTransaction();
            producer.beginTransaction();
            for (int i = 0; i < events - 1; i++) {
                producer.send(event(UUID.randomUUID().toString(), "{\"version\":" + i + "}"));
            }
            producer.send(event(UUID.randomUUID().toString(), null));
            producer.send(new ProducerRecord<>(PRIVATE, "key", "stays here"));
            producer.commitTransaction();
        }
    }

    private static ProducerRecord<String, String> event(String key, String body) {
        ProducerRecord<String, String> event = new ProducerRecord<>(CASES, key, body);
        event.headers().add("ce_id", (key + ":1").getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_type", "mediation.case.agreed".getBytes(StandardCharsets.UTF_8));
        event.headers().add("fengqiao_mac", new byte[] {0, -1, 7});
        return event;
    }

    /** Partition → key, headers and body of each committed event, in order. */
    private static Map<Integer, List<String>> read(EmbeddedBroker broker, String topic) {
        Map<String, Object> all = settings(broker);
        all.put("isolation.level", "read_committed");
        Map<Integer, List<String>> found = new TreeMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                for (ConsumerRecord<String, String> it : consumer.poll(Duration.ofMillis(200))) {
                    found.computeIfAbsent(it.partition(), p -> new ArrayList<>()).add(text(it));
                }
            }
        }
        return found;
    }

    private static String text(ConsumerRecord<String, String> it) {
        List<String> headers =
                StreamSupport.stream(it.headers().spliterator(), false)
                        .map(
                                h ->
                                        h.key()
                                                + "="
                                                + new String(
                                                        h.value(), StandardCharsets.ISO_8859_1))
                        .toList();
        return it.key() + " " + headers + " " + it.value();
    }

    private static Map<String, Object> settings(EmbeddedBroker broker) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }
}
