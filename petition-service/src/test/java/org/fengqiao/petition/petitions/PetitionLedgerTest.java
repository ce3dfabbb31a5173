package org.fengqiao.petition.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The ledger of petitions, in the columns of the national system's export. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionLedgerTest {

    // A township that no other test writes to.
    private static final String HOME = "410423202000";
    private static final String HEAD =
            "信访件编号,信访形式,信访来源,转送机关,信访日期,登记日期,交换日期,信访目的,姓名,住址,信访人数,内容分类,问题属地,概况信息,初重件,责任单位,告知日期,受理日期,办理途径,办结日期,办结方式,处理意见,签收日期,满意度评价,评价日期,状态\n";

    private final Ledger ledger = Ledger.at("/petition", HOME, "petitions");
    private final PetitionOffice office =
            PetitionOffice.of(
                    Tokens.of(
                            "office",
                            HOME,
                            "petitions:read",
                            "petitions:write",
                            "persons:read",
                            "ledgers:export"));

    @Test
    void aRowTakesAllItsSteps() {
        String row = row("XF2024000101", "2024-03-01", "2024-03-20");
        JsonPath done = ledger.imported(HEAD + row);
        assertEquals(1, done.getInt("accepted"), done::prettify);
        assertEquals(0, done.getInt("rejected"));
        String id = ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        office.get("/petitions/" + id)
                .then()
                .body("nationalNumber", equalTo("XF2024000101"))
                .body("status", equalTo("CONCLUDED"))
                .body("source", equalTo("TRANSFERRED"))
                .body("senderDivision", equalTo("410423000000"))
                .body("toldOn", equalTo("2024-03-08"))
                .body("dueOn", equalTo("2024-05-07"))
                .body("concludedOn", equalTo("2024-03-20"))
                .body("handlingUnit", equalTo("LAND_OFFICE"))
                .body("said.ratings[0].rating", equalTo("SATISFIED"));
        assertEquals(1, ledger.imported(HEAD + row).getInt("unchanged"));
        JsonPath changed = ledger.imported(HEAD + row("XF2024000101", "2024-03-01", "2024-03-22"));
        assertEquals(1, changed.getInt("corrected"), changed::prettify);
        office.get("/petitions/" + id).then().body("concludedOn", equalTo("2024-03-22"));
    }

    @Test
    void aStepThatTheLawForbidsRejectsTheRowByItsColumn() {
        String late = row("XF2024000201", "2024-03-01", "2024-02-20");
        String noKind = row("XF2024000202", "2024-03-01", "2024-03-20").replace("信访处理意见书", "");
        JsonPath done = ledger.imported(HEAD + late + noKind);
        assertEquals(2, done.getInt("rejected"), done::prettify);
        JsonPath lines = ledger.lines(done, "REJECTED");
        assertEquals(List.of("办结日期", "办结方式"), lines.getList("items.column"));
    }

    @Test
    void anExportIsImportedAgainUnchanged() {
        ledger.imported(HEAD + row("XF2024000301", "2024-04-01", "2024-04-20"));
        byte[] file = office.exported("petitions", 2024);
        String text = new String(file, UTF_8);
        assertTrue(text.contains("XF2024000301"), text);
        int rows = (int) text.lines().count() - 1;
        JsonPath again = ledger.imported(file, 2024);
        assertEquals(rows, again.getInt("total"), again::prettify);
        assertEquals(rows, again.getInt("unchanged"), again::prettify);
    }

    @Test
    void aNumberEnteredHereAlreadyIsAConflict() {
        String body =
                PetitionOffice.newPetition("2024-05-06")
                        .replace("\"form\"", "\"nationalNumber\":\"XF2024000401\",\"form\"");
        office.created("/petitions", body);
        office.post("/petitions", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_TAKEN"));
        JsonPath done = ledger.imported(HEAD + row("XF2024000401", "2024-05-06", "2024-05-20"));
        assertEquals(1, done.getInt("conflicts"), done::prettify);
    }

    @Test
    void aLeadingZeroIsAQuestion() {
        String row = row("XF2024000501", "2024-03-01", "2024-03-20").replace(",1,宅基地,", ",01,宅基地,");
        JsonPath done = ledger.imported((HEAD + row).getBytes(UTF_8), 2024);
        assertEquals(1, done.getInt("rejected"), done::prettify);
        assertEquals("信访人数", ledger.lines(done, "REJECTED").getString("items[0].column"));
    }

    private static String row(String number, String on, String concludedOn) {
        String told = on.substring(0, 8) + "08";
        return String.join(
                        ",",
                        number,
                        "来信",
                        "上级转送",
                        "县信访局",
                        on,
                        on,
                        on,
                        "求决",
                        "张三三",
                        "某村一组",
                        "1",
                        "宅基地",
                        "",
                        "反映宅基地边界",
                        "初件",
                        "国土所",
                        told,
                        told,
                        "信访处理意见",
                        concludedOn,
                        "信访处理意见书",
                        "支持",
                        concludedOn,
                        "满意",
                        concludedOn,
                        "已办结")
                + "\n";
    }
}
