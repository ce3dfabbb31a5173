package org.fengqiao.legal.advisers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Coverage is told by the day, in a township of eleven villages that no other test writes to. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CoverageTest {

    private static final String HOME = "410423206000";
    private static final String FIRST = "410423206201";
    private static final String SECOND = "410423206202";
    private static final String THIRD = "410423206203";
    private static final int VILLAGES = 11;

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aVillageIsCoveredFromTheFirstDayToTheLast() {
        String adviser = office.adviser(HOME, "覆盖一", "VILLAGE");
        office.appointed(FIRST, adviser, "2021-03-01", "2021-03-31");
        assertFalse(covered("2021-02-28", FIRST));
        assertTrue(covered("2021-03-01", FIRST));
        assertTrue(covered("2021-03-31", FIRST));
        assertFalse(covered("2021-04-01", FIRST));
        JsonPath march = on("2021-03-15");
        assertEquals(
                List.of(RegisterClerk.id(adviser)), march.getList(place(FIRST) + ".adviserIds"));
        assertEquals(VILLAGES, march.getInt("villages"));
        assertEquals(1, march.getInt("covered"));
        assertEquals(1, march.getInt("share.numerator"));
        assertEquals(VILLAGES, march.getInt("share.denominator"));
        assertEquals(9.1f, march.getFloat("share.percent"));
    }

    @Test
    void neitherAVoidAppointmentNorOneOfTheGovernmentCovers() {
        String adviser = office.adviser(HOME, "覆盖二", "VILLAGE", "GOVERNMENT");
        String mistaken = office.appointed(SECOND, adviser, "2022-01-01", "2022-12-31");
        assertTrue(covered("2022-06-01", SECOND));
        office.voided(mistaken);
        office.created(
                "/appointments",
                RegisterClerk.appointment(HOME, adviser, "GOVERNMENT", "2022-01-01", "2022-12-31"));
        assertFalse(covered("2022-06-01", SECOND));
    }

    @Test
    void whoHasLeftCoversNothing() {
        String adviser = office.adviser(HOME, "覆盖三", "VILLAGE");
        office.appointed(THIRD, adviser, "2023-01-01", null);
        office.correct(
                        adviser,
                        """
                        {"division":"%s","roles":["VILLAGE"],"profession":"LAWYER",
                         "engagedOn":"2020-01-01","endedOn":"2023-06-30"}"""
                                .formatted(HOME))
                .then()
                .statusCode(200);
        assertTrue(covered("2023-06-30", THIRD));
        assertFalse(covered("2023-07-01", THIRD));
    }

    @Test
    void aVillageSeesItselfAndACountyAllVillages() {
        JsonPath village = RegisterClerk.of(FIRST).read("/coverage?on=2021-03-15");
        assertEquals(List.of(FIRST), village.getList("places.division"));
        JsonPath county = RegisterClerk.of("410423000000").read("/coverage?on=2021-03-15");
        assertTrue(county.getInt("villages") > 500, county::prettify);
        assertTrue(county.getList("places.division").contains(FIRST));
    }

    @Test
    void withoutADayItIsToday() {
        assertEquals(VILLAGES, office.read("/coverage").getInt("villages"));
        office.get("/coverage?on=2024-02-30").then().statusCode(400);
    }

    @Test
    void lessThanAllIsNeverAHundredPercent() {
        assertEquals(new BigDecimal("99.9"), Coverage.Share.of(2999, 3000).percent());
        assertEquals(new BigDecimal("100.0"), Coverage.Share.of(19, 19).percent());
        assertEquals(new BigDecimal("94.7"), Coverage.Share.of(18, 19).percent());
        assertEquals(null, Coverage.Share.of(0, 0).percent());
    }

    private boolean covered(String on, String village) {
        return on(on).getBoolean(place(village) + ".covered");
    }

    private JsonPath on(String day) {
        return office.read("/coverage?on=" + day);
    }

    private static String place(String village) {
        return "places.find { it.division == '" + village + "' }";
    }
}
