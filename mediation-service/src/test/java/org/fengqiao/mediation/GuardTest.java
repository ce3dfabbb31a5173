package org.fengqiao.mediation;

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
import org.fengqiao.testkit.Resealed;
import org.fengqiao.testkit.RetentionVisits;
import org.fengqiao.testkit.Tokens;
import org.fengqiao.testkit.Visit;
import org.junit.jupiter.api.Test;

/** No operation lets in who should not be, or takes what it should not. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GuardTest {

    // A township that no other test writes to: its lists stay short.
    private static final String HOME = "410423201000";
    private static final String FOREIGN = "410423107000";

    private String home;
    private Office office;
    private final String committeeName = "调委会" + UUID.randomUUID();
    private String committee;
    private String mediator;
    private String openCase;

    @Test
    void everyOperationIsGuarded() {
        walk(HOME).findsNothing();
        Resealed.requireAll("/mediation", HOME);
    }

    /** The table of a township, with records of its own. */
    GuardWalk walk(String township) {
        home = township;
        office =
                Office.of(
                        Tokens.of(
                                "office",
                                home,
                                "records:read",
                                "cases:read",
                                "cases:write",
                                "ledgers:import",
                                "ledgers:export",
                                "admin"));
        String changes = endOfChanges();
        committee = Office.id(office.created("/committees", newCommittee(committeeName)));
        mediator = Office.id(office.created("/mediators", newMediator()));
        openCase = Office.id(office.registered(committee, "2024-03-01"));
        String accepted = json("{'on':'2024-03-01','mediatorIds':['%s']}", mediator);
        office.step("/cases/" + openCase, "acceptance", accepted).then().statusCode(200);
        return GuardWalk.between(home, FOREIGN)
                .visiting(
                        listing("listChanges", openCase).query("after", changes),
                        listing("listAuditEntries", home),
                        listing("listWriteEntries", openCase).query("recordId", openCase),
                        common("getAuditChain"),
                        listing("listDeadlines", openCase).query("below", "true"),
                        listing("listHandlers", mediator).query("below", "true"),
                        open("listDeadlineRules"),
                        open("calculateDeadline")
                                .query("rule", "COURT_RULING")
                                .query("from", "2024-03-01")
                                .query("extensionDays", "10"),
                        listing("listInboxProblems", PetitionReferral.lost(home)),
                        common("getCalendar").at("year", "2024"),
                        common("putCalendar").at("year", "2024").body(calendarOf2024()),
                        common("listCodeLists"),
                        common("getCodeList").at("name", "dispute-types"),
                        common("listDisputeTypeMappings"),
                        common("getParity").query("kind", "mediation.meeting.v1"),
                        common("startReplay").body("{\"kind\":\"mediation.meeting.v1\"}"),
                        common("getReplay").at("id", replay()))
                .visiting(cases())
                .visiting(stepsToTheArchive())
                .visiting(otherEnds())
                .visiting(registers())
                .visiting(forms())
                .visiting(ledgers())
                .visiting(RetentionVisits.of("/mediation", home, "mediation.meeting.v1", due()));
    }

    private Visit[] cases() {
        return new Visit[] {
            listing("listCases", openCase),
            listing("searchCasesByPerson", openCase)
                    .header("Fengqiao-Purpose", "AUDIT")
                    .body("{\"name\":\"张三三\"}"),
            local("getCase").at("id", openCase),
            local("getCaseHistory").at("id", openCase),
            local("getCaseDeadlines").at("id", openCase),
            local("getCaseFile").at("id", openCase),
            local("registerCase")
                    .body(Office.newCase(committee, "2024-03-01"))
                    .naming("/committeeId", "COMMITTEE_UNKNOWN"),
        };
    }

    private Visit[] stepsToTheArchive() {
        String it = Office.id(office.registered(committee, "2024-03-01"));
        String other = Office.id(office.created("/mediators", newMediator()));
        return new Visit[] {
            step("acceptCase", it, "{'on':'2024-03-02','mediatorIds':['%s']}".formatted(mediator)),
            step("holdSession", it, "{'on':'2024-03-03','record':'双方陈述'}"),
            step(
                    "recuseMediator",
                    it,
                    "{'on':'2024-03-04','mediatorId':'%s','replacedById':'%s','reason':'亲属'}"
                            .formatted(mediator, other)),
            step(
                    "extendCase",
                    it,
                    "{'on':'2024-03-05','days':5,'bothPartiesConsent':true,'reason':'鉴定'}"),
            step("recordPreventionAct", it, "{'on':'2024-03-06','kind':'CRIME','persons':2}"),
            step("reportRisk", it, "{'on':'2024-03-06','receiver':'POLICE','risk':'扬言报复'}"),
            step(
                    "agreeCase",
                    it,
                    "{'on':'2024-03-08','form':'WRITTEN','content':'赔偿500元','amountYuan':500,"
                            + "'instalments':[{'dueOn':'2024-04-01','amountYuan':500}]}"),
            step(
                    "varyAgreement",
                    it,
                    "{'on':'2024-03-10','reason':'情况变化','form':'WRITTEN','content':'赔偿400元','amountYuan':400}"),
            step("applyForConfirmation", it, "{'on':'2024-03-20','jointly':true}"),
            step("ruleOnConfirmation", it, "{'on':'2024-03-25','ruling':'CONFIRMED'}"),
            step("recordPerformance", it, "{'on':'2024-04-01','state':'PERFORMED'}"),
            step("recordFollowUpVisit", it, "{'on':'2024-05-01','finding':'满意'}"),
            step(
                    "archiveCase",
                    it,
                    "{'on':'2024-05-02','items':['APPLICATION','RIGHTS_NOTICE','IDENTITY_PROOF',"
                            + "'MEDIATION_RECORD','AGREEMENT','BACK_COVER']}"),
            step("correctCase", it, "{'reason':'录入错误','personsInvolved':3}"),
            step("voidCase", it, "{'reason':'重复登记'}"),
        };
    }

    private Visit[] otherEnds() {
        String on = "2024-03-01";
        String township =
                Office.id(office.created("/committees", newCommittee("调委会" + UUID.randomUUID())));
        return new Visit[] {
            step(
                    "refuseCase",
                    Office.id(office.registered(committee, on)),
                    "{'on':'2024-03-02','ground':'PARTY_REFUSES'}"),
            step(
                    "terminateCase",
                    Office.id(office.inMediation(committee, on)),
                    "{'on':'2024-03-08','cause':'NO_AGREEMENT','remediesTold':['LITIGATION']}"),
            step(
                    "withdrawCase",
                    Office.id(office.inMediation(committee, on)),
                    "{'on':'2024-03-08','reason':'自行和解'}"),
            step(
                    "handOverCase",
                    Office.id(office.inMediation(committee, on)),
                    "{'on':'2024-03-08','toCommitteeId':'%s','bothPartiesConsent':true,'reason':'跨村'}"
                            .formatted(township)),
        };
    }

    private Visit[] registers() {
        String meeting =
                json(
                        "{'division':'%s','heldOn':'2024-05-10','casesDiscussed':1,"
                                + "'units':['POLICE_STATION','JUSTICE_OFFICE'],'decisions':'再次调解'}",
                        home);
        String screening =
                json(
                        "{'committeeId':'%s','screenedOn':'2024-05-31','rounds':2,"
                                + "'disputesFound':5,'prevented':3}",
                        committee);
        String held = Office.id(office.created("/meetings", meeting));
        String screened = Office.id(office.created("/screenings", screening));
        String ended = Office.id(office.created("/committees", newCommittee("旧" + committeeName)));
        return new Visit[] {
            listing("listMeetings", held),
            local("getMeeting").at("id", held),
            local("getMeetingHistory").at("id", held),
            local("createMeeting").body(meeting),
            step("correctMeeting", held, "{'reason':'漏记','meeting':" + meeting + "}"),
            step("voidMeeting", held, "{'reason':'重复'}"),
            listing("listScreenings", screened),
            local("getScreening").at("id", screened),
            local("getScreeningHistory").at("id", screened),
            local("createScreening").body(screening).naming("/committeeId", "COMMITTEE_UNKNOWN"),
            step("correctScreening", screened, "{'reason':'漏记','screening':" + screening + "}"),
            step("voidScreening", screened, "{'reason':'重复'}"),
            listing("listMediators", mediator),
            local("getMediator").at("id", mediator),
            local("getMediatorHistory").at("id", mediator),
            local("createMediator").body(newMediator()).naming("/committeeId", "COMMITTEE_UNKNOWN"),
            step("correctMediator", mediator, "{'reason':'漏记','mediator':" + newMediator() + "}"),
            step("voidMediator", mediator, "{'reason':'重复'}"),
            listing("listCommittees", committee),
            local("getCommittee").at("id", committee),
            local("getCommitteeHistory").at("id", committee),
            local("createCommittee").body(newCommittee("调委会" + UUID.randomUUID())),
            step(
                    "correctCommittee",
                    ended,
                    "{'reason':'更名','committee':" + newCommittee("调委会" + UUID.randomUUID()) + "}"),
            step("voidCommittee", ended, "{'reason':'撤销'}"),
        };
    }

    private Visit[] forms() {
        return new Visit[] {
            listing("getStatisticsForm", committeeName).query("period", "2024"),
            listing("exportDisputeRecords", committeeName)
                    .query("period", "2024")
                    .query("format", "csv"),
        };
    }

    private Visit[] ledgers() {
        String corrected =
                json(
                        "{'reason':'更正','screening':{'committeeId':'%s','screenedOn':'2024-05-30',"
                                + "'rounds':3,'disputesFound':4,'prevented':1}}",
                        committee);
        return LedgerVisits.of(
                Ledger.at("/mediation", home, "screenings"),
                committeeName,
                List.of("2", "4", "9"),
                this::screenings,
                id ->
                        office.step("/screenings/" + id, "correction", corrected)
                                .then()
                                .statusCode(200));
    }

    private String screenings(String found) {
        return """
        编号,调委会,排查日期,排查次数,发现纠纷,预防纠纷
        1,%s,2024-05-31,2,%s,1
        """
                .formatted(committeeName, found);
    }

    /** A step of a record, in JSON with single quotes. */
    private static Visit step(String operationId, String id, String body) {
        return local(operationId).at("id", id).body(body.replace('\'', '"'));
    }

    private static String json(String text, Object... values) {
        return text.formatted(values).replace('\'', '"');
    }

    private String newCommittee(String name) {
        return json(
                "{'division':'%s','level':'VILLAGE','name':'%s','establishedOn':'2021-03-01'}",
                home.substring(0, 9) + "201", name);
    }

    private String newMediator() {
        return json(
                "{'committeeId':'%s','name':'李明明%s','phone':'13800000001','sex':'FEMALE',"
                        + "'role':'MEMBER','fullTime':false,'appointedOn':'2021-03-01'}",
                committee, UUID.randomUUID());
    }

    private String calendarOf2024() {
        String days = office.get("/calendars/2024").asString();
        return "{" + days.substring(days.indexOf("\"days\""));
    }

    /** A meeting of long ago. */
    private String due() {
        String meeting =
                json(
                        "{'division':'%s','heldOn':'1990-05-10','casesDiscussed':1,"
                                + "'units':['POLICE_STATION','JUSTICE_OFFICE'],'decisions':'再次调解'}",
                        home);
        return Office.id(office.created("/meetings", meeting));
    }

    private String replay() {
        return office.post("/replays", "{\"kind\":\"mediation.meeting.v1\"}")
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
                            .get("/mediation/v1/changes")
                            .jsonPath();
            more = !page.getList("items").isEmpty();
            next = page.getString("next");
        }
        return next;
    }
}
