package org.fengqiao.petition.neighbours;

import static org.fengqiao.petition.neighbours.TownshipRecords.COUNTY;
import static org.fengqiao.petition.neighbours.TownshipRecords.HOME;
import static org.fengqiao.petition.neighbours.TownshipRecords.OTHER_COUNTY;
import static org.fengqiao.petition.neighbours.TownshipRecords.OTHER_PROVINCE;
import static org.fengqiao.petition.neighbours.TownshipRecords.OWN_COMMITTEE;
import static org.fengqiao.petition.neighbours.TownshipRecords.OWN_VILLAGE;
import static org.fengqiao.petition.neighbours.TownshipRecords.TOWNSHIP;
import static org.fengqiao.petition.neighbours.TownshipRecords.VILLAGE;
import static org.fengqiao.petition.neighbours.TownshipRecords.as;
import static org.fengqiao.petition.neighbours.TownshipRecords.office;
import static org.fengqiao.petition.neighbours.TownshipRecords.same;
import static org.fengqiao.petition.neighbours.TownshipRecords.visitOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal does not tell another that there is such a record: it is that of an absent one. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersLearnNothingTest {

    private static final String STALE = "\"999999\"";
    private static final String VOIDING = "{\"reason\":\"重复\"}";

    /** Steps that could be taken on the record, by its path. */
    private static final Map<String, Map<String, String>> STEPS =
            Map.of(
                    "petitions",
                    Map.of(
                            "notification", "{}",
                            "acceptance", "{\"route\":\"HANDLING_OPINION\"}",
                            "refusal", "{\"ground\":\"JUDICIAL_MATTER\"}",
                            "reexamination-request", "{}",
                            "correction", "{\"reason\":\"漏记\",\"persons\":2}",
                            "voiding", VOIDING),
                    "visits",
                    Map.of("voiding", VOIDING),
                    "supervisions",
                    Map.of("answer", "{\"answer\":\"已办结\"}", "voiding", VOIDING),
                    "improvement-proposals",
                    Map.of(
                            "feedback",
                            "{\"adopted\":\"ADOPTED\",\"feedback\":\"采纳\"}",
                            "voiding",
                            VOIDING),
                    "backlog-cases",
                    Map.of("resolution", "{}", "voiding", VOIDING));

    private TownshipRecords records;

    /** Once, but not before the first test: only then does RestAssured know the port. */
    @BeforeEach
    void thereIsSomethingToLearn() {
        records = records == null ? new TownshipRecords() : records;
    }

    /** Neither the right tag nor a stale one. */
    @ParameterizedTest
    @ValueSource(strings = {TOWNSHIP, OWN_VILLAGE, OTHER_COUNTY, OTHER_PROVINCE})
    void noEntityTagTellsOfIt(String division) {
        STEPS.forEach(
                (kind, steps) -> {
                    String path = "/petition/v1/" + kind + "/";
                    String id = records.ids.get(kind);
                    String absent = UUID.randomUUID().toString();
                    String tag = office(COUNTY).get("/" + kind + "/" + id).header("ETag");
                    assertNotNull(tag, path);
                    same(
                            ifChanged(division, path + absent, tag),
                            absent,
                            ifChanged(division, path + id, tag),
                            id);
                    steps.forEach(
                            (step, body) -> {
                                for (String given : List.of(tag, STALE)) {
                                    same(
                                            step(division, path + absent + "/" + step, body, given),
                                            absent,
                                            step(division, path + id + "/" + step, body, given),
                                            id);
                                }
                                // The control: to the county, which sees it, the tag is stale.
                                Response at = step(COUNTY, path + id + "/" + step, body, STALE);
                                assertEquals(412, at.statusCode(), at.asString());
                            });
                });
    }

    private static Response ifChanged(String division, String path, String tag) {
        return as(division).header("If-None-Match", tag).get(path);
    }

    private static Response step(String division, String path, String body, String tag) {
        return as(division)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .body(body)
                .post(path);
    }

    /** A record of one's own cannot be used to ask for it. */
    @Test
    void namingThePetitionIsLikeNamingNone() {
        String visit = PetitionOffice.newVisit(TOWNSHIP, "2024-04-02", "CITY", 3);
        String backlog = PetitionOffice.newBacklogCase(TOWNSHIP, "2024-02-01");
        String supervision =
                PetitionOffice.newSupervision("410422101000", "2024-04-10", "2024-04-20");
        for (String named : List.of(records.ids.get("petitions"), UUID.randomUUID().toString())) {
            unknown(office(TOWNSHIP), "/visits", visit, named);
            unknown(office(TOWNSHIP), "/backlog-cases", backlog, named);
            unknown(office(OTHER_COUNTY), "/supervisions", supervision, named);
        }
        Ledger visits = Ledger.at("/petition", TOWNSHIP, "visits");
        JsonPath there = visits.lines(visits.imported(visitOf(records.number)), "REJECTED");
        JsonPath none = visits.lines(visits.imported(visitOf("XF-NONE")), "REJECTED");
        assertEquals(none.getString("items[0].code"), there.getString("items[0].code"));
        assertEquals(none.getString("items[0].reasonZh"), there.getString("items[0].reasonZh"));
        assertEquals("信访件编号", there.getString("items[0].column"));
        // Nor does its number stand in the way of another organ's own.
        office("410423211000").created("/petitions", records.petition());
        office(HOME)
                .post("/petitions", records.petition())
                .then()
                .statusCode(409)
                .body("code", equalTo("NUMBER_TAKEN"));
    }

    private static void unknown(PetitionOffice by, String path, String body, String named) {
        String with = "\"petitionId\":\"" + named + "\",\"division\"";
        by.post(path, body.replace("\"division\"", with))
                .then()
                .statusCode(422)
                .body("code", equalTo("PETITION_UNKNOWN"));
    }

    /** The same person in another office since: what was answered then is not answered again. */
    @Test
    void aKeyOfOnesOwnGivesNothingInAnotherOffice() {
        String key = UUID.randomUUID().toString();
        keyed(HOME, key).then().statusCode(201);
        String first = keyed(HOME, key).then().statusCode(201).extract().path("id");
        Response elsewhere = keyed(TOWNSHIP, key);
        assertEquals(
                keyed(TOWNSHIP, UUID.randomUUID().toString()).asString(), elsewhere.asString());
        assertEquals(404, elsewhere.statusCode(), first);
    }

    private static Response keyed(String division, String key) {
        return office(division)
                .request()
                .header("Idempotency-Key", key)
                .body(PetitionOffice.newVisit(HOME, "2024-04-03", "CITY", 3))
                .post("/petition/v1/visits");
    }

    /** The parties of a referral are for its committee to see, and for no other village. */
    @ParameterizedTest
    @ValueSource(strings = {TOWNSHIP, OWN_VILLAGE, VILLAGE, OTHER_PROVINCE})
    void aReferralIsForItsCommittee(String division) {
        String path = "/petition/v1/mediation-referrals/";
        String absent = UUID.randomUUID().toString();
        same(
                as(division).get(path + absent),
                absent,
                as(division).get(path + records.referral),
                records.referral);
        assertEquals(200, as(OWN_COMMITTEE).get(path + records.referral).statusCode());
    }
}
