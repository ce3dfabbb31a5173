package org.fengqiao.kit.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the topics are opened: only what is committed, and never a position that Kafka chose. */
@ApplicationScoped
public class KafkaLog {

    private static final String PREFIX = "kafka.";
    private static final int ANSWER_MILLIS = 5_000;

    private final Map<String, Object> settings = new HashMap<>();
    private final String group;
    private Admin admin;

    /**
     * @param group the service's name unless set: its replicas share the partitions
     */
    public KafkaLog(Config config, @ConfigProperty(name = "fengqiao.consumer.group") String group) {
        this.group = group;
        // TLS and SASL settings of the operator pass through: kafka.security.protocol, kafka.sasl.…
        // An environment names them KAFKA_SASL_…, in letters and underscores alone.
        for (String name : config.getPropertyNames()) {
            String setting = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (setting.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(it -> settings.put(setting.substring(PREFIX.length()), it));
            }
        }
    }

    /** A consumer of the service's group, with at most so many events per poll. */
    public KafkaConsumer<String, byte[]> consumer(int pollEvents) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollEvents);
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Kafka's ids of the topics. A topic made anew has another id, and its log starts at 0.
     *
     * @throws KafkaException where one is missing, or the broker does not answer
     */
    public Map<String, String> topicIds(Collection<String> topics) {
        Map<String, String> ids = existing(topics);
        if (!ids.keySet().containsAll(topics)) {
            throw new KafkaException("A topic is missing; there are " + ids.keySet());
        }
        return ids;
    }

    /** The same of those topics that there are. */
    Map<String, String> existing(Collection<String> topics) {
        Map<String, String> ids = new HashMap<>();
        admin().describeTopics(Set.copyOf(topics))
                .topicNameValues()
                .forEach((name, topic) -> describe(topic, ids));
        return ids;
    }

    private static void describe(KafkaFuture<TopicDescription> answer, Map<String, String> ids) {
        try {
            TopicDescription topic = answer.get();
            ids.put(topic.name(), topic.topicId().toString());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new KafkaException("The topics cannot be described", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> all = new HashMap<>(settings);
            all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
            all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
            admin = Admin.create(all);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** {@code ce_time}; null where it is missing or no time. */
    public static Instant time(ConsumerRecord<String, byte[]> event) {
        try {
            String time = header(event, "ce_time");
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A header as text; null where it is missing. */
    public static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
