package org.fengqiao.testkit;

import static org.fengqiao.testkit.Findings.Expected.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Tries an operation by who may take it, with one thing wrong in the request. */
final class BadRequests {

    private static final String JSON = "application/json";

    private final Findings findings;
    private final String token;
    private final Trial trial;
    private final ApiOperation it;
    private final Visit visit;

    private BadRequests(Findings findings, String token, Trial trial) {
        this.findings = findings;
        this.token = token;
        this.trial = trial;
        this.it = trial.it();
        this.visit = trial.visit();
    }

    /**
     * @param token of who may; {@code null} where anybody may
     */
    static void refused(Findings findings, String token, Trial trial) {
        BadRequests requests = new BadRequests(findings, token, trial);
        requests.versionAndKey();
        requests.parameters();
        if (requests.visit.file != null) {
            requests.forms();
        } else if (requests.it.body() != null) {
            requests.bodies();
        }
    }

    private Call call() {
        return trial.call().token(token);
    }

    private void versionAndKey() {
        if (it.headers().contains("If-Match")) {
            Call missing = call().header("If-Match", null);
            refused("no If-Match", 428, "IF_MATCH_REQUIRED", null, missing);
            Call any = call().header("If-Match", "*");
            refused("If-Match: *", 400, "IF_MATCH_INVALID", null, any);
            Call stale = call().header("If-Match", "\"999999\"");
            refused("a stale If-Match", 412, "STALE_VERSION", null, stale);
        }
        if (it.headers().contains("Idempotency-Key")) {
            Call missing = call().header("Idempotency-Key", null);
            refused("no key", 400, "IDEMPOTENCY_KEY_REQUIRED", null, missing);
        }
    }

    private void parameters() {
        it.pathParameters()
                .forEach(
                        (name, schema) -> {
                            if (isTyped(schema)) {
                                Call bad = call().at(name, "~");
                                refused("a bad path", 400, "PARAMETER_INVALID", name, bad);
                            }
                        });
        it.queryParameters()
                .forEach(
                        (name, schema) -> {
                            if (isTyped(schema)) {
                                Call bad = call().query(name, "~");
                                refused("a bad query", 400, "PARAMETER_INVALID", name, bad);
                            }
                        });
        if (it.answers().keySet().stream().noneMatch(type -> type.startsWith("text/html"))) {
            Call page = call().header("Accept", "text/html");
            refused("a page asked for", 406, "NOT_ACCEPTABLE", null, page);
        }
        Call unknown = call().query("noSuchParameter", "1");
        refused("an unknown query", 400, "PARAMETER_INVALID", "noSuchParameter", unknown);
    }

    private void bodies() {
        refused("half a body", 400, "REQUEST_INVALID", "", call().body(JSON, "{"));
        refused("no body", 400, "REQUEST_INVALID", "", call().body(JSON, ""));
        Call text = call().body("text/plain", visit.body.toString());
        refused("a text as body", 415, "MEDIA_TYPE_UNSUPPORTED", null, text);
        for (SpoiltBody spoilt : SpoiltBody.of(trial.document(), it.body(), visit.body)) {
            Call call = call().body(JSON, spoilt.body().toString());
            refused(spoilt.fault(), 400, "REQUEST_INVALID", spoilt.pointer(), call);
        }
    }

    private void forms() {
        Call unknown = call().form("noSuchField", "1");
        refused("an unknown field", 400, "FORM_INVALID", "/noSuchField", unknown);
        for (String field : visit.form.keySet()) {
            if (required().contains(field)) {
                Call missing = call().without(field);
                refused("a missing field", 400, "FORM_INVALID", "/" + field, missing);
            }
        }
    }

    private Set<String> required() {
        Set<String> names = new TreeSet<>();
        ApiOperation.resolved(trial.document(), it.body())
                .path("required")
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private void refused(String wrong, int status, String code, String place, Call call) {
        findings.unlessRefused(it, wrong, refusal(status, code).at(place), call);
    }

    /** Whether any text will not do. */
    private static boolean isTyped(JsonNode schema) {
        return !schema.path("type").asText().equals("string")
                || schema.has("format")
                || schema.has("enum");
    }
}
