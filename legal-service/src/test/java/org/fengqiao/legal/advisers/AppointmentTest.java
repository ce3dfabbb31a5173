package org.fengqiao.legal.advisers;

import static org.fengqiao.legal.RegisterClerk.appointment;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** An adviser is appointed in a role of theirs, to a place of that role, while engaged. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AppointmentTest {

    private static final String HOME = "410423201000";
    private static final String VILLAGE = "410423201201";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void counselOfAVillageIsAppointedToAVillage() {
        String adviser = office.adviser(HOME, "周正", "VILLAGE", "GOVERNMENT");
        refused(appointment(HOME, adviser, "VILLAGE", "2024-01-01", null), "ROLE");
        office.appointed(VILLAGE, adviser, "2024-01-01", "2024-12-31");
        office.post("/appointments", appointment(HOME, adviser, "GOVERNMENT", "2024-01-01", null))
                .then()
                .statusCode(201);
    }

    @Test
    void theRoleIsOneOfTheRoster() {
        String adviser = office.adviser(HOME, "吴明", "VILLAGE");
        refused(appointment(HOME, adviser, "GOVERNMENT", "2024-01-01", null), "ROLE_NOT_HELD");
    }

    @Test
    void theAdviserIsEngagedWhenAppointed() {
        String adviser = office.adviser(HOME, "郑义", "VILLAGE");
        refused(
                appointment(VILLAGE, adviser, "VILLAGE", "2019-12-31", "2024-12-31"),
                "ADVISER_NOT_ENGAGED");
        office.appointed(VILLAGE, adviser, "2020-01-01", "2024-12-31");
    }

    @Test
    void anAdviserThatNobodyKnowsIsAppointedNowhere() {
        refused(
                appointment(VILLAGE, "/" + UUID.randomUUID(), "VILLAGE", "2024-01-01", null),
                "REFERENCE_UNKNOWN");
        String elsewhere =
                RegisterClerk.of("410423102000").adviser("410423102000", "冯远", "VILLAGE");
        refused(
                appointment(VILLAGE, elsewhere, "VILLAGE", "2024-01-01", null),
                "REFERENCE_UNKNOWN");
    }

    @Test
    void itStandsInTheLedgerOfEveryYearThatItCovers() {
        String adviser = office.adviser(HOME, "陈跨年", "VILLAGE");
        office.appointed(VILLAGE, adviser, "2021-07-01", "2023-06-30");
        assertFalse(office.exported("appointments", 2020).contains("陈跨年"));
        assertTrue(office.exported("appointments", 2021).contains("陈跨年"));
        assertTrue(office.exported("appointments", 2022).contains("陈跨年"));
        assertTrue(office.exported("appointments", 2023).contains("陈跨年"));
        assertFalse(office.exported("appointments", 2024).contains("陈跨年"));
    }

    private void refused(String body, String code) {
        office.post("/appointments", body).then().statusCode(422).body("code", equalTo(code));
    }
}
