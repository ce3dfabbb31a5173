package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings that a service reads when it starts: its own and the kit's, from their sources and
 * property files, those of the framework's extensions on this class path, and Kafka's.
 */
final class KnownSettings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    // Not the names of metrics, nor what was decided when it was built.
    private static final Pattern OWN =
            Pattern.compile(
                    "(?<!(?:builder|counter|gauges\\.add|IfBuildProperty)"
                            + "\\((?:name = |\\s{0,80}))\"(fengqiao\\.[a-z0-9.%-]+)\"");
    private static final Pattern NEEDED =
            Pattern.compile(
                    "@ConfigProperty\\(\\s*name = \"([^\"]+)\"\\s*\\)\\s*(?!Optional)[A-Z@a-z]");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)");
    private static final Pattern KEY = Pattern.compile("(?m)^([a-z][a-z0-9.-]+)=");
    // A name of the operator's choosing, within a framework's setting.
    private static final Pattern CHOSEN = Pattern.compile("\"[^\"]+\"|%s");

    private final Set<String> needed = new HashSet<>();
    private final Set<String> defaults = new HashSet<>();
    private final List<Pattern> variables = new ArrayList<>();

    KnownSettings(String service) {
        Path root = GoldenFile.root();
        for (String module : List.of("service-kit", service + "-service")) {
            files(root.resolve(module + "/src/main/java"), ".java").forEach(this::readSource);
            files(root.resolve(module + "/src/main/resources"), ".properties")
                    .forEach(this::readProperties);
        }
        readFramework();
        Stream.of(
                        ProducerConfig.configNames(),
                        ConsumerConfig.configNames(),
                        AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .forEach(it -> know("kafka." + it));
        know("smallrye.config.locations");
        needed.removeAll(defaults);
    }

    /** Whether anything reads the environment variable. */
    boolean reads(String variable) {
        return variables.stream().anyMatch(it -> it.matcher(variable).matches());
    }

    /** Names without a default, as environment variables. */
    Stream<String> needed() {
        return needed.stream().map(KnownSettings::variable).sorted();
    }

    /** A setting as an environment variable says it. */
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void know(String name) {
        String[] fixed = CHOSEN.split(name, -1);
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = Pattern.quote(variable(fixed[i]));
        }
        variables.add(Pattern.compile(String.join("[A-Z0-9_]+", fixed)));
    }

    private void readSource(String text) {
        OWN.matcher(text).results().forEach(it -> know(it.group(1)));
        NEEDED.matcher(text)
                .results()
                .map(it -> it.group(1))
                // What the framework needs of it, it says itself.
                .filter(it -> !it.startsWith("quarkus.rest"))
                .forEach(needed::add);
    }

    private void readProperties(String text) {
        EXPRESSION.matcher(text).results().forEach(it -> know(it.group(1)));
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            defaults.add(key.group(1));
        }
    }

    /** Only what is read at run time: a variable cannot change what was built. */
    private void readFramework() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL model : Collections.list(loader.getResources(MODEL))) {
                for (JsonNode item : new ObjectMapper().readTree(model).findParents("path")) {
                    if (item.path("phase").asText().equals("RUN_TIME")) {
                        item.findValuesAsText("property").forEach(this::know);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path it : all.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(it));
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
