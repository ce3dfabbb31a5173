package org.fengqiao.mediation.screenings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ScreeningTest {

    private static final String VILLAGE = "410423106203";

    private final Office office =
            Office.of(Tokens.of("clerk", VILLAGE, "cases:read", "cases:write"));
    private String committee;

    @BeforeEach
    void aCommittee() {
        committee = office.committee(VILLAGE, "VILLAGE");
    }

    @Test
    void divisionAndLevelAreThoseOfTheCommittee() {
        String id =
                enter("2024-05-31", 2, 5, 3)
                        .statusCode(201)
                        .body("division", equalTo(VILLAGE))
                        .body("level", equalTo("VILLAGE"))
                        .extract()
                        .path("id");
        office.get("/screenings").then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void aScreeningInTheFutureIsRefused() {
        enter("2099-01-01", 1, 0, 0)
                .statusCode(422)
                .body("code", equalTo("DATE_IN_FUTURE"))
                .body("errors[0].pointer", equalTo("/screenedOn"));
    }

    @Test
    void aScreeningHasARound() {
        enter("2024-05-31", 0, 0, 0).statusCode(400).body("errors[0].pointer", equalTo("/rounds"));
    }

    /** Found and prevented are two words of the statistics (rules 2.3), not a set and its part. */
    @Test
    void moreMayBePreventedThanWereFound() {
        enter("2024-05-31", 1, 3, 4).statusCode(201).body("prevented", equalTo(4));
    }

    @Test
    void aCorrectionRaisesTheVersionAndKeepsTheStepBefore() {
        String path = "/screenings/" + enter("2024-05-31", 2, 5, 3).extract().path("id");
        office.step(path, "correction", correction(committee, 6))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("disputesFound", equalTo(6));
        office.get(path + "/history").then().body("$", hasSize(2));
    }

    @Test
    void aFaultInACorrectionPointsIntoIt() {
        String path = "/screenings/" + enter("2024-05-31", 2, 5, 3).extract().path("id");
        office.step(path, "correction", correction(office.committee(VILLAGE, "VILLAGE"), 5))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/screening/committeeId"));
    }

    @Test
    void aVillageDoesNotSeeItsNeighboursScreening() {
        String path = "/screenings/" + enter("2024-05-31", 2, 5, 3).extract().path("id");
        Office neighbour = Office.of(Tokens.of("neighbour", "410423106204", "cases:read"));
        neighbour.get(path).then().statusCode(404);
        neighbour.get(path + "/history").then().statusCode(404);
        office.get(path).then().statusCode(200);
    }

    private ValidatableResponse enter(String on, int rounds, int found, int prevented) {
        return office.post("/screenings", screening(committee, on, rounds, found, prevented))
                .then();
    }

    private static String correction(String committee, int found) {
        return """
        {"reason":"漏记","screening":%s}"""
                .formatted(screening(committee, "2024-05-31", 2, found, 3));
    }

    private static String screening(
            String committee, String on, int rounds, int found, int prevented) {
        return """
        {"committeeId":"%s","screenedOn":"%s","rounds":%d,"disputesFound":%d,"prevented":%d}"""
                .formatted(Office.id(committee), on, rounds, found, prevented);
    }
}
