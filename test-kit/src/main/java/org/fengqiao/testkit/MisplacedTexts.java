package org.fengqiao.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Requests that go wrong with a text in them: in each field, parameter and header of each operation
 * in turn. What is refused must not be said again: it may name a person.
 */
public final class MisplacedTexts {

    private static final String JSON = "application/json";
    private static final int TOO_LONG = 5_000;

    private final RestAssuredConfig reuse =
            RestAssuredConfig.config()
                    .httpClient(HttpClientConfig.httpClientConfig().reuseHttpClientInstance());
    private final JsonNode document;
    private final String token;
    private final Canary canary;
    private final List<Answer> answers = new ArrayList<>();

    private MisplacedTexts(JsonNode document, String token, Canary canary) {
        this.document = document;
        this.token = token;
        this.canary = canary;
    }

    /**
     * Sends them all.
     *
     * @param document OpenAPI, parsed
     * @param token with every scope, so that it is the text that is refused
     */
    public static List<Answer> send(JsonNode document, String token, Canary canary) {
        MisplacedTexts all = new MisplacedTexts(document, token, canary);
        ApiOperation.all(document).forEach(all::send);
        all.unknownPath();
        return all.answers;
    }

    private void unknownPath() {
        String path = document.path("paths").fieldNames().next();
        String root = path.substring(0, path.indexOf("/v1/"));
        for (String place : List.of("/", "/v1/", "/v1/codes/")) {
            Response answer = RestAssured.given().config(reuse).get(root + place + canary.text());
            answers.add(new Answer("no operation", answer.statusCode(), said(answer)));
        }
    }

    private void send(ApiOperation it) {
        it.pathParameters()
                .keySet()
                .forEach(
                        name -> {
                            send(it, "path " + name, call -> call.at(name, canary.text()));
                            send(
                                    it,
                                    "path " + name + " without scope",
                                    call ->
                                            call.at(name, canary.text())
                                                    .token(Tokens.of("nobody", "410423106000")));
                        });
        it.queryParameters()
                .keySet()
                .forEach(
                        name -> send(it, "query " + name, call -> call.query(name, canary.text())));
        send(it, "an unknown query", call -> call.query("noSuchParameter", canary.text()));
        for (String name :
                List.of("If-Match", "If-None-Match", "Fengqiao-Purpose", "Fengqiao-Acting-User")) {
            send(it, "header " + name, call -> call.header(name, "<" + canary.core() + ">"));
        }
        send(it, "header Accept", call -> call.header("Accept", "text/" + canary.core()));
        send(it, "its token", call -> call.token(canary.core()));
        if (JSON.equals(it.mediaType())) {
            bodies(it);
        }
    }

    private void bodies(ApiOperation it) {
        body(it, "its whole body", TextNode.valueOf(canary.text()).toString());
        body(it, "half a body", "{\"text\":\"" + canary.text());
        body(it, "no JSON", canary.text());
        body(it, "an unknown field", "{\"noSuchField\":\"" + canary.text() + "\"}");
        send(it, "another type", call -> call.body("text/plain", canary.text()));
        send(
                it,
                "a body without token",
                call -> call.token(null).body(JSON, "{\"reason\":\"" + canary.text() + "\"}"));
        fields(it, it.body(), "", value -> value);
    }

    /** Each field alone: with the text where it wants none, with too long a text elsewhere. */
    private void fields(
            ApiOperation it, JsonNode schema, String pointer, UnaryOperator<JsonNode> around) {
        JsonNode type = ApiOperation.resolved(document, schema);
        for (Entry<String, JsonNode> field : type.path("properties").properties()) {
            fields(
                    it,
                    field.getValue(),
                    pointer + "/" + field.getKey(),
                    value -> around.apply(object(field.getKey(), value)));
        }
        if (type.has("items")) {
            fields(it, type.path("items"), pointer + "/0", value -> around.apply(array(value)));
        }
        if (!pointer.isEmpty()) {
            String text = canary.text();
            String wrong = FreeTexts.takesAnyText(type) ? text + "长".repeat(TOO_LONG) : text;
            body(it, pointer, around.apply(TextNode.valueOf(wrong)).toString());
        }
    }

    private static ObjectNode object(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private static ArrayNode array(JsonNode value) {
        return JsonNodeFactory.instance.arrayNode().add(value);
    }

    private void body(ApiOperation it, String place, String body) {
        send(it, place, call -> call.body(JSON, body));
    }

    /** A request at a record that there is not: nothing is written, whatever gets through. */
    private void send(ApiOperation it, String place, UnaryOperator<Call> misplacing) {
        Visit visit = Visit.common(it.id());
        it.pathParameters().forEach((name, schema) -> visit.at(name, absent(schema)));
        if (it.headers().contains("If-Match")) {
            visit.header("If-Match", "\"1\"");
        }
        if (it.mediaType() != null && it.mediaType().startsWith("multipart/")) {
            visit.file("none.csv", new byte[0]);
        }
        Call call = Call.of(RestAssured.given().config(reuse), it, visit).token(token);
        Response answer = misplacing.apply(call).send();
        answers.add(new Answer(it.id() + " " + place, answer.statusCode(), said(answer)));
    }

    private static String absent(JsonNode schema) {
        return schema.path("type").asText().equals("integer")
                ? "1999"
                : UUID.randomUUID().toString();
    }

    /** The answer without the path of the request, which is the asker's own. */
    private static String said(Response answer) {
        String body = answer.asString();
        if (!answer.contentType().startsWith("application/problem+json")) {
            return body;
        }
        try {
            ObjectNode problem = (ObjectNode) new ObjectMapper().readTree(body);
            problem.remove("instance");
            return problem.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
