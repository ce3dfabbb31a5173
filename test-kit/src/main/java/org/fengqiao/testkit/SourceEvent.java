package org.fengqiao.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengqiao.kit.events.EventKeys;

/**
 * What another service publishes, for a test of the service that follows it: made from the sample
 * of its kind, which that other service's own test keeps current.
 */
public record SourceEvent(String topic, String schema, Map<String, Object> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "docs/generated/events";
    private static final String SUFFIX = ".json";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Map<String, EventKeys> KEYS = new ConcurrentHashMap<>();

    /** Fails unless the sample of a kind is this body: for the test of who publishes it. */
    public static void requireSample(String kind, String body) {
        try {
            sample(kind).matches(JSON.readTree(body).toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenFile sample(String kind) {
        return GoldenFile.inRepository(SAMPLES + "/" + kind + SUFFIX);
    }

    /** The kinds that have a sample. */
    public static Set<String> sampled() {
        String[] files = GoldenFile.inRepository(SAMPLES).toFile().list();
        return Stream.of(Objects.requireNonNull(files, SAMPLES))
                .map(it -> it.replace(SUFFIX, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A record as the sample of its kind has it, under an id of its own. */
    public static SourceEvent of(String kind) {
        return of(kind, kind);
    }

    /** The same, of a kind that shares its topic with others. */
    public static SourceEvent of(String kind, String topic) {
        return of(kind, topic, sample(kind).toFile());
    }

    /** As each release that is kept has it (docs/released); none of a kind that is newer. */
    public static List<SourceEvent> released(String kind, String topic) {
        try (Stream<Path> releases = Files.list(GoldenFile.root().resolve("docs/released"))) {
            return releases.map(it -> it.resolve("events/" + kind + SUFFIX))
                    .filter(Files::exists)
                    .map(it -> of(kind, topic, it.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceEvent of(String kind, String topic, File sample) {
        try {
            Map<String, Object> fields = JSON.readValue(sample, new TypeReference<>() {});
            return new SourceEvent(topic, kind + "/1", new LinkedHashMap<>(fields))
                    .with("id", UUID.randomUUID().toString())
                    .with("version", 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field set; absent with {@code null}. */
    public SourceEvent with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new SourceEvent(topic, schema, changed);
    }

    public SourceEvent next() {
        return with("version", version() + 1);
    }

    /** The record removed. */
    public SourceEvent removed() {
        return new SourceEvent(topic, schema, Map.of("id", id()));
    }

    /** The same under a schema of another major. */
    public SourceEvent under(String otherSchema) {
        return new SourceEvent(topic, otherSchema, fields);
    }

    public String id() {
        return (String) fields.get("id");
    }

    public int version() {
        return (Integer) fields.get("version");
    }

    public String text(String field) {
        return (String) fields.get(field);
    }

    /** Publishes in order, in one Kafka transaction, as the relay does. */
    public static Published publish(SourceEvent... events) {
        return publish(Stream.of(events).map(SourceEvent::message).toList());
    }

    /** The same of messages, whoever may have signed them. */
    public static Published publish(List<ProducerRecord<String, byte[]>> messages) {
        Map<TopicPartition, Long> last = new TreeMap<>(SourceEvent::order);
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<String, byte[]> it : messages) {
                sent.add(producer.send(it));
            }
            producer.commitTransaction();
            for (Future<RecordMetadata> it : sent) {
                RecordMetadata at = it.get();
                last.put(new TopicPartition(at.topic(), at.partition()), at.offset());
            }
            return new Published(last, topicIds(last));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int order(TopicPartition one, TopicPartition two) {
        return one.toString().compareTo(two.toString());
    }

    /** The same, and waits until the service under test has been through them. */
    public static void deliver(SourceEvent... events) {
        publish(events).awaitRead();
    }

    private static Map<String, String> topicIds(Map<TopicPartition, Long> last)
            throws InterruptedException, ExecutionException {
        Map<String, String> ids = new TreeMap<>();
        Set<String> topics =
                last.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        try (Admin admin = Admin.create(bootstrap())) {
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        }
        return ids;
    }

    private static Map<String, Object> bootstrap() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Platform.broker().bootstrapServers());
    }

    /**
     * The last offsets.
     *
     * @param topicIds Kafka's ids of the topics: a wiped broker has others, and counts from 0
     */
    public record Published(Map<TopicPartition, Long> last, Map<String, String> topicIds) {

        /** Waits until the service under test, which follows topics, stands behind all of them. */
        public void awaitRead() {
            awaitRead("inbox_offset");
        }

        /** The same of one that keeps its places in another table. */
        public void awaitRead(String table) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(
                            () -> {
                                for (TopicPartition it : last.keySet()) {
                                    long read = position(table, it, topicIds.get(it.topic()));
                                    assertEquals(true, read > last.get(it), it::toString);
                                }
                            });
        }
    }

    /** Where the service under test stands; -1 where it never read the partition. */
    private static long position(String table, TopicPartition partition, String topicId)
            throws SQLException {
        String sql =
                """
                select position
                from %s
                where topic = ? and partition = ? and topic_id = ?
                """
                        .formatted(table);
        try (Connection connection = Platform.postgres().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            select.setString(3, topicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /** As its owner sends it, signed. */
    public ProducerRecord<String, byte[]> message() {
        byte[] body = fields.size() == 1 ? null : bytes();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, id(), body);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_dataschema", schema);
        header(message, "ce_time", Instant.now().toString());
        KEYS.computeIfAbsent(topic, Platform::eventKeys).sign(message);
        return message;
    }

    private byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Platform.broker().bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "tests-" + UUID.randomUUID(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
