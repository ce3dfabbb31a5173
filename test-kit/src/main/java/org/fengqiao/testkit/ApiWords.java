package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/**
 * What a document says of its properties, parameters and steps, and the files of words that it
 * takes it from.
 */
final class ApiWords {

    private static final String FILE = "src/main/resources/META-INF/openapi-words.json";
    private static final String BOTH_LANGUAGES = "(?s)(?=.*\\p{IsHan}).*[A-Za-z].*";

    private final JsonNode document;
    private final List<String> found;
    private final Set<String> used = new HashSet<>();

    /**
     * @param found where what is amiss is told
     */
    ApiWords(JsonNode document, List<String> found) {
        this.document = document;
        this.found = found;
    }

    /** The words of a module, by its folder in the repository. */
    static JsonNode of(String module) {
        try {
            return new ObjectMapper()
                    .readTree(GoldenFile.root().resolve(module).resolve(FILE).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells what has no description, and which words describe nothing. */
    void compare(List<JsonNode> words) {
        for (Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(it -> property(schema.getKey(), it.getKey(), it.getValue()));
        }
        for (ApiOperation it : ApiOperation.all(document)) {
            operation(it, document.path("paths").path(it.path()).path(it.method()));
        }
        for (JsonNode module : words) {
            for (Entry<String, JsonNode> it : module.properties()) {
                if (!used.contains(it.getKey() + " " + it.getValue().asText())) {
                    found.add("the word of " + it.getKey() + " describes nothing");
                }
            }
        }
    }

    private void property(String owner, String name, JsonNode schema) {
        String text = told(owner, name, schema);
        if (!text.matches(BOTH_LANGUAGES)) {
            found.add(owner + "." + name + " is not described in Chinese and English");
        }
    }

    private void operation(ApiOperation operation, JsonNode node) {
        String text = node.path("description").asText();
        used.add(operation.id() + " " + text);
        if (operation.headers().contains("If-Match") && text.isEmpty()) {
            found.add(operation.id() + " does not say when the step is taken and what it does");
        }
        for (JsonNode it : node.path("parameters")) {
            String name = it.path("name").asText();
            if (told(operation.id(), name, it).isEmpty()) {
                found.add(operation.id() + "." + name + " is not described");
            }
        }
    }

    private String told(String owner, String name, JsonNode described) {
        String text = described.path("description").asText();
        used.add(owner + "." + name + " " + text);
        used.add(name + " " + text);
        return text;
    }
}
