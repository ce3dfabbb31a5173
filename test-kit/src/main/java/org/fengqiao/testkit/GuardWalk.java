package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries every operation of a service's OpenAPI document with one thing wrong at a time, and then
 * rightly: no token, one that is old or another system's, a missing scope or division, another
 * township, a wrong parent, a missing or stale version, a missing or borrowed key, a bad body.
 *
 * <p>The service tells in a table ({@link Visit}) how each operation is called rightly; an
 * operation without a row is a finding. Operations are walked in the order of the table, so that a
 * record may take its steps one after the other.
 */
public final class GuardWalk {

    /** What anybody may ask: the law's own clocks, no record. */
    private static final Set<String> OPEN = Set.of("calculateDeadline", "listDeadlineRules");

    private final Supplier<RequestSpecification> requests;
    private final Passes passes;
    private final String home;
    private final String foreign;
    private final Map<String, Visit> table = new LinkedHashMap<>();
    private JsonNode document;
    private Map<String, ApiOperation> operations;
    private String[] everyScope;
    private Findings findings;
    // Of the record of the operation that is being walked; only the right call changes it.
    private Map<String, String> version = Map.of();
    private Set<String> also = Set.of();

    GuardWalk(Supplier<RequestSpecification> requests, Passes passes, String home, String foreign) {
        this.requests = requests;
        this.passes = passes;
        this.home = home;
        this.foreign = foreign;
    }

    /**
     * A walk through the service under test.
     *
     * @param home township whose clerk calls rightly, 12 digits
     * @param foreign another township
     */
    public static GuardWalk between(String home, String foreign) {
        // One connection for all calls: a walk makes thousands.
        RestAssuredConfig reuse =
                RestAssuredConfig.config()
                        .httpClient(HttpClientConfig.httpClientConfig().reuseHttpClientInstance());
        return new GuardWalk(() -> RestAssured.given().config(reuse), Passes.real(), home, foreign);
    }

    /** Adds rows to the table. */
    public GuardWalk visiting(Visit... visits) {
        for (Visit visit : visits) {
            table.put(visit.operationId, visit);
        }
        return this;
    }

    /** Walks, and fails with everything that was found. */
    public void findsNothing() {
        assertEquals("", String.join("\n", findings()));
    }

    List<String> findings() {
        document = parsed(requests.get().queryParam("format", "json").get("/q/openapi").asString());
        operations =
                ApiOperation.all(document).stream()
                        .collect(
                                Collectors.toMap(
                                        ApiOperation::id,
                                        it -> it,
                                        (one, two) -> one,
                                        LinkedHashMap::new));
        everyScope = scopesBut(Set.of());
        findings = new Findings();
        operations.keySet().stream()
                .filter(it -> !table.containsKey(it))
                .forEach(it -> findings.add(it, "has no row in the walk's table"));
        table.keySet().stream()
                .filter(it -> !operations.containsKey(it))
                .forEach(it -> findings.add(it, "is no operation of the document"));
        table.values().stream()
                .filter(it -> operations.containsKey(it.operationId))
                .forEach(it -> walk(operations.get(it.operationId), it));
        return findings.all();
    }

    private void walk(ApiOperation operation, Visit visit) {
        boolean open = visit.area == Visit.Area.OPEN && OPEN.contains(operation.id());
        if (operation.secured() == open) {
            findings.add(operation.id(), open ? "asks for a token" : "asks for no token");
            return;
        }
        if (!operation.pathParameters().keySet().equals(visit.path.keySet())
                || (operation.body() != null && visit.body == null && visit.file == null)) {
            findings.add(operation.id(), "has a row without its path or body");
            return;
        }
        if (!operation.tellsItsAnswer()) {
            findings.add(operation.id(), "does not say what it answers");
        }
        also = visit.also;
        version = versionOf(operation, visit);
        if (!open) {
            tokens(operation, visit);
            places(operation, visit);
        }
        versionAndKey(operation, visit);
        parameters(operation, visit);
        if (visit.file != null) {
            forms(operation, visit);
        } else if (operation.body() != null) {
            bodies(operation, visit);
        }
        rightly(operation, visit);
    }

