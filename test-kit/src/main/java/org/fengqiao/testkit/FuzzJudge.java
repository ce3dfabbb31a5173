package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Judges the answers that a {@link Fuzz} gets, and counts them. */
final class FuzzJudge {

    /** What is wrong with an answer. */
    enum Fault {
        FAILED,
        LEAK,
        UNDOCUMENTED
    }

    private static final Pattern INNARDS =
            Pattern.compile(
                    "(?i)exception|\\bat [a-z]+\\.[a-z.]+\\(|org\\.(hibernate|postgresql)|<html");

    private final JsonNode document;
    private final List<FuzzSide> sides;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<Fault, Integer> counts = new TreeMap<>();
    // The first of its sort is told, the worst sort first.
    private final Map<String, String> found = new TreeMap<>();

    FuzzJudge(JsonNode document, List<FuzzSide> sides) {
        this.document = document;
        this.sides = sides;
    }

    /**
     * @param office 12 digits of the caller's token; {@code null} where it says none
     */
    void judge(FuzzCall call, String office, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String text = new String(answer.body(), UTF_8);
        JsonNode json = parsed(text);
        String code = json.path("code").asText();
        statuses.merge(code.isEmpty() ? "" + status : status + " " + code, 1, Integer::sum);
        if (status >= 500) {
            fault(Fault.FAILED, call, "answers " + status, text);
            return;
        }
        String odd =
                status == 414
                        ? null
                        : status >= 400 ? oddProblem(answer, json) : oddAnswer(call, answer, json);
        String what = ("answers " + status + " " + code).strip();
        if (!isDocumented(call, status)) {
            fault(Fault.UNDOCUMENTED, call, what, text);
        } else if (odd != null) {
            fault(Fault.UNDOCUMENTED, call, what + " with " + odd, text);
        }
        leaks(call, office, status, text);
        if (status < 300 && !call.method.equals("GET")) {
            sides.stream()
                    .filter(it -> !it.visits.contains(call.visit))
                    .forEach(it -> it.passedOn(call.said()));
        }
    }

    private boolean isDocumented(FuzzCall call, int status) {
        if (status == 414 && call.isTooLong("http://127.0.0.1")) {
            return true;
        }
        if (call.isTheOperations()) {
            return call.operation.statuses().contains(status);
        }
        return call.astray
                ? Set.of(400, 401, 403, 404, 405, 406, 415).contains(status)
                        || call.operation.statuses().contains(status)
                : status == 405;
    }

    private static String oddProblem(HttpResponse<byte[]> answer, JsonNode problem) {
        String type = type(answer);
        if (!type.equals("application/problem+json")) {
            return "the type " + type;
        }
        boolean whole =
                problem.path("status").asInt() == answer.statusCode()
                        && List.of("type", "title", "detail", "instance", "code").stream()
                                .allMatch(problem::hasNonNull);
        if (!whole) {
            return "half a problem";
        }
        String told = problem.path("title").asText() + problem.path("detail").asText();
        return INNARDS.matcher(told).find() ? "its innards" : null;
    }

    private String oddAnswer(FuzzCall call, HttpResponse<byte[]> answer, JsonNode json) {
        if (!call.isTheOperations() || answer.body().length == 0) {
            return null;
        }
        String type = type(answer);
        JsonNode schema =
                call.operation.answers().entrySet().stream()
                        .filter(it -> it.getKey().split(";")[0].equals(type))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        if (schema == null) {
            return "the type " + type;
        }
        List<String> odd = new ArrayList<>();
        if (type.equals("application/json")) {
            new ApiExample(document, "an answer", odd).fits(schema, json, "");
        }
        return odd.isEmpty() ? null : odd.get(0).replaceAll("/[0-9]+", "/0");
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
    }

    /** Nothing of a township is told to who does not answer for it, but what he said himself. */
    private void leaks(FuzzCall call, String office, int status, String text) {
        boolean own = call.visit.area == Visit.Area.LOCAL || call.visit.area == Visit.Area.LISTING;
        if (!own) {
            return;
        }
        String said = call.said();
        for (FuzzSide side : sides) {
            if (side.isSeenFrom(office)) {
                continue;
            }
            List<String> told = side.toldIn(text);
            // A code of another's that he gives himself comes back; what it stands for must not.
            told.removeIf(said::contains);
            if (status >= 400) {
                told.removeIf(call.path::containsValue);
            }
            // An audit tells an office which ids its own people asked for, in vain; nothing of
            // them.
            if (call.operation.id().equals("listAuditEntries")) {
                told.removeIf(it -> !it.equals(side.mark));
            }
            if (!told.isEmpty()) {
                fault(
                        Fault.LEAK,
                        call,
                        "answers " + status + " tells " + office,
                        told + " " + text);
            }
        }
    }

    private void fault(Fault fault, FuzzCall call, String what, String text) {
        counts.merge(fault, 1, Integer::sum);
        String place = call.isTheOperations() ? call.operation.id() : call.method;
        String told = text.substring(0, Math.min(400, text.length()));
        found.putIfAbsent(
                fault.ordinal() + place + " " + what,
                fault + " " + place + " " + what + ": " + told + "\n    " + call);
    }

    int count(Fault fault) {
        return counts.getOrDefault(fault, 0);
    }

    List<String> found() {
        return List.copyOf(found.values());
    }

    /** How often each status was answered, with the code of its problem. */
    String distribution(boolean withCodes) {
        Map<String, Integer> told = new TreeMap<>();
        statuses.forEach(
                (status, count) ->
                        told.merge(withCodes ? status : status.split(" ")[0], count, Integer::sum));
        return told.toString();
    }

    /** Of a hundred requests, how many were not turned away at the door. */
    int depth() {
        Set<String> door =
                new TreeSet<>(
                        Set.of(
                                "401 TOKEN_MISSING",
                                "401 TOKEN_INVALID",
                                "403 SCOPE_MISSING",
                                "403 DIVISION_MISSING",
                                "404 PATH_UNKNOWN",
                                "405 METHOD_NOT_ALLOWED",
                                "406 NOT_ACCEPTABLE",
                                "415 MEDIA_TYPE_UNSUPPORTED",
                                "400 IDEMPOTENCY_KEY_REQUIRED"));
        int all = statuses.values().stream().mapToInt(it -> it).sum();
        int shut =
                statuses.entrySet().stream()
                        .filter(it -> door.contains(it.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        return all == 0 ? 0 : (all - shut) * 100 / all;
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode read = new ObjectMapper().readTree(text);
            return read == null ? new ObjectMapper().createObjectNode() : read;
        } catch (JsonProcessingException e) {
            return new ObjectMapper().createObjectNode();
        }
    }
}
