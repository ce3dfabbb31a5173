package org.fengqiao.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of the table of a {@link GuardWalk}: how one operation is called rightly, and whose matter
 * it is.
 */
public final class Visit {

    /** Whose matter an operation is. */
    enum Area {
        /** A record or unit of the home township: any other gets 404. */
        LOCAL,
        /** A list or search: any other gets it without what is the home township's. */
        LISTING,
        /** No township's: code lists, and the operation of the service. */
        COMMON,
        /** Anybody's, without a token. */
        OPEN
    }

    /** A file of a form. */
    record Upload(String name, byte[] content) {}

    final String operationId;
    final Area area;
    final String marker;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, String> elsewhere = new LinkedHashMap<>();
    final Map<String, String> query = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    final Map<String, String> form = new LinkedHashMap<>();
    Upload file;
    JsonNode body;
    boolean nested = true;
    String organ;
    Findings.Expected foreign = new Findings.Expected(404, "NOT_FOUND", null);

    private Visit(String operationId, Area area, String marker) {
        this.operationId = operationId;
        this.area = area;
        this.marker = marker;
    }

    /** About a record or unit of the home township; path or body names it. */
    public static Visit local(String operationId) {
        return new Visit(operationId, Area.LOCAL, null);
    }

    /**
     * A list or search.
     *
     * @param marker what its answer shows the home township, and must show no other
     */
    public static Visit listing(String operationId, String marker) {
        return new Visit(operationId, Area.LISTING, marker);
    }

    /** The same for every township, with or without a division. */
    public static Visit common(String operationId) {
        return new Visit(operationId, Area.COMMON, null);
    }

    /** For anybody, without a token: one of the few that the walk knows as such. */
    public static Visit open(String operationId) {
        return new Visit(operationId, Area.OPEN, null);
    }

    /** The body names a unit of the home township; any other gets 422 with this code there. */
    public Visit naming(String pointer, String code) {
        foreign = new Findings.Expected(422, code, pointer);
        return this;
    }

    /** Taken by another organ than the home township: one above it. */
    public Visit by(String division) {
        organ = division;
        return this;
    }

    /** A path parameter. */
    public Visit at(String parameter, String value) {
        path.put(parameter, value);
        return this;
    }

    /** A parent in whose place the child of the path is not found. */
    public Visit notUnder(String parameter, String otherParent) {
        elsewhere.put(parameter, otherParent);
        return this;
    }

    /** Several path parameters, none of which is the child of another. */
    public Visit flat() {
        nested = false;
        return this;
    }

    public Visit query(String parameter, String value) {
        query.put(parameter, value);
        return this;
    }

    public Visit header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A field of a multipart form. */
    public Visit form(String field, String value) {
        form.put(field, value);
        return this;
    }

    /** The file of a multipart form, in its field {@code file}. */
    public Visit file(String name, byte[] content) {
        file = new Upload(name, content);
        return this;
    }

    /** The JSON body. */
    public Visit body(String json) {
        try {
            body = new ObjectMapper().readTree(json);
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(operationId + ": " + json, e);
        }
    }

    /** The record's version as a header, read where the record is told; none where it has none. */
    Map<String, String> version(
            RequestSpecification request, ApiOperation operation, String token) {
        // A record is told by one id, or, of parameters none of which is another's child, by all.
        String parameter = operation.pathParameters().keySet().iterator().next();
        String record =
                nested
                        ? operation.path().replaceFirst("(\\{" + parameter + "}).*", "$1")
                        : operation.path().replaceFirst("(.*}).*", "$1");
        Response read =
                request.header("Authorization", "Bearer " + token)
                        .headers(headers)
                        .pathParams(nested ? Map.of(parameter, path.get(parameter)) : path)
                        .get(record);
        read.asByteArray();
        String tag = read.header("ETag");
        return tag == null ? Map.of() : Map.of("If-Match", tag);
    }
}
