package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Rows of a breakdown are small counts: they are for the division's own people alone. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class BreakdownTest {

    private final String township = Api.township();
    private final String village = Api.village(township, 1);
    private final List<String> others = List.of(Api.township(), village, "410498000000");

    @Test
    void noBreakdownIsServedOutsideTheCallersDivision() {
        int asked = 0;
        for (Map.Entry<List<String>, String> kind : indicatorsByDimensions().entrySet()) {
            List<String> breakdowns = new ArrayList<>(List.of("month", "division"));
            breakdowns.addAll(kind.getKey());
            if (kind.getKey().size() > 1) {
                breakdowns.add(kind.getKey().get(0) + "," + kind.getKey().get(1));
            }
            for (String by : breakdowns) {
                assertStatus(200, by, figures(township, kind.getValue(), by));
                for (String other : others) {
                    assertStatus(404, by, figures(other, kind.getValue(), by));
                    asked++;
                }
            }
        }
        assertTrue(asked > 100, "only " + asked);
    }

    /** One indicator of each kind of record, told by what it can be divided by. */
    private Map<List<String>, String> indicatorsByDimensions() {
        JsonPath catalogue = as(township).get("/reporting/v1/indicators").jsonPath();
        Map<List<String>, String> indicators = new LinkedHashMap<>();
        for (Map<String, Object> it : catalogue.<Map<String, Object>>getList("items")) {
            @SuppressWarnings("unchecked")
            List<String> dimensions = (List<String>) it.get("dimensions");
            indicators.putIfAbsent(dimensions, (String) it.get("code"));
        }
        return indicators;
    }

    private Response figures(String caller, String indicator, String by) {
        return as(caller)
                .queryParam("indicator", indicator)
                .queryParam("division", township)
                .queryParam("period", "2024")
                .queryParam("by", by)
                .get("/reporting/v1/figures");
    }

    private static void assertStatus(int status, String by, Response answer) {
        assertTrue(answer.statusCode() == status, () -> by + ": " + answer.asString());
    }

    @Test
    void norIsTheListBehindARow() {
        publish(
                agreedCase(village, "VILLAGE", "2024-03-05"),
                agreedCase(township, "TOWNSHIP", "2024-03-06"));
        awaitCount(township, "M-01", "2024", 2);
        for (String row :
                List.of(
                        "disputeType:02",
                        "division:OWN_LEVEL",
                        "division:" + village,
                        "month:2024-03",
                        "disputeType:02,source:ON_APPLICATION")) {
            assertStatus(200, row, receipt(township, township, row));
            for (String other : others) {
                assertStatus(404, row, receipt(other, township, row));
            }
        }
        // Nor by way of the caller's own division.
        assertStatus(404, "foreign", receipt(township, township, "division:" + others.get(0)));
        receipt(village, village, "division:" + township)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void eachRowTellsItsShareOfTheWhole() {
        publish(
                agreedCase(village, "VILLAGE", "2024-03-05").with("agreementAmountYuan", 12_000),
                agreedCase(village, "VILLAGE", "2024-04-05").with("disputeType", "04"),
                agreedCase(township, "TOWNSHIP", "2024-04-06").with("agreementAmountYuan", 345.67));
        awaitCount(township, "M-01", "2024", 3);
        Api.figures(township, "indicator", "M-01", "period", "2024", "by", "disputeType")
                .body("figures.where", equalTo(List.of("02", "04")))
                .body("figures.shareOfWhole", equalTo(List.of(66.67f, 33.33f)));
        Api.figures(township, "indicator", "M-12", "period", "2024", "by", "division")
                .body("figures.shareOfWhole", equalTo(List.of(97.20f, 2.80f)));
        Api.figures(township, "indicator", "M-01", "period", "2024", "by", "month")
                .body("figures[3].shareOfWhole", equalTo(66.67f))
                .body("figures[0].shareOfWhole", nullValue());
        // A share has no share, a stock does not add up over months, and the whole is no row.
        Api.figures(township, "indicator", "M-05", "period", "2024", "by", "disputeType")
                .body("figures[0].shareOfWhole", nullValue());
        Api.figures(township, "indicator", "M-16", "period", "2024", "by", "month")
                .body("figures[0].shareOfWhole", nullValue());
        Api.figures(township, "indicator", "M-01", "period", "2024")
                .body("figures[0].shareOfWhole", nullValue());
    }

    @Test
    void yuanAreShownInTensOfThousandsBesideThemselves() {
        publish(
                agreedCase(village, "VILLAGE", "2024-03-05")
                        .with("agreementAmountYuan", 12_345.67));
        awaitCount(township, "M-01", "2024", 1);
        Api.figures(township, "indicator", "M-12,M-01", "period", "2024", "scale", "TEN_THOUSAND")
                .statusCode(200)
                .body("figures[0].value", equalTo(12_345.67f))
                .body("figures[0].scaled.value", equalTo(1.23f))
                .body("figures[0].scaled.unitLabel", equalTo("万元"))
                .body("figures[1].scaled", nullValue());
        Api.figures(township, "indicator", "M-12", "period", "2024")
                .body("figures[0].scaled", nullValue());
        String[] asked = {
            "indicator",
            "M-12",
            "period",
            "2024",
            "by",
            "division",
            "scale",
            "TEN_THOUSAND",
            "format",
            "csv"
        };
        Api.figures(township, asked)
                .body(containsString("状态,数值,单位,换算数值,换算单位,占合计%,分子"))
                .body(containsString("OK,12345.67,元,1.23,万元,100.00,,"));
        Api.figures(township, "indicator", "M-12", "period", "2024", "scale", "MILLION")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("scale"));
        as(township)
                .get("/reporting/v1/indicators/M-12")
                .then()
                .body("items[0].scales", equalTo(List.of("TEN_THOUSAND")));
    }

    private static Response receipt(String caller, String division, String row) {
        return as(caller)
                .queryParam("where", row)
                .get("/reporting/v1/figures/M-01/" + division + "/2024/receipt");
    }
}
