package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code deploy/compose.yaml} and {@code deploy/kubernetes} set for a service, as environment
 * variables, held against what the service reads.
 */
public final class DeployedSettings {

    private static final Pattern PROPERTY =
            Pattern.compile("(?m)^((?:quarkus|kafka|fengqiao)\\.[a-z0-9.-]+)=");
    private static final Set<String> ALWAYS =
            Set.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "QUARKUS_DATASOURCE_USERNAME",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "FENGQIAO_ISSUER");

    private final String service;
    private final KnownSettings known;

    private DeployedSettings(String service) {
        this.service = service;
        this.known = new KnownSettings(service);
    }

    /**
     * Fails where a variable is set that nothing reads, or one is missing that has no default.
     *
     * @param service such as {@code mediation}
     * @param unneeded settings of the kit whose bean the service has not
     */
    public static void check(String service, String... unneeded) {
        DeployedSettings it = new DeployedSettings(service);
        for (Set<String> place : List.of(it.inCompose(), it.inKubernetes())) {
            assertFalse(place.isEmpty());
            assertEquals(Set.of(), it.unread(place), () -> service + ": set, and read by nobody");
            assertEquals(
                    Set.of(), it.missing(place, unneeded), () -> service + ": needed, and not set");
        }
    }

    /** Those of the variables that the service does not read. */
    static Set<String> unread(String service, Set<String> variables) {
        return new DeployedSettings(service).unread(variables);
    }

    /** Those that the service needs beside the variables. */
    static Set<String> missing(String service, Set<String> variables) {
        return new DeployedSettings(service).missing(variables);
    }

    private Set<String> unread(Set<String> variables) {
        return variables.stream().filter(it -> !known.reads(it)).collect(Collectors.toSet());
    }

    private Set<String> missing(Set<String> variables, String... unneeded) {
        Set<String> missing = new TreeSet<>(ALWAYS);
        known.needed().forEach(missing::add);
        Stream.of(unneeded).map(KnownSettings::variable).forEach(missing::remove);
        missing.removeAll(variables);
        return missing;
    }

    private Set<String> inCompose() {
        Map<String, Object> file = yaml("deploy/compose.yaml");
        Set<String> set = new TreeSet<>(keys(at(file, "services", service, "environment")));
        set.addAll(secretly());
        return set;
    }

    private Set<String> inKubernetes() {
        Set<String> set = new TreeSet<>(secretly());
        for (String folder : List.of("base", "base/" + service, "overlays/county")) {
            Map<String, Object> file = yaml("deploy/kubernetes/" + folder + "/kustomization.yaml");
            for (Object generator : (List<?>) file.getOrDefault("configMapGenerator", List.of())) {
                Map<?, ?> map = (Map<?, ?>) generator;
                if (Set.of("suite", "settings", service + "-settings").contains(map.get("name"))) {
                    ((List<?>) map.get("literals"))
                            .forEach(it -> set.add(it.toString().replaceFirst("=.*", "")));
                }
            }
        }
        return set;
    }

    /**
     * The file of properties beside the environment: the same in both, as compose-secrets has it.
     */
    private Set<String> secretly() {
        String script = read("deploy/compose-secrets");
        int start = script.indexOf("settings() {");
        String all = script.substring(start, script.indexOf("\n}\n", start));
        String reporting = "if [[ \"$1\" == reporting ]]";
        String text = service.equals("reporting") ? all : all.substring(0, all.indexOf(reporting));
        return PROPERTY.matcher(text)
                .results()
                .map(it -> KnownSettings.variable(it.group(1)))
                .collect(Collectors.toSet());
    }

    private static Map<?, ?> at(Map<?, ?> map, String... path) {
        Map<?, ?> here = map;
        for (String name : path) {
            here = (Map<?, ?>) here.get(name);
        }
        return here;
    }

    private static List<String> keys(Map<?, ?> map) {
        List<String> keys = new ArrayList<>();
        map.keySet().forEach(it -> keys.add(it.toString()));
        return keys;
    }

    private static Map<String, Object> yaml(String path) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(path));
    }

    private static String read(String path) {
        Path file = GoldenFile.root().resolve(path);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
