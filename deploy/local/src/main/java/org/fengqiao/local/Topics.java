package org.fengqiao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return new TreeMap<>(Topics.<Integer>part("topics"));
    }

    /** Service to the topics that it reads. */
    static Map<String, List<String>> readers() {
        Map<String, List<String>> readers = new TreeMap<>(Topics.<List<String>>part("readers"));
        readers.replaceAll(
                (service, topics) ->
                        topics.contains("*") ? List.copyOf(declared().keySet()) : topics);
        return readers;
    }

    /** The service that alone writes to a topic: its name is the topic's first word. */
    static String owner(String topic) {
        return topic.substring(0, topic.indexOf('.'));
    }

    /** The services that write topics. */
    static Set<String> owners() {
        return declared().keySet().stream()
                .map(Topics::owner)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each of them with its readers, as {@code EventKeyFiles} takes them: who shares a key. */
    static Stream<String> sharers() {
        return owners().stream().map(it -> it + "," + String.join(",", readersOf(it)));
    }

    /** Prints them, for {@code deploy/event-keys}. */
    public static void main(String[] arguments) {
        sharers().forEach(System.out::println);
    }

    /** The services that read any topic of an owner. */
    private static Set<String> readersOf(String owner) {
        return readers().entrySet().stream()
                .filter(it -> it.getValue().stream().map(Topics::owner).anyMatch(owner::equals))
                .map(Map.Entry::getKey)
                .filter(it -> !it.equals(owner))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Map<String, T> part(String name) {
        try (InputStream file = Topics.class.getResourceAsStream("/topics.yaml")) {
            Map<String, Map<String, T>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return document.get(name);
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
        ensure(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /**
     * The same on a broker that wants to know who asks.
     *
     * @param settings of a client that may create topics
     */
    public static void ensure(Map<String, Object> settings) {
        Map<String, Integer> declared = declared();
        try (Admin admin = Admin.create(settings)) {
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

    static <T> T answer(KafkaFuture<T> future) {
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
