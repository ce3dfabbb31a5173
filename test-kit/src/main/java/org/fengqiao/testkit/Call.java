package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One request to an operation: right as its row tells, until one part of it is changed. */
final class Call {

    private static final String KEY = "Idempotency-Key";

    private final RequestSpecification request;
    private final ApiOperation operation;
    private final Visit.Upload file;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Map<String, String> form;
    private String token;
    private String body;
    private String mediaType;

    private Call(RequestSpecification request, ApiOperation operation, Visit visit) {
        this.request = request;
        this.operation = operation;
        this.file = visit.file;
        this.path = new LinkedHashMap<>(visit.path);
        this.query = new LinkedHashMap<>(visit.query);
        this.headers = new LinkedHashMap<>(visit.headers);
        this.form = new LinkedHashMap<>(visit.form);
        this.body = visit.body == null ? null : visit.body.toString();
        this.mediaType = operation.mediaType();
    }

    /** The right call but for its token, with a fresh key where the operation takes one. */
    static Call of(RequestSpecification request, ApiOperation operation, Visit visit) {
        Call call = new Call(request, operation, visit);
        return operation.headers().contains(KEY)
                ? call.header(KEY, UUID.randomUUID().toString())
                : call;
    }

    /** {@code null} sends none. */
    Call token(String bearer) {
        token = bearer;
        return this;
    }

    /** {@code null} leaves the header out. */
    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Call at(String parameter, String value) {
        path.put(parameter, value);
        return this;
    }

    Call query(String parameter, String value) {
        query.put(parameter, value);
        return this;
    }

    Call form(String field, String value) {
        form.put(field, value);
        return this;
    }

    Call without(String field) {
        form.remove(field);
        return this;
    }

    Call body(String type, String text) {
        mediaType = type;
        body = text;
        return this;
    }

    Response send() {
        headers.forEach(
                (name, value) -> {
                    if (value != null) {
                        request.header(name, value);
                    }
                });
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (mediaType != null && mediaType.startsWith("multipart/")) {
            request.contentType(mediaType).multiPart("file", file.name(), file.content());
            form.forEach(request::multiPart);
        } else if (body != null) {
            request.contentType(mediaType).body(body.getBytes(UTF_8));
        }
        Response answer =
                request.queryParams(query)
                        .pathParams(path)
                        .request(operation.method().toUpperCase(Locale.ROOT), operation.path());
        // Read to its end, or its connection is not free for the next call.
        answer.asByteArray();
        return answer;
    }
}
