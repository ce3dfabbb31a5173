package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An office that writes a canary wherever its forms say {@code "?"} (a text) or {@code "#"} (an
 * identity number), and remembers where one was taken, what was answered and what was refused.
 */
public final class CanaryOffice {

    private static final String STALE = "\"999999\"";

    private final Canary canary;
    private final JsonNode document;
    private final Clerk stranger;
    private final Set<String> places = new TreeSet<>();
    private final Map<String, List<String>> records = new TreeMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Answer> refusals = new ArrayList<>();

    /**
     * @param document OpenAPI, parsed
     * @param stranger of another township
     */
    CanaryOffice(Canary canary, JsonNode document, Clerk stranger) {
        this.canary = canary;
        this.document = document;
        this.stranger = stranger;
    }

    /** The OpenAPI document of the service, parsed. */
    public JsonNode document() {
        return document;
    }

    /** Places of bodies that were taken with a canary in them. */
    Set<String> places() {
        return places;
    }

    /** Ids of what was entered, by the path it is below: {@code petitions}. */
    public Map<String, List<String>> records() {
        return records;
    }

    /** What was answered to what was taken. */
    List<Answer> answers() {
        return answers;
    }

    List<Answer> refusals() {
        return refusals;
    }

    /** A record entered, once a stranger has tried it; its id. */
    public String entered(String operationId, Clerk by, String form) {
        String path = path(operationId);
        refusedOf(operationId, 404, stranger.post(path, canary.fill(form)));
        String body = canary.fill(form);
        Response answer = by.post(path, body);
        taken(operationId, body, answer);
        String id = Clerk.id(answer.header("Location"));
        records.computeIfAbsent(path.substring(1), it -> new ArrayList<>()).add(id);
        return id;
    }

    /** A step that is taken, after others have tried it, and once more after it. */
    public void step(String operationId, Clerk by, String id, String form) {
        String path = path(operationId);
        String absent = path.replace("{id}", UUID.randomUUID().toString());
        String at = path.replace("{id}", id);
        String record = at.substring(0, at.lastIndexOf('/'));
        refusedOf(operationId, 404, by.post(absent, STALE, canary.fill(form)));
        refusedOf(operationId, 412, by.post(at, STALE, canary.fill(form)));
        String tag = by.get(record).header("ETag");
        refusedOf(operationId, 404, stranger.post(at, tag, canary.fill(form)));
        String body = canary.fill(form);
        taken(operationId, body, by.post(at, tag, body));
        Response again = by.post(at, by.get(record).header("ETag"), canary.fill(form));
        if (again.statusCode() >= 400) {
            keep(operationId + " again", again);
        }
    }

    /**
     * A request at a version that is known; a stranger and a stale one are refused before it.
     *
     * @param id of the record; empty where one is entered
     * @return the id that is answered
     */
    public String sent(String operationId, Clerk by, String id, int version, String form) {
        String at = path(operationId).replace("{id}", id);
        String tag = "\"" + version + "\"";
        refusedOf(operationId, 403, stranger.post(at, tag, canary.fill(form)));
        if (!id.isEmpty()) {
            refusedOf(operationId, 412, by.post(at, STALE, canary.fill(form)));
        }
        String body = canary.fill(form);
        Response answer = by.post(at, tag, body);
        taken(operationId, body, answer);
        return answer.path("id");
    }

    /** A search by each of these forms. */
    public void searched(String operationId, Clerk by, String... forms) {
        for (String form : forms) {
            String body = canary.fill(form);
            taken(operationId, body, by.ask(path(operationId), body));
        }
    }

    /** A form that is refused. */
    public void refused(String operationId, int status, Clerk by, String form) {
        refusedOf(operationId, status, by.post(path(operationId), canary.fill(form)));
    }

    private void refusedOf(String operationId, int status, Response answer) {
        assertEquals(status, answer.statusCode(), () -> operationId + " " + answer.asString());
        keep(operationId, answer);
    }

    private void keep(String operationId, Response answer) {
        refusals.add(new Answer(operationId, answer.statusCode(), answer.asString()));
    }

    private void taken(String operationId, String body, Response answer) {
        assertTrue(
                answer.statusCode() < 300,
                () -> operationId + " " + body + " " + answer.asString());
        answers.add(new Answer(operationId, answer.statusCode(), answer.asString()));
        places.addAll(FreeTexts.holding(canary, operationId, parsed(body)));
    }

    /** Below the service's root: {@code /petitions/{id}/voiding}. */
    private String path(String operationId) {
        String path =
                ApiOperation.all(document).stream()
                        .filter(it -> it.id().equals(operationId))
                        .map(ApiOperation::path)
                        .findAny()
                        .orElseThrow(() -> new IllegalArgumentException(operationId));
        return path.substring(path.indexOf("/v1/") + "/v1".length());
    }

    static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
