package org.fengqiao.legal.advisers;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/**
 * Hours on site by village and month: short where a month is over and they do not reach the
 * setting.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class HoursOnSiteTest {

    private static final String VILLAGE = "410423106201";
    private static final BigDecimal FOUR = new BigDecimal("4");
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

    @Inject Villages villages;

    @Test
    void aMonthIsShortBelowTheSettingAndOnlyOnceOver() {
        Map<SiteHours.Month, SiteHours.Visits> visits =
                Map.of(
                        new SiteHours.Month(VILLAGE, 1), visits(2, 0, "4.0"),
                        new SiteHours.Month(VILLAGE, 2), visits(3, 1, "3.9"));
        List<HoursOnSite.OfMonth> months = months(2024, visits);
        assertEquals(3, months.size());
        assertFalse(months.get(0).fallsShort());
        assertTrue(months.get(1).fallsShort());
        assertEquals(1, months.get(1).visitsWithoutHours());
        assertFalse(months.get(2).fallsShort());
        assertEquals(0, months.get(2).visits());
    }

    @Test
    void ofAYearThatIsOverAllTwelveMonthsCount() {
        List<HoursOnSite.OfMonth> months = months(2023, Map.of());
        assertEquals(12, months.size());
        assertTrue(months.stream().allMatch(HoursOnSite.OfMonth::fallsShort));
    }

    @Test
    void visitsOfAVillageAddUpUnlessTheyAreVoid() throws SQLException {
        String home = "410423211000";
        String village = villages.of(home).get(0).code().value();
        visit(village, "2023-05-03", "2.5", false);
        visit(village, "2023-05-31", "1.5", false);
        visit(village, "2023-05-20", "8", true);
        visit(village, "2023-06-01", null, false);
        JsonPath shown = RegisterClerk.of(home).read("/hours-on-site?year=2023");
        String place = "places.find { it.division == '" + village + "' }.months";
        assertEquals(4.0f, shown.getFloat(place + "[4].hours"), shown::prettify);
        assertEquals(2, shown.getInt(place + "[4].visits"));
        assertFalse(shown.getBoolean(place + "[4].fallsShort"));
        assertEquals(1, shown.getInt(place + "[5].visitsWithoutHours"));
        assertTrue(shown.getBoolean(place + "[5].fallsShort"));
    }

    @Test
    void aYearThatHasNotBegunIsNotAsked() {
        RegisterClerk office = RegisterClerk.of("410423106000");
        office.get("/hours-on-site").then().statusCode(400);
        office.get("/hours-on-site?year=2999")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    private List<HoursOnSite.OfMonth> months(
            int year, Map<SiteHours.Month, SiteHours.Visits> visits) {
        HoursOnSite shown = HoursOnSite.of(year, FOUR, villages.of(VILLAGE), visits, TODAY);
        assertEquals(1, shown.places().size());
        return shown.places().get(0).months();
    }

    private static SiteHours.Visits visits(int number, int unmeasured, String hours) {
        return new SiteHours.Visits(number, unmeasured, new BigDecimal(hours));
    }

    private static void visit(String village, String on, String hours, boolean voided)
            throws SQLException {
        String sql =
                """
                insert into village_visit (id, version, division, step, entered_on, entered_at, voided,
                    person_index, adviser_id, visited_on, counsel_present, hours_on_site)
                values (?, 1, ?, 'ENTER', '2023-12-31', now(), ?, '{}', ?, cast(? as date), 1,
                    cast(? as numeric))
                """;
        try (Connection database = Platform.postgres().connect();
                PreparedStatement insert = database.prepareStatement(sql)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, village);
            insert.setBoolean(3, voided);
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, on);
            insert.setString(6, hours);
            insert.executeUpdate();
        }
    }
}
