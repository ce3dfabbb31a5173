package org.fengqiao.reporting;

import static io.restassured.RestAssured.given;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Definitions.COUNTY;
import static org.fengqiao.reporting.Definitions.closed;
import static org.fengqiao.reporting.Definitions.code;
import static org.fengqiao.reporting.Definitions.in;
import static org.fengqiao.reporting.Definitions.of;
import static org.fengqiao.reporting.Definitions.post;
import static org.fengqiao.reporting.Definitions.with;
import static org.fengqiao.reporting.Definitions.withRecords;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** A proposed definition beside the present one, on past years. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PreviewTest {

    private static final Map<String, Object> MEDIATED =
            closed(
                    "COUNT",
                    in("status", "AGREED", "NOT_AGREED"),
                    in("basis", "PEOPLES_MEDIATION", "LAND_CONTRACT_MEDIATION"));

    private final String township = Api.township();
    private final String village = Api.village(township, 1);
    private final Snapshot land =
            agreedCase(village, "VILLAGE", "2024-03-05").with("basis", "LAND_CONTRACT_MEDIATION");
    private final Snapshot failed =
            agreedCase(village, "VILLAGE", "2024-04-05").with("status", "NOT_AGREED");

    private ValidatableResponse preview(String code, Map<String, Object> definition) {
        Map<String, Object> body =
                of("definition", definition, "division", township, "years", List.of(2024, 2023));
        return post(township, "/preview", code == null ? body : with(body, "code", code));
    }

    private void threeCases() {
        publish(land, failed, agreedCase(village, "VILLAGE", "2023-04-05"));
        awaitCount(township, "M-01", "2024", 1);
        awaitCount(township, "M-01", "2023", 1);
    }

    @Test
    void aChangedCohortTellsWhatComesInAndWhatGoesOut() {
        threeCases();
        preview("M-01", MEDIATED)
                .statusCode(200)
                .body("division", equalTo(township))
                .body("years.period", equalTo(List.of("2023", "2024")))
                .body("years[0].difference", equalTo(0))
                .body("years[0].changes[0].comesIn.count", equalTo(0))
                .body("years[1].present.value", equalTo(1))
                .body("years[1].proposed.value", equalTo(2))
                .body("years[1].difference", equalTo(1))
                .body("years[1].changes[0].part", nullValue())
                .body("years[1].changes[0].comesIn.count", equalTo(1))
                .body("years[1].changes[0].comesIn.records.id", equalTo(List.of(land.id())))
                .body("years[1].changes[0].comesIn.records[0].reference", equalTo("(2024)人调字第12号"))
                .body("years[1].changes[0].goesOut.count", equalTo(0));
        preview("M-01", closed("COUNT", in("status", "AGREED")))
                .body("years[1].difference", equalTo(0))
                .body("years[1].changes[0].comesIn.records.id", equalTo(List.of(land.id())))
                .body("years[1].changes[0].goesOut.records.id", equalTo(List.of(failed.id())));
    }

    @Test
    void ofAShareBothListsAreTold() {
        threeCases();
        Map<String, Object> share =
                with(
                        closed("SHARE", in("status", "AGREED", "NOT_AGREED")),
                        "part",
                        List.of(in("status", "AGREED")));
        preview("M-05", share)
                .body("years[1].present.value", equalTo(0.0f))
                .body("years[1].present.denominator", equalTo(1))
                .body("years[1].proposed.value", equalTo(50.0f))
                .body("years[1].difference", equalTo(50.0f))
                .body("years[1].changes.part", equalTo(List.of("NUMERATOR", "DENOMINATOR")))
                .body("years[1].changes.comesIn.count", equalTo(List.of(1, 1)));
    }

    @Test
    void aNewOneHasNoPresent() {
        threeCases();
        for (String unknown : new String[] {null, code()}) {
            preview(unknown, MEDIATED)
                    .body("years[1].present", nullValue())
                    .body("years[1].proposed.value", equalTo(2))
                    .body("years[1].difference", nullValue())
                    .body("years[1].changes[0].comesIn.count", equalTo(2));
        }
    }

    @Test
    void moreThanFiftyAreCountedAndFiftyShown() {
        publish(
                IntStream.range(0, 53)
                        .mapToObj(it -> agreedCase(village, "VILLAGE", "2024-05-05"))
                        .toArray(Snapshot[]::new));
        awaitCount(township, "M-01", "2024", 53);
        preview(null, MEDIATED)
                .body("years[1].changes[0].comesIn.count", equalTo(53))
                .body("years[1].changes[0].comesIn.records.size()", equalTo(50));
    }

    /** Who may read figures sees how many; who is behind them, only who may list them (D6). */
    @Test
    void recordsOfPetitionsAreCountedAndNotShown() {
        Map<String, Object> petitions =
                withRecords(closed("COUNT"), "kind", "petition.petition.v1", "date", "acceptedOn");
        String shown = "years[0].changes[0].comesIn.records";
        preview(null, petitions).statusCode(200).body(shown, equalTo(List.of()));
        given().auth()
                .oauth2(Tokens.of("reader", township, "figures:read"))
                .contentType("application/json")
                .body(Events.json(of("definition", petitions)))
                .post("/reporting/v1/indicators/preview")
                .then()
                .statusCode(200)
                .body("years.size()", equalTo(3))
                .body(
                        "years[2].period",
                        equalTo(
                                Integer.toString(
                                        LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1)))
                .body(shown, nullValue())
                .body("years[0].changes[0].comesIn.count", equalTo(0));
    }

    @Test
    void aFaultyOrForeignOneIsRefusedAndNothingIsWritten() throws SQLException {
        preview("M-01", closed("COUNT", in("status", "SETTLED")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/definition/records/filters/0/codes/0"));
        post("410498000000", "/preview", of("definition", MEDIATED, "division", township))
                .statusCode(404);
        post(township, "/preview", of("definition", MEDIATED, "years", List.of(24)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/years/0"));
        String unused = code();
        post(COUNTY, "/preview", of("code", unused, "definition", MEDIATED, "years", List.of(2024)))
                .statusCode(200);
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from local_indicator where code = '"
                                        + unused
                                        + "'")) {
            row.next();
            assertEquals(0, row.getInt(1));
        }
    }
}
