package org.fengqiao.petition.supervision;

import static org.fengqiao.petition.PetitionOffice.newBacklogCase;
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
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The backlog over HTTP and as a ledger. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class BacklogTest {

    // A township that no other test writes to.
    private static final String HOME = "410423204000";
    private static final String HEAD = "编号,列入日期,信访件编号,内容分类,基本情况,包案领导,包案领导职务,化解日期,化解情况,备注\n";
    private static final String RESOLUTION = "{\"on\":\"2024-09-10\",\"how\":\"签订协议\"}";

    private final Ledger ledger = Ledger.at("/petition", HOME, "backlog");
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
    void aLeaderIsInChargeUntilItIsResolved() {
        String path = listed();
        office.get(path)
                .then()
                .body("leaderPost", equalTo("镇长"))
                .body("$", not(hasKey("leader")))
                .body("$", not(hasKey("description")));
        office.shown(path).body("leader", equalTo("王某某"));
        office.taken(path, "resolution", RESOLUTION);
        office.shown(path)
                .body("resolvedOn", equalTo("2024-09-10"))
                .body("resolution", equalTo("签订协议"));
        office.step(path, "resolution", RESOLUTION)
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RESOLVED"));
    }

    @Test
    void withAPetitionItNeedsNoDescriptionAndNoClass() {
        String bare =
                """
                {"division":"%s","listedOn":"2024-02-01","leader":"王某某","leaderPost":"镇长"}"""
                        .formatted(HOME);
        refused(bare, "DESCRIPTION", "/description");
        refused(
                bare.replace("\"leader\"", "\"description\":\"边界\",\"leader\""),
                "CONTENT_CLASS",
                "/contentClass");
        String petition = PetitionOffice.id(office.registered("2024-01-05"));
        String about = bare.replace("\"leader\"", "\"petitionId\":\"" + petition + "\",\"leader\"");
        office.post("/backlog-cases", about)
                .then()
                .statusCode(201)
                .body("contentClass", equalTo("010200"))
                .body("petitionId", equalTo(petition));
        refused(
                about.replace(petition, "0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11"),
                "PETITION_UNKNOWN",
                "/petitionId");
        refused(about.replace("\"leader\":\"王某某\",", ""), "LEADER", "/leader");
    }

    @Test
    void daysComeInTheirOrder() {
        refused(newBacklogCase(HOME, "2099-02-01"), "DATE_IN_FUTURE", "/listedOn");
        String path = listed();
        office.step(path, "resolution", "{\"on\":\"2024-01-31\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/on"));
        office.step(path, "correction", correction("2024-02-01", ",\"resolvedOn\":\"2024-03-01\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("NOTHING_TO_CORRECT"));
        office.taken(path, "resolution", RESOLUTION);
        office.step(path, "correction", correction("2024-09-11", ""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/backlogCase/listedOn"));
        office.taken(
                path, "correction", correction("2024-02-02", ",\"resolvedOn\":\"2024-03-01\""));
        office.shown(path)
                .body("resolvedOn", equalTo("2024-03-01"))
                .body("leaderPost", equalTo("书记"))
                .body("leader", equalTo("王某某"))
                .body("description", equalTo("宅基地边界多年未决"));
    }

    @Test
    void theCountySeesItAndAnotherTownshipDoesNot() {
        String path = listed();
        String id = PetitionOffice.id(path);
        PetitionOffice other =
                PetitionOffice.of(
                        Tokens.of("other", "410423107000", "petitions:read", "petitions:write"));
        other.get(path).then().statusCode(404);
        other.step(path, "resolution", RESOLUTION, "\"1\"").then().statusCode(404);
        other.post("/backlog-cases", newBacklogCase(HOME, "2024-02-01")).then().statusCode(404);
        other.get("/backlog-cases?limit=200").then().body("items.id", not(hasItem(id)));
        PetitionOffice.county()
                .get("/backlog-cases?limit=200")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void aRowOfTheLedgerIsACase() {
        String row = "1,2024-02-01,,宅基地,边界未决,王某某,镇长,,,\n";
        JsonPath done = ledger.imported(HEAD + row);
        assertEquals(1, done.getInt("accepted"), done::prettify);
        String path =
                "/backlog-cases/" + ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
        assertEquals(1, ledger.imported(HEAD + row).getInt("unchanged"));
        String resolved = "1,2024-02-01,,宅基地,边界未决,王某某,镇长,2024-08-01,签订协议,\n";
        assertEquals(1, ledger.imported(HEAD + resolved).getInt("corrected"));
        office.shown(path)
                .body("leader", equalTo("王某某"))
                .body("resolvedOn", equalTo("2024-08-01"))
                .body("resolution", equalTo("签订协议"));
        JsonPath blank = ledger.imported(HEAD + row);
        assertEquals("化解日期", ledger.lines(blank, "REJECTED").getString("items[0].column"));
    }

    @Test
    void aRowThatCannotBeIsRejectedByItsColumn() {
        JsonPath done =
                ledger.imported(
                        HEAD
                                + "11,2024-02-01,,,边界,王某某,镇长,,,\n"
                                + "12,2024-02-01,,宅基地,,王某某,镇长,,,\n"
                                + "13,2024-02-01,,宅基地,边界,王某某,镇长,2024-01-01,,\n"
                                + "14,2024-02-01,,宅基地,边界,王某某,镇长,,已签协议,\n"
                                + "15,2024-02-01,XF2024999999,,,王某某,镇长,,,\n");
        assertEquals(5, done.getInt("rejected"), done::prettify);
        assertEquals(
                List.of("内容分类", "基本情况", "化解日期", "化解日期", "信访件编号"),
                ledger.lines(done, "REJECTED").getList("items.column"));
    }

    @Test
    void anExportIsImportedAgainUnchanged() {
        ledger.imported(HEAD + "21,2024-02-01,,宅基地,边界,王某某,镇长,2024-08-01,签订协议,\n");
        listed();
        byte[] file = office.exported("backlog", 2024);
        int rows = (int) new String(file, StandardCharsets.UTF_8).lines().count() - 1;
        assertTrue(rows >= 2, "the row of the ledger and the case entered here");
        JsonPath again = ledger.imported(file, 2024);
        assertEquals(rows, again.getInt("total"), again::prettify);
        assertEquals(rows, again.getInt("unchanged"), again::prettify);
    }

    /** What stays unresolved is in the list of every year, until the one in which it is settled. */
    @Test
    void anUnresolvedCaseIsInTheListOfLaterYears() {
        String path = office.created("/backlog-cases", newBacklogCase(HOME, "2021-11-01"));
        assertTrue(exported(2023).contains("2021-11-01"));
        assertFalse(exported(2020).contains("2021-11-01"));
        office.taken(path, "resolution", "{\"on\":\"2022-03-01\"}");
        assertTrue(exported(2022).contains("2021-11-01"));
        assertFalse(exported(2023).contains("2021-11-01"));
    }

    private String exported(int year) {
        return new String(office.exported("backlog", year), StandardCharsets.UTF_8);
    }

    private String listed() {
        return office.created("/backlog-cases", newBacklogCase(HOME, "2024-02-01"));
    }

    private void refused(String body, String code, String pointer) {
        office.post("/backlog-cases", body)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static String correction(String listedOn, String more) {
        return """
        {"reason":"职务有误","backlogCase":{"division":"%s","contentClass":"010200","leaderPost":"书记",
         "listedOn":"%s"}%s}"""
                .formatted(HOME, listedOn, more);
    }
}
