package org.fengqiao.petition.visits;

import static org.fengqiao.petition.PetitionOffice.newVisit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits over HTTP: one record is one batch, and no person is listed by it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class VisitTest {

    private static final String TOWNSHIP = "410423106000";
    private static final String COUNTY = "410423000000";

    private final PetitionOffice office = PetitionOffice.township();
    private final PetitionOffice county = PetitionOffice.county();
    private final PetitionOffice city = PetitionOffice.city();

    @ParameterizedTest
    @CsvSource({
        "410423106000,TOWNSHIP,false",
        "410423106000,COUNTY,false",
        "410423106000,CITY,true",
        "410423106000,PROVINCE,true",
        "410423106000,BEIJING,true",
        "410423000000,COUNTY,false",
        "410423000000,CITY,false",
        "410423000000,PROVINCE,true",
        "410400000000,PROVINCE,false",
        "410400000000,BEIJING,true"
    })
    void aVisitOneLevelUpIsLawfulAndFurtherUpIsASkip(String organ, String level, boolean skips) {
        city.post("/visits", newVisit(organ, "2024-04-02", level, 1))
                .then()
                .statusCode(201)
                .body("skipLevel", equalTo(skips))
                .body("competentDivision", equalTo(organ));
    }

    @Test
    void theOrganThatHoldsThePetitionIsTheCompetentOne() {
        String petition = county.created("/petitions", PetitionOffice.newPetition("2024-03-01"));
        String id = PetitionOffice.id(petition);
        county.post("/visits", about(newVisit(TOWNSHIP, "2024-04-02", "CITY", 1), id))
                .then()
                .statusCode(201)
                .body("skipLevel", equalTo(false))
                .body("competentDivision", equalTo(COUNTY))
                .body("petitionId", equalTo(id))
                .body("matterId", equalTo(county.read(petition).getString("matterId")));
    }

    @Test
    void aVisitWithoutAPetitionIsAMatterOfItsOwn() {
        String path = entered("COUNTY", 1);
        office.get(path).then().body("matterId", equalTo(PetitionOffice.id(path)));
    }

    @Test
    void aPetitionElsewhereIsUnknown() {
        String foreign =
                PetitionOffice.id(
                        county.created("/petitions", PetitionOffice.newPetition("2024-03-01")));
        for (String id : new String[] {foreign, UUID.randomUUID().toString()}) {
            office.post("/visits", about(newVisit(TOWNSHIP, "2024-04-02", "CITY", 1), id))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("PETITION_UNKNOWN"))
                    .body("errors[0].pointer", equalTo("/petitionId"));
        }
    }

    @Test
    void fiveAreAGroupAndFourAreNot() {
        office.get(entered("COUNTY", 5)).then().body("groupVisit", equalTo(true));
        office.get(entered("COUNTY", 4)).then().body("groupVisit", equalTo(false));
    }

    @Test
    void moreThanFiveRepresentativesAreAWarningAndNoRefusal() {
        enter(representatives(8, 6))
                .statusCode(201)
                .body("persons", equalTo(8))
                .body(
                        "warnings",
                        contains("代表人数超过五人（XF 20） More than five representatives (XF 20)"));
        enter(representatives(8, 5)).statusCode(201).body("warnings", empty());
    }

    @Test
    void thereAreNotMoreRepresentativesThanPersons() {
        enter(representatives(3, 4))
                .statusCode(422)
                .body("code", equalTo("REPRESENTATIVES"))
                .body("legalBasis", equalTo("XF 20"))
                .body("errors[0].pointer", equalTo("/representatives"));
        enter(representatives(3, 3)).statusCode(201);
    }

    @Test
    void thereAreNotMoreNamesThanPersons() {
        String two =
                newVisit(TOWNSHIP, "2024-04-02", "COUNTY", 1).replace("\"张三三\"", "\"张三三\",\"李四\"");
        enter(two).statusCode(422).body("errors[0].pointer", equalTo("/persons"));
        enter(two.replace("\"persons\":1", "\"persons\":2")).statusCode(201);
    }

    @Test
    void aVisitHasADayThatHasComeAndAPerson() {
        enter(newVisit(TOWNSHIP, "2099-01-01", "COUNTY", 1))
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"))
                .body("errors[0].pointer", equalTo("/visitedOn"));
        enter(newVisit(TOWNSHIP, "2024-04-02", "COUNTY", 0))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/persons"));
    }

    @Test
    void aVillageIsNoOrgan() {
        enter(newVisit("410423106201", "2024-04-02", "COUNTY", 1))
                .statusCode(422)
                .body("code", equalTo("NO_ORGAN"))
                .body("legalBasis", equalTo("XF 23"));
    }

    @Test
    void namesAndAccountAreShownForAPurposeOnly() {
        String path = entered("COUNTY", 1);
        office.get(path)
                .then()
                .body("petitioners", contains("张**"))
                .body("hasAccount", equalTo(true))
                .body("$", not(hasKey("account")));
        office.shown(path).body("petitioners", contains("张三三")).body("account", equalTo("反映宅基地边界"));
    }

    @Test
    void aListNamesNobody() {
        String id = PetitionOffice.id(entered("COUNTY", 1));
        office.shown("/visits?limit=200")
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items", everyItem(not(hasKey("petitioners"))))
                .body("items", everyItem(not(hasKey("account"))));
    }

    @Test
    void disorderIsAnActOnADay() {
        String path = entered("CITY", 3);
        office.taken(path, "disorders", disorder("2024-04-02", "DISSUADED"));
        office.taken(path, "disorders", disorder("2024-04-03", "POLICE"));
        office.get(path)
                .then()
                .header("ETag", "\"3\"")
                .body("disorders.on", contains("2024-04-02", "2024-04-03"))
                .body("disorders.measure", contains("DISSUADED", "POLICE"));
        office.step(path, "disorders", disorder("2024-04-01", "DISSUADED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/on"));
        office.step(path, "disorders", disorder("2099-04-01", "DISSUADED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"));
    }

    @Test
    void aCorrectionKeepsWhatItLeavesOutOfPersonsAndActs() {
        String path = entered("CITY", 3);
        office.taken(path, "disorders", disorder("2024-04-03", "EDUCATED"));
        office.taken(path, "correction", correction("2024-04-03", ""));
        office.shown(path)
                .body("persons", equalTo(6))
                .body("groupVisit", equalTo(true))
                .body("petitioners", contains("张三三"))
                .body("account", equalTo("反映宅基地边界"))
                .body("disorders", hasSize(1));
        office.get(path + "/history").then().body("$", hasSize(3));
        office.step(path, "correction", correction("2024-04-04", ""))
                .then()
                .statusCode(422)
                .body("code", equalTo("DATE_ORDER"))
                .body("errors[0].pointer", equalTo("/visit/visitedOn"));
    }

    @Test
    void anActThatWasNoneIsTakenBack() {
        String path = entered("CITY", 3);
        office.taken(path, "disorders", disorder("2024-04-02", "EDUCATED"));
        String early = ",\"disorders\":[" + disorder("2024-04-01", "EDUCATED") + "]";
        office.step(path, "correction", correction("2024-04-02", early))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/disorders/0/on"));
        office.taken(path, "correction", correction("2024-04-02", ",\"disorders\":[]"));
        office.get(path).then().body("disorders", empty());
    }

    @Test
    void theDivisionStays() {
        String path = "/visits/" + county(newVisit(TOWNSHIP, "2024-04-02", "COUNTY", 1));
        county.step(path, "correction", correction("2024-04-02", "").replace(TOWNSHIP, COUNTY))
                .then()
                .statusCode(422)
                .body("code", equalTo("DIVISION_FIXED"))
                .body("errors[0].pointer", equalTo("/visit/division"));
    }

    @Test
    void aVoidVisitTakesNothingMore() {
        String path = entered("CITY", 3);
        office.taken(path, "voiding", "{\"reason\":\"重复登记\"}");
        office.step(path, "disorders", disorder("2024-04-02", "DISSUADED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("RECORD_VOIDED"));
    }

    @Test
    void theCountySeesItAndAnotherTownshipDoesNot() {
        String path = entered("CITY", 3);
        PetitionOffice other =
                PetitionOffice.of(
                        Tokens.of("other", "410423107000", "petitions:read", "petitions:write"));
        other.get(path).then().statusCode(404);
        other.get(path + "/history").then().statusCode(404);
        other.step(path, "disorders", disorder("2024-04-02", "DISSUADED"), "\"1\"")
                .then()
                .statusCode(404);
        other.post("/visits", newVisit(TOWNSHIP, "2024-04-02", "CITY", 1)).then().statusCode(404);
        county.get(path).then().statusCode(200);
        county.get("/visits?limit=200").then().body("items.id", hasItem(PetitionOffice.id(path)));
        other.get("/visits?limit=200")
                .then()
                .body("items.id", not(hasItem(PetitionOffice.id(path))));
    }

    private String entered(String level, int persons) {
        return office.created("/visits", newVisit(TOWNSHIP, "2024-04-02", level, persons));
    }

    private String county(String body) {
        return county.post("/visits", body).then().statusCode(201).extract().path("id");
    }

    private ValidatableResponse enter(String body) {
        return office.post("/visits", body).then();
    }

    private static String about(String visit, String petitionId) {
        return visit.replace("\"place\"", "\"petitionId\":\"" + petitionId + "\",\"place\"");
    }

    private static String representatives(int persons, int representatives) {
        return newVisit(TOWNSHIP, "2024-04-02", "CITY", persons)
                .replace("\"place\"", "\"representatives\":" + representatives + ",\"place\"");
    }

    private static String disorder(String on, String measure) {
        return "{\"on\":\"%s\",\"conduct\":\"STAYING_OR_ABANDONING\",\"measure\":\"%s\"}"
                .formatted(on, measure);
    }

    private static String correction(String on, String more) {
        return """
        {"reason":"人数有误","visit":{"division":"%s","visitedOn":"%s","level":"CITY","persons":6,
         "place":"OTHER"}%s}"""
                .formatted(TOWNSHIP, on, more);
    }
}
