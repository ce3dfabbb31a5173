package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A role of {@code deploy/keycloak/roles.yaml}.
 *
 * @param scopes all that its bearer may ask with
 * @param machine whether a system bears it, and no person
 */
record Role(String name, Set<String> scopes, boolean machine) {

    /** In the order of the file. */
    static List<Role> all() {
        List<Role> found = new ArrayList<>();
        for (Entry<String, JsonNode> it :
                yaml("deploy/keycloak/roles.yaml").at("/roles").properties()) {
            Set<String> scopes = new TreeSet<>();
            it.getValue().path("scopes").forEach(scope -> scopes.add(scope.asText()));
            found.add(new Role(it.getKey(), scopes, it.getValue().path("machine").asBoolean()));
        }
        return found;
    }

    /** Whether it may take an operation, as the document tells what that asks for. */
    boolean opens(ApiOperation operation) {
        return !operation.secured()
                || (operation.scopes().isEmpty()
                                || operation.scopes().stream().anyMatch(scopes::contains))
                        && scopes.containsAll(operation.also());
    }

    /** A file of the repository. */
    static JsonNode yaml(String path) {
        try {
            Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
            Object read = reader.load(Files.readString(GoldenFile.root().resolve(path)));
            return new ObjectMapper().valueToTree(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
