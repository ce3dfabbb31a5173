package org.fengqiao.mediation.committees;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A committee acts from its first day to its last, a mediator while in office. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class TenureTest {

    private static final String TOWNSHIP = "410423105000";
    private static final String VILLAGE = "410423105201";
    private static final String NOT_STANDING = "COMMITTEE_NOT_STANDING";
    private static final String NOT_IN_OFFICE = "MEDIATOR_NOT_IN_OFFICE";

    // A row is known by its number within the township: other tests enter lower ones there.
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);

    private final Office office =
            Office.of(
                    Tokens.of(
                            "clerk",
                            TOWNSHIP,
                            "cases:read",
                            "cases:write",
                            "persons:read",
                            "records:read"));
    private final String name = "调委会" + UUID.randomUUID();
    private String committee;

    @BeforeEach
    void aCommitteeThatIsDissolved() {
        committee = committee(name, "2022-03-01", "2024-06-30");
    }

    @Test
    void aCaseIsRegisteredWhileTheCommitteeStands() {
        refused(registered("2022-02-28"), NOT_STANDING, "/committeeId");
        registered("2022-03-01").then().statusCode(201);
        registered("2024-06-30").then().statusCode(201);
        refused(registered("2024-07-01"), NOT_STANDING, "/committeeId");
    }

    @Test
    void aScreeningIsHeldWhileTheCommitteeStands() {
        refused(screening("2022-02-28"), NOT_STANDING, "/committeeId");
        refused(screening("2024-07-01"), NOT_STANDING, "/committeeId");
        String path = office.created("/screenings", screeningOn("2024-06-30"));
        String later = "{\"reason\":\"日期\",\"screening\":" + screeningOn("2024-07-01") + "}";
        refused(office.step(path, "correction", later), NOT_STANDING, "/screening/committeeId");
    }

    @Test
    void aMediatorIsAppointedWhileTheCommitteeStands() {
        refused(appointed("2022-02-28"), NOT_STANDING, "/committeeId");
        appointed("2022-03-01").then().statusCode(201);
        refused(appointed("2024-07-01"), NOT_STANDING, "/committeeId");
    }

    @Test
    void aCaseIsHandedOverToACommitteeThatStands() {
        String from = committee("调委会" + UUID.randomUUID(), "2021-03-01", null);
        String it = office.registered(from, "2022-02-01");
        refused(handedOver(it, "2022-02-28"), NOT_STANDING, "/toCommitteeId");
        refused(handedOver(it, "2024-07-01"), NOT_STANDING, "/toCommitteeId");
        handedOver(it, "2024-06-30").then().statusCode(200);
    }

    @Test
    void aMediatorIsNamedWhileInOffice() {
        String mediator = mediator("王调解", "2022-03-01", "2024-03-31");
        String it = office.registered(committee, "2024-03-31");
        String named = ",\"mediatorIds\":[\"" + mediator + "\"]}";
        refused(
                office.step(it, "acceptance", "{\"on\":\"2024-04-01\"" + named),
                NOT_IN_OFFICE,
                "/mediatorIds");
        office.step(it, "acceptance", "{\"on\":\"2024-03-31\"" + named).then().statusCode(200);
        refused(
                office.step(it, "sessions", "{\"on\":\"2024-04-01\"" + named),
                NOT_IN_OFFICE,
                "/mediatorIds");
        String successor = mediator("赵调解", "2024-04-02", null);
        refused(recused(it, "2024-04-01", mediator, successor), NOT_IN_OFFICE, "/replacedById");
        recused(it, "2024-04-02", mediator, successor).then().statusCode(200);
    }

    @Test
    void whatTheCommitteeOwesLiesWithTheFirstMediatorOfTheCase() {
        String mediator = mediator("钱调解", "2022-03-01", null);
        String successor = mediator("孙调解", "2022-03-01", null);
        String it = office.registered(committee, "2024-03-31");
        String named = "{\"on\":\"2024-04-01\",\"mediatorIds\":[\"" + mediator + "\"]}";
        office.step(it, "acceptance", named).then().statusCode(200);
        assertEquals(List.of(Office.id(it)), lyingWith(mediator));
        recused(it, "2024-04-02", mediator, successor).then().statusCode(200);
        assertEquals(List.of(), lyingWith(mediator));
        assertEquals(List.of(Office.id(it)), lyingWith(successor));
    }

    private List<String> lyingWith(String mediator) {
        return office.read("/deadlines?below=true&handler=" + mediator).getList("items.recordId");
    }

    /** Left and came back: two records of one name, of which a ledger means the one of the day. */
    @Test
    void aLedgerMeansTheMediatorInOfficeOnTheDay() {
        String first = mediator("王调解", "2022-03-01", "2024-01-31");
        String second = mediator("王调解", "2024-03-01", null);
        JsonPath done = imported(row("2024-01-20"), row("2024-02-10"), row("2024-03-05"));
        assertEquals(2, done.getInt("accepted"), done.prettify());
        JsonPath rejected = Ledger.at("/mediation", TOWNSHIP, "cases").lines(done, "REJECTED");
        assertEquals(List.of(3), rejected.getList("items.line"));
        assertEquals(List.of(NOT_IN_OFFICE), rejected.getList("items.code"));
        assertEquals(List.of("调解员"), rejected.getList("items.column"));
        List<String> cases =
                office.read("/cases?limit=200&committeeId=" + Office.id(committee))
                        .getList("items.id");
        assertEquals(
                Map.of("2024-01-20", first, "2024-03-05", second),
                Map.of(
                        day(cases.get(1)),
                        mediatorOf(cases.get(1)),
                        day(cases.get(0)),
                        mediatorOf(cases.get(0))));
    }

    @Test
    void aLedgerMeansTheCommitteeOfTheDay() {
        String again = committee(name, "2024-07-01", null);
        mediator("王调解", "2022-03-01", null);
        appointedAt(again, "王调解", "2024-07-01");
        JsonPath done = imported(row("2024-06-30"), row("2024-07-01"));
        assertEquals(2, done.getInt("accepted"), done.prettify());
        String list = "/cases?limit=200&committeeId=";
        assertEquals(1, office.read(list + Office.id(committee)).getList("items").size());
        assertEquals(1, office.read(list + Office.id(again)).getList("items").size());
    }

    @Test
    void aLedgerIsRefusedTheCommitteeThatIsDissolved() {
        JsonPath done = imported(row("2024-07-01"));
        JsonPath rejected = Ledger.at("/mediation", TOWNSHIP, "cases").lines(done, "REJECTED");
        assertEquals(List.of(NOT_STANDING), rejected.getList("items.code"));
        assertEquals(List.of("调委会"), rejected.getList("items.column"));
    }

    private String row(String on) {
        return "〔2024〕%d号,%s,主动调解,邻里,院墙滴水,%s,王调解,张三三,2\n"
                .formatted(NUMBERS.incrementAndGet(), name, on);
    }

    private static JsonPath imported(String... rows) {
        String csv = "编号,调委会,案件来源,纠纷类型,简要案情,登记日期,调解员,当事人甲,涉及人数\n" + String.join("", rows);
        return Ledger.at("/mediation", TOWNSHIP, "cases").imported(csv);
    }

    private String day(String id) {
        return office.read("/cases/" + id).getString("registeredOn");
    }

    private String mediatorOf(String id) {
        return office.read("/cases/" + id).getString("said.mediatorIds[0]");
    }

    private String committee(String called, String establishedOn, String dissolvedOn) {
        String end = dissolvedOn == null ? "" : ",\"dissolvedOn\":\"" + dissolvedOn + "\"";
        return office.created(
                "/committees",
                "{\"division\":\"%s\",\"level\":\"VILLAGE\",\"name\":\"%s\",\"establishedOn\":\"%s\"%s}"
                        .formatted(VILLAGE, called, establishedOn, end));
    }

    private Response registered(String on) {
        return office.post("/cases", Office.newCase(committee, on));
    }

    private Response screening(String on) {
        return office.post("/screenings", screeningOn(on));
    }

    private String screeningOn(String on) {
        return """
        {"committeeId":"%s","screenedOn":"%s","rounds":1,"disputesFound":0,"prevented":0}"""
                .formatted(Office.id(committee), on);
    }

    private Response appointed(String on) {
        return office.post("/mediators", mediatorBody(committee, "王调解", on, null));
    }

    private void appointedAt(String at, String called, String on) {
        office.created("/mediators", mediatorBody(at, called, on, null));
    }

    private String mediator(String called, String from, String to) {
        return Office.id(office.created("/mediators", mediatorBody(committee, called, from, to)));
    }

    private static String mediatorBody(String at, String called, String from, String to) {
        return """
        {"committeeId":"%s","name":"%s","sex":"MALE","role":"MEMBER","fullTime":false,
         "appointedOn":"%s"%s}"""
                .formatted(
                        Office.id(at),
                        called,
                        from,
                        to == null ? "" : ",\"leftOn\":\"" + to + "\"");
    }

    private Response handedOver(String it, String on) {
        return office.step(
                it,
                "handover",
                """
                {"on":"%s","toCommitteeId":"%s","bothPartiesConsent":true,"reason":"涉及两村"}"""
                        .formatted(on, Office.id(committee)));
    }

    private Response recused(String it, String on, String mediator, String successor) {
        return office.step(
                it,
                "recusal",
                """
                {"on":"%s","mediatorId":"%s","replacedById":"%s","reason":"离任"}"""
                        .formatted(on, mediator, successor));
    }

    private static void refused(Response answer, String code, String pointer) {
        answer.then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointer));
    }
}
