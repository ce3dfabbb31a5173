package org.fengqiao.petition.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.FreeTexts;

/**
 * An office that writes a canary wherever its forms say {@code "?"} (a text) or {@code "#"} (an
 * identity number), and remembers where one was taken and what was refused.
 */
final class CanaryOffice {

    private static final String V1 = "/petition/v1";
    private static final String STALE = "\"999999\"";

    private final Canary canary;
    private final JsonNode document;
    private final PetitionOffice stranger;
    private final Set<String> places = new TreeSet<>();
    private final Map<String, List<String>> records = new TreeMap<>();
    private final List<Answer> refusals = new ArrayList<>();

    /**
     * @param document OpenAPI, parsed
     * @param stranger of another township
     */
    CanaryOffice(Canary canary, JsonNode document, PetitionOffice stranger) {
        this.canary = canary;
        this.document = document;
        this.stranger = stranger;
    }

    /** Places of bodies that were taken with a canary in them. */
    Set<String> places() {
        return places;
    }

    /** Ids of what was entered, by the path it is below: {@code petitions}. */
    Map<String, List<String>> records() {
        return records;
    }

    List<Answer> refusals() {
        return refusals;
    }

    /** A record entered; its id. */
    String entered(String operationId, PetitionOffice by, String form) {
        String path = path(operationId);
        refusedOf(operationId, 404, stranger.post(path, canary.fill(form)));
        String body = canary.fill(form);
        Response answer = by.post(path, body);
        taken(operationId, body, answer);
        String id = PetitionOffice.id(answer.header("Location"));
        records.computeIfAbsent(path.substring(1), it -> new ArrayList<>()).add(id);
        return id;
    }

    /** A step that is taken, after others have tried it, and once more after it. */
    void step(String operationId, PetitionOffice by, String id, String form) {
        String path = path(operationId);
        String absent = path.replace("{id}", UUID.randomUUID().toString());
        String at = path.replace("{id}", id);
        String record = at.substring(0, at.lastIndexOf('/'));
        refusedOf(operationId, 404, posted(by, absent, STALE, canary.fill(form)));
        refusedOf(operationId, 412, posted(by, at, STALE, canary.fill(form)));
        String tag = by.get(record).header("ETag");
        refusedOf(operationId, 404, posted(stranger, at, tag, canary.fill(form)));
        String body = canary.fill(form);
        taken(operationId, body, posted(by, at, tag, body));
        Response again = posted(by, at, by.get(record).header("ETag"), canary.fill(form));
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
    String sent(String operationId, PetitionOffice by, String id, int version, String form) {
        String at = path(operationId).replace("{id}", id);
        String tag = "\"" + version + "\"";
        refusedOf(operationId, 403, posted(stranger, at, tag, canary.fill(form)));
        if (!id.isEmpty()) {
            refusedOf(operationId, 412, posted(by, at, STALE, canary.fill(form)));
        }
        String body = canary.fill(form);
        Response answer = posted(by, at, tag, body);
        taken(operationId, body, answer);
        return answer.path("id");
    }

    /** A search by each of these forms. */
    void searched(String operationId, PetitionOffice by, String... forms) {
        for (String form : forms) {
            String body = canary.fill(form);
            RequestSpecification asked = by.request().header("Fengqiao-Purpose", "AUDIT");
            taken(operationId, body, asked.body(body).post(V1 + path(operationId)));
        }
    }

    /** A form that is refused. */
    void refused(String operationId, int status, PetitionOffice by, String form) {
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
        assertTrue(answer.statusCode() < 300, () -> operationId + " " + answer.asString());
        places.addAll(FreeTexts.holding(canary, operationId, parsed(body)));
    }

    private static Response posted(PetitionOffice by, String path, String tag, String body) {
        return by.request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .body(body)
                .post(V1 + path);
    }

    /** Below the service's root: {@code /petitions/{id}/voiding}. */
    private String path(String operationId) {
        return document.path("paths").properties().stream()
                .filter(it -> isAt(operationId, it.getValue()))
                .map(Entry::getKey)
                .map(it -> it.substring(V1.length()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(operationId));
    }

    private static boolean isAt(String operationId, JsonNode path) {
        return path.properties().stream()
                .anyMatch(it -> it.getValue().path("operationId").asText().equals(operationId));
    }

    static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
