package org.fengqiao.mediation.committees;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class CommitteeTest {

    private final Office office = Office.township();

    @Test
    void aCommitteeIsNotOfTheFutureNorEndsBeforeItBegan() {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        refused("\"establishedOn\":\"" + tomorrow + "\"", "DATE_IN_FUTURE", "/establishedOn");
        String began = "\"establishedOn\":\"2021-03-01\",";
        refused(began + "\"termEndsOn\":\"2020-03-01\"", "DATE_ORDER", "/termEndsOn");
        refused(began + "\"dissolvedOn\":\"2021-02-28\"", "DATE_ORDER", "/dissolvedOn");
        refused(
                began + "\"membersReported\":3,\"womenReported\":9",
                "WOMEN_ABOVE_MEMBERS",
                "/womenReported");
    }

    @Test
    void aCorrectionIsHeldToTheSame() {
        String path = office.created("/committees", committee("\"establishedOn\":\"2021-03-01\""));
        String wrong = "\"establishedOn\":\"2021-03-01\",\"dissolvedOn\":\"2021-02-28\"";
        office.step(
                        path,
                        "correction",
                        "{\"reason\":\"撤销\",\"committee\":" + committee(wrong) + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/committee/dissolvedOn"));
    }

    @Test
    void aNameIsGivenOnceInAVillage() {
        String first = committee("\"establishedOn\":\"2021-03-01\"");
        String path = office.created("/committees", first);
        office.post("/committees", first)
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMITTEE_EXISTS"))
                .body("errors.pointer", hasItem("/name"));
        office.step(path, "voiding", "{\"reason\":\"重复\"}").then().statusCode(200);
        office.created("/committees", first);
    }

    @Test
    void aCommitteeThatRecordsRestOnIsNotVoided() {
        String path = office.created("/committees", committee("\"establishedOn\":\"2021-03-01\""));
        String it = office.registered(path, "2024-03-01");
        office.step(path, "voiding", "{\"reason\":\"重复\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMITTEE_IN_USE"));
        office.get(path).then().body("voided", equalTo(false)).body("version", equalTo(1));
        office.step(it, "voiding", "{\"reason\":\"重复\"}").then().statusCode(200);
        office.step(path, "voiding", "{\"reason\":\"重复\"}").then().statusCode(200);
    }

    @Test
    void aDissolvedOneIsNotBroughtBackBesideItsSuccessor() {
        String name = committee("\"establishedOn\":\"2021-03-01\",\"dissolvedOn\":\"2022-03-01\"");
        String path = office.created("/committees", name);
        String later =
                name.replace("2021-03-01", "2023-03-01")
                        .replace(",\"dissolvedOn\":\"2022-03-01\"", "");
        office.created("/committees", later);
        String back = name.replace(",\"dissolvedOn\":\"2022-03-01\"", "");
        office.step(path, "correction", "{\"reason\":\"误撤\",\"committee\":" + back + "}")
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMITTEE_EXISTS"));
    }

    @Test
    void ofADivisionElsewhereNothingIsTold() {
        String there = committee("\"establishedOn\":\"2021-03-01\"");
        office.created("/committees", there);
        Office.of(Tokens.of("neighbour", "410423106202", "cases:read", "cases:write"))
                .post("/committees", there)
                .then()
                .statusCode(404);
    }

    /** The check asks the database after the change was made: it was kept once, unjournaled. */
    @Test
    void aRefusedCorrectionLeavesNothing() {
        String one = committee("\"establishedOn\":\"2021-03-01\"");
        String other = office.created("/committees", committee("\"establishedOn\":\"2021-03-01\""));
        office.created("/committees", one);
        office.step(other, "correction", "{\"reason\":\"改名\",\"committee\":" + one + "}")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/committee/name"));
        office.get(other).then().body("version", equalTo(1)).header("ETag", "\"1\"");
    }

    @Test
    void aPlaceThatDoesNotFitIsWarnedOf() {
        warned("410423106201", "VILLAGE", "区划", false);
        warned("410423106299", "VILLAGE", "区划名录中没有代码410423106299", true);
        warned("410423106000", "VILLAGE", "村（居）调委会的区划应为村（社区）", true);
        warned("410423106201", "TOWNSHIP", "乡镇（街道）调委会的区划应为乡镇（街道）", true);
    }

    private void warned(String division, String level, String words, boolean expected) {
        List<String> warnings =
                office.read(office.committee(division, level)).getList("warnings", String.class);
        assertEquals(
                expected, warnings.stream().anyMatch(it -> it.contains(words)), warnings::toString);
    }

    private void refused(String fields, String code, String pointer) {
        office.post("/committees", committee(fields))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer));
    }

    private static String committee(String fields) {
        return "{\"division\":\"410423106201\",\"level\":\"VILLAGE\",\"name\":\"调委会%s\",%s}"
                .formatted(UUID.randomUUID(), fields);
    }
}
