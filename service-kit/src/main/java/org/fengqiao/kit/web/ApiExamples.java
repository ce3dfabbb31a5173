package org.fengqiao.kit.web;

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

/**
 * The examples of answers, one file per module: by the name of a schema, so that everything that
 * answers it or a list of it has it; by an operation's id where it answers no JSON, as a text for
 * its CSV or as values of its parameters. Bodies have theirs beside their fields.
 */
final class ApiExamples {

    private static final String FILE = "META-INF/openapi-examples.json";

    private ApiExamples() {}

    static void add(OpenAPI document) {
        Map<String, Object> examples = read();
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach(
                (name, schema) -> {
                    if (examples.containsKey(name)) {
                        schema.setExamples(List.of(examples.get(name)));
                    }
                });
        document.getPaths().getPathItems().values().stream()
                .flatMap(it -> it.getOperations().values().stream())
                .forEach(it -> show(it, examples.get(it.getOperationId())));
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

    private static Map<String, Object> read() {
        Map<String, Object> examples = new LinkedHashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(FILE))) {
                examples.putAll(new ObjectMapper().readValue(file, new TypeReference<>() {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }
}
