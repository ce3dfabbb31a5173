package org.fengqiao.petition.visits;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The ledger of visits: read, corrected, exported and read again. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class VisitLedgerTest {

    // A township that no other test writes to.
    private static final String HOME = "410423203000";
    private static final String HEAD = "编号,信访日期,到访层级,人数,代表人数,信访件编号,接待场所,通报单位,信访人,主要情况,备注\n";

    private final Ledger ledger = Ledger.at("/petition", HOME, "visits");
    private final PetitionOffice office = office("persons:read");

    @Test
    void aRowIsAVisitOfItsPetition() {
        String petition = petition("XF2024000601");
        String row = "1,2024年4月2日,赴市,6人,6,XF2024000601,信访接待场所,市信访局,张三三、李四,反映边界,\n";
        JsonPath done = ledger.imported(HEAD + row);
        assertEquals(1, done.getInt("accepted"), done::prettify);
        assertEquals("代表人数", ledger.lines(done, "WARNING").getString("items[0].column"));
        String path = "/visits/" + ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        office.shown(path)
                .body("division", equalTo(HOME))
                .body("visitedOn", equalTo("2024-04-02"))
                .body("level", equalTo("CITY"))
                .body("persons", equalTo(6))
                .body("petitionId", equalTo(PetitionOffice.id(petition)))
                .body("notifiedBy", equalTo("CITY_PETITION_DEPARTMENT"))
                .body("petitioners", contains("张三三", "李四"))
                .body("skipLevel", equalTo(true));
        assertEquals(1, ledger.imported(HEAD + row).getInt("unchanged"));
        String changed = row.replace("6人", "5人").replace(",6,XF", ",5,XF");
        assertEquals(1, ledger.imported(HEAD + changed).getInt("corrected"));
        office.get(path).then().body("persons", equalTo(5)).header("ETag", "\"2\"");
    }

    @Test
    void aLeadingZeroIsAQuestion() {
        JsonPath done =
                ledger.imported(
                        HEAD
                                + "11,2024-04-02,到省,01人次,,,接待场所,,,,\n"
                                + "12,2024-04-02,到省,1人次,,,接待场所,,,,\n");
        assertEquals(1, done.getInt("rejected"), done::prettify);
        assertEquals(1, done.getInt("accepted"));
        JsonPath line = ledger.lines(done, "REJECTED");
        assertEquals("人数", line.getString("items[0].column"));
        assertEquals("CELL_LEADING_ZERO", line.getString("items[0].code"));
        assertTrue(line.getString("items[0].reasonZh").contains("是0还是1？"), line::prettify);
    }

    @Test
    void aRowThatCannotBeIsRejectedByItsColumn() {
        JsonPath done =
                ledger.imported(
                        HEAD
                                + "21,2024-04-02,到市,0,,,接待场所,,,,\n"
                                + "22,2024-04-02,到市,2,3,,接待场所,,,,\n"
                                + "23,2024-04-02,到市,2,0,,接待场所,,,,\n"
                                + "24,2024-04-02,到市,2,,XF2024999999,接待场所,,,,\n"
                                + "25,2099-04-02,到市,2,,,接待场所,,,,\n"
                                + "26,2024-04-02,到市,1,,,接待场所,,张三三、李四,,\n"
                                + "27,2024-04-02,到月球,1,,,接待场所,,,,\n");
        assertEquals(7, done.getInt("rejected"), done::prettify);
        assertEquals(
                List.of("人数", "代表人数", "代表人数", "信访件编号", "信访日期", "人数", "到访层级"),
                ledger.lines(done, "REJECTED").getList("items.column"));
    }

    @Test
    void aBlankCellDeletesNoNameAndNoAccount() {
        String row = "31,2024-05-02,到县,2,,,其他场所,,张三三,反映边界,\n";
        JsonPath first = ledger.imported(HEAD + row);
        String path = "/visits/" + ledger.lines(first, "ACCEPTED").getString("items[0].recordId");
        for (String cell : List.of("张三三", "反映边界")) {
            JsonPath blank = ledger.imported(HEAD + row.replace(cell, ""));
            assertEquals(
                    "CELL_WITHOUT_EFFECT",
                    ledger.lines(blank, "REJECTED").getString("items[0].code"),
                    blank::prettify);
        }
        String few = "编号,信访日期,到访层级,人数,接待场所\n31,2024-05-02,到县,3,其他场所\n";
        assertEquals(1, ledger.imported(few).getInt("corrected"));
        office.shown(path)
                .body("persons", equalTo(3))
                .body("petitioners", contains("张三三"))
                .body("account", equalTo("反映边界"));
    }

    @Test
    void aPetitionIsTakenAwayByABlankCellUnlessNoCellCouldNameIt() {
        petition("XF2024000701");
        String row = "41,2024-05-02,到县,2,,XF2024000701,其他场所,,,,\n";
        JsonPath first = ledger.imported(HEAD + row);
        String path = "/visits/" + ledger.lines(first, "ACCEPTED").getString("items[0].recordId");
        ledger.imported(HEAD + row.replace("XF2024000701", ""));
        office.get(path).then().body("$", not(hasKey("petitionId")));
        String unnumbered =
                PetitionOffice.id(
                        office.created("/petitions", PetitionOffice.newPetition("2024-03-01")));
        String visit =
                PetitionOffice.newVisit(HOME, "2024-06-02", "COUNTY", 1)
                        .replace("\"place\"", "\"petitionId\":\"" + unnumbered + "\",\"place\"");
        String entered = office.created("/visits", visit);
        String file = text(office.exported("visits", 2024));
        ledger.imported(file.replace("2024-06-02", "2024-06-03"));
        office.get(entered)
                .then()
                .body("visitedOn", equalTo("2024-06-03"))
                .body("petitionId", equalTo(unnumbered));
    }

    @Test
    void anExportIsImportedAgainUnchanged() {
        petition("XF2024000801");
        ledger.imported(HEAD + "51,2024-07-02,进京,5,2,XF2024000801,接待场所,驻京办,张三三、李四,反映边界,\n");
        office.created("/visits", PetitionOffice.newVisit(HOME, "2024-07-03", "COUNTY", 2));
        byte[] file = office.exported("visits", 2024);
        JsonPath again = ledger.imported(file, 2024);
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
        assertTrue(text(file).contains("李四"));
    }

    @Test
    void anExportForWhoMayNotReadPersonsNamesNobody() {
        office.created("/visits", PetitionOffice.newVisit(HOME, "2024-08-03", "COUNTY", 2));
        String file = text(office().exported("visits", 2024));
        assertFalse(file.contains("张三三"), file);
        assertTrue(file.contains("2024-08-03"), file);
    }

    @Test
    void anotherTownshipExportsNothingOfIt() {
        office.created("/visits", PetitionOffice.newVisit(HOME, "2023-08-03", "COUNTY", 2));
        PetitionOffice other =
                PetitionOffice.of(Tokens.of("other", "410423107000", "ledgers:export"));
        assertFalse(text(other.exported("visits", 2023)).contains("2023-08-03"));
        assertTrue(text(office.exported("visits", 2023)).contains("2023-08-03"));
    }

    @Test
    void aRowChangedHereTooIsAConflict() {
        String row = "61,2024-09-02,到县,2,,,接待场所,,,,\n";
        JsonPath first = ledger.imported(HEAD + row);
        String path = "/visits/" + ledger.lines(first, "ACCEPTED").getString("items[0].recordId");
        office.taken(
                path,
                "correction",
                """
                {"reason":"人数有误","visit":{"division":"%s","visitedOn":"2024-09-02","level":"COUNTY",
                 "persons":4,"place":"RECEPTION"}}"""
                        .formatted(HOME));
        JsonPath done = ledger.imported(HEAD + row.replace("到县,2", "到县,3"));
        assertEquals(1, done.getInt("conflicts"), done::prettify);
        office.get(path + "/history").then().body("step", hasItem("CORRECT"));
        office.get(path).then().body("persons", equalTo(4));
    }

    private static PetitionOffice office(String... more) {
        String[] scopes = {"petitions:read", "petitions:write", "ledgers:export"};
        String[] all = Stream.concat(Stream.of(scopes), Stream.of(more)).toArray(String[]::new);
        return PetitionOffice.of(Tokens.of("office", HOME, all));
    }

    private String petition(String nationalNumber) {
        return office.created(
                "/petitions",
                PetitionOffice.newPetition("2024-03-01")
                        .replace(
                                "\"form\"",
                                "\"nationalNumber\":\"" + nationalNumber + "\",\"form\""));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
