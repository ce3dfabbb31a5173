package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The texts of a document that stand in no annotation, in two plain files per module.
 *
 * <p>Examples of answers: by the name of a schema, so that everything that answers it or a list of
 * it has it; by an operation's id where it answers no JSON, as a text for its CSV or as values of
 * its parameters. Bodies have theirs beside their fields.
 *
 * <p>Words: what a property or parameter means, by its name where that is the same everywhere, by
 * {@code Schema.property} or {@code operationId.parameter} where it means something particular;
 * what an operation does, by its id. An annotation's description stands before them, and its title
 * in the place of a word.
 */
final class ApiTexts {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final String EXAMPLES = "META-INF/openapi-examples.json";
    private static final String WORDS = "META-INF/openapi-words.json";

    private ApiTexts() {}

    static void add(OpenAPI document) {
        addExamples(document, read(EXAMPLES));
        addWords(document, read(WORDS));
    }

    private static void addExamples(OpenAPI document, Map<String, Object> examples) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach(
                (name, schema) -> {
                    if (examples.containsKey(name)) {
                        schema.setExamples(List.of(examples.get(name)));
                    }
                });
        operations(document).forEach(it -> show(it, examples.get(it.getOperationId())));
    }

    private static void show(Operation operation, Object example) {
        if (example instanceof Map<?, ?> parameters) {
            operation.getParameters().stream()
                    .filter(it -> parameters.containsKey(it.getName()))
                    .forEach(it -> it.setExample(parameters.get(it.getName())));
        } else if (example != null) {
            operation.getResponses().getAPIResponses().values().stream()
                    .filter(it -> it.getContent() != null)
                    .flatMap(it -> it.getContent().getMediaTypes().entrySet().stream())
                    .filter(it -> it.getKey().startsWith("text/"))
                    .forEach(it -> it.getValue().setExample(example));
        }
    }

    private static void addWords(OpenAPI document, Map<String, Object> words) {
        document.getComponents()
                .getSchemas()
                .forEach((owner, schema) -> explain(owner, schema, words));
        for (Operation operation : operations(document)) {
            String id = operation.getOperationId();
            if (operation.getDescription() == null) {
                operation.setDescription((String) words.get(id));
            }
            for (Parameter it : orNone(operation.getParameters())) {
                if (it.getDescription() == null) {
                    it.setDescription(word(id, it.getName(), words));
                }
            }
        }
    }

    private static void explain(String owner, Schema schema, Map<String, Object> words) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties()
                .forEach(
                        (name, it) -> {
                            if (it.getDescription() == null) {
                                String word = word(owner, name, words);
                                it.setDescription(word == null ? it.getTitle() : word);
                            }
                        });
    }

    private static String word(String owner, String name, Map<String, Object> words) {
        return (String) words.getOrDefault(owner + "." + name, words.get(name));
    }

    private static List<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(it -> it.getOperations().values().stream())
                .toList();
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** All modules' texts; of two different ones for a name it would be chance which one holds. */
    private static Map<String, Object> read(String file) {
        Map<String, Object> texts = new LinkedHashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL module : Collections.list(loader.getResources(file))) {
                Map<String, Object> its = JSON.readValue(module, new TypeReference<>() {});
                its.forEach(
                        (name, text) -> {
                            if (!text.equals(texts.getOrDefault(name, text))) {
                                throw new IllegalStateException(
                                        file + ": two modules tell of " + name + " otherwise");
                            }
                            texts.put(name, text);
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
