package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One operation as the OpenAPI document describes it.
 *
 * @param secured whether it asks for a token
 * @param scopes one of which it needs; empty where any token will do
 * @param also each of which it needs, too
 * @param headers names of the headers it requires
 * @param pathParameters schema by name, in the order of the path
 * @param queryParameters schema by name
 * @param mediaType of the body; {@code null} where it takes none
 * @param body schema of the body
 * @param statuses that it says it answers
 * @param answers schema by media type of its good answer; empty where it says none
 */
record ApiOperation(
        String id,
        String method,
        String path,
        boolean secured,
        List<String> scopes,
        Set<String> also,
        Set<String> headers,
        Map<String, JsonNode> pathParameters,
        Map<String, JsonNode> queryParameters,
        String mediaType,
        JsonNode body,
        Set<Integer> statuses,
        Map<String, JsonNode> answers) {

    static List<ApiOperation> all(JsonNode document) {
        List<ApiOperation> found = new ArrayList<>();
        for (Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().has("operationId")) {
                    found.add(of(document, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return found;
    }

    /** Follows a reference inside the document. */
    static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** The same with a query in its path. */
    ApiOperation asking(Map<String, String> query) {
        String asked =
                query.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("&", path + "?", ""));
        return new ApiOperation(
                id,
                method,
                query.isEmpty() ? path : asked,
                secured,
                scopes,
                also,
                headers,
                pathParameters,
                queryParameters,
                mediaType,
                body,
                statuses,
                answers);
    }

    boolean isPost() {
        return method.equals("post");
    }

    private static ApiOperation of(
            JsonNode document, String path, String method, JsonNode operation) {
        List<String> scopes = new ArrayList<>();
        operation.path("x-required-scopes").forEach(it -> scopes.add(it.asText()));
        Set<String> also = new TreeSet<>();
        operation.path("x-also-required-scopes").forEach(it -> also.add(it.asText()));
        Set<Integer> statuses = new TreeSet<>();
        operation
                .path("responses")
                .fieldNames()
                .forEachRemaining(it -> statuses.add(Integer.valueOf(it)));
        Entry<String, JsonNode> content =
                operation.at("/requestBody/content").properties().stream().findFirst().orElse(null);
        return new ApiOperation(
                operation.path("operationId").asText(),
                method,
                path,
                !operation.path("security").isEmpty(),
                scopes,
                also,
                parameters(document, operation, "header").keySet(),
                parameters(document, operation, "path"),
                parameters(document, operation, "query"),
                content == null ? null : content.getKey(),
                content == null ? null : content.getValue().path("schema"),
                statuses,
                answers(operation));
    }

    private static Map<String, JsonNode> answers(JsonNode operation) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (Entry<String, JsonNode> response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                response.getValue()
                        .path("content")
                        .properties()
                        .forEach(it -> found.put(it.getKey(), it.getValue().path("schema")));
            }
        }
        return found;
    }

    /** Whether a client can tell from the document what a good answer holds. */
    boolean tellsItsAnswer() {
        return statuses.contains(204)
                || (!answers.isEmpty() && answers.values().stream().noneMatch(JsonNode::isEmpty));
    }

    private static Map<String, JsonNode> parameters(
            JsonNode document, JsonNode operation, String in) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode it : operation.path("parameters")) {
            if (it.path("in").asText().equals(in)) {
                found.put(it.path("name").asText(), resolved(document, it.path("schema")));
            }
        }
        return found;
    }
}
