package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.meeting;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReportTest {

    private final String township = Api.township();

    /** The paragraph of the 2024 report, word for word: seed/wawu-2024-annual-report.txt. */
    /** Rules over words alone. */
    private static final String OF_WORDS = "['T-NUMERAL', 'T-LETTERS', 'T-UNIT', 'T-SKIP-LEVEL']";

    @Test
    void theParagraphReadsAsInTheReportOf2024() {
        String wawu = "410423106000";
        List<Snapshot> events = new ArrayList<>();
        for (int i = 0; i < 339; i++) {
            String on = "2024-%02d-15".formatted(1 + i % 12);
            events.add(agreedCase(Api.village(wawu, 1 + i % 19), "VILLAGE", on));
        }
        for (int i = 0; i < 71; i++) {
            events.add(agreedCase(wawu, "TOWNSHIP", "2024-06-20"));
        }
        for (int month = 1; month <= 12; month++) {
            events.add(meeting(wawu, "2024-%02d-08".formatted(month)));
        }
        publish(events.toArray(Snapshot[]::new));
        awaitCount(wawu, "M-01", "2024", 410);
        awaitCount(wawu, "M-06", "2024", 12);

        report(wawu)
                .body(
                        "text",
                        equalTo(
                                "整合各类调解资源，合力处置矛盾纠纷。2024年召开综治办、派出所、法庭、司法所等职能部门例会12次，"
                                        + "多元化解机制形成，排查调处各类矛盾纠纷410件，调处成功410件，"
                                        + "村级调委会调处案件339件，镇调委会调处案件71件，"
                                        + "村、镇两级调委会案件调处成功率100％。"))
                .body(
                        "segments.figure.indicator",
                        hasItems("M-06", "M-01", "M-04", "M-02", "M-03", "M-05-VT"))
                .body("segments.figure.rendered", hasItems("12", "410", "339", "71", "100"))
                .body(
                        "segments.find { it.figure?.indicator == 'M-02' }.figure.receipt",
                        equalTo("/reporting/v1/figures/M-02/" + wawu + "/2024/receipt"));

        Api.checks(wawu)
                .body("items.find { it.code == 'R1' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R1-REMAINDER' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R2' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R3' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R10' }.status", equalTo("PASSED"))
                .body(
                        "items.find { it.code == 'R10' }.numbers.value",
                        equalTo(
                                List.of(
                                        "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1",
                                        "1")))
                .body("items.find { it.code == 'R14' }.status", equalTo("FAILED"))
                .body("items.find { it.code == 'R14' }.severity", equalTo("WARNING"))
                .body("items.find { it.code == 'R14' }.zh", startsWith("410件全部成功"))
                .body("items.find { it.code == 'R14' }.zh", containsString("不予受理未报"));
    }

    @Test
    void otherCommitteesAreARemainderThatTheTextDoesNotName() {
        publish(
                agreedCase(township, "TOWNSHIP", "2024-03-05"),
                agreedCase(township, "SPECIALIZED", "2024-03-05").with("status", "NOT_AGREED"),
                meeting(township, "2024-03-08"),
                meeting(township, "2024-03-09"));
        awaitCount(township, "M-01", "2024-03", 2);
        awaitCount(township, "M-06", "2024-03", 2);
        checks().body("items.find { it.code == 'R1' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R1-REMAINDER' }.status", equalTo("FAILED"))
                .body("items.find { it.code == 'R1-REMAINDER' }.severity", equalTo("WARNING"))
                .body("items.find { it.code == 'R1-REMAINDER' }.numbers[0].value", equalTo("1"))
                .body("items.find { it.code == 'R3' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R14' }.status", equalTo("PASSED"));
        // The rate opens the cases of the two levels that the sentence names, and no others.
        String rate = "segments.find { it.figure?.indicator == 'M-05-VT' }.figure.";
        String receipt =
                report(township)
                        .body("text", containsString("村（居）、乡镇（街道）两级调委会案件调处成功率100％"))
                        .extract()
                        .path(rate + "receipt");
        as(township)
                .get(receipt)
                .then()
                .body("recordCount", equalTo(1))
                .body("cohort", containsString("调委会类别为村、社区、乡镇、街道"));
    }

    @Test
    void twoLevelsWithoutAFailureAreConspicuousToo() {
        List<Snapshot> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(agreedCase(township, "TOWNSHIP", "2024-03-05"));
        }
        events.add(agreedCase(township, "ENTERPRISE", "2024-03-05").with("status", "NOT_AGREED"));
        publish(events.toArray(Snapshot[]::new));
        awaitCount(township, "M-01", "2024", 101);
        checks().body("items.find { it.code == 'R14' }.status", equalTo("FAILED"))
                .body("items.find { it.code == 'R14' }.zh", startsWith("村（居）、乡镇（街道）两级100件全部成功"));
    }

    @Test
    void twelveMeetingsInOneMonthAreNotMonthly() {
        Snapshot[] meetings = new Snapshot[12];
        for (int i = 0; i < 12; i++) {
            meetings[i] = meeting(township, "2024-03-%02d".formatted(i + 1));
        }
        publish(meetings);
        awaitCount(township, "M-06", "2024", 12);
        checks().body("items.find { it.code == 'R10' }.status", equalTo("FAILED"))
                .body("items.find { it.code == 'R10' }.numbers[2].value", equalTo("12"))
                .body("items.find { it.code == 'R10' }.zh", containsString("12个月中有1个月"));
    }

    @Test
    void theSameIsAPageWhoseNumbersAreLinks() {
        publish(agreedCase(township, "TOWNSHIP", "2024-03-05"));
        awaitCount(township, "M-01", "2024", 1);
        String page =
                as(township)
                        .accept("text/html")
                        .get("/reporting/v1/reports/" + township + "/2024/mediation")
                        .then()
                        .statusCode(200)
                        .contentType("text/html")
                        .body(
                                containsString(
                                        "排查调处各类矛盾纠纷<a href=\"/reporting/pages/figures/M-01/"
                                                + township
                                                + "/2024/receipt\""))
                        .body(containsString("〔未报告〕"))
                        .extract()
                        .asString();
        // Self-contained: nothing is loaded from anywhere.
        org.junit.jupiter.api.Assertions.assertFalse(
                page.matches("(?s).*(src=|https?://|<script).*"));
    }

    @Test
    void aPageAsksForSignIn() {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/reporting/pages/reports/" + township + "/2024/mediation")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
    }

    @Test
    void aReportNeedsAYearAndTheRight() {
        as(township)
                .get("/reporting/v1/reports/" + township + "/2024-03/mediation")
                .then()
                .statusCode(400);
        as(Api.village(township, 1))
                .get("/reporting/v1/reports/" + township + "/2024/mediation")
                .then()
                .statusCode(404);
        RestAssured.get("/reporting/v1/reports/" + township + "/2024/mediation")
                .then()
                .statusCode(401)
                .body(not(containsString("<html")));
    }

    @Test
    void aStreetReportsThroughItsOfficeAndAVillageThroughItsCommittee() {
        page("410423106000")
                .body(containsString("<h1>河南省平顶山市鲁山县瓦屋镇人民政府<br>"))
                .body(containsString("村、镇两级调委会"));
        page("410423001000")
                .body(containsString("<h1>河南省平顶山市鲁山县露峰街道办事处<br>"))
                .body(containsString("村（居）、街道两级调委会"))
                .body(not(containsString("人民政府")));
        page("410423001001")
                .body(containsString("<h1>河南省平顶山市鲁山县露峰街道曙光社区居民委员会<br>"))
                .body(containsString("，社区调委会调处案件<a "))
                .body(not(containsString("人民政府")))
                .body(not(containsString("两级调委会")));
    }

    private static ValidatableResponse page(String division) {
        return as(division)
                .accept("text/html")
                .get("/reporting/v1/reports/" + division + "/2022/mediation")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(String division) {
        return as(division)
                .get("/reporting/v1/reports/" + division + "/2024/mediation")
                .then()
                .statusCode(200);
    }

    @Test
    void whatNobodyReportedIsNotChecked() {
        String overFigures = "items.findAll { !(it.code in " + OF_WORDS + ") }";
        checks().body(overFigures + ".status", everyItem(equalTo("NOTHING_REPORTED")))
                // Words are printed whatever was reported.
                .body("items.find { it.code == 'T-SKIP-LEVEL' }.status", equalTo("PASSED"));
    }

    @Test
    void whatASilentSourceMayStillTellIsNotJudged() throws SQLException {
        publish(agreedCase(township, "TOWNSHIP", "2024-03-05"), meeting(township, "2024-03-08"));
        awaitCount(township, "M-01", "2024", 1);
        awaitCount(township, "M-06", "2024", 1);
        String silent = "mediation.silent.v1";
        execute(
                """
                insert into consumer_offset (topic, partition, topic_id, position, event_at)
                values ('%s', 0, 'x', 0, timestamptz '2024-06-30 12:00+08')
                """
                        .formatted(silent));
        try {
            String told =
                    "items.findAll { !(it.code in ['R5', 'R6', 'R7', 'R8', 'R8-VISITS', 'R9',"
                            + " 'R11', 'G-02', 'G-06', 'T-THEME-DAYS', 'T-ALL'] || it.code in "
                            + OF_WORDS
                            + ") }";
            checks().body(told + ".status", everyItem(equalTo("INCOMPLETE")))
                    .body(told + ".zh", everyItem(startsWith("数据不全，无法判断")))
                    .body("items.find { it.code == 'R9' }.status", equalTo("NOTHING_REPORTED"))
                    .body("items.find { it.code == 'R10' }.numbers[2].value", equalTo("1"))
                    .body("items.find { it.code == 'R10' }.numbers[6].value", equalTo("〔数据不全〕"));
        } finally {
            execute("delete from consumer_offset where topic = '%s'".formatted(silent));
        }
        checks().body("items.find { it.code == 'R2' }.status", equalTo("PASSED"))
                .body("items.find { it.code == 'R10' }.numbers[6].value", equalTo("〔未报告〕"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ValidatableResponse checks() {
        return Api.checks(township);
    }
}
