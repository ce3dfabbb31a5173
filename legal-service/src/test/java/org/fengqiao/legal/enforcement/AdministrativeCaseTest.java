package org.fengqiao.legal.enforcement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Suits and reconsiderations. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AdministrativeCaseTest {

    private static final String HOME = "410423204000";
    private static final String CASES = "/administrative-cases";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void theHeadGoesToCourtInASuitOnly() {
        office.created(CASES, administrative("LITIGATION", ",\"headInCourt\":true"));
        office.refused(
                CASES,
                administrative("RECONSIDERATION", ",\"headInCourt\":false"),
                "NO_COURT",
                "/headInCourt");
    }

    @Test
    void whatIsDecidedHasAnOutcome() {
        office.refused(
                CASES,
                administrative("LITIGATION", ",\"decidedOn\":\"2024-08-20\""),
                "OUTCOME",
                "/outcome");
        office.refused(
                CASES,
                administrative("LITIGATION", ",\"outcome\":\"UPHELD\""),
                "OUTCOME",
                "/decidedOn");
    }

    private static String administrative(String procedure, String more) {
        return """
        {"division":"%s","procedure":"%s","filedOn":"2024-04-08"%s}"""
                .formatted(HOME, procedure, more);
    }
}
