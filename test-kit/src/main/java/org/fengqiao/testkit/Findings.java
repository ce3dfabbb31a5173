package org.fengqiao.testkit;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.exception.JsonPathException;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a {@link GuardWalk} found, one sentence each. */
final class Findings {

    /**
     * The refusal that is due.
     *
     * @param place pointer or parameter that the problem must name; {@code null} for none
     */
    record Expected(int status, String code, String place) {

        static Expected refusal(int status, String code) {
            return new Expected(status, code, null);
        }

        Expected at(String where) {
            return new Expected(status, code, where);
        }
    }

    private final List<String> found = new ArrayList<>();

    List<String> all() {
        return found;
    }

    void add(String sentence) {
        found.add(sentence);
    }

    void add(String operation, String sentence) {
        found.add(operation + " " + sentence);
    }

    void unless(boolean right, String operation, String tried, Response answer) {
        if (!right) {
            String body = answer.asString();
            add(
                    operation,
                    "with "
                            + tried
                            + " answers "
                            + answer.statusCode()
                            + " "
                            + body.substring(0, Math.min(300, body.length())));
        }
    }

    /** A refusal is a problem with its code and place, and one the document tells of. */
    void unlessRefused(ApiOperation operation, String wrong, Expected expected, Call call) {
        Response answer = call.send();
        String tried = wrong + (expected.place() == null ? "" : " at " + expected.place());
        unless(isRefusal(answer, expected), operation.id(), tried, answer);
        if (!operation.statuses().contains(expected.status())) {
            add(operation.id(), "does not declare " + expected.status() + " for " + wrong);
        }
    }

    private static boolean isRefusal(Response answer, Expected expected) {
        if (answer.statusCode() != expected.status()
                || !answer.contentType().startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonPath problem = answer.jsonPath();
            return expected.code().equals(problem.getString("code"))
                    && problem.getInt("status") == expected.status()
                    && problem.getString("detail") != null
                    && (expected.place() == null || names(problem, expected.place()));
        } catch (JsonPathException e) {
            return false;
        }
    }

    private static boolean names(JsonPath problem, String place) {
        return Stream.of("pointer", "parameter")
                .flatMap(it -> problem.getList("errors." + it, String.class).stream())
                .anyMatch(place::equals);
    }
}
