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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries every operation of a service's OpenAPI document with one thing wrong at a time, and then
 * rightly: no token, one that is bad or another system's, a missing scope or division, each role of
 * {@link Permissions}, another township, a wrong parent, a missing or stale version, a missing or
 * borrowed key, a bad body. Nothing may be written by who is refused.
 *
 * <p>The service tells in a table ({@link Visit}) how each operation is called rightly; an
 * operation without a row is a finding. Operations are walked in the order of the table, so that a
 * record may take its steps one after the other.
 */
public final class GuardWalk {

    private final Surroundings around;
    private final String home;
    private final String foreign;
    private final Map<String, Visit> table = new LinkedHashMap<>();
    private JsonNode document;
    private Map<String, ApiOperation> operations;
    private Map<String, Set<String>> permitted;
    private Findings findings;
    private Strangers strangers;

    /**
     * What a walk is made in.
     *
     * @param writing where in the database something bears this name
     */
    record Surroundings(
            Supplier<RequestSpecification> requests,
            Passes passes,
            Permissions permissions,
            List<Role> roles,
            Function<String, List<String>> writing) {}

    GuardWalk(Surroundings around, String home, String foreign) {
        this.around = around;
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
        return new GuardWalk(
                new Surroundings(
                        () -> RestAssured.given().config(reuse),
                        Passes.real(),
                        Permissions.read(),
                        Role.all(),
                        name -> Writings.of(Platform.postgres(), name)),
                home,
                foreign);
    }

    /** Adds rows to the table. */
    public GuardWalk visiting(Visit... visits) {
        for (Visit visit : visits) {
            table.put(visit.operationId, visit);
        }
        return this;
    }

    String home() {
        return home;
    }

    Collection<Visit> visits() {
        return table.values();
    }

    /** Walks, and fails with everything that was found. */
    public void findsNothing() {
        assertEquals("", String.join("\n", findings()));
    }

    List<String> findings() {
        document =
                parsed(
                        around.requests()
                                .get()
                                .queryParam("format", "json")
                                .get("/q/openapi")
                                .asString());
        operations =
                ApiOperation.all(document).stream()
                        .collect(
                                Collectors.toMap(
                                        ApiOperation::id,
                                        it -> it,
                                        (one, two) -> one,
                                        LinkedHashMap::new));
        permitted = around.permissions().of(document);
        findings = new Findings();
        strangers = new Strangers(around.passes(), foreign, permitted, around.roles(), findings);
        around.permissions().differences(document, around.roles()).forEach(findings::add);
        operations.keySet().stream()
                .filter(it -> !table.containsKey(it))
                .forEach(it -> findings.add(it, "has no row in the walk's table"));
        table.keySet().stream()
                .filter(it -> !operations.containsKey(it))
                .forEach(it -> findings.add(it, "is no operation of the document"));
        table.values().stream()
                .filter(it -> operations.containsKey(it.operationId))
                .forEach(it -> walk(operations.get(it.operationId), it));
        around.writing()
                .apply(strangers.name)
                .forEach(it -> findings.add("who was refused has written to " + it));
        return findings.all();
    }

    private void walk(ApiOperation operation, Visit visit) {
        boolean open =
                permitted.getOrDefault(operation.id(), Set.of()).contains(Permissions.ANYBODY);
        if (operation.secured() == open || !permitted.containsKey(operation.id())) {
            // The matrix differs, and says so.
            return;
        }
        if (open != (visit.area == Visit.Area.OPEN)) {
            findings.add(operation.id(), "is walked as " + visit.area);
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
        Trial trial =
                new Trial(
                        around.requests(), document, operation, visit, versionOf(operation, visit));
        if (!open) {
            strangers.turnedAwayFrom(trial, organ(visit), scopesBut(operation.scopes()));
        }
        BadRequests.refused(findings, open ? null : walker(trial), trial);
        rightly(trial);
    }

    /** As the row says: only so is it the one wrong thing that the refusals above were due to. */
    private void rightly(Trial trial) {
        ApiOperation it = trial.it();
        Visit visit = trial.visit();
        String token = it.secured() ? walker(trial) : null;
        String key = UUID.randomUUID().toString();
        boolean keyed = it.headers().contains("Idempotency-Key");
        Call call = trial.call().token(token);
        Response answer = (keyed ? call.header("Idempotency-Key", key) : call).send();
        findings.unless(answer.statusCode() / 100 == 2, it.id(), "all is right", answer);
        if (visit.area == Visit.Area.LISTING) {
            findings.unless(answer.asString().contains(visit.marker), it.id(), "its own", answer);
        }
        if (keyed && answer.statusCode() / 100 == 2) {
            Response same = trial.call().token(token).header("Idempotency-Key", key).send();
            findings.unless(sameAnswer(answer, same), it.id(), "the same key again", same);
            String other = around.passes().of("another-clerk", organ(visit), trial.scopes());
            Call borrowed = trial.call().token(other).header("Idempotency-Key", key);
            Response own = borrowed.send();
            findings.unless(!sameAnswer(answer, own), it.id(), "another caller's key", own);
        }
    }

    private static boolean sameAnswer(Response one, Response two) {
        return one.statusCode() == two.statusCode()
                && Stream.of("Location", "ETag")
                        .allMatch(it -> Objects.equals(one.header(it), two.header(it)));
    }

    private Map<String, String> versionOf(ApiOperation operation, Visit visit) {
        if (!operation.headers().contains("If-Match")) {
            return Map.of();
        }
        String token = around.passes().of("walker", organ(visit), scopesBut(Set.of()));
        return visit.version(around.requests().get(), operation, token);
    }

    private String walker(Trial trial) {
        return around.passes().of("walker", organ(trial.visit()), trial.scopes());
    }

    /** Who calls rightly. */
    private String organ(Visit visit) {
        return visit.organ == null ? home : visit.organ;
    }

    private String[] scopesBut(Iterable<String> without) {
        Set<String> scopes = new HashSet<>();
        operations.values().forEach(it -> scopes.addAll(it.scopes()));
        without.forEach(scopes::remove);
        return scopes.stream().sorted().toArray(String[]::new);
    }

    static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The OpenAPI document cannot be read", e);
        }
    }
}
