package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.checks;
import static org.fengqiao.reporting.Events.publish;
import static org.fengqiao.reporting.PetitionEvents.accepted;
import static org.fengqiao.reporting.PetitionEvents.backlog;
import static org.fengqiao.reporting.PetitionEvents.concluded;
import static org.fengqiao.reporting.PetitionEvents.due;
import static org.fengqiao.reporting.PetitionEvents.visit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The paragraph on petitions and its checks R8, R9, R12. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionReportTest {

    private final String township = Api.township();

    /**
     * The sentence of the 2024 report, without its 打击…越级上访: seed/wawu-2024-annual-report.txt. Its
     * 01人次 to the province are taken as 1 (D6).
     */
    @Test
    void theParagraphReadsAsInTheReportOf2024() {
        String wawu = "410423106000";
        List<Snapshot> events = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String form = i % 2 == 0 ? "LETTER" : "VISIT";
            events.add(concluded(accepted(wawu, form, "2024-03-05"), "2024-04-0" + (1 + i % 9)));
        }
        events.add(visit(wawu, "PROVINCE", 1, "2024-05-06"));
        events.add(visit(wawu, "CITY", 3, "2024-05-07"));
        events.add(backlog(wawu, "2022-05-07").with("resolvedOn", "2024-08-01"));
        publish(events.toArray(Snapshot[]::new));
        awaitCount(wawu, "P-01", "2024", 13);
        awaitCount(wawu, "P-05", "2024", 3);
        awaitCount(wawu, "P-08", "2024", 1);
        text(wawu, containsString("我镇进京访〔未报告〕人次，"));
        for (int month = 1; month <= 12; month++) {
            as(wawu).put("/reporting/v1/confirmations/%s/2024-%02d/petition".formatted(wawu, month))
                    .then()
                    .statusCode(200);
        }
        text(
                wawu,
                equalTo(
                        "推动信访问题依法及时就地解决，积极开展积案化解1件，我镇进京访0人次，到省信访1人次，到市信访3人次，"
                                + "受理群众来信来访件13件，按时办结率100％。"));
        check(wawu, "R8", "PASSED", containsString("进京访0人次、到省信访1人次、到市信访3人次、受理群众来信来访件13件"));
        check(wawu, "R8-VISITS", "PASSED", containsString("件数不多于批次"));
        check(wawu, "R9", "PASSED", containsString("按时办结率100%：分母13件"));
        check(wawu, "R12", "PASSED", equalTo("文中各数没有前导零。"));
    }

    @Test
    void theChecksTellWhatToLookAt() {
        publish(
                concluded(accepted(township, "LETTER", "2024-03-05"), "2024-12-01"),
                accepted(township, "LETTER", "2024-12-20"),
                due(accepted(township, "LETTER", "2024-05-20"), null),
                visit(township, "CITY", 0, "2024-05-07"));
        awaitCount(township, "P-01", "2024", 3);
        awaitCount(township, "P-05-B", "2024", 1);
        check(
                township,
                "R9",
                "PASSED",
                containsString("按时办结率0%：分母1件（本期办结或到期），其中按时办结0件；另有未到期1件、没有办理期限1件"));
        String receipt =
                checks(township)
                        .extract()
                        .path("items.find { it.code == 'R9' }.numbers[2].receipt");
        as(township).get(receipt).then().statusCode(200).body("recordCount", equalTo(1));
        // A visit of nobody: somebody forgot to enter how many came.
        check(township, "R8-VISITS", "FAILED", containsString("到市信访1件、1批次、0人次"));
        checks(township).body("items.find { it.code == 'R8-VISITS' }.severity", equalTo("WARNING"));
    }

    @Test
    void whoMayNotReadPetitionsSeesNumbersAndNoLinks() {
        publish(accepted(township, "LETTER", "2024-03-05"));
        awaitCount(township, "P-01", "2024", 1);
        String link = "<a href=\"/reporting/pages/figures/P-01/";
        page("figures:read", "reports:read", "petitions:read")
                .body(containsString("<h2>矛盾纠纷调解</h2>"))
                .body(containsString("<h2>信访</h2>"))
                .body(containsString(link));
        page("figures:read", "reports:read")
                .body(containsString("受理群众来信来访件<span title=\"P-01\">1</span>件"))
                .body(not(containsString(link)))
                .body(containsString("<a href=\"/reporting/pages/figures/M-01/"));
    }

    private ValidatableResponse page(String... scopes) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("reader", township, scopes))
                .accept("text/html")
                .get("/reporting/v1/reports/" + township + "/2024/petition")
                .then()
                .statusCode(200);
    }

    private static void text(String division, org.hamcrest.Matcher<String> text) {
        as(division)
                .get("/reporting/v1/reports/" + division + "/2024/petition")
                .then()
                .statusCode(200)
                .body("text", text);
    }

    private static void check(
            String division, String code, String status, org.hamcrest.Matcher<String> zh) {
        String it = "items.find { it.code == '" + code + "' }";
        checks(division).body(it + ".status", equalTo(status)).body(it + ".zh", zh);
    }
}
