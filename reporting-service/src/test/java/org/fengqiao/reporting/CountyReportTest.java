package org.fengqiao.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** A county reports what its townships submitted and it accepted, and says so (D6). */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CountyReportTest {

    private static final String ACCEPTED = "410423105000";
    private static final String WAITING = "410423104000";

    /** Not only that there is none: what a form has to ask for. */
    @Test
    void whatNoFormAsksForIsNamedWithTheFormThatComesNearest() {
        FigureSets.of("nearest-form", "2022", "M-01", "M-02", "M-03", "M-16");
        ReportWay report = new ReportWay(FigureSets.COUNTY, 2022);
        report.begin("调处{M-01}件，村级{M-02}件，镇级{M-03}件，未结{M-16}件，防止{M-20}件。");
        report.get("/checks")
                .body(
                        "items.find { it.code == 'UNION' }.zh",
                        startsWith("年度报表“年度报告数据”（nearest-form）没有文中的M-20"));
        ReportWay early = new ReportWay(FigureSets.COUNTY, 2019);
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
        report.sign("UNION");
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
