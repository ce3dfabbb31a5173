package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a service's OpenAPI document has to be, beside being current: no schema is named by a
 * number, every property is described, and every operation has an example, which fits its schema
 * and, as a body, is taken by the service.
 */
public final class ApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOT_TAKEN =
            Set.of(
                    "REQUEST_INVALID",
                    "PARAMETER_INVALID",
                    "PATH_UNKNOWN",
                    "METHOD_NOT_ALLOWED",
                    "SCOPE_MISSING");

    private final JsonNode document;
    private final BiFunction<ApiOperation, String, Response> sender;
    private final List<JsonNode> words;

    ApiContract(
            JsonNode document,
            BiFunction<ApiOperation, String, Response> sender,
            List<JsonNode> words) {
        this.document = document;
        this.sender = sender;
        this.words = words;
    }

    /**
     * The document of the service under test, as its clients get it.
     *
     * @param modules whose words ({@code META-INF/openapi-words.json}) it has to use, all of them;
     *     the kit's only where the service serves the whole kit
     */
    public static ApiContract served(String... modules) {
        return of(parsed(document("/q/openapi", "json")), modules);
    }

    /** Any document, an older one for example, that is tried on the service under test. */
    static ApiContract of(JsonNode document, String... modules) {
        // Those for reading as well: a second right that is asked for since a release is not its
        // matter.
        String[] scopes =
                Stream.concat(
                                ApiOperation.all(document).stream()
                                        .flatMap(
                                                it ->
                                                        Stream.concat(
                                                                it.scopes().stream(),
                                                                it.also().stream())),
                                Stream.of("persons:read", "petitions:read", "legal:read"))
                        .distinct()
                        .toArray(String[]::new);
        String token = Tokens.of("examples", "410423106000", scopes);
        List<JsonNode> words = Stream.of(modules).map(ApiWords::of).toList();
        return new ApiContract(document, (it, body) -> sent(it, body, token), words);
    }

    /** The document as YAML, for its golden file. */
    public static String yaml(String path) {
        return document(path, "yaml");
    }

    private static String document(String path, String format) {
        return RestAssured.given()
                .accept("application/" + format)
                .queryParam("format", format)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The same with another example of a schema: the control of what finds nothing. */
    public ApiContract with(String schema, String example) {
        JsonNode other = document.deepCopy();
        ((ObjectNode) other.at("/components/schemas/" + schema))
                .putArray("examples")
                .add(parsed(example));
        return new ApiContract(other, sender, words);
    }

    /** Fails with everything that was found. */
    public void findsNothing() {
        assertEquals("", String.join("\n", findings()));
    }

    /** What was found, one sentence each. */
    public List<String> findings() {
        List<String> found = new ArrayList<>();
        for (Entry<String, JsonNode> it : document.at("/components/schemas").properties()) {
            String name = it.getKey();
            if (Character.isDigit(name.charAt(name.length() - 1))) {
                found.add(name + " is a schema with a number for a name");
            }
            for (JsonNode example : it.getValue().path("examples")) {
                new ApiExample(document, name, found).fits(it.getValue(), example, "");
            }
        }
        new ApiWords(document, found).compare(words);
        ApiOperation.all(document).forEach(it -> example(it, found));
        return found;
    }

    /** The requests shown as examples, bodies and queries, that the service does not take. */
    List<String> requestsNotTaken() {
        List<String> found = new ArrayList<>();
        for (ApiOperation it : ApiOperation.all(document)) {
            JsonNode body = media(node(it).path("requestBody")).findFirst().orElse(null);
            JsonNode example = body == null ? null : exampleOf(body);
            if (example != null && "application/json".equals(it.mediaType())) {
                taken(it, example, found);
            } else if (body == null && showsItsQuery(it)) {
                taken(it.asking(shownQuery(it)), null, found);
            }
        }
        return found;
    }

    /** Not where a parameter that it needs has no example: then no request is shown. */
    private boolean showsItsQuery(ApiOperation operation) {
        for (JsonNode it : node(operation).path("parameters")) {
            if (it.path("in").asText().equals("query")
                    && it.path("required").asBoolean()
                    && !it.has("example")) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> shownQuery(ApiOperation operation) {
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode it : node(operation).path("parameters")) {
            if (it.path("in").asText().equals("query") && it.has("example")) {
                query.put(it.path("name").asText(), it.path("example").asText());
            }
        }
        return query;
    }

    private JsonNode node(ApiOperation operation) {
        return document.path("paths").path(operation.path()).path(operation.method());
    }

    private void example(ApiOperation operation, List<String> found) {
        JsonNode node = node(operation);
        Stream<JsonNode> shown =
                operation.body() != null
                        ? media(node.path("requestBody"))
                        : node.path("responses").properties().stream()
                                .filter(it -> it.getKey().startsWith("2"))
                                .flatMap(it -> media(it.getValue()));
        boolean told = shown.anyMatch(it -> exampleOf(it) != null);
        // What answers no content or a workbook shows at least how it is asked.
        boolean silent =
                operation.body() == null
                        && operation.answers().values().stream()
                                .allMatch(it -> it.path("format").asText().equals("binary"));
        if (!told && !(silent && !node.at("/parameters/0/example").isMissingNode())) {
            found.add(operation.id() + " has no example");
        }
        if ("application/json".equals(operation.mediaType()) && told) {
            JsonNode body = media(node.path("requestBody")).findFirst().orElseThrow();
            taken(operation, exampleOf(body), found);
        }
    }

    private void taken(ApiOperation operation, JsonNode body, List<String> found) {
        Response answer = sender.apply(operation, body == null ? null : body.toString());
        String text = answer.asString();
        JsonNode problem = text.startsWith("{") ? parsed(text) : JSON.createObjectNode();
        String code = problem.path("code").asText();
        // A path has no example here, and nowhere is no division: there the query alone counts.
        String parameter = problem.at("/errors/0/parameter").asText();
        boolean made = !parameter.isEmpty() && !operation.path().contains(parameter + "=");
        if (made && !operation.pathParameters().isEmpty()) {
            return;
        }
        if (NOT_TAKEN.contains(code) || answer.statusCode() == 415 || answer.statusCode() >= 500) {
            found.add(operation.id() + " does not take its example: " + text);
        }
    }

    private static Stream<JsonNode> media(JsonNode holder) {
        return holder.path("content").properties().stream().map(Entry::getValue);
    }

    /** The medium's own, or that of its schema, of a list's elements or of a page's items. */
    private JsonNode exampleOf(JsonNode media) {
        if (media.has("example")) {
            return media.get("example");
        }
        JsonNode schema = ApiOperation.resolved(document, media.path("schema"));
        JsonNode items = schema.at("/properties/items");
        return Stream.of(schema, schema.path("items"), items.path("items"))
                .map(it -> ApiOperation.resolved(document, it))
                // OpenAPI 3.0 has one example.
                .map(it -> it.has("example") ? it.get("example") : it.path("examples").path(0))
                .filter(it -> !it.isMissingNode())
                .findFirst()
                .orElse(null);
    }

    /** Without key and version, and of a record that is not there: nothing is written. */
    private static Response sent(ApiOperation operation, String body, String token) {
        RequestSpecification request = RestAssured.given().auth().oauth2(token);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        operation
                .pathParameters()
                .forEach((name, schema) -> request.pathParam(name, nowhere(schema)));
        return request.request(operation.method(), operation.path());
    }

    private static Object nowhere(JsonNode schema) {
        return schema.path("format").asText().equals("uuid")
                ? UUID.randomUUID()
                : schema.path("type").asText().equals("integer") ? 9999 : "nowhere";
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no JSON: " + json, e);
        }
    }
}
