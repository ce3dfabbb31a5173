package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerColumn.Trait;
import org.fengqiao.kit.ledger.LedgerColumn.Type;
import org.fengqiao.kit.ledger.LedgerKind;

/** Ledgers of every kind with a canary in each column of persons, and then in each other one. */
final class CanaryLedgers {

    private final Canary canary;
    private final String service;
    private final String home;
    private final CanaryRows rows;
    private final List<String> kinds = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final List<Answer> refusals = new ArrayList<>();
    private int number;

    CanaryLedgers(Canary canary, String service, String home, CanaryRows rows) {
        this.canary = canary;
        this.service = service;
        this.home = home;
        this.rows = rows;
    }

    /** What files that are none were answered. */
    List<Answer> refusals() {
        return refusals;
    }

    /** Ids of the imports. */
    List<String> imports() {
        return imports;
    }

    /** Of the ledgers. */
    List<String> kinds() {
        return kinds;
    }

    void importAll(Iterable<LedgerKind> ledgers) {
        for (LedgerKind kind : ledgers) {
            kinds.add(kind.kind());
            Map<String, String> right = rows.row(kind);
            good(kind, right);
            faulty(kind, right);
            spoilt(kind.kind(), "PK\u0003\u0004" + canary.text());
            spoilt(kind.kind(), canary.text() + "," + canary.text() + "\n" + canary.text());
        }
    }

    private void good(LedgerKind kind, Map<String, String> right) {
        Map<String, String> row = numbered(kind, right);
        for (LedgerColumn column : kind.columns()) {
            String title = column.title();
            if (column.traits().contains(Trait.PERSONAL) && !right.containsKey(title)) {
                row.put(title, title.contains("身份证") ? canary.identityNumber() : canary.text());
            }
        }
        JsonPath done = imported(kind, List.of(row), "");
        assertEquals(1, done.getInt("accepted"), () -> kind.kind() + row + lines(kind, done));
    }

    /**
     * A row for each column, with a text that is not for it; a column, a total and a foot of none.
     */
    private void faulty(LedgerKind kind, Map<String, String> right) {
        List<Map<String, String>> wrong = new ArrayList<>();
        int unreadable = 0;
        for (LedgerColumn column : kind.columns()) {
            if (!column.traits().contains(Trait.KEY) && !rows.standsInClear(kind, column)) {
                Map<String, String> row = numbered(kind, right);
                row.put(column.title(), canary.text());
                wrong.add(row);
                unreadable += column.type() == Type.TEXT ? 0 : 1;
            }
        }
        JsonPath done = imported(kind, wrong, canary.text());
        assertTrue(unreadable > 0, kind::kind);
        assertTrue(done.getInt("rejected") >= unreadable, () -> kind.kind() + lines(kind, done));
    }

    private Map<String, String> numbered(LedgerKind kind, Map<String, String> right) {
        Map<String, String> row = new LinkedHashMap<>();
        kind.columns().forEach(it -> row.put(it.title(), right.getOrDefault(it.title(), "")));
        row.put(kind.columns().get(0).title(), "XF20240099" + (10 + number++));
        return row;
    }

    private JsonPath imported(LedgerKind kind, List<Map<String, String>> of, String extra) {
        String head = line(of.get(0).keySet(), extra);
        String lines = of.stream().map(it -> line(it.values(), extra)).collect(joining());
        String foot = "合计," + extra + "\n说明：" + extra + "\n";
        JsonPath done = ledger(kind.kind()).imported(head + lines + foot);
        imports.add(done.getString("id"));
        return done;
    }

    private static String line(Iterable<String> cells, String extra) {
        return String.join(",", cells) + "," + extra + "\n";
    }

    /** A file that is no ledger, under a name that is one's own. */
    private void spoilt(String kind, String content) {
        Response answer = ledger(kind).send(canary.text() + ".csv", content.getBytes(UTF_8), 2024);
        assertEquals(422, answer.statusCode(), answer.asString());
        refusals.add(new Answer("importLedger " + kind, 422, answer.asString()));
    }

    private String lines(LedgerKind kind, JsonPath of) {
        return ledger(kind.kind()).lines(of, "REJECTED").prettify();
    }

    private Ledger ledger(String kind) {
        return Ledger.at(service, home, kind);
    }
}
