package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;
import static org.fengqiao.testkit.Visit.open;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.GuardWalk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.fengqiao.testkit.Visit;
import org.junit.jupiter.api.Test;

/** No operation lets in who should not be, or takes what it should not. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GuardTest {

    private static final String RUNNING =
            "select count(*) from public.rebuild where state not in ('DONE', 'FAILED')";

    private static final String DRAFT =
            """
            {"title": "报告", "opening": "总述。", "sections": [
              {"kind": "MEASURES", "title": "举措", "items": [{"heading": "调解", "text": "调处{M-01}件。"}]}]}
            """;

    /** The sources of the other chapters are silent: whatever that blocks has its reason. */
    private static final String SIGNING =
            Stream.of(
                            "R1",
                            "R2",
                            "R3",
                            "R7",
                            "R8",
                            "R9",
                            "R11",
                            "R12",
                            "T-ALL",
                            "T-CONTENTS",
                            "C-SUBSET",
                            "PARITY")
                    .map("{\"code\":\"%s\",\"reason\":\"经核对\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"overrides\":[", "]}"));

    // The register knows no township of the tests.
    private static final String KNOWN = "410423106000";

    private final String home = Api.township();
    private final String foreign = Api.township();
    private final String code = Definitions.code();
    private final String form = "guarded-" + home.substring(6, 9);

    @Test
    void everyOperationIsGuarded() throws SQLException {
        walk().findsNothing();
        // The walk's own rebuild may still run: the next test is not to find it running.
        patiently().until(() -> Sql.text(RUNNING).equals("0"));
    }

    /** The table of a township, with records of its own. */
    GuardWalk walk() throws SQLException {
        Events.publish(Events.agreedCase(home, "TOWNSHIP", "2024-03-05"));
        awaitCount(home, "M-01", "2024", 1);
        begin(2024);
        begin(2022);
        begin(2021);
        Api.as(home, "clerk-1", "reports:write")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{}")
                .post("/reporting/v1/reports/%s/2021/checking".formatted(home))
                .then()
                .statusCode(200);
        String county = home.substring(0, 6) + "000000";
        FigureSets.ofCounty(county, form, "2023", "M-01").submit(home, 1, "M-01").statusCode(200);
        // Before the letter is mended: a rebuild meets its event again.
        String rebuild = finishedRebuild();
        return GuardWalk.between(home, foreign)
                .visiting(
                        local("listIndicators").query("division", home),
                        local("getIndicator").at("code", "M-01").query("division", home),
                        common("listRecordKinds"),
                        local("previewIndicator").body(proposal()),
                        local("addIndicator")
                                .by(Definitions.COUNTY)
                                .naming("/code", "COUNTY_DEFINES")
                                .body(addition()),
                        local("addDefinition")
                                .by(Definitions.COUNTY)
                                .at("code", code)
                                .body(Events.json(Map.of("definition", later()))),
                        local("endIndicator")
                                .by(Definitions.COUNTY)
                                .at("code", code)
                                .body("{\"until\": \"2026-12\"}"),
                        local("listFigures")
                                .query("indicator", "M-01")
                                .query("division", home)
                                .query("period", "2024"),
                        local("getReceipt")
                                .at("indicator", "M-01")
                                .at("division", home)
                                .at("period", "2024")
                                .flat(),
                        local("listDivisions").query("parent", home),
                        local("getDivision").at("code", KNOWN).by(KNOWN),
                        local("listChecks").query("division", home).query("period", "2024"),
                        local("getMediationParagraph")
                                .at("division", home)
                                .at("year", "2024")
                                .flat(),
                        local("getPetitionParagraph")
                                .at("division", home)
                                .at("year", "2024")
                                .flat(),
                        local("getLegalParagraph").at("division", home).at("year", "2024").flat(),
                        common("putFigureSetForm")
                                .at("form", form)
                                .by(county)
                                .body(Events.json(FigureSets.content("YEAR", "M-01", "M-04"))),
                        common("getFigureSetForm").at("form", form).by(county),
                        common("listFigureSetForms").by(county),
                        set("submitFigureSet", 2024).body("{\"reason\":\"年报数据\"}"),
                        set("returnFigureSet", 2024).by(county).body("{\"reason\":\"请核对\"}"),
                        set("acceptFigureSet", 2023).by(county),
                        set("reopenFigureSet", 2023).by(county).body("{\"reason\":\"请核对\"}"),
                        set("getFigureSet", 2024),
                        set("getFigureSetHistory", 2024),
                        set("getFigureSetDifferences", 2024),
                        set("getFigureSetReceipt", 2024)
                                .at("indicator", "M-01")
                                .notUnder("period", "2022"),
                        listing("listFigureSets", home).query("form", form).query("period", "2024"),
                        listing("listFigureSetChanges", home),
                        common("compareFigureSets")
                                .by(county)
                                .query("form", form)
                                .query("period", "2024"),
                        confirmation("putConfirmation"),
                        confirmation("getConfirmation"),
                        confirmation("withdrawConfirmation"),
                        local("beginReport")
                                .body("{\"division\":\"%s\",\"year\":2020}".formatted(home)),
                        local("readReportText")
                                .body(
                                        "{\"division\":\"%s\",\"year\":2020,\"text\":\"一、举措\"}"
                                                .formatted(home)),
                        local("listReports").query("year", "2024").query("division", home),
                        report("getReport", 2024),
                        report("previewReport", 2024),
                        report("listReportChecks", 2024),
                        report("getReportHistory", 2024),
                        report("getReportCarryOver", 2024),
                        report("editReport", 2022).body(DRAFT),
                        report("returnReport", 2021).body("{\"reason\":\"补充\"}"),
                        report("checkReport", 2024).body("{}"),
                        report("signReport", 2024).body(SIGNING),
                        report("submitReport", 2024).body("{}"),
                        report("reviewReport", 2024).body("{\"confirmed\":[\"M-01\"]}"),
                        report("publishReport", 2024).body("{}"),
                        open("listEditions").at("division", home).at("year", "2024").flat(),
                        open("getEdition")
                                .at("division", home)
                                .at("year", "2024")
                                .at("number", "1")
                                .flat(),
                        report("verifyEdition", 2024).at("number", "1").notUnder("year", "2022"),
                        report("getEditionReceipt", 2024)
                                .at("number", "1")
                                .at("key", "M-01")
                                .notUnder("year", "2022"),
                        report("getEditionRecords", 2024)
                                .at("number", "1")
                                .notUnder("year", "2022"),
                        report("getPendingRevision", 2024),
                        report("reviseReport", 2024).body("{\"reason\":\"补登\"}"),
                        report("abandonRevision", 2024).body("{\"reason\":\"误启动\"}"),
                        listing("listAuditEntries", home),
                        common("getAuditChain"),
                        common("listDeadLetters"),
                        common("retryDeadLetter").at("id", mendedLetter()),
                        common("getFactParity"),
                        common("compareFacts"),
                        common("getDrift"),
                        local("verifyFigures").query("division", home).query("year", "2024"),
                        common("getRebuild").at("id", rebuild),
                        common("startRebuild"));
    }

    /** By another person than the one who walks, and signs. */
    private void begin(int year) {
        Api.as(home, "clerk-1", "reports:write")
                .contentType("application/json")
                .body("{\"division\":\"%s\",\"year\":%d,\"draft\":%s}".formatted(home, year, DRAFT))
                .post("/reporting/v1/reports")
                .then()
                .statusCode(201);
    }

    private Visit report(String operationId, int year) {
        return local(operationId).at("division", home).at("year", Integer.toString(year)).flat();
    }

    private Visit set(String operationId, int year) {
        return local(operationId)
                .at("form", form)
                .at("division", home)
                .at("period", Integer.toString(year))
                .flat();
    }

    private String proposal() {
        return Events.json(
                Definitions.of(
                        "code",
                        "M-01",
                        "definition",
                        definition(),
                        "division",
                        home,
                        "years",
                        List.of(2024)));
    }

    private String addition() {
        return Events.json(Map.of("code", code, "definition", definition()));
    }

    private static Map<String, Object> definition() {
        return Definitions.closed("COUNT", Definitions.in("status", "AGREED"));
    }

    private static Map<String, Object> later() {
        return Definitions.with(definition(), "since", "2025-01");
    }

    private Visit confirmation(String operationId) {
        return local(operationId)
                .at("division", home)
                .at("month", "2024-03")
                .at("chapter", "mediation")
                .flat();
    }

    /** A dead letter whose reason is gone: the code it has is known now. */
    private String mendedLetter() throws SQLException {
        Snapshot odd =
                Events.agreedCase(home, "TOWNSHIP", "2024-03-06").with("difficulty", "STRANGE");
        Events.publish(odd);
        String letter = "from dead_letter where record_id = '" + odd.id() + "'";
        patiently().until(() -> Sql.text("select count(*) " + letter).equals("1"));
        String id = Sql.text("select id " + letter);
        Events.signLetter(Integer.parseInt(id), odd.with("difficulty", "MAJOR"));
        return id;
    }

    private String finishedRebuild() {
        String started =
                Api.as(home)
                        .post("/reporting/v1/rebuilds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id")
                        .toString();
        patiently()
                .until(
                        () ->
                                Api.as(home)
                                        .get("/reporting/v1/rebuilds/" + started)
                                        .path("state")
                                        .equals("DONE"));
        return started;
    }
}
