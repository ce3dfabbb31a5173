package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.figures;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures beside those of other periods, as files, and what is too much for one query. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ComparisonTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);

    @BeforeEach
    void fourCases() {
        publish(
                agreedCase(village, "VILLAGE", "2023-05-05"),
                agreedCase(village, "VILLAGE", "2023-05-06")
                        .with("status", "NOT_AGREED")
                        .with("disputeType", "04"),
                agreedCase(village, "VILLAGE", "2024-04-05"),
                agreedCase(village, "VILLAGE", "2024-05-05"),
                agreedCase(township, "TOWNSHIP", "2024-05-06"));
        awaitCount(township, "M-01", "2024", 3);
        awaitCount(township, "M-01", "2023", 2);
    }

    private ValidatableResponse compared(String indicator, String period, String... more) {
        String[] all = new String[6 + more.length];
        String[] fixed = {"indicator", indicator, "period", period, "compare", "PREVIOUS,YEAR_AGO"};
        System.arraycopy(fixed, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return figures(township, all).statusCode(200);
    }

    @Test
    void aYearStandsBesideTheYearBefore() {
        compared("M-01", "2024")
                .body("figures[0].value", equalTo(3))
                .body("figures[0].comparisons.against", equalTo(List.of("PREVIOUS", "YEAR_AGO")))
                .body("figures[0].comparisons.period", equalTo(List.of("2023", "2023")))
                .body("figures[0].comparisons[1].value", equalTo(2))
                .body("figures[0].comparisons[1].change", equalTo(1))
                .body("figures[0].comparisons[1].changePercent", equalTo(50.0f))
                .body(
                        "figures[0].comparisons[1].receipt",
                        equalTo("/reporting/v1/figures/M-01/" + township + "/2023/receipt"));
        figures(township, "indicator", "M-01", "period", "2024")
                .body("figures[0].comparisons", nullValue());
    }

    @Test
    void aRangeOfMonthsIsComparedWithTheSameOfTheYearBefore() {
        compared("M-01", "2024-04..2024-05")
                .body("figures[0].comparisons[0].period", equalTo("2024-02..2024-03"))
                .body("figures[0].comparisons[0].status", equalTo("NOT_REPORTED"))
                .body("figures[0].comparisons[0].change", nullValue())
                .body("figures[0].comparisons[1].period", equalTo("2023-04..2023-05"))
                .body("figures[0].comparisons[1].value", equalTo(2));
    }

    @Test
    void aShareChangesByPercentagePoints() {
        compared("M-05", "2024")
                .body("figures[0].value", equalTo(100.0f))
                .body("figures[0].comparisons[1].value", equalTo(50.0f))
                .body("figures[0].comparisons[1].change", equalTo(50.0f))
                .body("figures[0].comparisons[1].changePercent", nullValue());
    }

    @Test
    void eachMonthStandsBesideTheMonthBefore() {
        String may = "figures.find { it.where == '2024-05' }";
        compared("M-01", "2024", "by", "month")
                .body(may + ".value", equalTo(2))
                .body(may + ".comparisons[0].period", equalTo("2024-04"))
                .body(may + ".comparisons[0].value", equalTo(1))
                .body(may + ".comparisons[1].period", equalTo("2023-05"))
                .body(may + ".comparisons[1].value", equalTo(2))
                .body("figures[0].comparisons[0].period", equalTo("2023-12"));
    }

    /** What was there a year ago, and is no more, is no row that goes silently. */
    @Test
    void aRowThatOnlyTheOtherPeriodHasIsThere() {
        String contracts = "figures.find { it.where == '04' }";
        compared("M-01", "2024", "by", "disputeType")
                .body(contracts + ".status", equalTo("NOT_REPORTED"))
                .body(contracts + ".comparisons[1].value", equalTo(1));
        figures(township, "indicator", "M-01", "period", "2024", "by", "disputeType")
                .body(contracts, nullValue());
    }

    @Test
    void aVillageStandsBesideItselfAndSoDoesTheOwnLevel() {
        String own = "figures.find { it.where == 'OWN_LEVEL' }";
        String first = "figures.find { it.where == '" + village + "' }";
        compared("M-01", "2024", "by", "division")
                .body(own + ".value", equalTo(1))
                .body(own + ".comparisons[1].status", equalTo("NOT_REPORTED"))
                .body(own + ".comparisons[1].receipt", containsString("/2023/receipt?where="))
                .body(first + ".comparisons[1].value", equalTo(2));
    }

    @Test
    void anotherComparisonIsRefused() {
        figures(township, "indicator", "M-01", "period", "2024", "compare", "lastYear")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("compare"));
    }

    @Test
    void figuresAreAFileForASpreadsheet() {
        String csv =
                new String(
                        figures(
                                        township,
                                        "indicator",
                                        "M-01,M-05",
                                        "period",
                                        "2024",
                                        "compare",
                                        "YEAR_AGO",
                                        "format",
                                        "csv")
                                .statusCode(200)
                                .header("Content-Type", startsWith("text/csv"))
                                .header("Content-Disposition", containsString("2024.csv"))
                                .extract()
                                .asByteArray(),
                        StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertEquals(3, lines.size(), csv);
        assertEquals(
                "M-01,调处矛盾纠纷,%1$s,%1$s,2024,,,OK,3,件,,,,,,,,,,,2,1,50.00,1,/reporting/v1/figures/M-01/%1$s/2024/receipt"
                        .formatted(township),
                lines.get(1));
    }

    @Test
    void moreThanOneQueryCanTellIsRefusedAndNotCut() {
        List<String> codes = as(township).get("/reporting/v1/indicators").path("items.code");
        figures(
                        township,
                        "indicator",
                        String.join(",", codes),
                        "period",
                        "2005-01..2024-12",
                        "by",
                        "month")
                .statusCode(422)
                .body("code", equalTo("QUERY_TOO_COSTLY"));
    }

    /** A statement that waits is one that takes long. */
    @Test
    void whatTakesTooLongIsRefused() throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table mediation_case_fact in access exclusive mode");
            figures(township, "indicator", "M-01", "period", "2024")
                    .statusCode(422)
                    .body("code", equalTo("QUERY_TOO_COSTLY"));
            as(township)
                    .get("/reporting/v1/figures/M-01/" + township + "/2024/receipt")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("QUERY_TOO_COSTLY"));
            connection.rollback();
        }
        figures(township, "indicator", "M-01", "period", "2024").statusCode(200);
    }
}
