package org.fengqiao.reporting;

import static org.fengqiao.reporting.ChangedRegister.COUNTY;
import static org.fengqiao.reporting.ChangedRegister.OTHER;
import static org.fengqiao.reporting.ChangedRegister.TOWNSHIP;
import static org.fengqiao.reporting.ChangedRegister.village;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The register over the API, where boundaries changed: {@link ChangedRegister}. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(ChangedRegister.class)
class DivisionTest {

    @Test
    void aDivisionTellsWhatBecameOfIt() {
        Api.as(TOWNSHIP)
                .get("/reporting/v1/divisions/" + village(101204))
                .then()
                .statusCode(200)
                .body("name", equalTo("分"))
                .body("officialName", equalTo("分村民委员会"))
                .body("fullName", equalTo("410000000000410400000000变县甲镇分"))
                .body("level", equalTo("VILLAGE"))
                .body("validFrom", nullValue())
                .body("validTo", equalTo("2024-06-30"))
                .body("successors", equalTo(List.of(village(101205), village(101206))))
                .body("predecessors", equalTo(List.of()))
                .body("today", equalTo(TOWNSHIP));
        Api.as(village(101202))
                .get("/reporting/v1/divisions/" + village(109201))
                .then()
                .body("today", equalTo(village(101202)));
        Api.as(COUNTY)
                .get("/reporting/v1/divisions/" + village(101205))
                .then()
                .body("predecessors", equalTo(List.of(village(101204), village(101207))));
        Api.as(TOWNSHIP).get("/reporting/v1/divisions/" + OTHER).then().statusCode(404);
        Api.as(COUNTY).get("/reporting/v1/divisions/410497555000").then().statusCode(404);
    }

    @Test
    void theDivisionsOfADayAreListed() {
        assertEquals(
                List.of(village(101202), village(101205), village(101206)), listed(TOWNSHIP, ""));
        assertEquals(
                List.of(101201, 101202, 101203, 101204, 101207, 101208).stream()
                        .map(ChangedRegister::village)
                        .toList(),
                listed(TOWNSHIP, "?on=2024-06-30"));
        assertEquals(List.of(TOWNSHIP, OTHER), listed(COUNTY, ""));
        assertEquals(List.of(village(102201), village(102210)), listed(COUNTY, "?parent=" + OTHER));
        String next =
                Api.as(COUNTY).get("/reporting/v1/divisions?limit=1").then().extract().path("next");
        assertEquals(List.of(OTHER), listed(COUNTY, "?limit=1&cursor=" + next));
        Api.as(TOWNSHIP).get("/reporting/v1/divisions?on=yesterday").then().statusCode(400);
        Api.as(TOWNSHIP).get("/reporting/v1/divisions?parent=" + OTHER).then().statusCode(404);
    }

    private static List<String> listed(String caller, String query) {
        return Api.as(caller)
                .get("/reporting/v1/divisions" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }
}
