package org.fengqiao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The roles of {@code deploy/keycloak/roles.yaml}, each a bundle of scopes. */
final class Roles {

    private static final Map<String, Role> ALL = read();

    /**
     * One of them.
     *
     * @param machine whether a system holds it, not a person
     * @param scopes in the file's order
     */
    record Role(String zh, String en, boolean machine, List<String> scopes) {}

    private Roles() {}

    /** By name, in the file's order. */
    static Map<String, Role> all() {
        return ALL;
    }

    @SuppressWarnings("unchecked") // snakeyaml knows maps and lists
    private static Map<String, Role> read() {
        try (InputStream file = Roles.class.getResourceAsStream("/roles.yaml")) {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<String, Role> roles = new LinkedHashMap<>();
            document.get("roles")
                    .forEach(
                            (name, it) ->
                                    roles.put(
                                            name,
                                            new Role(
                                                    (String) it.get("zh"),
                                                    (String) it.get("en"),
                                                    Boolean.TRUE.equals(it.get("machine")),
                                                    List.copyOf((List<String>) it.get("scopes")))));
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
