package org.fengqiao.testkit;

import static org.fengqiao.testkit.Findings.Expected.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Tries an operation as everybody who may not take it: without a token or with a bad one, without
 * the scope, in each role that the matrix names, from another township, at a wrong parent. Whoever
 * has to be refused is called {@link #NAME}: nothing that was written may bear it.
 */
final class Strangers {

    /** Subject of every caller who is to be refused; a word of this walk alone. */
    final String name = "stranger-" + UUID.randomUUID();

    private final Passes passes;
    private final String foreign;
    private final Map<String, Set<String>> permitted;
    private final Iterable<Role> roles;
    private final Findings findings;

    /**
     * @param foreign a township that is not the records'
     * @param permitted columns of the matrix by operation
     */
    Strangers(
            Passes passes,
            String foreign,
            Map<String, Set<String>> permitted,
            Iterable<Role> roles,
            Findings findings) {
        this.passes = passes;
        this.foreign = foreign;
        this.permitted = permitted;
        this.roles = roles;
        this.findings = findings;
    }

    /**
     * @param organ who calls rightly, 12 digits
     * @param others every scope but those that the operation asks for
     */
    void turnedAwayFrom(Trial trial, String organ, String[] others) {
        tokens(trial, organ);
        scopes(trial, organ, others);
        roles(trial, organ);
        places(trial, organ);
    }

    private void tokens(Trial trial, String organ) {
        String[] scopes = trial.scopes();
        refused(trial, "no token", refusal(401, "TOKEN_MISSING"), trial.call().token(null));
        passes.bad(name, organ, scopes)
                .forEach(
                        (wrong, token) ->
                                refused(
                                        trial,
                                        wrong,
                                        refusal(401, "TOKEN_INVALID"),
                                        trial.call().token(token)));
        if (trial.visit().area != Visit.Area.COMMON) {
            Call call = trial.call().token(passes.withoutDivision(scopes));
            refused(trial, "no division", refusal(403, "DIVISION_MISSING"), call);
        }
    }

    private void scopes(Trial trial, String organ, String[] others) {
        String[] scopes = trial.scopes();
        if (scopes.length == 0) {
            return;
        }
        Findings.Expected missing = refusal(403, "SCOPE_MISSING");
        String token = passes.of(name, organ, others);
        refused(trial, "no scope", missing, trial.call().token(token));
        // Else the faults of a request would tell a stranger what the operation takes.
        Call odd = trial.call().query("noSuchParameter", "1").token(token);
        refused(trial, "no scope and an unknown query", missing, odd);
        for (String also : trial.it().also()) {
            Set<String> less = new TreeSet<>(Set.of(scopes));
            less.remove(also);
            Call call = trial.call().token(passes.of(name, organ, less.toArray(String[]::new)));
            refused(trial, "no " + also, missing, call);
        }
    }

    private void roles(Trial trial, String organ) {
        for (Role role : roles) {
            boolean may = permitted.get(trial.it().id()).contains(role.name());
            Call call = trial.call().token(passes.of(name, organ, role));
            if (role.machine()) {
                call.header("Fengqiao-Acting-User", "clerk-1");
            }
            if (!may) {
                refused(trial, "role " + role.name(), refusal(403, "SCOPE_MISSING"), call);
            } else if (trial.isRead()) {
                Response answer = call.send();
                boolean in = answer.statusCode() < 500 && !isShut(answer);
                findings.unless(in, trial.it().id(), "role " + role.name(), answer);
            } else {
                // Far enough to see that the door is open, and nothing is done.
                Response answer = call.query("noSuchParameter", "1").send();
                boolean in = answer.statusCode() == 400;
                findings.unless(in, trial.it().id(), "role " + role.name(), answer);
            }
        }
    }

    private static boolean isShut(Response answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private void places(Trial trial, String organ) {
        Visit visit = trial.visit();
        String abroad = passes.of(name, foreign, trial.scopes());
        Call asForeigner = trial.call().token(abroad);
        if (visit.area == Visit.Area.LOCAL) {
            refused(trial, "another township", visit.foreign, asForeigner);
        } else if (visit.area == Visit.Area.LISTING) {
            Response shown = asForeigner.send();
            boolean right = shown.statusCode() == 200 && !shown.asString().contains(visit.marker);
            findings.unless(right, trial.it().id(), "another township", shown);
        }
        String token = passes.of(name, organ, trial.scopes());
        for (Entry<String, JsonNode> it : trial.it().pathParameters().entrySet()) {
            if (it.getValue().path("format").asText().equals("uuid")) {
                String id = UUID.randomUUID().toString();
                Call absent = trial.call().at(it.getKey(), id).token(token);
                refused(trial, "an absent record", refusal(404, "NOT_FOUND"), absent);
                if (visit.area == Visit.Area.LOCAL) {
                    alike(trial, abroad, it.getKey(), id);
                }
            }
        }
        if (trial.it().pathParameters().size() > 1 && visit.nested && visit.elsewhere.isEmpty()) {
            findings.add(trial.it().id(), "has a row that names no wrong parent and is not flat");
        }
        visit.elsewhere.forEach(
                (parameter, parent) ->
                        refused(
                                trial,
                                "a child of another parent",
                                refusal(404, "NOT_FOUND"),
                                trial.call().at(parameter, parent).token(token)));
    }

    /** From abroad a record that is there and one that is not are told in the same words. */
    private void alike(Trial trial, String abroad, String parameter, String absent) {
        Response there = trial.call().token(abroad).send();
        Response nowhere = trial.call().at(parameter, absent).token(abroad).send();
        String present = trial.visit().path.get(parameter);
        boolean same =
                there.asString()
                                .replace(present, "-")
                                .equals(nowhere.asString().replace(absent, "-"))
                        && Objects.equals(there.header("ETag"), nowhere.header("ETag"));
        findings.unless(same, trial.it().id(), "a foreign record, unlike an absent one,", there);
    }

    private void refused(Trial trial, String wrong, Findings.Expected expected, Call call) {
        findings.unlessRefused(trial.it(), wrong, expected, call);
    }
}
