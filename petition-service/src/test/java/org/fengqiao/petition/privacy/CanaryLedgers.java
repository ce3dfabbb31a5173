package org.fengqiao.petition.privacy;

import static io.restassured.RestAssured.given;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerColumn.Trait;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Tokens;

/** Ledgers of every kind with a canary in each column of persons, and then in each other one. */
final class CanaryLedgers {

    /** What a row needs beside its personal columns, by the ledger. */
    private static final Map<String, Map<String, String>> ROWS =
            Map.of(
                    "petitions",
                    Map.of(
                            "信访形式", "来信",
                            "信访日期", "2024-03-01",
                            "登记日期", "2024-03-01",
                            "信访目的", "求决",
                            "信访人数", "1",
                            "内容分类", "宅基地"),
                    "visits",
                    Map.of("信访日期", "2024-04-02", "到访层级", "到市", "人数", "1", "接待场所", "接待场所"),
                    "backlog",
                    Map.of(
                            "列入日期", "2024-02-01",
                            "内容分类", "宅基地",
                            "包案领导职务", CanaryRecords.POST,
                            "化解日期", "2024-08-01"));

    /** Kept as they are: the record's own number, and a post, which is no person. */
    private static final Set<String> PLAIN = Set.of("信访件编号", "编号", "包案领导职务");

    private final Canary canary;
    private final String home;
    private final List<String> imports = new ArrayList<>();
    private final List<Answer> refusals = new ArrayList<>();
    private int number;

    CanaryLedgers(Canary canary, String home) {
        this.canary = canary;
        this.home = home;
    }

    /** What files that are none were answered. */
    List<Answer> refusals() {
        return refusals;
    }

    /** Ids of the imports. */
    List<String> imports() {
        return imports;
    }

    void importAll(Iterable<LedgerKind> kinds) {
        Set<String> seen = new TreeSet<>();
        for (LedgerKind kind : kinds) {
            seen.add(kind.kind());
            good(kind);
            faulty(kind);
            spoilt(kind.kind(), "PK\u0003\u0004" + canary.text());
            spoilt(kind.kind(), canary.text() + "," + canary.text() + "\n" + canary.text());
        }
        assertEquals(ROWS.keySet(), seen);
    }

    private void good(LedgerKind kind) {
        Map<String, String> row = row(kind);
        kind.columns().stream()
                .filter(it -> it.traits().contains(Trait.PERSONAL))
                .forEach(
                        it ->
                                row.put(
                                        it.title(),
                                        it.title().contains("身份证")
                                                ? canary.identityNumber()
                                                : canary.text()));
        JsonPath done = imported(kind, List.of(row), "");
        assertEquals(1, done.getInt("accepted"), done::prettify);
    }

    /**
     * A row for each column, with a text that is not for it; a column, a total and a foot of none.
     */
    private void faulty(LedgerKind kind) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (LedgerColumn column : kind.columns()) {
            if (!PLAIN.contains(column.title())) {
                Map<String, String> row = row(kind);
                row.put(column.title(), canary.text());
                rows.add(row);
            }
        }
        JsonPath done = imported(kind, rows, canary.text());
        assertTrue(done.getInt("rejected") > 4, done::prettify);
    }

    private Map<String, String> row(LedgerKind kind) {
        Map<String, String> row = new LinkedHashMap<>();
        kind.columns().forEach(it -> row.put(it.title(), ""));
        row.putAll(ROWS.get(kind.kind()));
        row.put(kind.columns().get(0).title(), "XF20240099" + (10 + number++));
        return row;
    }

    private JsonPath imported(LedgerKind kind, List<Map<String, String>> rows, String extra) {
        String head = String.join(",", rows.get(0).keySet()) + "," + extra + "\n";
        String lines =
                rows.stream()
                        .map(it -> String.join(",", it.values()) + "," + extra + "\n")
                        .collect(joining());
        String foot = "合计," + extra + "\n说明：" + extra + "\n";
        JsonPath done = Ledger.at("/petition", home, kind.kind()).imported(head + lines + foot);
        imports.add(done.getString("id"));
        return done;
    }

    /** A file that is no ledger, under a name that is one's own. */
    private void spoilt(String kind, String content) {
        Response answer =
                given().auth()
                        .oauth2(Tokens.of("ledger-clerk", home, "ledgers:import"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .multiPart("kind", kind)
                        .multiPart("year", "2024")
                        .multiPart("file", canary.text() + ".csv", content.getBytes(UTF_8))
                        .post("/petition/v1/imports");
        assertEquals(422, answer.statusCode(), answer.asString());
        refusals.add(new Answer("importLedger " + kind, 422, answer.asString()));
    }
}
