package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.FigureSets.COUNTY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.Recount.Question;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The county's figures are those of the sets it has accepted, whatever has arrived since. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CountyFiguresTest {

    private static final String ONE = "410423212000";
    private static final String TWO = "410423213000";
    private static final String[] CODES =
            Stream.of(Recount.CODES, PetitionRecount.CODES, LegalRecount.CODES)
                    .flatMap(List::stream)
                    .toArray(String[]::new);

    @Test
    void theCountyIsTheUnionOfWhatItAcceptedAndSaysSo() {
        RandomHistory first = new RandomHistory(ONE, 31, 120);
        RandomHistory second = new RandomHistory(TWO, 32, 120);
        first.publish();
        second.publish();
        Recount recount =
                new Recount(
                        Stream.of(first, second).flatMap(it -> it.lastStates().stream()).toList());
        FigureSets sets = FigureSets.of("union", "2024", CODES);
        sets.submit(ONE, 1, zeroes(ONE)).statusCode(200);
        sets.submit(TWO, 1, zeroes(TWO)).statusCode(200);
        sets.comparison(null)
                .statusCode(200)
                .body("county.sets", empty())
                .body("county.missing.size()", equalTo(24))
                .body(
                        "townships.find { it.division == '" + ONE + "' }.status",
                        equalTo("SUBMITTED"))
                .body("townships[0].figures", empty());
        sets.accept(ONE, 2).statusCode(200);
        check(recount, sets.comparison(null).extract().jsonPath(), it -> within(it, ONE));
        sets.accept(TWO, 2).statusCode(200);
        check(
                recount,
                sets.comparison(null).extract().jsonPath(),
                it -> within(it, ONE) || within(it, TWO));

        // What arrives later is in no accepted set.
        Snapshot late = Events.agreedCase(ONE, "TOWNSHIP", "2024-12-30");
        JsonPath before = sets.comparison(null).extract().jsonPath();
        int counted = Api.count(ONE, "M-01", "2024").intValue();
        Events.publish(late);
        Api.awaitCount(ONE, "M-01", "2024", counted + 1);
        JsonPath after = sets.comparison(null).extract().jsonPath();
        assertEquals(before.<Object>getList("county.figures"), after.getList("county.figures"));
        sets.reopen(ONE, 3, "补报").statusCode(200);
        sets.submit(ONE, 4, zeroes(ONE)).statusCode(200);
        sets.comparison(null).body("county.sets.division", equalTo(List.of(TWO)));
        String table = sets.comparison("csv").statusCode(200).extract().asString();
        List<String> lines = table.lines().toList();
        assertEquals(26, lines.size());
        assertTrue(lines.get(0).contains("区划代码,区划,状态,M-01调处矛盾纠纷"), lines.get(0));
        assertTrue(lines.get(25).contains("由24个单位中已审核的1个汇总，未计入：露峰街道"), lines.get(25));
        sets.comparison("xlsx")
                .statusCode(200)
                .header("Content-Disposition", containsString("xlsx"));
        as(ONE).queryParam("form", "union")
                .queryParam("period", "2024")
                .get("/reporting/v1/figure-sets/comparison")
                .then()
                .statusCode(403)
                .body("code", equalTo("COUNTY_ONLY"));
        as(COUNTY)
                .queryParam("form", "union")
                .queryParam("period", "2024")
                .queryParam("sort", "M-01")
                .get("/reporting/v1/figure-sets/comparison")
                .then()
                .statusCode(400);
    }

    private static boolean within(String division, String township) {
        return division.startsWith(township.substring(0, 9));
    }

    /** The codes that are zero in the township and that nobody has confirmed. */
    private static String[] zeroes(String township) {
        return Api.figures(township, "indicator", String.join(",", CODES), "period", "2024")
                .extract()
                .jsonPath()
                .<String>getList("figures.findAll { it.status == 'NOT_REPORTED' }.indicator")
                .toArray(String[]::new);
    }

    private static void check(Recount recount, JsonPath comparison, Predicate<String> area) {
        Question asked = new Question("2024-01-01", "2024-12-31", area, it -> true);
        List<Map<String, Object>> figures = comparison.getList("county.figures.figure");
        assertEquals(CODES.length, figures.size());
        int counted = 0;
        for (Map<String, Object> it : figures) {
            BigDecimal expected = recount.count((String) it.get("indicator"), asked);
            assertEquals(0, expected.compareTo(Api.decimal(it)), it + " expected " + expected);
            counted += expected.signum();
        }
        assertTrue(counted > 50, "figures: " + counted);
    }
}
