package org.fengqiao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of {@code deploy/topics.yaml} on the embedded broker. */
public final class Topics {
    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.RETENTION_MS_CONFIG,
                    "-1");

    private Topics() {}

    /** Topic name to partition count. */
    public static Map<String, Integer> declared() {
        try (InputStream file = Topics.class.getResourceAsStream("/topics.yaml")) {
            Map<String, Map<String, Integer>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new TreeMap<>(document.get("topics"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates the declared topics that are missing.
     *
     * @throws IllegalStateException if a topic exists with another partition count
     */
    public static void ensure(String bootstrapServers) {
        Map<String, Integer> declared = declared();
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = answer(admin.listTopics().names());
            List<NewTopic> missing =
                    declared.entrySet().stream()
                            .filter(it -> !present.contains(it.getKey()))
                            .map(it -> new NewTopic(it.getKey(), it.getValue(), (short) 1))
                            .map(it -> it.configs(KEPT_FOR_EVER))
                            .toList();
            answer(admin.createTopics(missing).all());
            present.retainAll(declared.keySet());
            answer(admin.describeTopics(present).allTopicNames())
                    .values()
                    .forEach(it -> verify(it, declared.get(it.name())));
        }
    }

    private static void verify(TopicDescription topic, int partitions) {
        if (topic.partitions().size() != partitions) {
            throw new IllegalStateException(
                    "topic %s has %d partitions, deploy/topics.yaml says %d"
                            .formatted(topic.name(), topic.partitions().size(), partitions));
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }
}
