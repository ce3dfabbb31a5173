package org.fengqiao.kit.ledger;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.kit.ledger.LedgerClient.HEADER;
import static org.fengqiao.kit.ledger.LedgerClient.awaitEnd;
import static org.fengqiao.kit.ledger.LedgerClient.clerk;
import static org.fengqiao.kit.ledger.LedgerClient.imported;
import static org.fengqiao.kit.ledger.LedgerClient.lines;
import static org.fengqiao.kit.ledger.LedgerClient.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class LedgerImportTest {

    @BeforeEach
    void emptyTables() {
        LedgerClient.emptyTables();
    }

    @Test
    void aLedgerIsTakenRowByRowAndEveryRowAnswersForItself() {
        JsonPath done =
                imported(
                        """
                甲镇2024年台账
                编号,单位,登记日期,当事人
                〔2024〕1号,甲村,2024.3.5,李某
                〔2024〕2号,甲村,2月31日,秘密某
                〔2024〕3号,甲村,2999-01-01,王某
                〔2024〕4号,乙村,3·8,
                合计,共9件,,
                """);
        assertEquals(
                List.of(4, 2, 2, 0),
                List.of(
                        done.getInt("total"),
                        done.getInt("accepted"),
                        done.getInt("rejected"),
                        done.getInt("conflicts")));
        assertEquals(2024, done.getInt("year"));
        assertEquals(2, Sql.count("select count(*) from sample_record"));
        JsonPath rejected = lines(done, "REJECTED");
        assertEquals(List.of("登记日期", "登记日期"), rejected.getList("items.column"));
        assertEquals(List.of("CELL_DATE", "DATE_IN_FUTURE"), rejected.getList("items.code"));
        assertEquals("RT 17", rejected.getString("items[1].legalBasis"));
        assertTrue(!rejected.prettify().contains("秘密"), "a person was echoed");
        assertEquals(
                List.of("PARTY_MISSING", "TOTAL_DIFFERS"),
                lines(done, "WARNING").getList("items.code"));
        assertEquals(
                0,
                Sql.count(
                        "select count(*) from ledger_import where kind = 'samples' and file is not null"));
    }

    @Test
    void theSameLedgerAgainChangesNothing() {
        imported(HEADER + "1,甲村,2024-03-05,李某\n2,乙村,2024-03-06,王某\n");
        JsonPath again = imported(HEADER + "第001号,甲村,2024年3月5日,李某\n2,丙村,2024-03-06,王某\n");
        assertEquals(
                List.of(0, 1, 1),
                List.of(
                        again.getInt("accepted"),
                        again.getInt("corrected"),
                        again.getInt("unchanged")));
        assertEquals(
                1,
                Sql.count(
                        "select count(*) from sample_record where office = '丙村' and version = 2"));
        assertEquals(2, Sql.count("select count(*) from sample_record"));
    }

    @Test
    void lastYearsNumberIsAnotherRecord() {
        imported(HEADER + "〔2023〕1号,甲村,2023-03-05,李某\n", "year", "2023");
        JsonPath next = imported(HEADER + "〔2024〕1号,甲村,2024-03-05,李某\n", "year", "2024");
        assertEquals(1, next.getInt("accepted"));
        assertEquals(2, Sql.count("select count(*) from sample_record"));
    }

    @Test
    void aRowChangedOnBothSidesIsForAPersonToDecide() {
        imported(HEADER + "1,甲村,2024-03-05,李某\n");
        Sql.run("update sample_record set version = 2, office = '丁村'");
        JsonPath conflicted = imported(HEADER + "1,丙村,2024-03-05,李某\n");
        assertEquals(1, conflicted.getInt("conflicts"));
        assertEquals(1, Sql.count("select count(*) from sample_record where office = '丁村'"));

        decide(conflicted, "TAKE_LEDGER", 1).then().statusCode(412);
        assertNull(lines(conflicted, "CONFLICT").get("items[0].decided"));
        decide(conflicted, "TAKE_LEDGER", 2).then().statusCode(200);
        JsonPath decided = lines(conflicted, "CONFLICT");
        assertEquals("TAKE_LEDGER", decided.getString("items[0].decided.choice"));
        assertEquals("clerk", decided.getString("items[0].decided.by"));
        JsonPath taken = imported(HEADER + "1,丙村,2024-03-05,李某\n");
        assertEquals(1, taken.getInt("corrected"));
        assertEquals(1, Sql.count("select count(*) from sample_record where office = '丙村'"));
    }

    @Test
    void aPersonMayKeepTheRecord() {
        imported(HEADER + "1,甲村,2024-03-05,李某\n");
        Sql.run("update sample_record set version = 2, office = '丁村'");
        JsonPath conflicted = imported(HEADER + "1,丙村,2024-03-05,李某\n");
        decide(conflicted, "KEEP_RECORD", 2).then().statusCode(200);
        assertEquals(1, imported(HEADER + "1,丙村,2024-03-05,李某\n").getInt("unchanged"));
        assertEquals(1, Sql.count("select count(*) from sample_record where office = '丁村'"));
    }

    @Test
    void aPreviewLeavesNothing() {
        JsonPath done =
                imported(
                        HEADER + "1,甲村,2024-03-05,李某\n2,impossible,2024-03-05,李某\n",
                        "dryRun",
                        "true");
        assertEquals(List.of(1, 1), List.of(done.getInt("accepted"), done.getInt("rejected")));
        assertEquals(0, Sql.count("select count(*) from sample_record"));
        assertEquals(0, Sql.count("select count(*) from ledger_key where kind = 'samples'"));
    }

    @Test
    void aRowTheDatabaseRefusesTakesNoOtherWithIt() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= 250; i++) {
            text.append(i).append(i == 150 ? ",impossible" : ",甲村").append(",2024-03-05,李某\n");
        }
        JsonPath done = imported(text.toString());
        assertEquals(List.of(249, 1), List.of(done.getInt("accepted"), done.getInt("rejected")));
        assertEquals(249, Sql.count("select count(*) from sample_record"));
        JsonPath rejected = lines(done, "REJECTED");
        assertEquals(List.of(151), rejected.getList("items.line"));
        assertEquals("ROW_FAILED", rejected.getString("items[0].code"));
    }

    @Test
    void anImportGoesOnAfterItsSessionsAreKilled() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= 3_000; i++) {
            text.append(i).append(",甲村,2024-03-05,李某\n");
        }
        String id = start(text.toString()).jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.count("select count(*) from sample_record") > 0);
        Sql.run(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
        JsonPath done = awaitEnd(id);
        assertEquals("DONE", done.getString("status"));
        assertEquals(List.of(3_000, 0), List.of(done.getInt("accepted"), done.getInt("rejected")));
        assertEquals(3_000, Sql.count("select count(distinct number) from sample_record"));
        assertEquals(3_000, Sql.count("select count(*) from sample_record"));
        assertEquals(
                3_000,
                Sql.count(
                        "select count(*) from ledger_import_line where import_id = '" + id + "'"));
    }

    @Test
    void linesComeInPages() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 1; i <= 120; i++) {
            text.append(i).append(",甲村,2024-03-05,李某\n");
        }
        JsonPath done = imported(text.toString());
        JsonPath first =
                clerk().get("/mediation/v1/imports/" + done.getString("id") + "/lines").jsonPath();
        JsonPath second =
                clerk().queryParam("cursor", first.getString("next"))
                        .queryParam("limit", 200)
                        .get("/mediation/v1/imports/" + done.getString("id") + "/lines")
                        .jsonPath();
        assertEquals(
                List.of(50, 70),
                List.of(first.getList("items").size(), second.getList("items").size()));
        assertEquals(null, second.getString("next"));
    }

    private static Response decide(JsonPath of, String choice, int version) {
        JsonPath conflict = lines(of, "CONFLICT");
        return clerk().header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("choice", choice, "version", version))
                .post(
                        "/mediation/v1/imports/"
                                + of.getString("id")
                                + "/lines/"
                                + conflict.getInt("items[0].line")
                                + "/decision");
    }
}
