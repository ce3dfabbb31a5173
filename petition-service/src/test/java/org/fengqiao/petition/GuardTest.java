package org.fengqiao.petition;

import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;
import static org.fengqiao.testkit.Visit.open;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.fengqiao.testkit.GuardWalk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.LedgerVisits;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.RetentionVisits;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Visit;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.Test;

/** No operation lets in who should not be, or takes what it should not. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GuardTest {

    // A township that no other test writes to: its lists stay short.
    private static final String HOME = "410423201000";
    private static final String FOREIGN = "410423107000";
    private static final String COUNTY = "410423000000";
    private static final String CITY = "410400000000";
    private static final String ON = "2024-03-01";

    private String home;
    private PetitionOffice office;
    private final PetitionOffice county = office(COUNTY);
    private String petition;
    private String committee;

    private static PetitionOffice office(String division) {
        return PetitionOffice.of(
                Tokens.of(
                        "office",
                        division,
                        "records:read",
                        "petitions:read",
                        "petitions:write",
                        "persons:read",
                        "ledgers:import",
                        "ledgers:export",
                        "admin"));
    }

    @Test
    void everyOperationIsGuarded() {
        walk(HOME).findsNothing();
    }

    /** The table of a township, with records of its own. */
    GuardWalk walk(String township) {
        home = township;
        office = office(home);
        String changes = endOfChanges();
        petition = PetitionOffice.id(office.registered(ON));
        String handler = "handler-" + UUID.randomUUID();
        committee = committee();
        office.taken(
                "/petitions/" + petition,
                "dispatch",
                json("{'on':'%s','unit':'JUSTICE_OFFICE','handler':'%s'}", ON, handler));
        return GuardWalk.between(home, FOREIGN)
                .visiting(
                        listing("listChanges", petition).query("after", changes),
                        listing("listAuditEntries", home),
                        listing("listWriteEntries", petition).query("recordId", petition),
                        common("getAuditChain"),
                        listing("listDeadlines", petition).query("below", "true"),
                        listing("listHandlers", handler).query("below", "true"),
                        open("listDeadlineRules"),
                        open("calculateDeadline")
                                .query("rule", "HANDLE")
                                .query("from", ON)
                                .query("extensionDays", "10"),
                        common("getCalendar").at("year", "2024"),
                        common("putCalendar").at("year", "2024").body(calendarOf2024()),
                        common("listCodeLists"),
                        common("getCodeList").at("name", "petition-forms"),
                        common("getParity").query("kind", "petition.petition.v1"),
                        common("startReplay").body("{\"kind\":\"petition.petition.v1\"}"),
                        listing("listInboxProblems", oddCase()),
                        common("getReplay").at("id", replay()))
                .visiting(reading())
                .visiting(reception())
                .visiting(otherWays())
                .visiting(toTheEnd())
                .visiting(ledgers())
                .visiting(
                        new GuardRowsOfSupervision(office, county, home, COUNTY)
                                .visitsAndSupervision())
                .visiting(
                        new GuardRowsOfAccusations(home)
                                .vault(PetitionOffice.id(office.registered(ON))))
                .visiting(RetentionVisits.of("/petition", home, "petition.visit.v1", due()));
    }

    private Visit[] reading() {
        String similar = PetitionOffice.id(office.registered(ON));
        return new Visit[] {
            listing("listPetitions", petition),
            listing("searchPetitionsByPerson", petition)
                    .header("Fengqiao-Purpose", "AUDIT")
                    .body("{\"name\":\"张三三\"}"),
            local("getPetition").at("id", petition),
            local("getPetitionHistory").at("id", petition),
            local("getPetitionDeadlines").at("id", petition),
            local("listSimilarPetitions").at("id", similar),
            local("registerPetition")
                    .body(
                            PetitionOffice.newPetition(ON)
                                    .replace(
                                            "{\"form\"",
                                            "{\"division\":\"" + home + "\",\"form\"")),
        };
    }

    private Visit[] reception() {
        String it = PetitionOffice.id(office.registered(ON));
        return new Visit[] {
            step("notifyPetitioner", it, "{'on':'2024-03-02','onTheSpot':true}"),
            step(
                    "dispatchPetition",
                    it,
                    "{'on':'2024-03-02','unit':'LAND_OFFICE','handler':'clerk-7'}"),
            step(
                    "recuseHandler",
                    it,
                    "{'on':'2024-03-02','handler':'clerk-7','replacedBy':'clerk-8','reason':'亲属'}"),
            step(
                    "reportUrgentPetition",
                    it,
                    "{'on':'2024-03-02','receiver':'镇党委、镇政府','matter':'可能引发群体性事件'}"),
            step("acceptPetition", it, "{'on':'2024-03-02','route':'HANDLING_OPINION'}"),
            step(
                    "extendPetition",
                    it,
                    "{'on':'2024-03-20','days':10,'approvedBy':'镇长','toldOn':'2024-03-21','reason':'鉴定'}"),
            step("correctPetition", it, "{'reason':'录入错误','persons':3}"),
            step("withdrawPetition", it, "{'on':'2024-03-25','reason':'已解决'}"),
            step("voidPetition", it, "{'reason':'重复登记'}"),
        };
    }

    private Visit[] otherWays() {
        String sent = sentHere();
        return new Visit[] {
            step(
                    "refusePetition",
                    PetitionOffice.id(office.registered(ON)),
                    "{'on':'2024-03-02','ground':'JUDICIAL_MATTER','explanation':'法院正在审理'}"),
            step(
                    "redirectPetitioner",
                    PetitionOffice.id(office.registered(ON)),
                    "{'on':'2024-03-02','organ':'县人力资源和社会保障局'}"),
            step("objectToPetition", sent, "{'on':'2024-03-05','reason':'不属于本镇职权'}"),
            step("decideObjection", sent, "{'on':'2024-03-06','consented':true,'decision':'同意'}")
                    .by(COUNTY),
            step(
                            "transferPetition",
                            PetitionOffice.id(county.registered(ON)),
                            "{'on':'2024-03-02','toDivision':'"
                                    + FOREIGN
                                    + "','unit':'LAND_OFFICE'}")
                    .by(COUNTY),
            step(
                            "assignPetition",
                            PetitionOffice.id(county.registered(ON)),
                            "{'on':'2024-03-02','toDivision':'"
                                    + home
                                    + "','unit':'LAND_OFFICE','dueOn':'2024-05-31'}")
                    .by(COUNTY),
        };
    }

    private Visit[] toTheEnd() {
        String referred = PetitionOffice.id(office.accepted(ON));
        String before = office.accepted(ON);
        office.taken(before, "mediation-referral", referral());
        String it = PetitionOffice.id(office.accepted(ON));
        return new Visit[] {
            step("referPetitionToMediation", referred, referral()),
            local("getMediationReferral")
                    .header("Fengqiao-Purpose", "CASE_HANDLING")
                    .at("id", office.read(before).getString("said.referrals[0].referralId")),
            step(
                    "concludePetition",
                    it,
                    "{'on':'2024-03-20','kind':'HANDLING_OPINION','outcome':'SUPPORTED','facts':'经核实',"
                            + "'opinion':'支持','legalBasis':'《土地管理法》'}"),
            step(
                    "deliverReply",
                    it,
                    "{'on':'2024-03-21','receivedOn':'2024-03-22','method':'MAIL'}"),
            step(
                    "ratePetition",
                    it,
                    "{'on':'2024-03-25','of':'HANDLING_UNIT','rating':'SATISFIED'}"),
            step("resolvePetition", it, "{'on':'2024-03-26','how':'息诉'}"),
            step("requestReexamination", it, "{'on':'2024-03-27','grounds':'不服'}").by(COUNTY),
            step(
                            "giveReexaminationOpinion",
                            it,
                            "{'on':'2024-04-02','result':'UPHELD','opinion':'维持'}")
                    .by(COUNTY),
            step("requestFinalReview", it, "{'on':'2024-04-10','grounds':'不服'}").by(CITY),
            step("holdFinalReviewHearing", it, "{'from':'2024-04-11','to':'2024-04-12'}").by(CITY),
            step(
                            "giveFinalReviewOpinion",
                            it,
                            "{'on':'2024-04-15','result':'UPHELD','opinion':'维持'}")
                    .by(CITY),
        };
    }

    private Visit[] ledgers() {
        return LedgerVisits.of(
                Ledger.at("/petition", home, "petitions"),
                "XF2024009901",
                List.of("反映道路", "反映水渠", "反映路灯"),
                GuardTest::row,
                id ->
                        office.taken(
                                "/petitions/" + id,
                                "correction",
                                "{\"reason\":\"更正\",\"summary\":\"反映桥梁\"}"));
    }

    private static String row(String summary) {
        return """
        信访件编号,信访形式,信访日期,登记日期,信访目的,信访人,信访人数,内容分类,概况信息
        XF2024009901,来信,2024-05-01,2024-05-06,求决,李四四,1,道路设施,%s
        """
                .formatted(summary);
    }

    private String committee() {
        SourceEvent it = SourceEvent.of("mediation.committee.v1").with("division", home);
        SourceEvent.deliver(it);
        return it.id();
    }

    private String referral() {
        return json(
                "{'on':'2024-03-02','committeeId':'%s','disputeType':'03',"
                        + "'bothPartiesConsent':true,'administrativeDispute':false}",
                committee);
    }

    /** A case of the home township that the inbox cannot read; its id. */
    private String oddCase() {
        String it = office.accepted(ON);
        office.taken(it, "mediation-referral", referral());
        SourceEvent odd =
                SourceEvent.of("mediation.case.v1")
                        .with("id", UuidVersion7Strategy.INSTANCE.generateUuid(null).toString())
                        .with("division", home)
                        .with(
                                "referralId",
                                office.read(it).getString("said.referrals[0].referralId"))
                        .with("status", "SUSPENDED");
        SourceEvent.deliver(odd);
        return odd.id();
    }

    private String sentHere() {
        String it = county.registered(ON);
        county.taken(it, "transfer", json("{'on':'2024-03-04','toDivision':'%s'}", home));
        return PetitionOffice.id(it);
    }

    /** A step of a record, in JSON with single quotes. */
    private static Visit step(String operationId, String id, String body) {
        return local(operationId).at("id", id).body(body.replace('\'', '"'));
    }

    private static String json(String text, Object... values) {
        return text.formatted(values).replace('\'', '"');
    }

    private String calendarOf2024() {
        String days = office.get("/calendars/2024").asString();
        return "{" + days.substring(days.indexOf("\"days\""));
    }

    /** A visit of long ago. */
    private String due() {
        return PetitionOffice.id(
                office.created(
                        "/visits",
                        json(
                                "{'division':'%s','visitedOn':'1990-05-10','level':'CITY','persons':2,"
                                        + "'place':'RECEPTION'}",
                                home)));
    }

    private String replay() {
        return office.post("/replays", "{\"kind\":\"petition.petition.v1\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private String endOfChanges() {
        String next = "";
        for (boolean more = true; more; ) {
            JsonPath page =
                    office.request()
                            .queryParam("limit", 200)
                            .queryParam("after", next)
                            .get("/petition/v1/changes")
                            .jsonPath();
            more = !page.getList("items").isEmpty();
            next = page.getString("next");
        }
        return next;
    }
}