    private void tokens(ApiOperation it, Visit visit) {
        String[] scopes = scopes(it);
        refused(it, "no token", 401, "TOKEN_MISSING", null, call(it, visit).token(null));
        refusedToken(it, "an expired token", visit, passes.expired(organ(visit), scopes));
        refusedToken(it, "another's token", visit, passes.forAnotherSystem(organ(visit), scopes));
        refusedToken(it, "no real token", visit, "eyJhbGciOiJub25lIn0.e30.");
        if (scopes.length > 0) {
            String[] others = scopesBut(new TreeSet<>(it.scopes()));
            Call call = call(it, visit).token(passes.of("walker", organ(visit), others));
            refused(it, "no scope", 403, "SCOPE_MISSING", null, call);
        }
        if (visit.area != Visit.Area.COMMON) {
            Call call = call(it, visit).token(passes.withoutDivision(scopes));
            refused(it, "no division", 403, "DIVISION_MISSING", null, call);
        }
    }

    private void refusedToken(ApiOperation it, String wrong, Visit visit, String token) {
        refused(it, wrong, 401, "TOKEN_INVALID", null, call(it, visit).token(token));
    }

    private void places(ApiOperation it, Visit visit) {
        Call asForeigner = call(it, visit).token(passes.of("walker", foreign, scopes(it)));
        if (visit.area == Visit.Area.LOCAL) {
            findings.unlessRefused(it, "another township", visit.foreign, asForeigner);
        } else if (visit.area == Visit.Area.LISTING) {
            Response shown = asForeigner.send();
            findings.unless(
                    shown.statusCode() == 200 && !shown.asString().contains(visit.marker),
                    it.id(),
                    "another township",
                    shown);
        }
        for (Entry<String, JsonNode> parameter : it.pathParameters().entrySet()) {
            if (isUuid(parameter.getValue())) {
                Call absent = call(it, visit).at(parameter.getKey(), UUID.randomUUID().toString());
                refused(it, "an absent record", 404, "NOT_FOUND", null, absent);
            }
        }
        if (it.pathParameters().size() > 1 && visit.nested && visit.elsewhere.isEmpty()) {
            findings.add(it.id(), "has a row that names no wrong parent and is not flat");
        }
        visit.elsewhere.forEach(
                (name, parent) ->
                        refused(
                                it,
                                "a child of another parent",
                                404,
                                "NOT_FOUND",
                                null,
                                call(it, visit).at(name, parent)));
    }

    private void versionAndKey(ApiOperation it, Visit visit) {
        if (it.headers().contains("If-Match")) {
            Call missing = call(it, visit).header("If-Match", null);
            refused(it, "no If-Match", 428, "IF_MATCH_REQUIRED", null, missing);
            Call any = call(it, visit).header("If-Match", "*");
            refused(it, "If-Match: *", 400, "IF_MATCH_INVALID", null, any);
            Call stale = call(it, visit).header("If-Match", "\"999999\"");
            refused(it, "a stale If-Match", 412, "STALE_VERSION", null, stale);
        }
        if (it.headers().contains("Idempotency-Key")) {
            Call missing = call(it, visit).header("Idempotency-Key", null);
            refused(it, "no key", 400, "IDEMPOTENCY_KEY_REQUIRED", null, missing);
        }
    }

    private void parameters(ApiOperation it, Visit visit) {
        it.pathParameters()
                .forEach(
                        (name, schema) -> {
                            if (isTyped(schema)) {
                                Call bad = call(it, visit).at(name, "~");
                                refused(it, "a bad path", 400, "PARAMETER_INVALID", name, bad);
                            }
                        });
        it.queryParameters()
                .forEach(
                        (name, schema) -> {
                            if (isTyped(schema)) {
                                Call bad = call(it, visit).query(name, "~");
                                refused(it, "a bad query", 400, "PARAMETER_INVALID", name, bad);
                            }
                        });
        if (it.answers().keySet().stream().noneMatch(type -> type.startsWith("text/html"))) {
            Call page = call(it, visit).header("Accept", "text/html");
            refused(it, "a page asked for", 406, "NOT_ACCEPTABLE", null, page);
        }
        Call unknown = call(it, visit).query("noSuchParameter", "1");
        refused(it, "an unknown query", 400, "PARAMETER_INVALID", "noSuchParameter", unknown);
    }

    private void bodies(ApiOperation it, Visit visit) {
        refused(it, "half a body", 400, "REQUEST_INVALID", "", call(it, visit).body(JSON, "{"));
        refused(it, "no body", 400, "REQUEST_INVALID", "", call(it, visit).body(JSON, ""));
        Call text = call(it, visit).body("text/plain", visit.body.toString());
        refused(it, "a text as body", 415, "MEDIA_TYPE_UNSUPPORTED", null, text);
        for (SpoiltBody spoilt : SpoiltBody.of(document, it.body(), visit.body)) {
            Call call = call(it, visit).body(JSON, spoilt.body().toString());
            refused(it, spoilt.fault(), 400, "REQUEST_INVALID", spoilt.pointer(), call);
        }
    }

