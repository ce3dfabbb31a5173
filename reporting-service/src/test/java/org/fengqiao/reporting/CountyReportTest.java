package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A county reports what its townships submitted and it accepted, and says so (D6). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CountyReportTest {

    // Forms whose codes come behind the others': of those that ask for as much the first is taken.
    private static final String[] LEVELS = {"M-01", "M-02", "M-03", "M-18"};
    private static final String ACCEPTED = "410423105000";
    private static final String WAITING = "410423104000";

    private static final String CHECK = "items.find { it.code == '%s' }.";

    /** What a rule finds is what the reader of the report would find (D6). */
    @Test
    void theCountysChecksJudgeTheFiguresThatItsReportPrints() {
        String unit = "410423103000";
        String other = "410423102000";
        FigureSets sets = FigureSets.since("2022", "levels", LEVELS);
        publishCases(unit, "2022", 3);
        sets.submit(unit, 1, "M-02", "M-18").statusCode(200);
        sets.accept(unit, 2).statusCode(200);
        ReportWay report = new ReportWay(FigureSets.COUNTY, 2022);
        report.begin("{year}年调处{M-01}件，村{M-02}件，镇{M-03}件。");

        // A case of no level: its set is not accepted, and no figure of the report has it.
        int counted = Api.count(FigureSets.COUNTY, "M-01", "2022").intValue();
        Events.publish(
                Events.agreedCase(other, "TOWNSHIP", "2022-05-05").with("committeeLevel", null));
        Api.awaitCount(FigureSets.COUNTY, "M-01", "2022", counted + 1);
        as(FigureSets.COUNTY)
                .queryParam("period", "2022")
                .get("/reporting/v1/checks")
                .then()
                .statusCode(200)
                .body(CHECK.formatted("R1") + "status", equalTo("FAILED"))
                .body(CHECK.formatted("C-PARTS") + "status", equalTo("FAILED"))
                .body(CHECK.formatted("R10") + "zh", not(containsString("按现有记录核对")));
        report.get("/checks")
                .body(CHECK.formatted("R1") + "status", equalTo("PASSED"))
                .body(CHECK.formatted("R1") + "zh", equalTo("各类调委会调处合计3件，总数3件，相符。"))
                .body(CHECK.formatted("R1") + "numbers.receipt", everyItem(nullValue()))
                .body(CHECK.formatted("R1-REMAINDER") + "status", equalTo("PASSED"))
                .body(CHECK.formatted("C-PARTS") + "zh", containsString("核对1组"))
                .body(CHECK.formatted("R2") + "zh", containsString("按现有记录核对"))
                .body(CHECK.formatted("R10") + "zh", containsString("按现有记录核对"))
                .body(CHECK.formatted("R10") + "en", containsString("by the records of now"));

        // Accepted, it is printed, and judged.
        sets.submit(other, 1, "M-02", "M-03", "M-18").statusCode(200);
        sets.accept(other, 2).statusCode(200);
        report.get("/checks")
                .body(CHECK.formatted("R1") + "status", equalTo("FAILED"))
                .body(CHECK.formatted("R1") + "zh", containsString("合计3件，总数4件，不相符"))
                .body(CHECK.formatted("R1-REMAINDER") + "zh", containsString("另有1件"))
                .body(CHECK.formatted("C-PARTS") + "status", equalTo("FAILED"));
    }

    /** What a county said of a year is what it says of it a year later. */
    @Test
    void theYearBeforeIsWhatTheCountyReportedThen() {
        String unit = "410423101000";
        FigureSets before = FigureSets.since("2018", "of-two-years", "M-01", "M-04");
        FigureSets sets = before.in("2019");
        publishCases(unit, "2018", 3);
        before.submit(unit, 1).statusCode(200);
        before.accept(unit, 2).statusCode(200);
        publishCases(unit, "2018", 2);
        publishCases(unit, "2019", 14);
        sets.submit(unit, 1).statusCode(200);
        sets.accept(unit, 2).statusCode(200);
        ReportWay report = new ReportWay(FigureSets.COUNTY, 2019);
        report.begin("{year}年调处{M-01}件，上年{M-01|上年}件，上年例会{M-06|上年}次。");
        String[] past = {"M-01@2018", "M-06@2018"};
        report.get("/preview")
                .body("figures.key", contains("M-01", past[0], past[1]))
                .body("figures[1].value", equalTo(3));
        report.get("/checks")
                .body(CHECK.formatted("C-JUMP") + "zh", containsString("14件，上年同期3件"))
                .body(CHECK.formatted("YEAR-BEFORE") + "status", equalTo("FAILED"))
                .body(CHECK.formatted("YEAR-BEFORE") + "severity", equalTo("WARNING"))
                .body(CHECK.formatted("YEAR-BEFORE") + "zh", startsWith("职能部门例会的上年数按现有记录计"));

        // The county publishes what it has of 2018, and accepts more of it afterwards.
        new ReportWay(FigureSets.COUNTY, 2018).publish("{year}年调处{M-01}件。");
        before.reopen(unit, 3, "补报").statusCode(200);
        before.submit(unit, 4).statusCode(200);
        before.accept(unit, 5).statusCode(200);
        new ReportWay(FigureSets.COUNTY, 2018)
                .get("/pending-revision")
                .body("pending", equalTo(true));
        report.get("/preview").body("figures[1].value", equalTo(3));

        report.step("clerk", "checking", "{}").statusCode(200);
        report.sign("T-NOT-REPORTED");
        report.step("clerk", "submission", "{}").statusCode(200);
        report.step("signer", "confidentiality-review", "{}").statusCode(200);
        report.step("signer", "publication", "{}").statusCode(200);
        report.anybody("/editions/1")
                .body("edition.figures[1].value", equalTo(3))
                .body(
                        "edition.checks.find { it.code == 'YEAR-BEFORE' }.zh",
                        containsString("职能部门例会"));
        report.get("/editions/1/verification").body("intact", equalTo(true));
        report.get("/editions/1/figures/M-01@2018/receipt").body("recordCount", equalTo(3));
        report.get("/pending-revision").body("pending", equalTo(false));
        report.step("clerk", "revision", "{\"reason\":\"补登\"}").statusCode(200);
        report.step("clerk", "edits", ReportWay.draft("上年{M-01|上年}件。")).statusCode(200);
        report.get("/checks").body(CHECK.formatted("YEAR-BEFORE") + "status", equalTo("PASSED"));
    }

    /** Nor could it be reckoned then from what the next edition prints. */
    @Test
    void whatAnEditionDidNotTellIsNotToldAYearLater() {
        publishCases("410423101000", "2016", 2);
        ReportWay first = new ReportWay(FigureSets.COUNTY, 2016);
        first.begin("{year}年调处{M-01}件。");
        publish(first, "{\"suppressed\":[\"M-01\"]}");
        ReportWay next = new ReportWay(FigureSets.COUNTY, 2017);
        next.begin("上年{M-01|上年}件。");
        publish(next, "{}");
        next.anybody("/editions/1")
                .body(
                        "edition.sections[0].items[0].paragraphs[0].pieces.text",
                        contains("上年", "〔不公开〕", "件。"))
                .body("edition.figures[0].status", equalTo("SUPPRESSED"))
                .body("edition.figures[0].lists", nullValue());
        next.get("/editions/1/verification").body("intact", equalTo(true));
        next.get("/pending-revision").body("pending", equalTo(false));
    }

    /** Of a year without a form: no union, so that the signer has to say why it is signed. */
    private static void publish(ReportWay report, String review) {
        report.step("clerk", "checking", "{}").statusCode(200);
        report.sign("UNION");
        report.step("clerk", "submission", "{}").statusCode(200);
        report.step("signer", "confidentiality-review", review).statusCode(200);
        report.step("signer", "publication", "{}").statusCode(200);
    }

    private static void publishCases(String unit, String year, int count) {
        int there = Api.count(unit, "M-01", year).intValue();
        Events.publish(
                IntStream.range(0, count)
                        .mapToObj(it -> Events.agreedCase(unit, "TOWNSHIP", year + "-03-05"))
                        .toArray(Snapshot[]::new));
        Api.awaitCount(unit, "M-01", year, there + count);
    }

    /** Not only that there is none: what a form has to ask for. */
    @Test
    void whatNoFormAsksForIsNamedWithTheFormThatComesNearest() {
        String own = "X-410423-72";
        Definitions.add(
                        FigureSets.COUNTY,
                        own,
                        Definitions.closed("COUNT", Definitions.in("disputeType", "04")))
                .statusCode(201);
        FigureSets.of("nearest-form", "2023", "M-01", "M-02", "M-03", "M-16");
        ReportWay report = new ReportWay(FigureSets.COUNTY, 2023);
        report.begin("调处{M-01}件，村级{M-02}件，镇级{M-03}件，未结{M-16}件，合同纠纷{" + own + "}件。");
        report.get("/checks")
                .body("items.find { it.code == 'UNION' }.zh", startsWith("年度报表“"))
                .body("items.find { it.code == 'UNION' }.zh", containsString("没有文中的" + own));
        ReportWay early = new ReportWay(FigureSets.COUNTY, 2015);
        early.begin("调处{M-01}件。");
        early.get("/checks").body("items.find { it.code == 'UNION' }.zh", startsWith("没有年度报表，"));
    }

    @Test
    void theCountysReportIsTheUnionOfAcceptedSets() {
        Events.publish(
                Events.agreedCase(ACCEPTED, "TOWNSHIP", "2021-03-05"),
                Events.agreedCase(ACCEPTED, "TOWNSHIP", "2021-04-05"),
                Events.agreedCase(WAITING, "TOWNSHIP", "2021-05-05"));
        Api.awaitCount(FigureSets.COUNTY, "M-01", "2021", 3);
        ReportWay report = new ReportWay(FigureSets.COUNTY, 2021);
        report.begin("{year}年调处{M-01}件。");
        FigureSets sets = FigureSets.of("a-yearly-form", "2021", "M-01");
        sets.submit(ACCEPTED, 1).statusCode(200);
        sets.submit(WAITING, 1).statusCode(200);
        sets.accept(ACCEPTED, 2).statusCode(200);
        report.get("/preview").body("figures[0].value", equalTo(2));
        report.step("clerk", "checking", "{}").statusCode(200);
        report.sign();
        report.step("clerk", "submission", "{}").statusCode(200);
        report.step("signer", "confidentiality-review", "{\"confirmed\":[\"M-01\"]}")
                .statusCode(200);
        report.step("signer", "publication", "{}").statusCode(200);
        report.anybody("/editions/1")
                .body("edition.figures[0].value", equalTo(2))
                .body(
                        "edition.checks.find { it.code == 'UNION' }.zh",
                        containsString("由24个单位中已审核的1个汇总"));
        report.get("/editions/1/verification").body("intact", equalTo(true));
        report.get("/editions/1/figures/M-01/receipt").body("recordCount", equalTo(2));
        report.get("/pending-revision").body("pending", equalTo(false));

        sets.accept(WAITING, 2).statusCode(200);
        report.get("/pending-revision")
                .body("pending", equalTo(true))
                .body("changes.zh", hasItem(containsString("调处矛盾纠纷 2 → 3：新增")))
                .body("changes.figure.records.flatten().countedOn", hasItem("2021-05-05"));
    }
}
