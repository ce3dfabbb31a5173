package org.fengqiao.legal;

import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;
import static org.fengqiao.testkit.Visit.open;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.GuardWalk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.LedgerVisits;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.RetentionVisits;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Visit;
import org.junit.jupiter.api.Test;

/**
 * No operation lets in who should not be, or takes what it should not. The rows of registers are
 * made of the document: a new one is walked without a word here.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GuardTest {

    // A township that no other test writes to: its lists stay short.
    private static final String HOME = "410423201000";
    private static final String FOREIGN = "410423107000";
    private static final String REASON = "{\"reason\":\"重复登记\"}";

    private String home;
    private Clerk office;

    @Test
    void everyOperationIsGuarded() {
        walk(HOME).findsNothing();
    }

    /** The table of a township, with records of its own. */
    GuardWalk walk(String township) {
        home = township;
        office = LegalOffice.of(home);
        String village = home.substring(0, 9) + "201";
        String changes = endOfChanges();
        String adviser = LegalOffice.adviser(office, home, "李三三");
        List<Visit> rows = new ArrayList<>();
        LegalOffice.registers().forEach(it -> rows.addAll(rows(it, adviser)));
        rows.addAll(reviews("contract-reviews", "ContractReview", adviser));
        rows.addAll(reviews("legality-reviews", "LegalityReview", adviser));
        rows.addAll(decision(adviser));
        rows.addAll(aid(adviser));
        return GuardWalk.between(home, FOREIGN)
                .visiting(
                        listing("listChanges", adviser).query("after", changes),
                        listing("listAuditEntries", home),
                        listing("listWriteEntries", adviser).query("recordId", adviser),
                        common("getAuditChain"),
                        listing("listDeadlines", openPenaltyCase()).query("below", "true"),
                        common("listHandlers"),
                        open("listDeadlineRules"),
                        open("calculateDeadline")
                                .query("rule", "AID_DECISION")
                                .query("from", "2024-03-01"),
                        common("getCalendar").at("year", "2024"),
                        common("putCalendar").at("year", "2024").body(calendarOf2024()),
                        common("listCodeLists"),
                        common("getCodeList").at("name", "aid-matters"),
                        common("getParity").query("kind", "legal.institution.v1"),
                        common("startReplay").body("{\"kind\":\"legal.institution.v1\"}"),
                        listing("listInboxProblems", oddCase()),
                        listing("getCoverage", village).query("on", "2024-12-31"),
                        listing("getHoursOnSite", village).query("year", "2024"),
                        listing("searchLegalRecordsByPerson", adviser)
                                .header("Fengqiao-Purpose", "CASE_HANDLING")
                                .body("{\"name\":\"李三三\"}"),
                        local("checkConflictOfInterest")
                                .naming("/adviserId", "REFERENCE_UNKNOWN")
                                .header("Fengqiao-Purpose", "CASE_HANDLING")
                                .body("{\"adviserId\":\"%s\",\"name\":\"李三三\"}".formatted(adviser)),
                        common("getReplay").at("id", replay()))
                .visiting(ledgers())
                .visiting(rows.toArray(Visit[]::new))
                .visiting(RetentionVisits.of("/legal", home, "legal.penalty-case.v1", due()));
    }

    private List<Visit> rows(LegalOffice.OfDocument register, String adviser) {
        String body = register.body(home, adviser);
        String id = entered(register.path(), body);
        String name = register.name();
        List<Visit> rows = new ArrayList<>();
        rows.add(listing(register.listing(), id).query("from", "2000-01-01"));
        rows.add(local("get" + name).at("id", id));
        rows.add(local("get" + name + "History").at("id", id));
        if (register.dated()) {
            rows.add(local("get" + name + "Deadlines").at("id", id));
        }
        rows.add(local("create" + name).body(body));
        rows.add(step("correct" + name, id, "{\"reason\":\"漏记\",\"record\":" + body + "}"));
        rows.add(step("void" + name, id, REASON));
        return rows;
    }

    private String example(String path, String adviser) {
        return LegalOffice.registers().stream()
                .filter(it -> it.path().equals("/" + path))
                .findFirst()
                .orElseThrow()
                .body(home, adviser);
    }

    private List<Visit> reviews(String path, String name, String adviser) {
        String it = entered("/" + path, example(path, adviser));
        String other = entered("/" + path, example(path, adviser));
        return List.of(
                step(
                        "giveOpinionOn" + name,
                        it,
                        "{'on':'2024-05-14','risksFound':2,'opinion':'建议修改'}"),
                step("answer" + name, it, "{'on':'2024-05-16','adopted':'ADOPTED'}"),
                step("withdraw" + name, other, "{'on':'2024-05-16'}"));
    }

    private List<Visit> decision(String adviser) {
        String it = entered("/major-decisions", example("major-decisions", adviser));
        String other = entered("/major-decisions", example("major-decisions", adviser));
        return List.of(
                step("askThePublicOnMajorDecision", it, "{'on':'2024-05-07','until':'2024-06-10'}"),
                step("sendMajorDecisionForReview", it, "{'on':'2024-05-10'}"),
                step("reviewMajorDecision", it, "{'on':'2024-05-22','result':'LAWFUL'}"),
                step(
                        "giveCounselOpinionOnMajorDecision",
                        it,
                        "{'on':'2024-05-20','adviserId':'" + adviser + "','opinion':'合法'}"),
                step(
                        "decideMajorDecision",
                        it,
                        "{'on':'2024-06-12','outcome':'ADOPTED','headSpokeLast':true,'dissents':0}"),
                step("archiveMajorDecision", it, "{'on':'2024-06-14'}"),
                step("withdrawMajorDecision", other, "{'on':'2024-05-28'}"));
    }

    private List<Visit> aid(String adviser) {
        String form = example("legal-aid-referrals", adviser);
        String path = "/legal-aid-referrals";
        String granted = entered(path, form);
        String refused = entered(path, form);
        String upheld = entered(path, form);
        return List.of(
                step("receiveApplicationOfLegalAidReferral", granted, "{'on':'2024-04-12'}"),
                step("askPapersOfLegalAidReferral", granted, "{'on':'2024-04-15'}"),
                step("supplyPapersOfLegalAidReferral", granted, "{'on':'2024-04-17'}"),
                step("grantLegalAidReferral", granted, "{'on':'2024-04-18'}"),
                step("appointForLegalAidReferral", granted, "{'on':'2024-04-20'}"),
                step("closeLegalAidReferral", granted, "{'on':'2024-09-10','result':'WON'}"),
                step("refuseLegalAidReferral", applied(refused), "{'on':'2024-04-18'}"),
                step("objectToLegalAidReferral", refused, "{'on':'2024-04-22'}"),
                step("rejectObjectionToLegalAidReferral", refused, "{'on':'2024-04-25'}"),
                step("upholdObjectionToLegalAidReferral", objected(upheld), "{'on':'2024-04-25'}"),
                step("withdrawLegalAidReferral", entered(path, form), "{'on':'2024-05-10'}"));
    }

    private String applied(String id) {
        office.taken("/legal-aid-referrals/" + id, "application", "{\"on\":\"2024-04-12\"}");
        return id;
    }

    private String objected(String id) {
        String path = "/legal-aid-referrals/" + applied(id);
        office.taken(path, "refusal", "{\"on\":\"2024-04-18\"}");
        office.taken(path, "objection", "{\"on\":\"2024-04-22\"}");
        return id;
    }

    private String openPenaltyCase() {
        return entered(
                "/penalty-cases",
                """
                {"division":"%s","filedOn":"2024-06-03","field":"LAND","officers":2,
                 "cardShown":true,"wholeProcessRecorded":true}"""
                        .formatted(home));
    }

    private Visit[] ledgers() {
        return LedgerVisits.of(
                Ledger.at("/legal", home, "institutions"),
                "决策审核制度",
                List.of("重大决策审核制度", "重大决策制度", "信访制度"),
                GuardTest::row,
                id ->
                        office.taken(
                                "/institutions/" + id,
                                "correction",
                                """
                                {"reason":"更正","record":{"division":"%s","title":"决策审核制度",
                                 "field":"DECISIONS","inForceOn":"2024-03-01"}}"""
                                        .formatted(home)));
    }

    private static String row(String title) {
        return "编号,制度名称,类别,施行日期\n1,%s,重大决策审核,2024-03-01\n".formatted(title);
    }

    /** A case of the home township that the inbox cannot read; its id. */
    private String oddCase() {
        SourceEvent odd =
                SourceEvent.of("mediation.case.v1")
                        .with("division", home)
                        .with("counselIds", List.of("nobody"));
        SourceEvent.deliver(odd);
        return odd.id();
    }

    private String entered(String path, String body) {
        return Clerk.id(office.created(path, body));
    }

    /** A step of a record, in JSON with single quotes. */
    private static Visit step(String operationId, String id, String body) {
        return local(operationId).at("id", id).body(body.replace('\'', '"'));
    }

    private String calendarOf2024() {
        String days = office.get("/calendars/2024").asString();
        return "{" + days.substring(days.indexOf("\"days\""));
    }

    /** A penalty of long ago. */
    private String due() {
        return entered(
                "/penalty-cases",
                """
                {"division":"%s","filedOn":"1990-06-03","decidedOn":"1990-06-20","result":"FINE",
                 "field":"LAND","officers":2,"cardShown":true,"wholeProcessRecorded":true}"""
                        .formatted(home));
    }

    private String replay() {
        return office.post("/replays", "{\"kind\":\"legal.institution.v1\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private String endOfChanges() {
        return office.get("/changes").jsonPath().getString("next");
    }
}