    private void forms(ApiOperation it, Visit visit) {
        Call unknown = call(it, visit).form("noSuchField", "1");
        refused(it, "an unknown field", 400, "FORM_INVALID", "/noSuchField", unknown);
        for (String field : visit.form.keySet()) {
            if (required(it).contains(field)) {
                Call missing = call(it, visit).without(field);
                refused(it, "a missing field", 400, "FORM_INVALID", "/" + field, missing);
            }
        }
    }

    /** As the row says: only so is it the one wrong thing that the refusals above were due to. */
    private void rightly(ApiOperation it, Visit visit) {
        String key = UUID.randomUUID().toString();
        boolean keyed = it.headers().contains("Idempotency-Key");
        Call call = call(it, visit);
        Response answer = (keyed ? call.header("Idempotency-Key", key) : call).send();
        findings.unless(answer.statusCode() / 100 == 2, it.id(), "all is right", answer);
        if (visit.area == Visit.Area.LISTING) {
            findings.unless(answer.asString().contains(visit.marker), it.id(), "its own", answer);
        }
        if (keyed && answer.statusCode() / 100 == 2) {
            Response same = call(it, visit).header("Idempotency-Key", key).send();
            findings.unless(sameAnswer(answer, same), it.id(), "the same key again", same);
            String other = passes.of("another-clerk", organ(visit), scopes(it));
            Call borrowed = call(it, visit).token(other).header("Idempotency-Key", key);
            Response own = borrowed.send();
            findings.unless(!sameAnswer(answer, own), it.id(), "another caller's key", own);
        }
    }

    private static boolean sameAnswer(Response one, Response two) {
        return one.statusCode() == two.statusCode()
                && Stream.of("Location", "ETag")
                        .allMatch(it -> Objects.equals(one.header(it), two.header(it)));
    }

    private static final String JSON = "application/json";

    private void refused(
            ApiOperation operation,
            String wrong,
            int status,
            String code,
            String place,
            Call call) {
        findings.unlessRefused(operation, wrong, new Findings.Expected(status, code, place), call);
    }

    /** The right call, with the version that the record now has. */
    private Call call(ApiOperation operation, Visit visit) {
        String token =
                operation.secured() ? passes.of("walker", organ(visit), scopes(operation)) : null;
        Call call = Call.of(requests.get(), operation, visit).token(token);
        version.forEach(call::header);
        return call;
    }

    private Map<String, String> versionOf(ApiOperation operation, Visit visit) {
        // A row may know the version itself: where one parameter alone does not name the record.
        if (!operation.headers().contains("If-Match") || visit.headers.containsKey("If-Match")) {
            return Map.of();
        }
        String parameter = operation.pathParameters().keySet().iterator().next();
        String record = operation.path().replaceFirst("(\\{" + parameter + "}).*", "$1");
        Response read =
                requests.get()
                        .header(
                                "Authorization",
                                "Bearer " + passes.of("walker", organ(visit), everyScope))
                        .headers(visit.headers)
                        .pathParam(parameter, visit.path.get(parameter))
                        .get(record);
        read.asByteArray();
        String tag = read.header("ETag");
        return tag == null ? Map.of() : Map.of("If-Match", tag);
    }

    /** Who calls rightly. */
    private String organ(Visit visit) {
        return visit.organ == null ? home : visit.organ;
    }

    /** One scope that the document says suffices, and what the row adds. */
    private String[] scopes(ApiOperation operation) {
        return Stream.concat(operation.scopes().stream().limit(1), also.stream())
                .toArray(String[]::new);
    }

    private String[] scopesBut(Set<String> without) {
        return operations.values().stream()
                .flatMap(it -> it.scopes().stream())
                .distinct()
                .filter(it -> !without.contains(it))
                .toArray(String[]::new);
    }

    private Set<String> required(ApiOperation operation) {
        Set<String> names = new TreeSet<>();
        ApiOperation.resolved(document, operation.body())
                .path("required")
                .forEach(it -> names.add(it.asText()));
        return names;
    }

    private static boolean isUuid(JsonNode schema) {
        return schema.path("format").asText().equals("uuid");
    }

    /** Whether any text will not do. */
    private static boolean isTyped(JsonNode schema) {
        return !schema.path("type").asText().equals("string")
                || schema.has("format")
                || schema.has("enum");
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The OpenAPI document cannot be read", e);
        }
    }
}
